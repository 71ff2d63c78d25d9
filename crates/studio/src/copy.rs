//! A button that copies a text, and says so.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Node, Window};
use yew::prelude::*;

use crate::pictures;
use crate::strings::text;

/// Milliseconds for which the button says what it did.
const TOLD: u32 = 2500;

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Copied,
    /// Where the clipboard is denied, the text is selected for the visitor's own copying.
    Selected,
}

#[derive(Properties, PartialEq)]
pub struct CopyProps {
    pub text: AttrValue,
    /// The element that holds the text on the page.
    pub source: NodeRef,
}

/// The button.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let outcome = use_state(|| None);
    {
        // The timer ends with the rendering that it belongs to.
        let outcome = outcome.clone();
        use_effect_with(*outcome, move |told| {
            let timer = told.map(|_| Timeout::new(TOLD, move || outcome.set(None)));
            move || drop(timer)
        });
    }
    let onclick = {
        let (outcome, source, text) = (outcome.clone(), props.source.clone(), props.text.to_string());
        move |_: MouseEvent| {
            let (outcome, source, text) = (outcome.clone(), source.clone(), text.clone());
            spawn_local(async move {
                let copied = write(&text).await.is_ok();
                if !copied {
                    select(&source);
                }
                outcome.set(Some(if copied { Outcome::Copied } else { Outcome::Selected }));
            });
        }
    };
    let (picture, label) = match *outcome {
        None => (pictures::copy(), text().copy),
        Some(Outcome::Copied) => (pictures::tick(), text().copied),
        Some(Outcome::Selected) => (pictures::copy(), text().selected),
    };
    html! {
        <div class="copy">
            <button type="button" class={classes!("filled", outcome.map(|_| "told"))} {onclick}>
                { picture }{ label }
            </button>
            <span class="unseen" role="status">{ if outcome.is_some() { label } else { "" } }</span>
        </div>
    }
}

async fn write(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(|_| ())
}

fn select(source: &NodeRef) {
    let node: Option<Node> = source.get();
    let selection = web_sys::window().and_then(|window: Window| window.get_selection().ok()?);
    if let (Some(node), Some(selection)) = (node, selection) {
        // A node of this very document can always be selected.
        let _ = selection.select_all_children(&node);
    }
}
