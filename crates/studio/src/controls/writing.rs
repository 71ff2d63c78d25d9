//! A text field with its label, help, and what is wrong with it.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::notes::Notes;

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
    /// What should be thought about; empty when nothing should.
    #[prop_or_default]
    pub advice: AttrValue,
    /// Whether several lines are shown.
    #[prop_or_default]
    pub long: bool,
    /// Whether it holds an address or a code, which spelling checks and capitals only spoil.
    #[prop_or_default]
    pub exact: bool,
    /// The language of the text, where it is not that of the studio.
    #[prop_or_default]
    pub language: Option<AttrValue>,
    pub onwrite: Callback<String>,
}

/// A text field.
#[component]
pub fn Writing(props: &WritingProps) -> Html {
    let notes = Notes::new(&props.id, &props.wrong, &props.advice, &props.help);
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
                maxlength="4000"
                spellcheck={spell}
                lang={props.language.clone()}
                value={&props.text}
                placeholder={&props.standard}
                aria-describedby={notes.described()}
                aria-invalid={notes.invalid()}
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
                lang={props.language.clone()}
                value={&props.text}
                placeholder={&props.standard}
                aria-describedby={notes.described()}
                aria-invalid={notes.invalid()}
                {oninput}
            />
        }
    };
    html! {
        <div class={classes!("writing", props.exact.then_some("exact"))}>
            <label for={&props.id}>{ &props.label }</label>
            { field }
            { notes.drawn() }
        </div>
    }
}
