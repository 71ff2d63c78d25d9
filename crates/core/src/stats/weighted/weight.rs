//! The weight of one answer.

use serde::{Serialize, Serializer};

/// How much an answer counts, from 0.000 001 to 1,000, in whole millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u32);

const ONE: u32 = 1_000_000;
const MOST: u32 = 1_000;

impl Weight {
    /// Rounds to millionths. `None` for NaN, for anything that rounds to 0 or is negative, and above 1,000.
    #[must_use]
    pub fn new(weight: f64) -> Option<Self> {
        let millionths = (weight * f64::from(ONE)).round();
        if !(1.0..=f64::from(ONE) * f64::from(MOST)).contains(&millionths) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just checked")]
        Some(Self(millionths as u32))
    }

    /// The weight as a number.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(ONE)
    }

    pub(super) fn millionths(self) -> u128 {
        u128::from(self.0)
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}
