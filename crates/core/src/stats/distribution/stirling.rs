//! What the densities of beta and gamma are made of, without the cancellation of a difference of log-gammas.
//!
//! After Loader, Fast and Accurate Computation of Binomial Probabilities (2000): a density is a leading square root,
//! the exponential of a deviance, and the remainders of Stirling's formula.

use core::f64::consts::PI;

/// From here on five terms of the series are exact to the last bits.
const SERIES_FROM: f64 = 16.0;

/// What Stirling's formula leaves out: ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π), for a > 0.
pub(super) fn remainder(a: f64) -> f64 {
    if a < SERIES_FROM {
        return libm::lgamma(a) - ((a - 0.5) * a.ln() - a + 0.5 * (2.0 * PI).ln());
    }
    let square = (a * a).recip();
    let terms = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0];
    terms.iter().rev().fold(0.0, |sum, term| sum * square + term) / a
}

/// a ln(a/m) + m − a: how far an expected value `m` is from `a`, in nats; 0 where they are equal. Both positive.
pub(super) fn deviance(a: f64, m: f64) -> f64 {
    let relative = (m - a) / a;
    a * (relative - relative.ln_1p())
}
