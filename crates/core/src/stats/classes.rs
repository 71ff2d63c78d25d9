//! How many answers are in each of the three classes.

use core::convert::Infallible;

use serde::Serialize;

use super::count;
use super::merge::Merge;
use super::net::NetScore;
use super::proportion::Proportion;
use crate::metric::Band;
use crate::rounding;
use crate::score::Tenths;

/// Counts of the negative, neutral and positive class: detractors, passives and promoters for NPS.
///
/// A count stays at 2⁵³ when it would go beyond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Classes {
    negative: u64,
    neutral: u64,
    positive: u64,
}

impl Classes {
    /// Counts from negative to positive, the order of the scale where high is good.
    #[must_use]
    pub const fn new(negative: u64, neutral: u64, positive: u64) -> Self {
        Self {
            negative: count::bounded(negative),
            neutral: count::bounded(neutral),
            positive: count::bounded(positive),
        }
    }

    /// Counts one more answer.
    pub const fn add(&mut self, band: Band) {
        self.add_many(band, 1);
    }

    pub(super) const fn add_many(&mut self, band: Band, more: u64) {
        let of_band = match band {
            Band::Negative => &mut self.negative,
            Band::Neutral => &mut self.neutral,
            Band::Positive => &mut self.positive,
        };
        *of_band = count::sum(*of_band, more);
    }

    /// How many answers are in a band.
    #[must_use]
    pub const fn count(&self, band: Band) -> u64 {
        match band {
            Band::Negative => self.negative,
            Band::Neutral => self.neutral,
            Band::Positive => self.positive,
        }
    }

    /// Negative, neutral, positive.
    #[must_use]
    pub const fn counts(&self) -> [u64; 3] {
        [self.negative, self.neutral, self.positive]
    }

    /// How many answers there are.
    #[must_use]
    pub const fn n(&self) -> u64 {
        self.negative + self.neutral + self.positive
    }

    /// The net score: share of the positive less share of the negative class. `None` without answers.
    #[must_use]
    pub fn net(&self) -> Option<NetScore> {
        NetScore::new(*self)
    }

    /// The net score in whole points, −100 to 100, rounded once, from counts, halves away from zero. `None` without
    /// answers.
    ///
    /// Never the difference of two rounded percentages: of 1, 3 and 5 answers that is 56 − 11 = 45, and 44 is right.
    #[must_use]
    pub fn net_rounded(&self) -> Option<i32> {
        rounding::net(self.negative, self.positive, self.n())
    }

    /// The share of one class. `None` without answers.
    #[must_use]
    pub fn share(&self, band: Band) -> Option<Proportion> {
        Proportion::new(self.count(band), self.n())
    }

    /// The same in percent to one decimal, halves up, rounded once, from counts. `None` without answers.
    #[must_use]
    pub fn share_rounded(&self, band: Band) -> Option<Tenths> {
        rounding::share(self.count(band), self.n())
    }

    /// Whole percentages of negative, neutral, positive that sum to exactly 100, by largest remainder. `None` without
    /// answers.
    #[must_use]
    pub fn percents(&self) -> Option<[u32; 3]> {
        self.parts_of(100)
    }

    /// The same in tenths of a percent, which sum to exactly 1000.
    #[must_use]
    pub fn tenths(&self) -> Option<[u32; 3]> {
        self.parts_of(1000)
    }

    fn parts_of(&self, total: u32) -> Option<[u32; 3]> {
        rounding::largest_remainder(&self.counts(), total)?.try_into().ok()
    }
}

impl Merge for Classes {
    type Error = Infallible;

    fn merge(&mut self, other: &Self) -> Result<(), Infallible> {
        for band in [Band::Negative, Band::Neutral, Band::Positive] {
            self.add_many(band, other.count(band));
        }
        Ok(())
    }
}
