//! Shares of a sample: top boxes, class shares, rates.

mod interval;
mod method;

pub use method::ProportionMethod;

use super::confidence::Confidence;
use super::count::float;
use super::estimate::{Estimate, Unit};
use super::population::Population;

/// A share of a sample that is not empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    hits: f64,
    n: f64,
    answers: u64,
}

impl Proportion {
    /// `hits` of `n`. `None` without answers and when there are more hits than answers.
    #[must_use]
    pub fn new(hits: u64, n: u64) -> Option<Self> {
        (n > 0 && hits <= n).then_some(Self { hits: float(hits), n: float(n), answers: n })
    }

    /// A share of the simple random sample that would say as much. `None` unless the share is from 0 to 1 and `n` is
    /// positive and finite.
    pub(super) fn effective(share: f64, n: f64, answers: u64) -> Option<Self> {
        let valid = (0.0..=1.0).contains(&share) && n > 0.0 && n.is_finite() && answers > 0;
        valid.then_some(Self { hits: share * n, n, answers })
    }

    /// The share, 0 to 1.
    #[must_use]
    pub const fn share(&self) -> f64 {
        self.hits / self.n
    }

    /// The share in percent, 0 to 100.
    #[must_use]
    pub const fn percent(&self) -> f64 {
        100.0 * self.share()
    }

    /// How many there are of what is counted; a fraction in a weighted sample.
    #[must_use]
    pub const fn hits(&self) -> f64 {
        self.hits
    }

    /// Sample size that intervals go by: the number of answers, or the effective number of a weighted sample.
    #[must_use]
    pub const fn n(&self) -> f64 {
        self.n
    }

    /// How many answers there are.
    #[must_use]
    pub const fn answers(&self) -> u64 {
        self.answers
    }

    /// The share in percent with its interval.
    #[must_use]
    pub fn estimate(&self, method: ProportionMethod, confidence: Confidence) -> Estimate {
        let (interval, margin) = interval::of(self, method, confidence);
        let error = matches!(method, ProportionMethod::Wald).then(|| 100.0 * self.standard_error());
        Estimate {
            value: self.percent(),
            unit: Unit::Percent,
            interval: Some(interval.within(0.0, 1.0).times(100.0)),
            margin: margin.map(|margin| 100.0 * margin),
            standard_error: error,
            method: method.into(),
            confidence,
            n: self.answers,
        }
    }

    /// The same sample drawn from a closed population, of which it is a noticeable part: standard errors shrink by
    /// √((N − n) / (N − 1)). `None` when the population is smaller than the sample.
    #[must_use]
    pub fn within(&self, population: Population) -> Option<Self> {
        Self::effective(self.share(), population.effective(self.n)?, self.answers)
    }

    /// √(p (1 − p) / n), as a share.
    pub(super) fn standard_error(&self) -> f64 {
        (self.share() * (1.0 - self.share()) / self.n).sqrt()
    }
}
