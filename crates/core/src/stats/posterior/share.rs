//! The posterior of a share.

use super::super::confidence::Confidence;
use super::super::distribution::beta;
use super::super::estimate::Interval;
use super::super::proportion::Proportion;
use super::PRIORS;

/// Beta(hits + a, misses + b).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharePosterior {
    alpha: f64,
    beta: f64,
}

impl SharePosterior {
    /// With Jeffreys' prior Beta(½, ½).
    #[must_use]
    pub fn jeffreys(sample: &Proportion) -> Self {
        Self { alpha: sample.hits() + 0.5, beta: sample.n() - sample.hits() + 0.5 }
    }

    /// With a prior Beta(a, b). `None` unless both are from 0.1 to a million.
    #[must_use]
    pub fn new(sample: &Proportion, [a, b]: [f64; 2]) -> Option<Self> {
        let valid = PRIORS.contains(&a) && PRIORS.contains(&b);
        valid.then(|| Self { alpha: sample.hits() + a, beta: sample.n() - sample.hits() + b })
    }

    /// Both parameters: hits and misses with the prior added.
    #[must_use]
    pub const fn parameters(&self) -> [f64; 2] {
        [self.alpha, self.beta]
    }

    /// The mean, in percent.
    #[must_use]
    pub const fn mean(&self) -> f64 {
        100.0 * self.alpha / (self.alpha + self.beta)
    }

    /// The probability that the true share is above `percent`.
    #[must_use]
    pub fn probability_above(&self, percent: f64) -> f64 {
        let share = (percent / 100.0).clamp(0.0, 1.0);
        beta::cdf(1.0 - share, self.beta, self.alpha).unwrap_or(0.0)
    }

    /// The equal-tailed credible interval, in percent.
    #[must_use]
    pub fn interval(&self, confidence: Confidence) -> Interval {
        let tail = confidence.alpha() / 2.0;
        let quantile = |p| beta::quantile(p, self.alpha, self.beta).unwrap_or(self.mean() / 100.0);
        Interval::new(quantile(tail), quantile(1.0 - tail)).times(100.0)
    }
}
