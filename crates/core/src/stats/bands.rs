//! Which points of a scale count as negative, neutral and positive.

use core::fmt;

use super::better::Better;
use super::histogram::POINTS;
use crate::metric::{Band, Measure, Scale};

/// The band of every point of a scale: a partition, so that the classes of a sample always sum to its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    scale: Scale,
    of: [Band; POINTS],
}

impl Bands {
    /// The bands of given sets, as a `custom` metric brings them. The neutral set may be empty.
    ///
    /// # Errors
    /// [`BadSets`] for a scale of one point or with points above 10, an empty negative or positive set, a point off
    /// the scale, a point in two sets, and a point in none.
    pub fn from_sets(scale: Scale, negative: &[u8], neutral: &[u8], positive: &[u8]) -> Result<Self, BadSets> {
        if !has_room(scale) {
            return Err(BadSets::Scale(scale));
        }
        for (set, band) in [(negative, Band::Negative), (positive, Band::Positive)] {
            if set.is_empty() {
                return Err(BadSets::Empty(band));
            }
        }
        let mut of = [None; POINTS];
        let sets = [(Band::Negative, negative), (Band::Neutral, neutral), (Band::Positive, positive)];
        for (band, point) in sets.into_iter().flat_map(|(band, set)| set.iter().map(move |point| (band, *point))) {
            let Some(place) = place(scale, point).and_then(|place| of.get_mut(place)) else {
                return Err(BadSets::Outside { band, point, scale });
            };
            match place.replace(band) {
                Some(other) if other != band => return Err(BadSets::Overlap { point, bands: [other, band] }),
                _ => {}
            }
        }
        let missing = scale.points().zip(of).find_map(|(point, band)| band.is_none().then_some(point));
        match missing {
            Some(point) => Err(BadSets::Missing { point }),
            None => Ok(Self { scale, of: of.map(|band| band.unwrap_or(Band::Neutral)) }),
        }
    }

    /// The top `boxes` points as positive, the bottom `boxes` as negative, the rest neutral: for net scores such as
    /// top-3 less bottom-3. `None` where they overlap and for 0.
    #[must_use]
    pub fn from_boxes(scale: Scale, boxes: u8) -> Option<Self> {
        let points: Vec<u8> = scale.points().collect();
        let boxes = usize::from(boxes);
        let rest = points.len().checked_sub(2 * boxes)?;
        let (negative, above) = points.split_at(boxes);
        let (neutral, positive) = above.split_at(rest);
        Self::from_sets(scale, negative, neutral, positive).ok()
    }

    /// The points.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// The band of a point; `None` off the scale.
    #[must_use]
    pub fn of(&self, point: u8) -> Option<Band> {
        self.of.get(place(self.scale, point)?).copied()
    }

    /// The points of a band, from low to high.
    pub fn points(&self, band: Band) -> impl Iterator<Item = u8> + '_ {
        self.scale.points().zip(self.of).filter_map(move |(point, of)| (of == band).then_some(point))
    }

    /// Which end is the good one: the side on which the positive points lie, on average.
    #[must_use]
    pub fn better(&self) -> Better {
        let sum_and_count =
            |band| self.points(band).fold((0_u32, 0_u32), |(sum, count), point| (sum + u32::from(point), count + 1));
        let ((positive, positives), (negative, negatives)) =
            (sum_and_count(Band::Positive), sum_and_count(Band::Negative));
        if positive * negatives < negative * positives { Better::Lower } else { Better::Higher }
    }
}

impl From<Measure> for Bands {
    fn from(measure: Measure) -> Self {
        let mut of = [Band::Neutral; POINTS];
        for (point, band) in measure.scale().points().zip(&mut of) {
            *band = measure.band(point);
        }
        Self { scale: measure.scale(), of }
    }
}

/// Whether a scale has at least 2 points and none above 10.
pub(super) const fn has_room(scale: Scale) -> bool {
    scale.min < scale.max && scale.max < POINTS as u8
}

/// The index of a point, counted from the lowest.
pub(super) fn place(scale: Scale, point: u8) -> Option<usize> {
    (point <= scale.max).then(|| point.checked_sub(scale.min).map(usize::from))?
}

