//! The question before work is replaced.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct AskProps {
    /// What would be replaced, and whether it comes back.
    pub question: AttrValue,
    /// Told yes or no; closing it says no.
    pub ondecide: Callback<bool>,
}

/// A dialog that stands as long as it is drawn.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                // Refused only for a dialog that is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let answer = |is_wanted: bool| props.ondecide.reform(move |_: MouseEvent| is_wanted);
    // The browser closes it on Escape by itself.
    let onclose = props.ondecide.reform(|_: Event| false);
    html! {
        <dialog ref={node} class="ask" aria-labelledby="ask-title" aria-describedby="ask-question" {onclose}>
            <h2 id="ask-title">{ text().ask_title }</h2>
            <p id="ask-question">{ &props.question }</p>
            <div class="ask-ways">
                <button type="button" class="outlined" onclick={answer(false)}>{ text().ask_no }</button>
                <button type="button" class="filled" onclick={answer(true)}>{ text().ask_yes }</button>
            </div>
        </dialog>
    }
}
