//! The difference of two samples.

use serde::Serialize;

use super::super::better::Better;
use super::super::confidence::Confidence;
use super::super::estimate::{Interval, Method, Unit};

/// Second sample less first, with a test of no difference. Never NaN.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The difference of the two figures as published.
    pub observed: f64,
    /// The difference that is tested; of adjusted samples where the method adjusts.
    pub value: f64,
    /// What differences, interval and standard error are counted in.
    pub unit: Unit,
    /// The standard error of the test.
    pub standard_error: f64,
    /// z or t; `None` where the standard error is 0.
    pub statistic: Option<f64>,
    /// Degrees of freedom of a t statistic.
    pub degrees: Option<f64>,
    /// The two-sided p-value; `None` where there is no statistic.
    pub p: Option<f64>,
    /// Where the true difference lies, as sure as `confidence`.
    pub interval: Interval,
    /// How the interval was computed.
    pub method: Method,
    /// How sure it is.
    pub confidence: Confidence,
    /// How many answers the first and the second sample have.
    pub n: [u64; 2],
}

impl Difference {
    /// Whether chance is ruled out, as sure as `confidence`: p below α.
    #[must_use]
    pub fn is_significant(&self) -> bool {
        self.p.is_some_and(|p| p < self.confidence.alpha())
    }

    /// Whether the second sample is better, and not by chance.
    #[must_use]
    pub fn is_improvement(&self, better: Better) -> bool {
        let right_way = match better {
            Better::Higher => self.value > 0.0,
            Better::Lower => self.value < 0.0,
        };
        right_way && self.is_significant()
    }
}
