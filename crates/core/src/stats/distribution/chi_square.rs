//! The χ² distribution, by the regularised incomplete gamma function.

use core::f64::consts::PI;

use super::root::threshold;
use super::stirling::{deviance, remainder};

/// More steps than series and continued fraction take for a million degrees of freedom.
const STEPS: u32 = 100_000;

/// The probability of a value up to `x` with `degrees` of freedom. `None` for NaN, a negative `x` and 0 degrees.
#[must_use]
pub fn cdf(x: f64, degrees: u32) -> Option<f64> {
    (x >= 0.0 && degrees > 0).then(|| below(x, degrees))
}

/// The value that a share `p` lies below, 0 < p < 1; `None` otherwise and for 0 degrees.
#[must_use]
pub fn quantile(p: f64, degrees: u32) -> Option<f64> {
    if !(p > 0.0 && p < 1.0 && degrees > 0) {
        return None;
    }
    let mut far = f64::from(degrees);
    while below(far, degrees) < p && far < 1e300 {
        far *= 2.0;
    }
    Some(threshold(0.0, far, |x| below(x, degrees) >= p))
}

/// P(a, x) of the gamma distribution with a = degrees / 2 at x / 2.
fn below(x: f64, degrees: u32) -> f64 {
    let (a, x) = (f64::from(degrees) / 2.0, x / 2.0);
    if x <= 0.0 {
        return 0.0;
    }
    if x.is_infinite() {
        return 1.0;
    }
    // xᵃ e⁻ˣ / Γ(a)
    let power = (a / (2.0 * PI)).sqrt() * (-deviance(a, x) - remainder(a)).exp();
    let below = if x < a + 1.0 { power * series(a, x) } else { 1.0 - power * continued_fraction(a, x) };
    below.clamp(0.0, 1.0)
}

/// Σ xᵏ / (a (a+1) … (a+k)): <https://dlmf.nist.gov/8.7.E1>.
fn series(a: f64, x: f64) -> f64 {
    let mut term = a.recip();
    let mut sum = term;
    for step in 1..=STEPS {
        term *= x / (a + f64::from(step));
        sum += term;
        if term <= sum * f64::EPSILON {
            break;
        }
    }
    sum
}

/// The continued fraction of the upper tail, evaluated from the front (modified Lentz): <https://dlmf.nist.gov/8.9.E2>.
fn continued_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1e300;
    let mut d = b.recip();
    let mut value = d;
    for step in 1..=STEPS {
        let k = f64::from(step);
        let term = -k * (k - a);
        b += 2.0;
        d = (term * d + b).recip();
        c = b + term / c;
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() < 4.0 * f64::EPSILON {
            break;
        }
    }
    value
}
