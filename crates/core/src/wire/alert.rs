//! Alerts: negative answers that must not wait for a report.

use crate::metric::{Band, Metric};
use crate::score::Score;
use crate::words::words;

words! {
    /// Why an answer must not wait.
    pub enum Alert {
        /// Negative at a touchpoint that must always be positive.
        Essential = "essential",
        /// The basics failed: dissatisfied customers complain.
        Complaint = "complaint",
        /// It was hard: such customers leave without a word.
        SilentChurn = "silent-churn",
    }
}

impl Alert {
    /// The alert that the first score of a survey raises.
    ///
    /// | negative score of | essential touchpoint | any other |
    /// | --- | --- | --- |
    /// | `csat` | `essential` | `complaint` |
    /// | `ces` `ces1` `ces5` | `essential` | `silent-churn` |
    /// | `nps` `delight` `goal` `promise` `custom` | `essential` | none |
    /// | `enps` `importance` `pmf` | none | none |
    ///
    /// Neutral and positive scores raise none.
    #[must_use]
    pub const fn raised_by(score: Score, essential: bool) -> Option<Self> {
        match (score.band(), score.metric()) {
            (Band::Neutral | Band::Positive, _) | (_, Metric::Enps | Metric::Importance | Metric::Pmf) => None,
            _ if essential => Some(Self::Essential),
            (_, Metric::Csat) => Some(Self::Complaint),
            (_, Metric::Ces | Metric::Ces1 | Metric::Ces5) => Some(Self::SilentChurn),
            (_, Metric::Nps | Metric::Delight | Metric::Goal | Metric::Promise | Metric::Custom) => None,
        }
    }
}
