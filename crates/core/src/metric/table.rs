//! What belongs to a metric on one scale.

use super::{Measure, Scale};
use crate::settings::{Look, Wording};
use crate::text::split;

/// A measure with the ways in which it can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleTable {
    /// Scale and classes.
    pub measure: Measure,
    /// How the scale can be drawn; the first is the default.
    pub looks: &'static [Look],
    /// The wordings that the catalogue has for it; the first is the default.
    pub wordings: &'static [Wording],
    /// The part of the catalogue with the questions; empty where there is none.
    pub(crate) texts: &'static str,
    /// The labels of the points among those of the catalogue, where every set is there once and shorter scales take some
    /// of its steps: the name of the set, a dot, and a digit for each point from low to high, or two for the ends of a
    /// scale that names only them.
    pub(crate) labels: &'static str,
}

impl ScaleTable {
    /// The points.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.measure.scale()
    }

    /// A shop's own measure. Looks are those that there are with a label for every point.
    pub(crate) const fn custom(measure: Measure) -> Self {
        let looks = &[Look::Numbers, Look::Labels];
        Self { measure, looks, wordings: &[Wording::Standard], texts: "", labels: "" }
    }

    /// The catalogue's key of a point's label; `None` for a point without one.
    pub(crate) fn label_key(&self, point: u8) -> Option<String> {
        let (set, steps) = split(self.labels, b'.')?;
        let Scale { min, max } = self.scale();
        let place = match steps.len() {
            2 if point == max => 1,
            2 if point != min => return None,
            _ => usize::from(point.checked_sub(min)?),
        };
        let step = steps.get(place..=place)?;
        Some(["label.", set, ".", step].concat())
    }
}
