//! The share of visitors who were asked.

use serde::{Serialize, Serializer};

use crate::decimal;

/// The share of visitors asked, in basis points: 2500 is 0.25 on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SampleRate(pub u16);

impl SampleRate {
    /// Everybody: 1.0.
    pub const ALL: Self = Self(10_000);
}

impl Serialize for SampleRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        decimal::serialize(u32::from(self.0), 10_000, serializer)
    }
}

#[cfg(feature = "read")]
impl<'de> serde::Deserialize<'de> for SampleRate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal::read(deserializer, 10_000, 1).map(Self)
    }
}

#[cfg(feature = "read")]
impl Default for SampleRate {
    fn default() -> Self {
        Self::ALL
    }
}
