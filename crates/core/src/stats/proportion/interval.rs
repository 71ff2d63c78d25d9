//! Intervals for a share, as shares.

use super::super::confidence::Confidence;
use super::super::distribution::beta;
use super::super::estimate::Interval;
use super::{Proportion, ProportionMethod};

/// The interval, not yet cut at 0 and 1, and half its width where it is symmetric.
pub(super) fn of(sample: &Proportion, method: ProportionMethod, confidence: Confidence) -> (Interval, Option<f64>) {
    let (hits, n) = (sample.hits, sample.n);
    let misses = n - hits;
    match method {
        ProportionMethod::Wilson => (wilson(sample, confidence), None),
        ProportionMethod::AgrestiCoull => {
            let square = confidence.z() * confidence.z();
            symmetric((hits + square / 2.0) / (n + square), n + square, confidence)
        }
        ProportionMethod::Wald => symmetric(sample.share(), n, confidence),
        ProportionMethod::ClopperPearson => {
            let lower = quantile(confidence.alpha() / 2.0, hits, misses + 1.0);
            let upper = quantile(1.0 - confidence.alpha() / 2.0, hits + 1.0, misses);
            (open_ends(sample, lower, upper), None)
        }
        ProportionMethod::Jeffreys => {
            let lower = quantile(confidence.alpha() / 2.0, hits + 0.5, misses + 0.5);
            let upper = quantile(1.0 - confidence.alpha() / 2.0, hits + 0.5, misses + 0.5);
            (open_ends(sample, lower, upper), None)
        }
    }
}

/// Centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1 − p)/n + z²/4n²) / (1 + z²/n).
fn wilson(sample: &Proportion, confidence: Confidence) -> Interval {
    let (p, n, z) = (sample.share(), sample.n, confidence.z());
    let square = z * z / n;
    let centre = (p + square / 2.0) / (1.0 + square);
    let half = z * (p * (1.0 - p) / n + square / (4.0 * n)).sqrt() / (1.0 + square);
    open_ends(sample, centre - half, centre + half)
}

fn symmetric(centre: f64, n: f64, confidence: Confidence) -> (Interval, Option<f64>) {
    let margin = confidence.z() * (centre * (1.0 - centre) / n).max(0.0).sqrt();
    (Interval::around(centre, margin), Some(margin))
}

/// Without hits the interval begins at 0, without misses it ends at 1: exactly, where floats would leave 10⁻¹⁷.
fn open_ends(sample: &Proportion, lower: f64, upper: f64) -> Interval {
    let lower = if sample.hits <= 0.0 { 0.0 } else { lower };
    let upper = if sample.hits >= sample.n { 1.0 } else { upper };
    Interval::new(lower, upper)
}

/// A quantile of the beta distribution; where there is none, at 0 hits or misses, the end that `open_ends` replaces.
fn quantile(p: f64, a: f64, b: f64) -> f64 {
    beta::quantile(p, a, b).unwrap_or(if p < 0.5 { 0.0 } else { 1.0 })
}
