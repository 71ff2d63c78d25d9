//! Metrics, their scales and their class tables.

use core::ops::RangeInclusive;

use serde::Serialize;

use crate::settings::{Look, Wording};
use crate::words::words;

words! {
    /// What a survey measures. Fixes the scale, the classes and the catalogue texts.
    pub enum Metric {
        /// Net Promoter Score: how likely a recommendation is, 0–10.
        Nps = "nps",
        /// Customer Effort Score 2.0: agreement that it was easy, 1–7.
        Ces = "ces",
        /// Customer satisfaction, 1–5.
        Csat = "csat",
    }
}

words! {
    /// Which way a class points. Every class of every metric belongs to one band.
    pub enum Band {
        /// Something went wrong for this respondent.
        Negative = "negative",
        /// Neither.
        Neutral = "neutral",
        /// It went well.
        Positive = "positive",
    }
}

/// The points of a scale, both ends included. Every whole number between them is an answer, `0` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "read", derive(serde::Deserialize))]
pub struct Scale {
    /// The lowest point, 0 or 1.
    pub min: u8,
    /// The highest point, at most 10.
    pub max: u8,
}

impl Scale {
    /// Every point from low to high.
    #[must_use]
    pub const fn points(self) -> RangeInclusive<u8> {
        self.min..=self.max
    }

    /// Whether `value` is a point of this scale.
    #[must_use]
    pub const fn contains(self, value: i64) -> bool {
        value >= self.min as i64 && value <= self.max as i64
    }
}

/// What a score says about the respondent, in the words of its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Class {
    /// The band that the class belongs to.
    pub band: Band,
    /// The word on the wire, such as `promoter`.
    pub name: &'static str,
}

/// One row of a class table: the points `from..=to` are of class `name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The class name on the wire.
    pub name: &'static str,
    /// The lowest point of the class.
    pub from: u8,
    /// The highest point of the class.
    pub to: u8,
}

impl Row {
    const fn new(name: &'static str, from: u8, to: u8) -> Self {
        Self { name, from, to }
    }

    const fn contains(&self, value: u8) -> bool {
        self.from <= value && value <= self.to
    }
}

/// A scale with its classes. The three rows are disjoint and cover every point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleTable {
    /// The points.
    pub scale: Scale,
    /// Points of [`Band::Negative`].
    pub negative: Row,
    /// Points of [`Band::Neutral`].
    pub neutral: Row,
    /// Points of [`Band::Positive`].
    pub positive: Row,
    /// How the scale can be drawn; the first is the default.
    pub looks: &'static [Look],
    /// The wordings that the catalogue has for it; the first is the default.
    pub wordings: &'static [Wording],
}

impl ScaleTable {
    /// The class of a point. Only a [`Score`](crate::Score) asks, and it is on the scale.
    pub(crate) const fn class(&self, value: u8) -> Class {
        if self.negative.contains(value) {
            Class { band: Band::Negative, name: self.negative.name }
        } else if self.positive.contains(value) {
            Class { band: Band::Positive, name: self.positive.name }
        } else {
            Class { band: Band::Neutral, name: self.neutral.name }
        }
    }

    /// The class name of a band.
    #[must_use]
    pub const fn name(&self, band: Band) -> &'static str {
        match band {
            Band::Negative => self.negative.name,
            Band::Neutral => self.neutral.name,
            Band::Positive => self.positive.name,
        }
    }
}

/// NPS: 6 is still a detractor, 7 and 8 are passive, 9 is the first promoter.
static NPS: ScaleTable = ScaleTable {
    scale: Scale { min: 0, max: 10 },
    negative: Row::new("detractor", 0, 6),
    neutral: Row::new("passive", 7, 8),
    positive: Row::new("promoter", 9, 10),
    looks: &[Look::Numbers],
    wordings: &[Wording::Standard, Wording::FriendOrFamily],
};

/// CES 2.0: 5 ("somewhat agree") is the first easy point, after Gartner's top-three-box rule.
static CES: ScaleTable = ScaleTable {
    scale: Scale { min: 1, max: 7 },
    negative: Row::new("hard", 1, 3),
    neutral: Row::new("neutral", 4, 4),
    positive: Row::new("easy", 5, 7),
    looks: &[Look::Numbers],
    wordings: &[Wording::Standard, Wording::Find, Wording::Checkout, Wording::Service],
};

/// CSAT: 4 and 5 are satisfied, the top-two-box rule.
static CSAT: ScaleTable = ScaleTable {
    scale: Scale { min: 1, max: 5 },
    negative: Row::new("dissatisfied", 1, 2),
    neutral: Row::new("neutral", 3, 3),
    positive: Row::new("satisfied", 4, 5),
    looks: &[Look::Numbers],
    wordings: &[Wording::Standard, Wording::Order, Wording::Delivery],
};

impl Metric {
    /// The scale of this metric with its classes, looks and wordings.
    #[must_use]
    pub const fn table(self) -> &'static ScaleTable {
        match self {
            Self::Nps => &NPS,
            Self::Ces => &CES,
            Self::Csat => &CSAT,
        }
    }

    /// The points of this metric.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.table().scale
    }

    /// The layer of customer experience that the metric measures; `None` where it measures none.
    #[must_use]
    pub const fn layer(self) -> Option<&'static str> {
        match self {
            Self::Nps => Some("strategic"),
            Self::Ces => Some("experience"),
            Self::Csat => Some("basics"),
        }
    }
}
