//! One of several words from a list that folds down.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::notes::Notes;

#[derive(Properties, PartialEq)]
pub struct PickProps {
    pub id: AttrValue,
    pub label: AttrValue,
    /// What each word means to the program, and to the marketer.
    pub words: Vec<(AttrValue, AttrValue)>,
    pub chosen: AttrValue,
    #[prop_or_default]
    pub help: AttrValue,
    #[prop_or_default]
    pub wrong: AttrValue,
    #[prop_or_default]
    pub advice: AttrValue,
    pub onpick: Callback<String>,
}

/// The list. A value that is none of the words stands in it, too, so that it is seen.
#[component]
pub fn Pick(props: &PickProps) -> Html {
    let onchange = props.onpick.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        select.value()
    });
    let notes = Notes::new(&props.id, &props.wrong, &props.advice, &props.help);
    let option = |value: &AttrValue, word: &AttrValue| {
        html! { <option value={value} selected={*value == props.chosen}>{ word }</option> }
    };
    let is_known = props.words.iter().any(|(value, _)| *value == props.chosen);
    html! {
        <div class="writing">
            <label for={&props.id}>{ &props.label }</label>
            <select
                id={&props.id}
                aria-describedby={notes.described()}
                aria-invalid={notes.invalid()}
                {onchange}
            >
                { for props.words.iter().map(|(value, word)| option(value, word)) }
                if !is_known {
                    { option(&props.chosen, &props.chosen) }
                }
            </select>
            { notes.drawn() }
        </div>
    }
}
