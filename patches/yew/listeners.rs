//! Listeners written in `html!`: this build registers none.

use web_sys::Element;

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::Listeners;

/// An active set of listeners on an element
#[derive(Debug)]
pub(super) struct ListenerRegistration;

impl Apply for Listeners {
    type Bundle = ListenerRegistration;
    type Element = Element;

    fn apply(self, _root: &BSubtree, _el: &Self::Element) -> ListenerRegistration {
        ListenerRegistration
    }

    fn apply_diff(self, _root: &BSubtree, _el: &Self::Element, _bundle: &mut ListenerRegistration) {
    }
}

impl ListenerRegistration {
    pub fn unregister(&self, _root: &BSubtree) {}
}
