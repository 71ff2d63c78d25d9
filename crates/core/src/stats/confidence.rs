//! How sure an interval is.

use serde::{Serialize, Serializer};

/// The share of samples whose interval contains the true value. Only these three: below 90 % the default NPS interval can
/// miss the score itself in samples of up to 54.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// 90 %.
    Ninety,
    /// 95 %, the default.
    #[default]
    NinetyFive,
    /// 99 %.
    NinetyNine,
}

impl Confidence {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::Ninety, Self::NinetyFive, Self::NinetyNine];

    /// The level of 90, 95 or 99; `None` for any other number.
    #[must_use]
    pub const fn from_percent(percent: u8) -> Option<Self> {
        match percent {
            90 => Some(Self::Ninety),
            95 => Some(Self::NinetyFive),
            99 => Some(Self::NinetyNine),
            _ => None,
        }
    }

    /// 90, 95 or 99.
    #[must_use]
    pub const fn percent(self) -> u8 {
        match self {
            Self::Ninety => 90,
            Self::NinetyFive => 95,
            Self::NinetyNine => 99,
        }
    }

    /// What is left outside on both sides together: 0.1, 0.05 or 0.01.
    #[must_use]
    pub const fn alpha(self) -> f64 {
        match self {
            Self::Ninety => 0.1,
            Self::NinetyFive => 0.05,
            Self::NinetyNine => 0.01,
        }
    }

    /// The two-sided standard normal quantile z, Φ(z) = 1 − α/2.
    #[must_use]
    pub const fn z(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_6,
            Self::NinetyFive => 1.959_963_984_540_054,
            Self::NinetyNine => 2.575_829_303_548_900_4,
        }
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.percent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::distribution::normal;

    #[test]
    fn each_z_is_the_quantile_of_its_level() {
        for confidence in Confidence::ALL {
            let quantile = normal::quantile(1.0 - confidence.alpha() / 2.0).expect("a probability");
            assert!((quantile - confidence.z()).abs() < 1e-12, "{confidence:?}: {quantile}");
            assert_eq!(Confidence::from_percent(confidence.percent()), Some(confidence));
        }
    }
}
