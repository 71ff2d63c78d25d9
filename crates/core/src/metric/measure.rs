//! A metric on one of its scales, with the class of every point.

use core::fmt;

#[cfg(feature = "whole")]
use super::tables::TABLES;
use super::{Band, Layer, Metric, Points, Scale};
use crate::settings::SettingError;
use crate::text::push_integer;

/// What is measured and how: the metric, the scale, and which points are negative, neutral and positive. Scores of two
/// measures are never put together.
///
/// The three sets are disjoint and cover the scale, which has two points at least and none above 10; negative and
/// positive have a point, neutral may have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    metric: Metric,
    scale: Scale,
    layer: Option<Layer>,
    sets: [Points; 3],
}

/// The metrics on their default scales.
#[cfg(feature = "whole")]
impl Measure {
    /// NPS on 0-10.
    pub const NPS: Self = first(Metric::Nps);
    /// eNPS on 0-10.
    pub const ENPS: Self = first(Metric::Enps);
    /// CES 2.0 on 1-7.
    pub const CES: Self = first(Metric::Ces);
    /// CES 1.0 on 1-5, low is good.
    pub const CES1: Self = first(Metric::Ces1);
    /// Ease on 1-5.
    pub const CES5: Self = first(Metric::Ces5);
    /// CSAT on 1-5.
    pub const CSAT: Self = first(Metric::Csat);
    /// Delight on 1-5.
    pub const DELIGHT: Self = first(Metric::Delight);
    /// Importance on 1-10.
    pub const IMPORTANCE: Self = first(Metric::Importance);
    /// Whether the goal was reached, on 1-3.
    pub const GOAL: Self = first(Metric::Goal);
    /// Whether the promise was kept, on 1-3.
    pub const PROMISE: Self = first(Metric::Promise);
    /// PMF on 1-3.
    pub const PMF: Self = first(Metric::Pmf);
}

impl Measure {
    /// A metric on one of its scales. `None` where it does not have that scale, and for [`Metric::Custom`].
    #[must_use]
    pub fn of(metric: Metric, scale: Scale) -> Option<Self> {
        let mut tables = metric.tables().iter();
        let table = tables.find(|table| table.measure.scale == scale)?;
        Some(table.measure)
    }

    /// A shop's own measure, of class names `negative`, `neutral` and `positive`.
    ///
    /// # Errors
    /// [`SettingError`] when the scale has not two points from 0 to 10, negative or positive are empty, or a point is off
    /// the scale, in two sets, or in none.
    pub fn custom(scale: Scale, sets: [Points; 3], layer: Option<Layer>) -> Result<Self, SettingError> {
        if !scale.is_usable() {
            return Err(no_scale(&scale.text()));
        }
        for (name, set) in Metric::Custom.classes().into_iter().zip(sets) {
            if let Some(point) = set.without(scale.set()).lowest() {
                return Err(off_scale(name, &digits(point), scale));
            }
        }
        Self::of_sets(scale, sets, layer)
    }

    /// The same for sets of points that are all on the scale.
    pub(crate) fn of_sets(scale: Scale, sets: [Points; 3], layer: Option<Layer>) -> Result<Self, SettingError> {
        let [negative, neutral, positive] = sets;
        let twice = negative.and(neutral).or(negative.or(neutral).and(positive));
        let missing = scale.set().without(negative.or(neutral).or(positive));
        if negative.is_empty() {
            Err(no_point("negative", scale))
        } else if positive.is_empty() {
            Err(no_point("positive", scale))
        } else if let Some(point) = twice.lowest() {
            Err(refused("neutral", &digits(point), " is in two classes", scale))
        } else if let Some(point) = missing.lowest() {
            Err(refused("neutral", &digits(point), " is in no class", scale))
        } else {
            Ok(Self { metric: Metric::Custom, scale, layer, sets })
        }
    }

    /// A row of the class tables: the scale is what the sets cover.
    pub(super) const fn row(metric: Metric, negative: Points, neutral: Points, positive: Points) -> Self {
        let covered = negative.or(neutral).or(positive);
        match (covered.lowest(), covered.highest()) {
            (Some(min), Some(max)) => {
                Self { metric, scale: Scale { min, max }, layer: metric.layer(), sets: [negative, neutral, positive] }
            }
            _ => panic!("a scale has points"),
        }
    }

    /// The metric.
    #[must_use]
    pub const fn metric(self) -> Metric {
        self.metric
    }

    /// The points.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// The layer of customer experience that is measured.
    #[must_use]
    pub const fn layer(self) -> Option<Layer> {
        self.layer
    }

    /// The points of a band.
    #[must_use]
    pub const fn points(self, band: Band) -> Points {
        let [negative, neutral, positive] = self.sets;
        match band {
            Band::Negative => negative,
            Band::Neutral => neutral,
            Band::Positive => positive,
        }
    }

    /// The class name of a band on the wire.
    #[must_use]
    pub const fn name(self, band: Band) -> &'static str {
        let [negative, neutral, positive] = self.metric.classes();
        match band {
            Band::Negative => negative,
            Band::Neutral => neutral,
            Band::Positive => positive,
        }
    }

    /// The band of a point. Only a [`Score`](crate::Score) asks, and it is on the scale.
    pub(crate) const fn band(self, point: u8) -> Band {
        let [negative, _, positive] = self.sets;
        if negative.contains(point) {
            Band::Negative
        } else if positive.contains(point) {
            Band::Positive
        } else {
            Band::Neutral
        }
    }

    /// Whether the low end is the good one: the positive points lie below the negative ones, on average.
    #[must_use]
    pub fn low_is_good(self) -> bool {
        let sum = |set: Points| set.iter().map(u32::from).sum::<u32>();
        let [negative, _, positive] = self.sets;
        sum(positive) * negative.len() < sum(negative) * positive.len()
    }
}

/// Metric and scale, as settings write them: `csat 1-5`.
impl fmt::Display for Measure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.metric.key())?;
        formatter.write_str(" ")?;
        self.scale.fmt(formatter)
    }
}

/// The measure of a metric's first table.
#[cfg(feature = "whole")]
const fn first(metric: Metric) -> Measure {
    let mut place = 0;
    while TABLES[place].measure.metric as u8 != metric as u8 {
        place += 1;
    }
    TABLES[place].measure
}

/// A scale that nobody can answer on, or none at all.
pub(crate) fn no_scale(found: &str) -> SettingError {
    let expected = "\" is not a scale; write two numbers from 0 to 10, the lower one first, such as 1-5";
    SettingError::new("scale", &["\"", found, expected])
}

/// A class without a point.
pub(crate) fn no_point(class: &str, scale: Scale) -> SettingError {
    refused(class, class, " has no point", scale)
}

/// A point that a class names and the scale does not have.
pub(crate) fn off_scale(class: &str, found: &str, scale: Scale) -> SettingError {
    refused(class, found, " is not on the scale", scale)
}

fn refused(setting: &str, found: &str, what: &str, scale: Scale) -> SettingError {
    let expected = " into one class: negative, neutral or positive";
    SettingError::new(setting, &[found, what, "; write each point of ", &scale.text(), expected])
}

fn digits(point: u8) -> String {
    let mut digits = String::new();
    push_integer(&mut digits, point.into());
    digits
}
