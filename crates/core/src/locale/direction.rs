//! Reading direction.

use crate::words::words;

words! {
    /// The direction that a language is read in; the scale follows it.
    pub enum Direction {
        /// Left to right.
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}
