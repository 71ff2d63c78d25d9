//! Post-stratification: strata of known size, whatever the mix of the sample.

use core::fmt;

use super::classes::Classes;
use super::confidence::Confidence;
use super::estimate::{Estimate, Interval, Method, Unit};

/// How far the shares may be from summing to 1.
const TOLERANCE: f64 = 1e-6;

/// A part of the customers whose size is known, such as those on a phone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// Its share of all customers, 0 to 1.
    pub share: f64,
    /// The answers from it.
    pub classes: Classes,
}

/// The net score that a sample with the right mix would have: Σ W · score, variance Σ W² v / n, Wald interval.
///
/// # Errors
/// [`NotStratified`] without strata, for a stratum without answers (it is never silently dropped), and unless the shares
/// are from 0 to 1 and sum to 1.
pub fn net(strata: &[Stratum], confidence: Confidence) -> Result<Estimate, NotStratified> {
    if strata.is_empty() {
        return Err(NotStratified::NoStrata);
    }
    let (mut value, mut variance, mut sum, mut n) = (0.0, 0.0, 0.0, 0_u64);
    for (place, stratum) in strata.iter().enumerate() {
        if !(0.0..=1.0).contains(&stratum.share) {
            return Err(NotStratified::Share { place, found: stratum.share });
        }
        let score = stratum.classes.net().ok_or(NotStratified::NoAnswers { place })?;
        value += stratum.share * score.points();
        variance += (stratum.share * score.standard_error()).powi(2);
        sum += stratum.share;
        n = n.saturating_add(score.answers());
    }
    if (sum - 1.0).abs() > TOLERANCE {
        return Err(NotStratified::Sum { found: sum });
    }
    let error = variance.sqrt();
    let margin = confidence.z() * error;
    Ok(Estimate {
        value,
        unit: Unit::Points,
        interval: Some(Interval::around(value, margin).within(-100.0, 100.0)),
        margin: Some(margin),
        standard_error: Some(error),
        method: Method::PostStratified,
        confidence,
        n,
    })
}

/// Why strata make no figure. `place` counts from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum NotStratified {
    /// There are no strata.
    NoStrata,
    /// Nobody answered in a stratum, so nothing is known of that part of the customers.
    NoAnswers {
        /// The stratum.
        place: usize,
    },
    /// A share is not from 0 to 1.
    Share {
        /// The stratum.
        place: usize,
        /// What was given.
        found: f64,
    },
    /// The shares do not sum to 1.
    Sum {
        /// What they sum to.
        found: f64,
    },
}

impl fmt::Display for NotStratified {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStrata => formatter.write_str("there are no strata"),
            Self::NoAnswers { place } => {
                write!(formatter, "stratum {place} has no answers; collect some or merge it with another")
            }
            Self::Share { place, found } => {
                write!(formatter, "the share of stratum {place} is {found}; write a number from 0 to 1")
            }
            Self::Sum { found } => write!(formatter, "the shares sum to {found}; they must sum to 1"),
        }
    }
}

impl core::error::Error for NotStratified {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(strata: &[(f64, [u64; 3])], because: &str) {
        let stratum = |(share, [negative, neutral, positive]): &(f64, [u64; 3])| Stratum {
            share: *share,
            classes: Classes::new(*negative, *neutral, *positive),
        };
        let strata: Vec<Stratum> = strata.iter().map(stratum).collect();
        let error = net(&strata, Confidence::default()).expect_err("refused");
        assert_eq!(error.to_string(), because);
    }

    #[test]
    fn strata_that_say_nothing_are_refused_and_not_dropped() {
        refused(&[], "there are no strata");
        refused(
            &[(0.5, [1, 2, 3]), (0.5, [0, 0, 0])],
            "stratum 1 has no answers; collect some or merge it with another",
        );
        refused(&[(0.5, [1, 2, 3]), (0.4, [1, 1, 1])], "the shares sum to 0.9; they must sum to 1");
        refused(&[(f64::NAN, [1, 2, 3])], "the share of stratum 0 is NaN; write a number from 0 to 1");
    }
}
