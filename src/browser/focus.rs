//! Moving focus only where it already is ours.

use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// Whether focus is on or inside this node.
pub fn holds_focus(node: &NodeRef) -> bool {
    node.cast::<Element>().is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}

/// Moves focus to the first element under `node` that fits `selector`, without scrolling the page more than needed.
pub fn focus(node: &NodeRef, selector: &str) {
    let found = node.cast::<Element>().and_then(|element| element.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let element: HtmlElement = wasm_bindgen::JsCast::unchecked_into(element);
        let _ = element.focus();
    }
}
