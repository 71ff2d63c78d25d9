//! Colours as the browser computes them, and setting them without markup.

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, HtmlElement};
use yew::NodeRef;

#[wasm_bindgen]
extern "C" {
    /// The function of the window. By way of `web_sys::window` it would cost half a kilobyte.
    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(element: &HtmlElement) -> Option<CssStyleDeclaration>;
}

/// The style of one element.
pub struct Style {
    own: CssStyleDeclaration,
    computed: CssStyleDeclaration,
}

/// The style of a node; `None` while it is not drawn.
pub fn style(node: &NodeRef) -> Option<Style> {
    let element: HtmlElement = node.cast()?;
    Some(Style { own: element.style(), computed: computed_style(&element)? })
}

impl Style {
    /// What a property comes to; empty where the browser does not know it.
    pub fn get(&self, property: &str) -> String {
        self.computed.get_property_value(property).unwrap_or_default()
    }

    /// Sets a property on the element, or takes it back.
    pub fn set(&self, property: &str, value: Option<&str>) {
        let _ = match value {
            Some(value) => self.own.set_property(property, value),
            None => self.own.remove_property(property).map(|_| ()),
        };
    }
}
