//! Tango's score interval for a difference of two shares of one sample.

use super::super::distribution::root::threshold;
use super::super::estimate::Interval;
use super::NetScore;

/// All θ = P − D with |T(θ)| ≤ z, as shares: Tango 1998, Statistics in Medicine 17:891. With b negative and c positive of
/// n answers, T = (c − b − nθ) / √(n (2q + θ(1 − θ))), where q is the larger root of
/// 2n q² + (−b − c + (2n − c + b) θ) q − bθ(1 − θ) = 0. T falls in θ and is 0 at the score, so each end is found by
/// bisection.
pub(super) fn interval(sample: &NetScore, z: f64) -> Interval {
    let score = sample.net();
    let n = sample.n();
    let lower = if sample.negative >= n { -1.0 } else { threshold(-1.0, score, |theta| statistic(sample, theta) <= z) };
    let upper = if sample.positive >= n { 1.0 } else { threshold(score, 1.0, |theta| statistic(sample, theta) < -z) };
    Interval::new(lower, upper)
}

fn statistic(sample: &NetScore, theta: f64) -> f64 {
    let (b, c, n) = (sample.negative, sample.positive, sample.n());
    let distance = c - b - n * theta;
    let linear = -b - c + (2.0 * n - c + b) * theta;
    let constant = -b * theta * (1.0 - theta);
    let root = (linear * linear - 8.0 * n * constant).max(0.0).sqrt();
    let q = (root - linear) / (4.0 * n);
    let variance = n * (2.0 * q + theta * (1.0 - theta));
    if variance > 0.0 { distance / variance.sqrt() } else { distance.signum() * f64::INFINITY }
}
