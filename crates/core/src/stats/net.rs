//! Net scores: share of the positive less share of the negative class. NPS is the best known.

mod method;
mod tango;

pub use method::NetMethod;

use super::classes::Classes;
use super::confidence::Confidence;
use super::count::float;
use super::distribution::chi_square;
use super::estimate::{Estimate, Interval, Unit};
use super::population::Population;
use crate::metric::Band;

/// The net score of a sample that is not empty: 100 (P − D), with P and D the shares of positive and negative class.
///
/// Works for any three classes: promoters less detractors, satisfied less dissatisfied, exceeded less shortfall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetScore {
    negative: f64,
    neutral: f64,
    positive: f64,
    answers: u64,
}

impl NetScore {
    /// `None` without answers.
    pub(super) fn new(classes: Classes) -> Option<Self> {
        let [negative, neutral, positive] = classes.counts().map(float);
        let answers = classes.n();
        (answers > 0).then_some(Self { negative, neutral, positive, answers })
    }

    /// From shares and the size of the simple random sample that would say as much. `None` unless all are finite, none
    /// is negative and something is there.
    pub(super) fn effective(shares: [f64; 3], n: f64, answers: u64) -> Option<Self> {
        let sum: f64 = shares.iter().sum();
        let [negative, neutral, positive] = shares.map(|share| share / sum * n);
        let sound = |mass: &f64| mass.is_finite() && *mass >= 0.0;
        let valid = n > 0.0 && answers > 0 && [negative, neutral, positive].iter().all(sound);
        valid.then_some(Self { negative, neutral, positive, answers })
    }

    /// Sample size that intervals go by: the number of answers, the effective number of a weighted sample, plus
    /// pseudo-observations after [`NetScore::adjusted`].
    #[must_use]
    pub const fn n(&self) -> f64 {
        self.negative + self.neutral + self.positive
    }

    /// How many answers there are.
    #[must_use]
    pub const fn answers(&self) -> u64 {
        self.answers
    }

    /// How much of [`NetScore::n`] is in a class: a count, where nothing is weighted or added.
    #[must_use]
    pub const fn mass(&self, band: Band) -> f64 {
        match band {
            Band::Negative => self.negative,
            Band::Neutral => self.neutral,
            Band::Positive => self.positive,
        }
    }

    /// The share of a class, 0 to 1.
    #[must_use]
    pub const fn share(&self, band: Band) -> f64 {
        self.mass(band) / self.n()
    }

    /// The net score in points, −100 to 100, from counts: 100 (positive − negative) / n.
    #[must_use]
    pub const fn points(&self) -> f64 {
        100.0 * self.net()
    }

    /// The variance of one answer at −1, 0 or +1: P + D − (P − D)², from 0 to 1. Divisor n, not n − 1: the multinomial
    /// variance, as in the R package NPS.
    #[must_use]
    pub const fn variance(&self) -> f64 {
        let extremes = (self.positive + self.negative) / self.n();
        (extremes - self.net() * self.net()).max(0.0)
    }

    /// The standard error in points: 100 √(variance / n).
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        100.0 * (self.variance() / self.n()).sqrt()
    }

    /// The score with its interval. Intervals are cut at −100 and 100.
    #[must_use]
    pub fn estimate(&self, method: NetMethod, confidence: Confidence) -> Estimate {
        let centre = self.adjusted(method, confidence);
        let error = centre.standard_error();
        let factor = match method {
            NetMethod::Goodman => chi_square::quantile(1.0 - confidence.alpha(), 2).map_or(confidence.z(), f64::sqrt),
            _ => confidence.z(),
        };
        let margin = factor * error;
        let (interval, margin, error) = match method {
            NetMethod::Score => (tango::interval(self, confidence.z()).times(100.0), None, None),
            _ => (Interval::around(centre.points(), margin), Some(margin), Some(error)),
        };
        Estimate {
            value: self.points(),
            unit: Unit::Points,
            interval: Some(interval.within(-100.0, 100.0)),
            margin,
            standard_error: error,
            method: method.into(),
            confidence,
            n: self.answers,
        }
    }

    /// The sample with the method's pseudo-observations added; the same for methods without. Its score is the centre of
    /// the interval, never "the NPS".
    #[must_use]
    pub fn adjusted(&self, method: NetMethod, confidence: Confidence) -> Self {
        let [negative, neutral, positive] = method.pseudo_observations(confidence);
        Self {
            negative: self.negative + negative,
            neutral: self.neutral + neutral,
            positive: self.positive + positive,
            answers: self.answers,
        }
    }

    /// The same sample drawn from a closed population, of which it is a noticeable part: standard errors shrink by
    /// √((N − n) / (N − 1)). `None` when the population is smaller than the sample.
    #[must_use]
    pub fn within(&self, population: Population) -> Option<Self> {
        let n = population.effective(self.n())?;
        Self::effective([self.negative, self.neutral, self.positive], n, self.answers)
    }

    /// P − D, −1 to 1.
    const fn net(&self) -> f64 {
        (self.positive - self.negative) / self.n()
    }
}
