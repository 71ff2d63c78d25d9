//! The standard normal distribution.

use core::f64::consts::FRAC_1_SQRT_2;

use super::root::threshold;

/// Beyond this many standard deviations a tail is smaller than any float.
const FAR: f64 = 40.0;

/// Φ(x), the probability of a value up to `x`. `None` for NaN.
#[must_use]
pub fn cdf(x: f64) -> Option<f64> {
    (!x.is_nan()).then(|| below(x))
}

/// Φ⁻¹(p) for 0 < p < 1, else `None`. Inverts Φ, so it is as exact as the error function.
#[must_use]
pub fn quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    // The lower tail keeps its digits where 1 − p would lose them.
    let lower = threshold(-FAR, 0.0, |x| below(x) >= p.min(1.0 - p));
    Some(if p > 0.5 { -lower } else { lower })
}

/// The probability of a value at least `|z|` away from 0 on either side: 2 (1 − Φ(|z|)). `None` for NaN.
#[must_use]
pub fn two_sided(z: f64) -> Option<f64> {
    cdf(-z.abs()).map(|tail| 2.0 * tail)
}

pub(super) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_invert_the_distribution_far_into_both_tails() {
        for p in [1e-300, 1e-20, 0.001, 0.025, 0.5, 0.8, 0.975, 0.999_999] {
            let x = quantile(p).expect("a probability");
            assert!((below(x) - p).abs() <= 1e-13 * p, "{p}");
        }
        assert!(quantile(0.5).is_some_and(|middle| middle.abs() < 1e-15));
    }

    #[test]
    fn what_is_no_probability_has_no_quantile() {
        for p in [f64::NAN, -0.1, 0.0, 1.0, 2.0, f64::INFINITY] {
            assert_eq!(quantile(p), None, "{p}");
        }
        assert_eq!(cdf(f64::NAN), None);
        assert_eq!(cdf(f64::INFINITY), Some(1.0));
    }
}
