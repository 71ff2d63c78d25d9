//! Counting that never overflows.

/// The most that is counted: 2⁵³, up to which every whole number is exact as a float. A count that reaches it stays.
pub(super) const MOST: u64 = 1 << 53;

/// The sum of two counts. Commutative, and associative also where it stays at [`MOST`].
pub(super) const fn sum(a: u64, b: u64) -> u64 {
    bounded(a.saturating_add(b))
}

/// At most [`MOST`].
pub(super) const fn bounded(count: u64) -> u64 {
    if count < MOST { count } else { MOST }
}

/// A count as a float. Exact up to [`MOST`].
#[allow(clippy::cast_precision_loss, reason = "counts and their few sums are far below the limit")]
pub(super) const fn float(count: u64) -> f64 {
    count as f64
}
