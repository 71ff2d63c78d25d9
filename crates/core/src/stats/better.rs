//! Which end of a scale is the good one.

use serde::Serialize;

use crate::metric::Scale;

/// Whether a higher or a lower figure is the better one. CES 1.0 asks for effort: there, low is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// As for nearly every metric.
    #[default]
    Higher,
    /// As for effort.
    Lower,
}

impl Better {
    /// A point, or a mean of points, on 0 to 100 where 100 is the good end: (x − min) / (max − min) · 100, and from
    /// the other end where low is good. `None` off the scale and for a scale of one point.
    ///
    /// Not rounded; [`Score::normalised`](crate::Score::normalised) is the figure that travels.
    #[must_use]
    pub fn normalised(self, x: f64, scale: Scale) -> Option<f64> {
        let (min, max) = (f64::from(scale.min), f64::from(scale.max));
        if !(min < max && min <= x && x <= max) {
            return None;
        }
        let good = match self {
            Self::Higher => x - min,
            Self::Lower => max - x,
        };
        Some(good / (max - min) * 100.0)
    }

    /// Whether `figure` is at least as good as `bound`.
    #[must_use]
    pub fn reaches(self, figure: f64, bound: f64) -> bool {
        match self {
            Self::Higher => figure >= bound,
            Self::Lower => figure <= bound,
        }
    }
}
