//! The loyalty triple: satisfied, at ease, and given more than expected.

use serde::Serialize;

use crate::stats::{Merge, Proportion};
use crate::words::words;

/// The three answers of one respondent; `None` where one is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Triple {
    /// CSAT as a report mark, 1 to 10.
    pub satisfaction: Option<u8>,
    /// CES 2.0, 1 to 7.
    pub ease: Option<u8>,
    /// Delight, 1 to 5.
    pub delight: Option<u8>,
}

words! {
    /// Whether a respondent is loyal.
    pub enum Loyal {
        /// All three questions were answered well enough.
        Yes = "yes",
        /// One was not, whatever the others are.
        No = "no",
        /// None speaks against it, and one is missing.
        Unknown = "unknown",
    }
}

/// From which point each answer is good enough, that point included.
///
/// A satisfaction of 8 is loyal here and would be a passive on the NPS scale: different questions, never mapped onto each
/// other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LoyaltyRule {
    /// Of satisfaction, 1 to 10.
    pub satisfied_from: u8,
    /// Of ease, 1 to 7.
    pub easy_from: u8,
    /// Of delight, 1 to 5.
    pub exceeded_from: u8,
}

impl Default for LoyaltyRule {
    fn default() -> Self {
        Self { satisfied_from: 8, easy_from: 5, exceeded_from: 4 }
    }
}

impl LoyaltyRule {
    /// Three-valued: one "no" decides, otherwise a missing answer leaves it open. A point off its scale counts as missing.
    #[must_use]
    pub fn verdict(&self, triple: &Triple) -> Loyal {
        let answers = [
            (triple.satisfaction, 10, self.satisfied_from),
            (triple.ease, 7, self.easy_from),
            (triple.delight, 5, self.exceeded_from),
        ];
        let met = answers
            .map(|(answer, max, from)| answer.filter(|point| (1..=max).contains(point)).map(|point| point >= from));
        if met.contains(&Some(false)) {
            Loyal::No
        } else if met.contains(&None) {
            Loyal::Unknown
        } else {
            Loyal::Yes
        }
    }
}

/// Verdicts, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LoyaltyTally {
    yes: u64,
    no: u64,
    unknown: u64,
    complete: u64,
}

impl LoyaltyTally {
    /// Judges a respondent and counts the verdict.
    pub fn add(&mut self, rule: &LoyaltyRule, triple: &Triple) -> Loyal {
        let verdict = rule.verdict(triple);
        let count = match verdict {
            Loyal::Yes => &mut self.yes,
            Loyal::No => &mut self.no,
            Loyal::Unknown => &mut self.unknown,
        };
        *count = count.saturating_add(1);
        let on = |answer: Option<u8>, max| answer.is_some_and(|point| (1..=max).contains(&point));
        if on(triple.satisfaction, 10) && on(triple.ease, 7) && on(triple.delight, 5) {
            self.complete = self.complete.saturating_add(1);
        }
        verdict
    }

    /// How many verdicts of a kind there are.
    #[must_use]
    pub const fn count(&self, verdict: Loyal) -> u64 {
        match verdict {
            Loyal::Yes => self.yes,
            Loyal::No => self.no,
            Loyal::Unknown => self.unknown,
        }
    }

    /// How many respondents gave all three answers.
    #[must_use]
    pub const fn complete(&self) -> u64 {
        self.complete
    }

    /// The loyal share of the complete triples. `None` without any.
    ///
    /// Not of all that are known: one answer can prove "no" but never "yes", so that share would be biased down.
    #[must_use]
    pub fn share(&self) -> Option<Proportion> {
        Proportion::new(self.yes, self.complete)
    }
}

impl Merge for LoyaltyTally {
    type Error = core::convert::Infallible;

    fn merge(&mut self, other: &Self) -> Result<(), Self::Error> {
        self.yes = self.yes.saturating_add(other.yes);
        self.no = self.no.saturating_add(other.no);
        self.unknown = self.unknown.saturating_add(other.unknown);
        self.complete = self.complete.saturating_add(other.complete);
        Ok(())
    }
}
