//! A file that is pasted in, and what is wrong with it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::notes::Notes;
use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct IncomingProps {
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub help: AttrValue,
    /// Opens what was pasted; else says what is wrong with it.
    pub open: Callback<String, Result<(), String>>,
}

/// The field, and the button that opens what stands in it.
#[component]
pub fn Incoming(props: &IncomingProps) -> Html {
    let area = use_node_ref();
    let wrong = use_state(String::new);
    let notes = Notes::new(&props.id, &wrong, "", &props.help);
    let onclick = {
        let (area, wrong, open) = (area.clone(), wrong.clone(), props.open.clone());
        move |_: MouseEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                wrong.set(open.emit(area.value()).err().unwrap_or_default());
            }
        }
    };
    html! {
        <>
            <div class="writing exact">
                <label for={&props.id}>{ &props.label }</label>
                <textarea
                    ref={area}
                    id={&props.id}
                    rows="3"
                    spellcheck="false"
                    aria-describedby={notes.described()}
                    aria-invalid={notes.invalid()}
                />
                { notes.drawn() }
            </div>
            <button type="button" class="outlined" {onclick}>{ text().open_incoming }</button>
        </>
    }
}
