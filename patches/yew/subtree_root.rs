//! Per-subtree state of apps. This build registers no listeners, so there is none.

use web_sys::{Element, EventTarget as HtmlEventTarget};

/// Set, if events should bubble up the DOM tree, calling any matching callbacks.
#[cfg(feature = "csr")]
pub fn set_event_bubbling(_bubble: bool) {}

/// Data kept per controlled subtree.
#[derive(Debug, Clone)]
pub struct BSubtree;

impl BSubtree {
    /// Create a bundle root at the specified host element
    pub fn create_root(_host_element: &HtmlEventTarget) -> Self {
        Self
    }

    /// Create a bundle root at the specified host element, that is logically
    /// mounted under the specified element in this tree.
    pub fn create_subroot(&self, _mount_point: Element, _host_element: &HtmlEventTarget) -> Self {
        Self
    }
}
