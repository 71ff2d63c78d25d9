//! A text field for a value of a certain kind.

use meetpunt_core::site::Kind;
use serde_json::Value;
use yew::prelude::*;

use super::Writing;
use crate::codec::{read, show};

#[derive(Properties, PartialEq)]
pub struct TypedProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub kind: Kind,
    /// The value; none where the default holds.
    pub value: Option<Value>,
    #[prop_or_default]
    pub standard: AttrValue,
    #[prop_or_default]
    pub help: AttrValue,
    #[prop_or_default]
    pub wrong: AttrValue,
    #[prop_or_default]
    pub advice: AttrValue,
    #[prop_or_default]
    pub long: bool,
    #[prop_or_default]
    pub language: Option<AttrValue>,
    pub onset: Callback<Option<Value>>,
}

/// A text field. What is typed stays as it is while it means the value: a list would lose the line that has just begun.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let typed = use_state(String::new);
    let kind = props.kind;
    let text = match &props.value {
        value if read(kind, &typed) == *value => (*typed).clone(),
        Some(value) => show(value),
        None => String::new(),
    };
    let onwrite = {
        let onset = props.onset.clone();
        move |text: String| {
            onset.emit(read(kind, &text));
            typed.set(text);
        }
    };
    let is_prose = matches!(kind, Kind::Text | Kind::Texts | Kind::Reasons);
    html! {
        <Writing
            id={&props.id}
            label={&props.label}
            {text}
            standard={&props.standard}
            help={&props.help}
            wrong={&props.wrong}
            advice={&props.advice}
            long={props.long}
            exact={!is_prose}
            language={props.language.clone()}
            {onwrite}
        />
    }
}
