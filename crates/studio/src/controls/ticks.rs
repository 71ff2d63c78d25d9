//! Boxes to tick.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::notes::Notes;

#[derive(Properties, PartialEq)]
pub struct TickProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub ticked: bool,
    #[prop_or_default]
    pub help: AttrValue,
    #[prop_or_default]
    pub advice: AttrValue,
    pub ontick: Callback<bool>,
}

/// One box.
#[component]
pub fn Tick(props: &TickProps) -> Html {
    let onchange = props.ontick.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.checked()
    });
    let notes = Notes::new(&props.id, "", &props.advice, &props.help);
    html! {
        <div class="tick">
            <input
                type="checkbox"
                id={&props.id}
                checked={props.ticked}
                aria-describedby={notes.described()}
                {onchange}
            />
            <label for={&props.id}>{ &props.label }</label>
            { notes.drawn() }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct TicksProps {
    pub id: AttrValue,
    pub legend: AttrValue,
    /// What each word means to the program, and to the marketer.
    pub words: Vec<(&'static str, AttrValue)>,
    pub ticked: Vec<String>,
    #[prop_or_default]
    pub help: AttrValue,
    #[prop_or_default]
    pub wrong: AttrValue,
    #[prop_or_default]
    pub advice: AttrValue,
    /// Gets all that are ticked, in the order of their ticking.
    pub onset: Callback<Vec<String>>,
}

/// Several boxes under one legend.
#[component]
pub fn Ticks(props: &TicksProps) -> Html {
    let tick = |(word, label): &(&'static str, AttrValue)| {
        let ontick = {
            let (onset, ticked, word) = (props.onset.clone(), props.ticked.clone(), *word);
            Callback::from(move |on: bool| {
                let mut all: Vec<String> = ticked.iter().filter(|known| *known != word).cloned().collect();
                if on {
                    all.push(word.to_owned());
                }
                onset.emit(all);
            })
        };
        let is_ticked = props.ticked.iter().any(|known| known == word);
        html! { <Tick id={format!("{}-{word}", props.id)} label={label} ticked={is_ticked} {ontick} /> }
    };
    let notes = Notes::new(&props.id, &props.wrong, &props.advice, &props.help);
    html! {
        <fieldset class="group">
            <legend>{ &props.legend }</legend>
            { for props.words.iter().map(tick) }
            { notes.drawn() }
        </fieldset>
    }
}
