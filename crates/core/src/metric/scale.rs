//! Scales: the points that can be chosen.

use core::fmt;
use core::ops::RangeInclusive;

use serde::Serialize;

use super::points::Points;
use crate::text::{number, push, push_integer, split};

/// The points of a scale, both ends included. Every whole number between them is an answer, `0` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "read", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scale {
    /// The lowest point.
    pub min: u8,
    /// The highest point, at most 10 where anything can be scored on it.
    pub max: u8,
}

impl Scale {
    /// Reads `0-10`. `None` for anything else, and for a scale that nobody can answer on: its ends are from 0 to 10, the
    /// lower one first.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (min, max) = split(text, b'-')?;
        let end = |digits: &str| u8::try_from(number(digits.trim_ascii())?).ok();
        let scale = Self { min: end(min)?, max: end(max)? };
        scale.is_usable().then_some(scale)
    }

    /// Whether it has two points at least and none above 10.
    #[must_use]
    pub const fn is_usable(self) -> bool {
        self.min < self.max && self.max <= Points::HIGHEST
    }

    /// Every point from low to high.
    #[must_use]
    pub const fn points(self) -> RangeInclusive<u8> {
        self.min..=self.max
    }

    /// The points as a set.
    #[must_use]
    pub const fn set(self) -> Points {
        Points::from_to(self.min, self.max)
    }

    /// Whether `value` is a point of this scale.
    #[must_use]
    pub const fn contains(self, value: i64) -> bool {
        value >= self.min as i64 && value <= self.max as i64
    }

    /// `0-10`.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        push_integer(&mut text, self.min.into());
        push(&mut text, '-');
        push_integer(&mut text, self.max.into());
        text
    }
}

/// As settings write it: `0-10`.
impl fmt::Display for Scale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}
