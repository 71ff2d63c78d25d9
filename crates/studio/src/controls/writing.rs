//! A text field with its label, help, and what is wrong with it.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct WritingProps {
    pub label: AttrValue,
    /// The id of the input.
    pub id: AttrValue,
    pub text: AttrValue,
    /// What stands there while nothing is written.
    #[prop_or_default]
    pub standard: AttrValue,
    #[prop_or_default]
    pub help: AttrValue,
    /// What is wrong with the text; empty when nothing is.
    #[prop_or_default]
    pub wrong: AttrValue,
    /// Whether several lines are shown.
    #[prop_or_default]
    pub long: bool,
    /// Whether it holds an address or a code, which spelling checks and capitals only spoil.
    #[prop_or_default]
    pub exact: bool,
    pub onwrite: Callback<String>,
}

/// A text field.
#[component]
pub fn Writing(props: &WritingProps) -> Html {
    let help = format!("{}-help", props.id);
    let wrong = format!("{}-wrong", props.id);
    let mut described = Vec::new();
    if !props.wrong.is_empty() {
        described.push(wrong.clone());
    }
    if !props.help.is_empty() {
        described.push(help.clone());
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = (!props.wrong.is_empty()).then_some("true");
    let spell = props.exact.then_some("false");
    let field = if props.long {
        let oninput = props.onwrite.reform(|event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            area.value()
        });
        html! {
            <textarea
                id={&props.id}
                rows="3"
                maxlength="300"
                value={&props.text}
                placeholder={&props.standard}
                aria-describedby={described}
                {oninput}
            />
        }
    } else {
        let oninput = props.onwrite.reform(|event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            input.value()
        });
        html! {
            <input
                type="text"
                id={&props.id}
                maxlength="300"
                autocomplete="off"
                spellcheck={spell}
                value={&props.text}
                placeholder={&props.standard}
                aria-describedby={described}
                aria-invalid={invalid}
                {oninput}
            />
        }
    };
    html! {
        <div class={classes!("writing", props.exact.then_some("exact"))}>
            <label for={&props.id}>{ &props.label }</label>
            { field }
            if !props.wrong.is_empty() {
                <p class="wrong" id={wrong}>{ &props.wrong }</p>
            }
            if !props.help.is_empty() {
                <p class="help" id={help}>{ &props.help }</p>
            }
        </div>
    }
}