/// Why sets of points are no classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadSets {
    /// The scale has one point, or points above 10.
    Scale(Scale),
    /// A set that needs a point has none.
    Empty(Band),
    /// A point is off the scale.
    Outside {
        /// The set that names it.
        band: Band,
        /// The point.
        point: u8,
        /// The scale.
        scale: Scale,
    },
    /// A point is in two sets.
    Overlap {
        /// The point.
        point: u8,
        /// The sets that name it.
        bands: [Band; 2],
    },
    /// A point is in no set.
    Missing {
        /// The point.
        point: u8,
    },
}

impl fmt::Display for BadSets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Scale(Scale { min, max }) => {
                write!(formatter, "the scale {min}-{max} cannot be counted; write one within 0-10, such as 1-5")
            }
            Self::Empty(band) => write!(formatter, "the {} set is empty; name at least one point", band.key()),
            Self::Outside { band, point, scale: Scale { min, max } } => {
                write!(
                    formatter,
                    "{point} in the {} set is not on the scale; write points from {min} to {max}",
                    band.key()
                )
            }
            Self::Overlap { point, bands: [first, second] } => {
                write!(formatter, "{point} is in the {} and in the {} set; leave it in one", first.key(), second.key())
            }
            Self::Missing { point } => {
                write!(formatter, "{point} is in no set; add it to negative, neutral or positive")
            }
        }
    }
}

impl core::error::Error for BadSets {}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Scale = Scale { min: 1, max: 5 };

    #[track_caller]
    fn refused(negative: &[u8], neutral: &[u8], positive: &[u8], because: &str) {
        let error = Bands::from_sets(FIVE, negative, neutral, positive).expect_err("refused");
        assert_eq!(error.to_string(), because);
    }

    #[test]
    fn sets_that_are_no_partition_are_refused_with_the_reason() {
        refused(&[], &[1, 2, 3], &[4, 5], "the negative set is empty; name at least one point");
        refused(&[1, 2], &[3, 4, 5], &[], "the positive set is empty; name at least one point");
        refused(&[1, 2], &[3], &[4, 6], "6 in the positive set is not on the scale; write points from 1 to 5");
        refused(&[0, 2], &[3], &[4, 5], "0 in the negative set is not on the scale; write points from 1 to 5");
        refused(&[1, 2], &[2, 3], &[4, 5], "2 is in the negative and in the neutral set; leave it in one");
        refused(&[1], &[3], &[4, 5], "2 is in no set; add it to negative, neutral or positive");
        let one = Scale { min: 3, max: 3 };
        let error = Bands::from_sets(one, &[3], &[], &[3]).expect_err("refused");
        assert_eq!(error.to_string(), "the scale 3-3 cannot be counted; write one within 0-10, such as 1-5");
    }

    #[test]
    fn an_empty_neutral_set_is_fine() {
        let thumbs = Bands::from_sets(Scale { min: 0, max: 1 }, &[0], &[], &[1]).expect("sets");
        assert_eq!((thumbs.of(0), thumbs.of(1), thumbs.of(2)), (Some(Band::Negative), Some(Band::Positive), None));
    }

    #[test]
    fn the_good_end_is_where_the_positive_points_lie() {
        assert_eq!(Bands::from(Measure::NPS).better(), Better::Higher);
        assert_eq!(Bands::from(Measure::CES1).better(), Better::Lower);
        let effort = Bands::from_sets(FIVE, &[4, 5], &[3], &[1, 2]).expect("sets");
        assert_eq!(effort.better(), Better::Lower);
    }

    #[test]
    fn boxes_that_meet_leave_no_neutral_point_and_boxes_that_overlap_are_none() {
        let three = Bands::from_boxes(Scale { min: 1, max: 7 }, 3).expect("boxes");
        assert!(three.points(Band::Neutral).eq([4]));
        assert!(Bands::from_boxes(Scale { min: 0, max: 1 }, 1).is_some());
        assert_eq!(Bands::from_boxes(FIVE, 3), None);
        assert_eq!(Bands::from_boxes(FIVE, 0), None);
    }
}
