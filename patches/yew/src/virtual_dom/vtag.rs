//! An element with its attributes and what is in it.

use std::convert::Infallible;

use super::{AttrValue, Attributes, Key, Listeners, VNode};
use crate::html::NodeRef;

/// A type for a virtual [Element](https://developer.mozilla.org/en-US/docs/Web/API/Element) representation.
#[derive(Debug, PartialEq)]
pub struct VTag {
    pub(crate) tag: AttrValue,
    /// The text of a field.
    pub(crate) value: Option<AttrValue>,
    /// The state of a box or point.
    pub(crate) checked: Option<bool>,
    pub(crate) node_ref: NodeRef,
    pub(crate) attributes: Attributes,
    pub(crate) key: Option<Key>,
    pub(crate) children: VNode,
}

/// What the `html!` macro calls.
impl VTag {
    #[doc(hidden)]
    pub fn __new_input(
        value: Option<AttrValue>,
        checked: Option<bool>,
        node_ref: NodeRef,
        key: Option<Key>,
        attributes: Attributes,
        _listeners: Listeners,
    ) -> Self {
        let tag = AttrValue::Static("input");
        Self { tag, value, checked, node_ref, attributes, key, children: VNode::default() }
    }

    #[doc(hidden)]
    pub fn __new_textarea(
        value: Option<AttrValue>,
        _defaultvalue: Option<Infallible>,
        node_ref: NodeRef,
        key: Option<Key>,
        attributes: Attributes,
        _listeners: Listeners,
    ) -> Self {
        let tag = AttrValue::Static("textarea");
        Self { tag, value, checked: None, node_ref, attributes, key, children: VNode::default() }
    }

    #[doc(hidden)]
    pub fn __new_other(
        tag: AttrValue,
        node_ref: NodeRef,
        key: Option<Key>,
        attributes: Attributes,
        _listeners: Listeners,
        children: VNode,
    ) -> Self {
        Self { tag, value: None, checked: None, node_ref, attributes, key, children }
    }
}
