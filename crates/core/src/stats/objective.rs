//! A reference measurement, an objective, and how far between them a figure is.

use serde::Serialize;

use super::better::Better;
use super::estimate::Interval;

/// Where a metric was and where it is to go.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Objective {
    /// The figure of the reference measurement.
    pub reference: f64,
    /// The figure to reach.
    pub objective: f64,
    /// Which way is good.
    pub better: Better,
}

impl Objective {
    /// The part of the way that is done: 0 at the reference, 1 at the objective, more beyond, negative behind. `None` when
    /// the two are the same or a figure is not finite.
    #[must_use]
    pub fn progress(&self, current: f64) -> Option<f64> {
        let progress = (current - self.reference) / (self.objective - self.reference);
        progress.is_finite().then_some(progress)
    }

    /// Whether the figure itself has reached the objective. In a small sample that may be luck.
    #[must_use]
    pub fn is_reached_by(&self, current: f64) -> bool {
        self.better.reaches(current, self.objective)
    }

    /// Whether the objective is reached beyond doubt: the worse end of the interval has reached it.
    #[must_use]
    pub fn is_surely_reached_by(&self, interval: &Interval) -> bool {
        let worse = match self.better {
            Better::Higher => interval.lower,
            Better::Lower => interval.upper,
        };
        self.better.reaches(worse, self.objective)
    }
}
