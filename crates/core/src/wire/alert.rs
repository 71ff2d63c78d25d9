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
    /// | `ces` | `essential` | `silent-churn` |
    /// | `nps` | `essential` | none |
    ///
    /// Neutral and positive scores raise none.
    #[must_use]
    pub const fn raised_by(score: Score, essential: bool) -> Option<Self> {
        match (score.band(), essential, score.metric()) {
            (Band::Neutral | Band::Positive, _, _) | (_, false, Metric::Nps) => None,
            (Band::Negative, true, _) => Some(Self::Essential),
            (Band::Negative, false, Metric::Csat) => Some(Self::Complaint),
            (Band::Negative, false, Metric::Ces) => Some(Self::SilentChurn),
        }
    }
}
