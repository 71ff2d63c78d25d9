//! Why a weighted figure is not given.

use core::fmt;

use crate::metric::Scale;

/// A figure that would say more than the sample knows.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refused {
    /// There are no answers.
    NoAnswers,
    /// The weights leave fewer than 5 effective answers.
    TooFew {
        /// Kish's effective sample size.
        effective: f64,
    },
    /// The bands are of another scale than the answers.
    OtherScale {
        /// The scale of the answers.
        expected: Scale,
        /// The scale of the bands.
        found: Scale,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswers => formatter.write_str("there are no answers"),
            Self::TooFew { effective } => write!(
                formatter,
                "the weights leave {effective:.1} effective answers; a weighted figure needs 5, so collect more or weight less"
            ),
            Self::OtherScale { expected, found } => write!(
                formatter,
                "the classes are of the scale {}-{}, the answers of {}-{}",
                found.min, found.max, expected.min, expected.max
            ),
        }
    }
}

impl core::error::Error for Refused {}
