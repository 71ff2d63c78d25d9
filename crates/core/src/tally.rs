//! Counts of answers to one metric, and the figures that follow from counts alone.

use core::fmt;

use crate::metric::{Band, Metric};
use crate::rounding;
use crate::score::{Score, Tenths};

/// The most points that a scale has.
const POINTS: usize = 11;

/// How often each point of one metric's scale was chosen. Tallies of the same metric can be merged in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    metric: Metric,
    points: [u64; POINTS],
    not_applicable: u64,
    rejected: u64,
}

impl Tally {
    /// No answers yet.
    #[must_use]
    pub const fn new(metric: Metric) -> Self {
        Self { metric, points: [0; POINTS], not_applicable: 0, rejected: 0 }
    }

    /// Counts a score.
    ///
    /// # Errors
    /// [`NotPooled`] when it is of another metric: such scores are never put together.
    pub fn add(&mut self, score: Score) -> Result<(), NotPooled> {
        self.same_metric(score.metric())?;
        let place = usize::from(score.value() - self.metric.scale().min);
        if let Some(count) = self.points.get_mut(place) {
            *count += 1;
        }
        Ok(())
    }

    /// Counts a "not applicable": no answer, but worth knowing.
    pub const fn add_not_applicable(&mut self) {
        self.not_applicable += 1;
    }

    /// Counts an answer that was not valid.
    pub const fn add_rejected(&mut self) {
        self.rejected += 1;
    }

    /// Adds all counts of another tally.
    ///
    /// # Errors
    /// [`NotPooled`] when it is of another metric.
    pub fn merge(&mut self, other: &Self) -> Result<(), NotPooled> {
        self.same_metric(other.metric)?;
        for (count, more) in self.points.iter_mut().zip(other.points) {
            *count += more;
        }
        self.not_applicable += other.not_applicable;
        self.rejected += other.rejected;
        Ok(())
    }

    const fn same_metric(&self, found: Metric) -> Result<(), NotPooled> {
        if self.metric as u8 == found as u8 {
            return Ok(());
        }
        Err(NotPooled { expected: self.metric, found })
    }

    /// The metric that is counted.
    #[must_use]
    pub const fn metric(&self) -> Metric {
        self.metric
    }

    /// How many valid answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.points.iter().sum()
    }

    /// Each point of the scale with how often it was chosen, from low to high.
    pub fn points(&self) -> impl Iterator<Item = (u8, u64)> + '_ {
        self.metric.scale().points().zip(self.points)
    }

    /// How many answers are in a band.
    #[must_use]
    pub fn band(&self, band: Band) -> u64 {
        let table = self.metric.table();
        let of_band = self.points().filter(|(point, _)| table.class(*point).band == band);
        of_band.map(|(_, count)| count).sum()
    }

    /// How many answers were "not applicable".
    #[must_use]
    pub const fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// How many answers were not valid.
    #[must_use]
    pub const fn rejected(&self) -> u64 {
        self.rejected
    }

    /// The Net Promoter Score in whole points, −100 to 100, rounded once from counts, halves away from zero. `None`
    /// without answers and for other metrics.
    #[must_use]
    pub fn nps(&self) -> Option<i32> {
        match self.metric {
            Metric::Nps => self.net(),
            Metric::Ces | Metric::Csat => None,
        }
    }

    /// Share of the positive class less share of the negative one, in whole points; `None` without answers.
    #[must_use]
    pub fn net(&self) -> Option<i32> {
        rounding::net(self.band(Band::Negative), self.band(Band::Positive), self.n())
    }

    /// The share of the positive class in percent to one decimal, halves up: top-three-box for CES, top-two-box for
    /// CSAT. `None` without answers.
    #[must_use]
    pub fn positive(&self) -> Option<Tenths> {
        let (positive, n) = (u128::from(self.band(Band::Positive)), u128::from(self.n()));
        let tenths = (2000 * positive + n).checked_div(2 * n)?;
        u16::try_from(tenths).ok().map(Tenths)
    }

    /// The shares of the classes negative, neutral, positive in whole percent that sum to exactly 100. `None` without
    /// answers.
    #[must_use]
    pub fn percents(&self) -> Option<[u32; 3]> {
        self.shares(100)
    }

    /// The same in tenths of a percent that sum to exactly 1000.
    #[must_use]
    pub fn tenths(&self) -> Option<[u32; 3]> {
        self.shares(1000)
    }

    fn shares(&self, total: u32) -> Option<[u32; 3]> {
        let bands = [Band::Negative, Band::Neutral, Band::Positive];
        let counts = bands.map(|band| self.band(band));
        let parts = rounding::largest_remainder(&counts, total)?;
        <[u32; 3]>::try_from(parts).ok()
    }
}

/// Scores of different metrics were to be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPooled {
    /// The metric of the tally.
    pub expected: Metric,
    /// The metric of what was to be added.
    pub found: Metric,
}

impl fmt::Display for NotPooled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (expected, found) = (self.expected.key(), self.found.key());
        write!(
            formatter,
            "a score of {found} cannot be counted with scores of {expected}; keep one tally for each metric"
        )
    }
}

impl core::error::Error for NotPooled {}
