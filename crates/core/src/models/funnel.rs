//! The funnel of a survey: from a visitor who might be asked to an answer that is complete.

use core::convert::Infallible;

use serde::Serialize;

use crate::stats::{Merge, Proportion};

/// Counts of one survey. Every rate is `None` where its base is 0 and where its part is more than its base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Funnel {
    /// Whom the rules allowed to be asked.
    pub eligible: u64,
    /// Whom sampling picked of them.
    pub sampled: u64,
    /// Who had it on screen: at least half of the widget for 1 s.
    pub shown: u64,
    /// Who gave a score.
    pub answered: u64,
    /// Who reached the thank-you.
    pub completed: u64,
    /// Who closed it without a score.
    pub dismissed: u64,
}

impl Funnel {
    /// Sampled of those eligible.
    #[must_use]
    pub fn sampling_rate(&self) -> Option<Proportion> {
        Proportion::new(self.sampled, self.eligible)
    }

    /// Shown of those sampled.
    #[must_use]
    pub fn view_rate(&self) -> Option<Proportion> {
        Proportion::new(self.shown, self.sampled)
    }

    /// The response rate: answered of those shown. A score without it is not comparable.
    #[must_use]
    pub fn response_rate(&self) -> Option<Proportion> {
        Proportion::new(self.answered, self.shown)
    }

    /// Completed of those answered.
    #[must_use]
    pub fn completion_rate(&self) -> Option<Proportion> {
        Proportion::new(self.completed, self.answered)
    }

    /// Dismissed of those shown.
    #[must_use]
    pub fn dismiss_rate(&self) -> Option<Proportion> {
        Proportion::new(self.dismissed, self.shown)
    }

    /// Who neither answered nor closed it. `None` when more did than it was shown to.
    #[must_use]
    pub const fn ignored(&self) -> Option<u64> {
        match self.shown.checked_sub(self.dismissed) {
            Some(rest) => rest.checked_sub(self.answered),
            None => None,
        }
    }
}

impl Merge for Funnel {
    type Error = Infallible;

    fn merge(&mut self, other: &Self) -> Result<(), Infallible> {
        for (ours, theirs) in [
            (&mut self.eligible, other.eligible),
            (&mut self.sampled, other.sampled),
            (&mut self.shown, other.shown),
            (&mut self.answered, other.answered),
            (&mut self.completed, other.completed),
            (&mut self.dismissed, other.dismissed),
        ] {
            *ours = ours.saturating_add(theirs);
        }
        Ok(())
    }
}
