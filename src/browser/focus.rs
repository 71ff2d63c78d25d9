//! Moving focus only where it already is ours.

use web_sys::{Element, HtmlElement, HtmlInputElement};
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

/// Takes back what is chosen under `node`, before it goes: Chromium 156 counts a radio button that was focused, checked and
/// removed as the checked one of later buttons of its name, and Tab passes over them.
pub fn uncheck(node: &NodeRef) {
    let found =
        node.cast::<Element>().and_then(|element| element.query_selector("[name=score]:checked").ok().flatten());
    if let Some(element) = found {
        wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>(element).set_checked(false);
    }
}
