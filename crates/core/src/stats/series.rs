//! What may be counted together.

use core::fmt;

use serde::Serialize;

use super::bands;
use crate::id::hex32;
use crate::metric::{Metric, Scale};
use crate::settings::Look;

/// The key of a tally: scores are comparable only while all of it stays the same. Metrics, CES versions, scales, looks
/// and wordings never pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Series {
    metric: Metric,
    scale: Scale,
    look: Look,
    hash: u32,
}

impl Series {
    /// A series as events name it: `hash` is the number whose eight hexadecimal digits are `data.series`, and covers
    /// wording, its version and the direction of reading, too. `None` for a scale of one point or with
    /// points above 10.
    #[must_use]
    pub const fn new(metric: Metric, scale: Scale, look: Look, hash: u32) -> Option<Self> {
        if bands::has_room(scale) { Some(Self { metric, scale, look, hash }) } else { None }
    }

    /// The same from `data.series` itself. `None` also for anything but eight lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(metric: Metric, scale: Scale, look: Look, digits: &str) -> Option<Self> {
        let hash = u32::from_str_radix(digits, 16).ok().filter(|hash| hex32(*hash) == digits)?;
        Self::new(metric, scale, look, hash)
    }

    /// What is measured.
    #[must_use]
    pub const fn metric(&self) -> Metric {
        self.metric
    }

    /// The points.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// How the scale was drawn.
    #[must_use]
    pub const fn look(&self) -> Look {
        self.look
    }

    /// The hash of everything that makes the series.
    #[must_use]
    pub const fn hash(&self) -> u32 {
        self.hash
    }

    /// Whether counts of the two may be put together.
    ///
    /// # Errors
    /// [`NotPooled`] with the first difference, when they are not the same series.
    pub fn same(&self, other: &Self) -> Result<(), NotPooled> {
        if self == other { Ok(()) } else { Err(NotPooled { expected: *self, found: *other }) }
    }
}

impl fmt::Display for Series {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale { min, max } = self.scale;
        let (metric, look, hash) = (self.metric.key(), self.look.key(), hex32(self.hash));
        write!(formatter, "{metric} {min}-{max} as {look}, series {hash}")
    }
}

/// Counts of different series were to be pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPooled {
    /// The series that is counted.
    pub expected: Series,
    /// The series of what was to be added.
    pub found: Series,
}

impl NotPooled {
    /// The first thing in which the two differ: `metric`, `scale`, `look`, or `wording` for everything else.
    #[must_use]
    pub fn differs_in(&self) -> &'static str {
        let (expected, found) = (&self.expected, &self.found);
        if expected.metric != found.metric {
            "metric"
        } else if expected.scale != found.scale {
            "scale"
        } else if expected.look != found.look {
            "look"
        } else {
            "wording"
        }
    }
}

impl fmt::Display for NotPooled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (expected, found, what) = (&self.expected, &self.found, self.differs_in());
        write!(
            formatter,
            "scores of {found} cannot be pooled with scores of {expected}: another {what}; keep one tally for each"
        )
    }
}

impl core::error::Error for NotPooled {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::Measure;

    #[test]
    fn a_series_is_read_as_events_write_it() {
        let read = |digits| Series::parse(Metric::Nps, Measure::NPS.scale(), Look::Numbers, digits);
        assert_eq!(read("0a1b2c3d").map(|series| series.hash()), Some(0x0a1b_2c3d));
        for wrong in ["", "a1b2c3d", "0A1B2C3D", "+a1b2c3d", "00a1b2c3d", "0a1b2c3g", "0a1b2c3 "] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
