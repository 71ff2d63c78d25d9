//! The balance of the basics: a failure weighs more than a success.

use serde::Serialize;

use crate::metric::Band;
use crate::stats::Classes;

/// How the balance is labelled wherever it is shown: no primary source for the factor is known.
pub const LABEL: &str = "heuristic";

/// How much one answer of either kind weighs. A rule of thumb beside CSAT, never in its place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Balance {
    positive: f64,
    negative: f64,
}

impl Default for Balance {
    /// A negative weighs six times: six good answers repay a bad one.
    fn default() -> Self {
        Self { positive: 1.0, negative: 6.0 }
    }
}

impl Balance {
    /// Other weights. `None` unless both are from 0 to a million and one is above 0.
    #[must_use]
    pub fn new(positive: f64, negative: f64) -> Option<Self> {
        let range = 0.0..=1e6;
        let valid = range.contains(&positive) && range.contains(&negative) && positive + negative > 0.0;
        valid.then_some(Self { positive, negative })
    }

    /// (w₊ · positive − w₋ · negative) / n, from −w₋ to w₊; 0 is break-even. `None` without answers.
    #[must_use]
    pub fn of(&self, classes: &Classes) -> Option<f64> {
        let (good, bad) = self.masses(classes)?;
        Some((good - bad) / classes.net()?.n())
    }

    /// The same over what it could be at most, (w₊ p − w₋ n) / (w₊ p + w₋ n), from −1 to 1. `None` without answers that
    /// weigh anything.
    #[must_use]
    pub fn normalised(&self, classes: &Classes) -> Option<f64> {
        let (good, bad) = self.masses(classes)?;
        (good + bad > 0.0).then(|| (good - bad) / (good + bad))
    }

    /// What the good and the bad answers weigh together.
    fn masses(&self, classes: &Classes) -> Option<(f64, f64)> {
        let net = classes.net()?;
        Some((self.positive * net.mass(Band::Positive), self.negative * net.mass(Band::Negative)))
    }
}
