//! A node: an element, a text, or a list of nodes.

use std::rc::Rc;

use super::{VChild, VComp, VList, VTag, VText};
use crate::html::{BaseComponent, ImplicitClone};

/// Bind virtual element to a DOM reference.
#[derive(Clone, Debug, ImplicitClone, PartialEq)]
#[must_use = "html does not do anything unless returned to Yew for rendering."]
pub enum VNode {
    /// An element.
    VTag(Rc<VTag>),
    /// A text.
    VText(VText),
    /// A list of other nodes.
    VList(Rc<VList>),
}

impl Default for VNode {
    fn default() -> Self {
        VNode::VList(Rc::default())
    }
}

impl From<VText> for VNode {
    fn from(vtext: VText) -> Self {
        VNode::VText(vtext)
    }
}

impl From<VList> for VNode {
    fn from(vlist: VList) -> Self {
        VNode::VList(Rc::new(vlist))
    }
}

impl From<VTag> for VNode {
    fn from(vtag: VTag) -> Self {
        VNode::VTag(Rc::new(vtag))
    }
}

impl From<VComp> for VNode {
    fn from(vcomp: VComp) -> Self {
        match vcomp {}
    }
}

impl<COMP: BaseComponent> From<VChild<COMP>> for VNode {
    fn from(vchild: VChild<COMP>) -> Self {
        VComp::from(vchild).into()
    }
}

impl<T: ToString> From<T> for VNode {
    fn from(value: T) -> Self {
        VNode::VText(VText::new(value.to_string()))
    }
}

impl<A: Into<VNode>> FromIterator<A> for VNode {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self {
        VList::from_iter(iter).into()
    }
}
