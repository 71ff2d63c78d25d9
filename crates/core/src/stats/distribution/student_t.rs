//! Student's t distribution.

use super::beta;
use super::root::threshold;

/// The probability of a value up to `t` with `degrees` of freedom, which may be a fraction. `None` for NaN and unless
/// `degrees` is from 10⁻⁶ to 10²⁰.
#[must_use]
pub fn cdf(t: f64, degrees: f64) -> Option<f64> {
    (!t.is_nan() && has_degrees(degrees)).then(|| below(t, degrees))
}

/// The value that a share `p` lies below, 0 < p < 1, with `degrees` of freedom; else `None`.
#[must_use]
pub fn quantile(p: f64, degrees: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0 && has_degrees(degrees)) {
        return None;
    }
    let tail = p.min(1.0 - p);
    let mut far = -1.0;
    while below(far, degrees) > tail && far > -1e300 {
        far *= 2.0;
    }
    let lower = threshold(far, 0.0, |t| below(t, degrees) >= tail);
    Some(if p > 0.5 { -lower } else { lower })
}

/// The probability of a value at least `|t|` away from 0 on either side. `None` where [`cdf`] is.
#[must_use]
pub fn two_sided(t: f64, degrees: f64) -> Option<f64> {
    cdf(-t.abs(), degrees).map(|tail| 2.0 * tail)
}

fn has_degrees(degrees: f64) -> bool {
    (1e-6..=1e20).contains(&degrees)
}

fn below(t: f64, degrees: f64) -> f64 {
    let ratio = t / degrees.sqrt();
    // The greater of the two parts is never squared, so neither overflows.
    let (x, y) = if ratio.abs() <= 1.0 {
        let square = ratio * ratio;
        ((1.0 + square).recip(), square / (1.0 + square))
    } else {
        let square = ratio.recip() * ratio.recip();
        (square / (1.0 + square), (1.0 + square).recip())
    };
    let tail = 0.5 * beta::below(x, y, degrees / 2.0, 0.5);
    if t > 0.0 { 1.0 - tail } else { tail }
}
