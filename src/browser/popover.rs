//! The top layer.

use web_sys::{HtmlDialogElement, HtmlElement};
use yew::NodeRef;

/// Lifts an element with `popover="manual"` into the top layer. Focus stays where it is. Where that is refused (the
/// element is not connected, or shown already) nothing happens: the style sheet places it by itself.
pub fn open_popover(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.show_popover();
    }
}

/// Opens a `<dialog>` in the top layer: the page behind it waits. Where that is refused (the element is not connected, or open
/// already) nothing happens.
pub fn open_dialog(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlDialogElement>() {
        let _ = element.show_modal();
    }
}
