//! A figure with how sure it is, and by which method.

use serde::Serialize;

use super::confidence::Confidence;
use crate::words::words;

/// A figure from a sample that is not empty. Never NaN, never infinite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Estimate {
    /// The figure itself: always the plain score of the sample, also where the interval's centre is another.
    pub value: f64,
    /// What value, interval, margin and standard error are counted in.
    pub unit: Unit,
    /// Where the true value lies, as sure as `confidence`; `None` where the sample cannot say (a mean of one answer).
    pub interval: Option<Interval>,
    /// Half the width of the interval before it was cut at the ends of the range; `None` where the interval is not
    /// symmetric.
    pub margin: Option<f64>,
    /// The standard error that the interval is made of, where it is made of one.
    pub standard_error: Option<f64>,
    /// How the interval was computed.
    pub method: Method,
    /// How sure it is.
    pub confidence: Confidence,
    /// How many answers the figure is made of.
    pub n: u64,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Points of a net score, −100 to 100.
    Points,
    /// Percent, 0 to 100.
    Percent,
    /// Points of the survey's own scale.
    Scale,
}

/// From `lower` to `upper`, both included; never the wrong way around.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

impl Interval {
    /// An interval that was computed elsewhere. `None` unless both ends are finite and in order.
    #[must_use]
    pub const fn from_ends(lower: f64, upper: f64) -> Option<Self> {
        if lower.is_finite() && upper.is_finite() && lower <= upper { Some(Self { lower, upper }) } else { None }
    }

    pub(super) const fn new(lower: f64, upper: f64) -> Self {
        Self { lower: lower.min(upper), upper: upper.max(lower) }
    }

    /// `margin` to both sides.
    pub(super) const fn around(centre: f64, margin: f64) -> Self {
        Self::new(centre - margin, centre + margin)
    }

    /// Cut at the ends of the range that is possible.
    pub(super) const fn within(self, lowest: f64, highest: f64) -> Self {
        Self { lower: self.lower.clamp(lowest, highest), upper: self.upper.clamp(lowest, highest) }
    }

    pub(super) const fn times(self, factor: f64) -> Self {
        Self::new(self.lower * factor, self.upper * factor)
    }

    /// Whether a value is inside or on an end.
    #[must_use]
    pub const fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Upper less lower end.
    #[must_use]
    pub const fn width(&self) -> f64 {
        self.upper - self.lower
    }
}

words! {
    /// How an interval was computed. Published with every figure.
    pub enum Method {
        /// Normal approximation.
        Wald = "wald",
        /// Wald after adding ¾, 1½ and ¾ answers to the classes.
        AdjustedWald = "adjusted-wald",
        /// Wald after adding z²/3 answers to each class.
        AdjustedWaldSquared = "adjusted-wald-z2",
        /// Score test inverted.
        Score = "score",
        /// Simultaneous for all contrasts of the classes.
        Goodman = "goodman",
        /// Wilson's score interval.
        Wilson = "wilson",
        /// Wald after adding z²/2 hits and misses.
        AgrestiCoull = "agresti-coull",
        /// Exact binomial.
        ClopperPearson = "clopper-pearson",
        /// Equal-tailed, from Jeffreys' prior.
        Jeffreys = "jeffreys",
        /// Student's t.
        StudentT = "student-t",
        /// Two means with unequal variances.
        Welch = "welch",
        /// Two proportions, from their Wilson intervals.
        Newcombe = "newcombe",
        /// Strata weighted by their known shares.
        PostStratified = "post-stratified",
    }
}

impl Method {
    /// The name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wald => "Wald",
            Self::AdjustedWald => "adjusted Wald (+3)",
            Self::AdjustedWaldSquared => "adjusted Wald (+z²)",
            Self::Score => "score (Tango)",
            Self::Goodman => "Goodman, simultaneous",
            Self::Wilson => "Wilson",
            Self::AgrestiCoull => "Agresti–Coull",
            Self::ClopperPearson => "Clopper–Pearson",
            Self::Jeffreys => "Jeffreys",
            Self::StudentT => "Student t",
            Self::Welch => "Welch",
            Self::Newcombe => "Newcombe",
            Self::PostStratified => "post-stratified Wald",
        }
    }
}
