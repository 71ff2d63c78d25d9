//! The beta distribution, by the regularised incomplete beta function.

use core::f64::consts::PI;
use core::ops::RangeInclusive;

use super::normal;
use super::root::threshold;
use super::stirling::{deviance, remainder};

/// The parameters that are answered for. Posteriors and intervals of survey answers lie well inside.
pub const SHAPES: RangeInclusive<f64> = 1e-6..=1e20;

/// From here on, for both parameters, the expansion around the normal distribution is exact to eight decimals.
const EXPANSION_FROM: f64 = 1e5;

/// More steps than the continued fraction takes below [`EXPANSION_FROM`].
const STEPS: u32 = 100_000;

/// Iₓ(a, b), the probability of a value up to `x` for Beta(a, b). `None` unless `a` and `b` are in the
/// range of [`SHAPES`] and `x` is from 0 to 1.
#[must_use]
pub fn cdf(x: f64, a: f64, b: f64) -> Option<f64> {
    (has_shape(a, b) && (0.0..=1.0).contains(&x)).then(|| below(x, 1.0 - x, a, b))
}

/// The value that a share `p` of Beta(a, b) lies below, 0 < p < 1; else `None`, also unless `a` and `b` are in the
/// range of [`SHAPES`].
#[must_use]
pub fn quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    if !(has_shape(a, b) && p > 0.0 && p < 1.0) {
        return None;
    }
    Some(threshold(0.0, 1.0, |x| below(x, 1.0 - x, a, b) >= p))
}

fn has_shape(a: f64, b: f64) -> bool {
    SHAPES.contains(&a) && SHAPES.contains(&b)
}

/// Iₓ(a, b) with `y` = 1 − x given apart, because near 1 the difference has lost its digits.
pub(crate) fn below(x: f64, y: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let below = if a.min(b) >= EXPANSION_FROM {
        expansion(x, y, a, b)
    } else if x * (a + b + 2.0) <= a + 1.0 {
        power(x, y, a, b) / a * continued_fraction(x, a, b)
    } else {
        1.0 - power(x, y, a, b) / b * continued_fraction(y, b, a)
    };
    below.clamp(0.0, 1.0)
}

/// xᵃ yᵇ / B(a, b).
pub(crate) fn power(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let n = a + b;
    let root = (a / n * b / (2.0 * PI)).sqrt();
    let away = deviance(a, n * x) + deviance(b, n * y);
    root * (remainder(n) - remainder(a) - remainder(b) - away).exp()
}

/// The continued fraction of Iₓ(a, b), evaluated from the front (modified Lentz): <https://dlmf.nist.gov/8.17.E22>.
fn continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let bounded = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = bounded(1.0 - (a + b) / (a + 1.0) * x).recip();
    let mut value = d;
    for step in 1..=STEPS {
        let m = f64::from(step);
        let even = m / (a + 2.0 * m) * ((b - m) / (a + 2.0 * m - 1.0)) * x;
        let odd = -((a + m) / (a + 2.0 * m)) * ((a + b + m) / (a + 2.0 * m + 1.0)) * x;
        let mut change = 1.0;
        for term in [even, odd] {
            d = bounded(1.0 + term * d).recip();
            c = bounded(1.0 + term / c);
            change = c * d;
            value *= change;
        }
        if (change - 1.0).abs() < 4.0 * f64::EPSILON {
            break;
        }
    }
    value
}

/// Iₓ(a, b) for large parameters: Φ(w) + φ(w) (1/w − 1/u), with w the signed root of twice the deviance and u the
/// distance from a / (a + b) in standard deviations: the leading terms of <https://dlmf.nist.gov/8.18.E9>.
fn expansion(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let n = a + b;
    let distance = b * x - a * y;
    let w = (2.0 * (deviance(a, n * x) + deviance(b, n * y))).sqrt().copysign(distance);
    let u = distance / (a / n * b).sqrt();
    let density = (-0.5 * w * w).exp() / (2.0 * PI).sqrt();
    // Around the centre both terms grow without bound and their difference tends to this.
    let bend = if w.abs() < 0.05 { (b - a) / (3.0 * (a * b * n).sqrt()) } else { w.recip() - u.recip() };
    normal::below(w) + density * bend
}
