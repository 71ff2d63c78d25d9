//! Colours as the browser computes them, and setting them without markup.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};
use yew::NodeRef;

/// The style of one element.
pub struct Style {
    own: CssStyleDeclaration,
    computed: CssStyleDeclaration,
}

/// The style of a node; `None` while it is not drawn.
pub fn style(node: &NodeRef) -> Option<Style> {
    let element: HtmlElement = node.cast()?;
    let computed = web_sys::window()?.get_computed_style(&element).ok()??;
    Some(Style { own: element.style(), computed: computed.unchecked_into() })
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
