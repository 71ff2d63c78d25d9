//! How often each point of a scale was chosen.

use core::fmt;

use serde::Serialize;

use super::bands::{self, Bands};
use super::classes::Classes;
use super::count;
use super::mean::Mean;
use super::merge::Merge;
use super::proportion::Proportion;
use crate::metric::Scale;

/// The most points that a scale has.
pub(super) const POINTS: usize = 11;

/// Counts per point. All statistics of a sample come from it, so a sample of any size takes the same 104 bytes.
///
/// A count stays at 2⁵³ when it would go beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Histogram {
    scale: Scale,
    counts: [u64; POINTS],
}

impl Histogram {
    /// No answers yet. `None` for a scale of one point or with points above 10.
    #[must_use]
    pub const fn new(scale: Scale) -> Option<Self> {
        if bands::has_room(scale) { Some(Self::empty(scale)) } else { None }
    }

    /// For a scale that was checked.
    pub(super) const fn empty(scale: Scale) -> Self {
        Self { scale, counts: [0; POINTS] }
    }

    /// Counts from the lowest to the highest point. `None` unless there is one for each point.
    #[must_use]
    pub fn from_counts(scale: Scale, counts: &[u64]) -> Option<Self> {
        let mut histogram = Self::new(scale)?;
        if counts.len() != scale.points().len() {
            return None;
        }
        for (ours, given) in histogram.counts.iter_mut().zip(counts) {
            *ours = count::bounded(*given);
        }
        Some(histogram)
    }

    /// Counts one answer; `false`, and nothing counted, when the point is not on the scale.
    #[inline]
    pub fn add(&mut self, point: u8) -> bool {
        self.add_many(point, 1)
    }

    /// The same for `count` answers that are alike.
    #[inline]
    pub fn add_many(&mut self, point: u8, count: u64) -> bool {
        match bands::place(self.scale, point).and_then(|place| self.counts.get_mut(place)) {
            Some(of_point) => {
                *of_point = count::sum(*of_point, count);
                true
            }
            None => false,
        }
    }

    /// The points.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Each point with its count, from low to high.
    pub fn points(&self) -> impl Iterator<Item = (u8, u64)> + '_ {
        self.scale.points().zip(self.counts)
    }

    /// How many answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Counts per class. `None` when the bands are of another scale.
    #[must_use]
    pub fn classes(&self, bands: &Bands) -> Option<Classes> {
        if bands.scale() != self.scale {
            return None;
        }
        let mut classes = Classes::default();
        for (point, count) in self.points() {
            classes.add_many(bands.of(point)?, count);
        }
        Some(classes)
    }

    /// The share of answers at the points that `counts_in` picks. `None` without answers.
    #[must_use]
    pub fn share(&self, counts_in: impl Fn(u8) -> bool) -> Option<Proportion> {
        let hits = self.points().filter(|(point, _)| counts_in(*point)).map(|(_, count)| count).sum();
        Proportion::new(hits, self.n())
    }

    /// Top-box: the share of answers at the highest `boxes` points. `None` without answers.
    #[must_use]
    pub fn top(&self, boxes: u8) -> Option<Proportion> {
        self.share(|point| self.scale.max - point < boxes)
    }

    /// Bottom-box: the share of answers at the lowest `boxes` points. `None` without answers.
    #[must_use]
    pub fn bottom(&self, boxes: u8) -> Option<Proportion> {
        self.share(|point| point - self.scale.min < boxes)
    }

    /// The share of answers at `point` or above, such as 6 for a passed report mark. `None` without answers.
    #[must_use]
    pub fn at_least(&self, point: u8) -> Option<Proportion> {
        self.share(|chosen| chosen >= point)
    }

    /// Mean and spread of the points. `None` without answers.
    #[must_use]
    pub fn mean(&self) -> Option<Mean> {
        Mean::of(self)
    }

    /// The median; of an even number of answers the mean of the middle two. `None` without answers.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let n = self.n();
        let lower = self.nth(n.checked_sub(1)? / 2)?;
        let upper = self.nth(n / 2)?;
        Some(f64::midpoint(f64::from(lower), f64::from(upper)))
    }

    /// The answer at a place in order of size, counted from 0.
    fn nth(&self, place: u64) -> Option<u8> {
        let mut below = 0;
        self.points().find_map(|(point, count)| {
            below += count;
            (place < below).then_some(point)
        })
    }
}

impl Merge for Histogram {
    type Error = OtherScale;

    fn merge(&mut self, other: &Self) -> Result<(), OtherScale> {
        if self.scale != other.scale {
            return Err(OtherScale { expected: self.scale, found: other.scale });
        }
        for (ours, theirs) in self.counts.iter_mut().zip(other.counts) {
            *ours = count::sum(*ours, theirs);
        }
        Ok(())
    }
}

/// Counts of different scales were to be pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherScale {
    /// The scale that is counted.
    pub expected: Scale,
    /// The scale of what was to be added.
    pub found: Scale,
}

impl fmt::Display for OtherScale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (expected, found) = (self.expected, self.found);
        write!(
            formatter,
            "counts on the scale {}-{} cannot be pooled with counts on {}-{}; keep them apart",
            found.min, found.max, expected.min, expected.max
        )
    }
}

impl core::error::Error for OtherScale {}
