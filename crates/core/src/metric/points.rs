//! Sets of points of a scale.

use core::fmt;

/// Some of the points 0 to 10. Two bytes, so that a score can carry its class table along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Points(u16);

impl Points {
    /// No point.
    pub const NONE: Self = Self(0);

    /// The highest point that any scale has.
    pub const HIGHEST: u8 = 10;

    /// From one point to another, both included. Points above 10 are left out; none where `from` is above `to`.
    #[must_use]
    pub const fn from_to(from: u8, to: u8) -> Self {
        let mut points = Self::NONE;
        let mut point = from;
        while point <= to && point <= Self::HIGHEST {
            points = points.with(point);
            point += 1;
        }
        points
    }

    /// The same set with one more point. One above 10 is left out.
    #[must_use]
    pub const fn with(self, point: u8) -> Self {
        if point > Self::HIGHEST { self } else { Self(self.0 | 1 << point) }
    }

    /// Whether a point is in the set.
    #[must_use]
    pub const fn contains(self, point: u8) -> bool {
        point <= Self::HIGHEST && self.0 >> point & 1 == 1
    }

    /// Whether there is no point in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many points there are.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The points that are in one of the sets or in both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The points that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The points that are in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The lowest point.
    #[must_use]
    pub const fn lowest(self) -> Option<u8> {
        if self.is_empty() { None } else { Some(self.0.trailing_zeros() as u8) }
    }

    /// The highest point.
    #[must_use]
    pub const fn highest(self) -> Option<u8> {
        if self.is_empty() { None } else { Some(15 - self.0.leading_zeros() as u8) }
    }

    /// Every point from low to high.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..Self::HIGHEST + 1).filter(move |point| self.contains(*point))
    }
}

impl FromIterator<u8> for Points {
    fn from_iter<I: IntoIterator<Item = u8>>(points: I) -> Self {
        points.into_iter().fold(Self::NONE, Self::with)
    }
}

/// The points with commas between them: `1,2`.
impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, point) in self.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(formatter, "{comma}{point}")?;
        }
        Ok(())
    }
}
