//! Means of points.

use super::better::Better;
use super::confidence::Confidence;
use super::count::float;
use super::distribution::student_t;
use super::estimate::{Estimate, Interval, Method, Unit};
use super::histogram::Histogram;
use super::population::Population;
use crate::metric::Scale;

/// Mean and spread of a sample that is not empty, on the points of its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    scale: Scale,
    value: f64,
    /// The sample variance, divisor n − 1; `None` for one answer.
    variance: Option<f64>,
    /// Sample size that the standard error goes by.
    n: f64,
    degrees: f64,
    answers: u64,
}

impl Mean {
    /// `None` without answers. Sums are of whole numbers, so nothing is lost to cancellation.
    pub(super) fn of(histogram: &Histogram) -> Option<Self> {
        let answers = histogram.n();
        let (mut sum, mut squares) = (0_u128, 0_u128);
        for (point, count) in histogram.points() {
            let (point, count) = (u128::from(point), u128::from(count));
            sum += point * count;
            squares += point * point * count;
        }
        // (n Σx² − (Σx)²) / (n (n − 1))
        let spread = u128::from(answers) * squares - sum * sum;
        let n = float(answers);
        (answers > 0).then(|| Self {
            scale: histogram.scale(),
            value: wide(sum) / n,
            variance: (answers > 1).then(|| wide(spread) / n / (n - 1.0)),
            n,
            degrees: n - 1.0,
            answers,
        })
    }

    /// From weighted moments and an effective sample size: the variance is that of the shares, times n / (n − 1).
    pub(super) fn effective(scale: Scale, value: f64, variance: f64, n: f64, answers: u64) -> Self {
        let degrees = n - 1.0;
        let variance = (degrees > 0.0).then(|| variance.max(0.0) * n / degrees);
        Self { scale, value, variance, n, degrees, answers }
    }

    /// The mean, on the scale.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// Sample variance, divisor n − 1. `None` for one answer.
    #[must_use]
    pub const fn variance(&self) -> Option<f64> {
        self.variance
    }

    /// Sample standard deviation. `None` for one answer.
    #[must_use]
    pub fn standard_deviation(&self) -> Option<f64> {
        self.variance.map(f64::sqrt)
    }

    /// Standard error of the mean. `None` for one answer.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.variance.map(|variance| (variance / self.n).sqrt())
    }

    /// Sample size that the standard error goes by.
    pub(super) const fn n(&self) -> f64 {
        self.n
    }

    /// Degrees of freedom of the standard error.
    pub(super) const fn degrees(&self) -> f64 {
        self.degrees
    }

    /// How many answers there are.
    #[must_use]
    pub const fn answers(&self) -> u64 {
        self.answers
    }

    /// The mean with a t interval, cut at the ends of the scale; without interval for one answer.
    #[must_use]
    pub fn estimate(&self, confidence: Confidence) -> Estimate {
        let error = self.standard_error();
        let t = student_t::quantile(1.0 - confidence.alpha() / 2.0, self.degrees);
        let margin = error.zip(t).map(|(error, t)| t * error);
        let (lowest, highest) = (f64::from(self.scale.min), f64::from(self.scale.max));
        Estimate {
            value: self.value,
            unit: Unit::Scale,
            interval: margin.map(|margin| Interval::around(self.value, margin).within(lowest, highest)),
            margin,
            standard_error: error,
            method: Method::StudentT,
            confidence,
            n: self.answers,
        }
    }

    /// The same answers read from the other end of the scale, min + max − x: the inverted mean of CES 1.0.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { value: f64::from(self.scale.min) + f64::from(self.scale.max) - self.value, ..*self }
    }

    /// The mean on 0 to 100, where 100 is the good end.
    #[must_use]
    pub fn normalised(&self, better: Better) -> f64 {
        let (lowest, highest) = (f64::from(self.scale.min), f64::from(self.scale.max));
        better.normalised(self.value.clamp(lowest, highest), self.scale).unwrap_or_default()
    }

    /// The same sample drawn from a closed population, of which it is a noticeable part: the standard error shrinks by
    /// √((N − n) / (N − 1)). `None` when the population is smaller than the sample.
    #[must_use]
    pub fn within(&self, population: Population) -> Option<Self> {
        Some(Self { n: population.effective(self.n)?, ..*self })
    }
}

#[allow(clippy::cast_precision_loss, reason = "a mean needs no more digits than a float has")]
const fn wide(sum: u128) -> f64 {
    sum as f64
}
