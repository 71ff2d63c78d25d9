//! What the `html!` macro calls to gather children.

use std::marker::PhantomData;
use std::rc::Rc;

/// Map IntoIterator<Item = Into<T>> to Iterator<Item = T>
pub fn into_node_iter<IT, T, R>(it: IT) -> impl Iterator<Item = R>
where
    IT: IntoIterator<Item = T>,
    T: Into<R>,
{
    it.into_iter().map(|n| n.into())
}

/// A special type necessary for flattening components returned from nested html macros.
#[derive(Debug)]
pub struct NodeSeq<IN, OUT>(Vec<OUT>, PhantomData<IN>);

impl<IN: Into<OUT>, OUT> From<IN> for NodeSeq<IN, OUT> {
    fn from(val: IN) -> Self {
        Self(vec![val.into()], PhantomData)
    }
}

impl<IN: Into<OUT>, OUT> From<Option<IN>> for NodeSeq<IN, OUT> {
    fn from(val: Option<IN>) -> Self {
        Self(val.into_iter().map(|n| n.into()).collect(), PhantomData)
    }
}

impl<IN: Into<OUT>, OUT> From<Vec<IN>> for NodeSeq<IN, OUT> {
    fn from(val: Vec<IN>) -> Self {
        Self(val.into_iter().map(|n| n.into()).collect(), PhantomData)
    }
}

impl<IN, OUT> IntoIterator for NodeSeq<IN, OUT> {
    type IntoIter = std::vec::IntoIter<OUT>;
    type Item = OUT;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[doc(hidden)]
pub fn __ensure_type<T>(_: T) {}

pub(crate) fn print_node(n: &web_sys::Node) -> String {
    n.text_content().unwrap_or_default()
}

pub(crate) trait RcExt<T: Clone> {
    fn unwrap_or_clone(this: Self) -> T;
}

impl<T: Clone> RcExt<T> for Rc<T> {
    fn unwrap_or_clone(this: Self) -> T {
        Rc::unwrap_or_clone(this)
    }
}
