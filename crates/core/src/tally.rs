//! Counts of answers to one metric, and the figures that follow from counts alone.

use core::fmt;

use crate::metric::{Band, Measure, Metric};
use crate::rounding;
use crate::score::{Score, Tenths};

/// The most points that a scale has.
const POINTS: usize = 11;

/// How often each point of one scale was chosen. Tallies of the same measure can be merged in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    measure: Measure,
    points: [u64; POINTS],
    not_applicable: u64,
    rejected: u64,
}

impl Tally {
    /// No answers yet.
    #[must_use]
    pub const fn new(measure: Measure) -> Self {
        Self { measure, points: [0; POINTS], not_applicable: 0, rejected: 0 }
    }

    /// Counts a score.
    ///
    /// # Errors
    /// [`NotPooled`] when it is of another metric, scale or class table: such scores are never put together.
    pub fn add(&mut self, score: Score) -> Result<(), NotPooled> {
        self.same_measure(score.measure())?;
        let place = usize::from(score.value() - self.measure.scale().min);
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
    /// [`NotPooled`] when it is of another metric, scale or class table.
    pub fn merge(&mut self, other: &Self) -> Result<(), NotPooled> {
        self.same_measure(other.measure)?;
        for (count, more) in self.points.iter_mut().zip(other.points) {
            *count += more;
        }
        self.not_applicable += other.not_applicable;
        self.rejected += other.rejected;
        Ok(())
    }

    fn same_measure(&self, found: Measure) -> Result<(), NotPooled> {
        if self.measure == found {
            return Ok(());
        }
        Err(NotPooled { expected: self.measure, found })
    }

    /// What is counted.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// How many valid answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.points.iter().sum()
    }

    /// Each point of the scale with how often it was chosen, from low to high.
    pub fn points(&self) -> impl Iterator<Item = (u8, u64)> + '_ {
        self.measure.scale().points().zip(self.points)
    }

    /// How many answers are in a band.
    #[must_use]
    pub fn band(&self, band: Band) -> u64 {
        let points = self.measure.points(band);
        let of_band = self.points().filter(|(point, _)| points.contains(*point));
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
    /// without answers and for metrics other than `nps` and `enps`.
    #[must_use]
    pub fn nps(&self) -> Option<i32> {
        match self.measure.metric() {
            Metric::Nps | Metric::Enps => self.net(),
            _ => None,
        }
    }

    /// Share of the positive class less share of the negative one, in whole points; `None` without answers.
    #[must_use]
    pub fn net(&self) -> Option<i32> {
        rounding::net(self.band(Band::Negative), self.band(Band::Positive), self.n())
    }

    /// The share of the positive class in percent to one decimal, halves up: top-three-box for CES, top-two-box for
    /// CSAT on 1-5. `None` without answers.
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

/// Scores of different measures were to be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPooled {
    /// What the tally counts.
    pub expected: Measure,
    /// What was to be added.
    pub found: Measure,
}

impl fmt::Display for NotPooled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found } = self;
        let same = (expected.metric(), expected.scale()) == (found.metric(), found.scale());
        let with = if same { " with other classes" } else { "" };
        write!(
            formatter,
            "a score of {found}{with} cannot be counted with scores of {expected}; keep one tally for each"
        )
    }
}

impl core::error::Error for NotPooled {}
