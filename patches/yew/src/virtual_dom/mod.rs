//! The nodes that `html!` makes. Only what this build draws can be made: anything else does not compile.

#[doc(hidden)]
pub mod key;
#[doc(hidden)]
pub mod listeners;
#[doc(hidden)]
pub mod vcomp;
#[doc(hidden)]
pub mod vlist;
#[doc(hidden)]
pub mod vnode;
#[doc(hidden)]
pub mod vtag;
#[doc(hidden)]
pub mod vtext;

use std::rc::Rc;

pub use self::key::Key;
pub use self::listeners::Listeners;
pub use self::vcomp::{VChild, VComp};
#[doc(hidden)]
pub use self::vlist::FullyKeyedState;
pub use self::vlist::VList;
pub use self::vnode::VNode;
pub use self::vtag::VTag;
pub use self::vtext::VText;

/// Attribute value
pub type AttrValue = implicit_clone::unsync::IString;

/// What only one tree holds. A node is drawn once; one that is kept to be drawn again ends in a trap.
pub(crate) fn sole<T>(node: Rc<T>) -> T {
    match Rc::try_unwrap(node) {
        Ok(node) => node,
        Err(_) => unreachable!("a node is drawn once in this build"),
    }
}

/// The value of an attribute.
#[derive(PartialEq, Clone, Debug)]
pub enum AttributeOrProperty {
    /// One that is written in the source.
    Static(&'static str),
    /// One that is made.
    Attribute(AttrValue),
}

/// A collection of attributes for an element
#[derive(PartialEq, Clone, Debug)]
pub enum Attributes {
    /// Attributes that do not change.
    Static(&'static [(&'static str, AttributeOrProperty)]),

    /// Attribute values that may change, and may be left out.
    Dynamic {
        /// The names.
        keys: &'static [&'static str],
        /// A value for each, or none.
        values: Box<[Option<AttributeOrProperty>]>,
    },
}

impl Attributes {
    /// The names and values of what is set.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, &str)> {
        fn text(value: &AttributeOrProperty) -> &str {
            match value {
                AttributeOrProperty::Static(text) => text,
                AttributeOrProperty::Attribute(text) => text,
            }
        }
        let mut pairs = Vec::new();
        match self {
            Self::Static(all) => {
                for (name, value) in *all {
                    pairs.push((*name, text(value)));
                }
            }
            Self::Dynamic { keys, values } => {
                for (place, name) in keys.iter().enumerate() {
                    if let Some(value) = &values[place] {
                        pairs.push((*name, text(value)));
                    }
                }
            }
        }
        pairs
    }
}

impl Default for Attributes {
    fn default() -> Self {
        Self::Static(&[])
    }
}
