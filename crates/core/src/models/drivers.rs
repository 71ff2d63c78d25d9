//! Derived importance: how much each driver goes along with an overall score.

mod correlation;
mod regression;

use correlation::Correlations;

/// The most drivers: 2⁸ subsets are looked at for the shares.
pub const MOST: usize = 8;
/// The fewest respondents for a correlation to be more than indicative.
pub const ENOUGH: usize = 30;

/// The association of some drivers with an overall score.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drivers {
    /// One for each driver, in the order given; `None` for a driver that never varies, which tells nothing.
    pub drivers: Vec<Option<Driver>>,
    /// The share of the score's variance that all drivers together explain, 0 to 1.
    pub r2: f64,
    /// How many respondents rated all of it.
    pub n: usize,
}

/// One driver.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Driver {
    /// Pearson's correlation with the overall score, −1 to 1.
    pub correlation: f64,
    /// The standardised regression weight beside all other drivers. Beware of drivers that go along with each other; `None`
    /// where they do so exactly, and no weight is determined.
    pub weight: Option<f64>,
    /// Its part of R²: the gain when it is added to the others, averaged over all orders (Shapley; Lindeman, Merenda and
    /// Gold). The parts of all drivers sum to R².
    pub part: f64,
    /// The same as a share of R², 0 to 100; `None` when nothing is explained.
    pub percent: Option<f64>,
}

impl Drivers {
    /// From one row per respondent, each with a rating of every driver, and the overall scores in the same order.
    ///
    /// `None` for more than 8 drivers or none, fewer than 3 respondents, rows of different lengths, figures that are not
    /// finite, and an overall score that never varies.
    #[must_use]
    pub fn derive(ratings: &[Vec<f64>], scores: &[f64]) -> Option<Self> {
        let count = ratings.first()?.len();
        if !(1..=MOST).contains(&count) || ratings.len() < 3 || ratings.len() != scores.len() {
            return None;
        }
        if ratings.iter().any(|row| row.len() != count) {
            return None;
        }
        let columns = (0..count).map(|driver| ratings.iter().map(|row| row[driver]).collect());
        let correlations = Correlations::of(columns.collect(), scores)?;
        let varying = correlations.drivers();
        let weights = regression::weights(&correlations);
        let parts = regression::parts(&correlations);
        let r2 = parts.iter().sum::<f64>().clamp(0.0, 1.0);
        let mut drivers = vec![None; count];
        for (place, driver) in varying.iter().enumerate() {
            drivers[*driver] = Some(Driver {
                correlation: correlations.with_score(place),
                weight: weights.as_ref().map(|weights| weights[place]),
                part: parts[place],
                percent: (r2 > 0.0).then(|| 100.0 * parts[place] / r2),
            });
        }
        Some(Self { drivers, r2, n: ratings.len() })
    }

    /// Whether there are enough respondents to publish correlations without calling them indicative.
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.n >= ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_that_never_varies_is_left_out() {
        let ratings: Vec<Vec<f64>> = [1.0, 2.0, 3.0, 5.0].iter().map(|x| vec![*x, 4.0]).collect();
        let found = Drivers::derive(&ratings, &[2.0, 4.0, 6.0, 10.0]).expect("drivers");
        assert_eq!(found.drivers[1], None);
        let driver = found.drivers[0].expect("it varies");
        assert!((driver.correlation - 1.0).abs() < 1e-12 && (found.r2 - 1.0).abs() < 1e-12);
        assert!(!found.is_enough());
    }

    #[test]
    fn two_drivers_that_are_the_same_share_what_they_explain() {
        let ratings: Vec<Vec<f64>> = [1.0, 2.0, 3.0, 5.0].iter().map(|x| vec![*x, 10.0 - x]).collect();
        let found = Drivers::derive(&ratings, &[2.0, 4.0, 5.0, 10.0]).expect("drivers");
        let [Some(first), Some(second)] = found.drivers[..] else { panic!("both vary") };
        assert!((first.part - second.part).abs() < 1e-12);
        assert!((first.part + second.part - found.r2).abs() < 1e-12);
        assert_eq!(first.weight, None);
    }

    #[test]
    fn what_cannot_be_derived_is_none() {
        let two = [vec![1.0], vec![2.0]];
        assert_eq!(Drivers::derive(&two, &[1.0, 2.0]), None);
        assert_eq!(Drivers::derive(&[], &[]), None);
        assert_eq!(Drivers::derive(&vec![vec![1.0; 9]; 20], &[1.0; 20]), None);
        let three = [vec![1.0], vec![2.0], vec![3.0]];
        assert_eq!(Drivers::derive(&three, &[5.0; 3]), None);
        assert_eq!(Drivers::derive(&three, &[5.0, f64::NAN, 1.0]), None);
        let none_varies = vec![vec![4.0]; 3];
        let found = Drivers::derive(&none_varies, &[1.0, 2.0, 3.0]).expect("the score varies");
        assert_eq!((found.drivers, found.r2), (vec![None], 0.0));
    }
}
