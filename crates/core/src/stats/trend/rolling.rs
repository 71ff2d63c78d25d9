//! Rolling windows.

use core::num::NonZeroUsize;

use super::super::merge::Merge;

/// The counts of some periods on end, such as seven days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Window<T> {
    /// All answers of the window. Scores come from these; daily scores are never averaged.
    pub counts: T,
    /// Whether the window has all its periods; `false` at the beginning of a series.
    pub full: bool,
}

/// For each period the counts of it and of the `length` − 1 before it, pooled. The periods must follow each other without a
/// gap; one without answers has counts of 0.
///
/// # Errors
/// Where two periods count different things.
pub fn rolling<T: Merge>(periods: &[T], length: NonZeroUsize) -> Result<Vec<Window<T>>, T::Error> {
    let window = |end: usize| {
        let begin = end.saturating_sub(length.get());
        let counts = T::pooled(&periods[begin..end])?;
        Ok(counts.map(|counts| Window { counts, full: end >= length.get() }))
    };
    (1..=periods.len()).filter_map(|end| window(end).transpose()).collect()
}
