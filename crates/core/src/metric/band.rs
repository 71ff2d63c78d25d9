//! Classes, and the three bands that they belong to.

use crate::words::words;

words! {
    /// Which way a class points. Every class of every metric belongs to one band.
    pub enum Band {
        /// Something went wrong for this respondent.
        Negative = "negative",
        /// Neither.
        Neutral = "neutral",
        /// It went well.
        Positive = "positive",
    }
}

/// What a score says about the respondent, in the words of its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Class {
    /// The band that the class belongs to.
    pub band: Band,
    /// The word on the wire, such as `promoter`.
    pub name: &'static str,
}
