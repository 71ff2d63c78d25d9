//! Where a monotone condition begins to hold.

/// Halvings after which an interval of any practical width has no float left between its ends.
const HALVINGS: u32 = 100;

/// The point of `low..=high` from which `reached` holds, by bisection: exact to the last bit or to `width · 2⁻¹⁰⁰`.
///
/// `reached` must not hold below that point and hold above it. Where it never holds the answer is `high`.
pub(crate) fn threshold(low: f64, high: f64, reached: impl Fn(f64) -> bool) -> f64 {
    narrowed(low, high, HALVINGS, reached)
}

/// The same to `width · 2⁻ʰ`, h being the number of halvings: for conditions that take long to look at.
pub(crate) fn narrowed(low: f64, high: f64, halvings: u32, reached: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..halvings {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if reached(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}
