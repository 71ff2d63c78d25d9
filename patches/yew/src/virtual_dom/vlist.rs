//! A list of nodes. Keys of lists are taken and not looked at: children are matched by their number.

use std::rc::Rc;

use super::{Key, VNode};

#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FullyKeyedState {
    KnownFullyKeyed,
    KnownMissingKeys,
    Unknown,
}

/// This struct represents a fragment of the Virtual DOM tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VList {
    /// The list of child [VNode]s
    pub(crate) children: Option<Rc<Vec<VNode>>>,
}

impl VList {
    /// Creates a new [VList] instance with children.
    pub fn with_children(children: Vec<VNode>, _key: Option<Key>) -> Self {
        Self::from(children)
    }

    #[doc(hidden)]
    pub fn __macro_new(children: Vec<VNode>, _key: Option<Key>, _fully_keyed: FullyKeyedState) -> Self {
        Self::from(children)
    }
}

impl<A: Into<VNode>> FromIterator<A> for VList {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self {
        Self::from(iter.into_iter().map(Into::into).collect::<Vec<_>>())
    }
}

impl From<Option<Rc<Vec<VNode>>>> for VList {
    fn from(children: Option<Rc<Vec<VNode>>>) -> Self {
        Self { children }
    }
}

impl From<Vec<VNode>> for VList {
    fn from(children: Vec<VNode>) -> Self {
        Self { children: Some(Rc::new(children)) }
    }
}

impl From<VNode> for VList {
    fn from(child: VNode) -> Self {
        Self::from(vec![child])
    }
}
