//! Weighted tallies, for samples whose mix is known to differ from that of the customers.

mod refused;
mod weight;

pub use refused::Refused;
pub use weight::Weight;

use serde::Serialize;

use super::bands::Bands;
use super::count::float;
use super::histogram::{Histogram, POINTS};
use super::mean::Mean;
use super::merge::Merge;
use super::net::NetScore;
use super::proportion::Proportion;
use super::series::{NotPooled, Series};
use crate::metric::Band;

/// Fewer effective answers than these carry no published figure.
const FEWEST: f64 = 5.0;
/// Weights further apart than this deserve a warning.
const UNEVEN: u32 = 5;

/// The answers of one series, each with a weight. Weights are whole millionths, so that merging is exact and comes to the
/// same in any order.
///
/// Intervals go by Kish's effective sample size (Σw)² / Σw²: what unequal weights leave of the number of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WeightedTally {
    series: Series,
    answers: Histogram,
    /// Sum of weights per point, in millionths.
    weights: [u128; POINTS],
    /// Sum of squared weights, in millionths of millionths.
    squares: u128,
    lightest: Option<Weight>,
    heaviest: Option<Weight>,
}

impl WeightedTally {
    /// No answers yet.
    #[must_use]
    pub const fn new(series: Series) -> Self {
        Self {
            series,
            answers: Histogram::empty(series.scale()),
            weights: [0; POINTS],
            squares: 0,
            lightest: None,
            heaviest: None,
        }
    }

    /// Counts an answer; `false`, and nothing counted, when it is not on the scale.
    pub fn add(&mut self, answer: i64, weight: Weight) -> bool {
        let Some(point) = u8::try_from(answer).ok().filter(|point| self.answers.add(*point)) else {
            return false;
        };
        let place = usize::from(point - self.series.scale().min);
        if let Some(sum) = self.weights.get_mut(place) {
            *sum = sum.saturating_add(weight.millionths());
        }
        self.squares = self.squares.saturating_add(weight.millionths() * weight.millionths());
        self.lightest = Some(self.lightest.map_or(weight, |known| known.min(weight)));
        self.heaviest = self.heaviest.max(Some(weight));
        true
    }

    /// What is counted.
    #[must_use]
    pub const fn series(&self) -> Series {
        self.series
    }

    /// The same answers without their weights.
    #[must_use]
    pub const fn unweighted(&self) -> &Histogram {
        &self.answers
    }

    /// How many answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.answers.n()
    }

    /// Sum of the weights.
    #[must_use]
    pub fn weight(&self) -> f64 {
        millionths(self.weights.iter().sum())
    }

    /// Kish's effective sample size (Σw)² / Σw², from 1 to n. `None` without answers.
    #[must_use]
    pub fn effective_n(&self) -> Option<f64> {
        let squares = millionths(self.squares) / 1e6;
        (self.n() > 0).then(|| (self.weight() * self.weight() / squares).clamp(1.0, float(self.n())))
    }

    /// n / effective n, at least 1: by how much the weights blow up the variance. `None` without answers.
    #[must_use]
    pub fn design_effect(&self) -> Option<f64> {
        self.effective_n().map(|effective| float(self.n()) / effective)
    }

    /// Whether the heaviest answer weighs more than five times the lightest: worth a warning beside the figure.
    #[must_use]
    pub fn is_uneven(&self) -> bool {
        let far = |(light, heavy): (Weight, Weight)| heavy.millionths() > u128::from(UNEVEN) * light.millionths();
        self.lightest.zip(self.heaviest).is_some_and(far)
    }

    /// The net score of the weighted shares, its intervals by effective sample size.
    ///
    /// # Errors
    /// [`Refused`] without answers, below 5 effective answers, and for bands of another scale.
    pub fn net(&self, bands: &Bands) -> Result<NetScore, Refused> {
        let n = self.enough()?;
        if bands.scale() != self.series.scale() {
            return Err(Refused::OtherScale { expected: self.series.scale(), found: bands.scale() });
        }
        let share = |band| self.share_of(|point| bands.of(point) == Some(band));
        let shares = [Band::Negative, Band::Neutral, Band::Positive].map(share);
        NetScore::effective(shares, n, self.n()).ok_or(Refused::NoAnswers)
    }

    /// The weighted share of the points that `counts_in` picks, its intervals by effective sample size.
    ///
    /// # Errors
    /// [`Refused`] without answers and below 5 effective answers.
    pub fn share(&self, counts_in: impl Fn(u8) -> bool) -> Result<Proportion, Refused> {
        let n = self.enough()?;
        Proportion::effective(self.share_of(counts_in).clamp(0.0, 1.0), n, self.n()).ok_or(Refused::NoAnswers)
    }

    /// The weighted mean of the points, its interval by effective sample size.
    ///
    /// # Errors
    /// [`Refused`] without answers and below 5 effective answers.
    pub fn mean(&self) -> Result<Mean, Refused> {
        let n = self.enough()?;
        let moment = |of: &dyn Fn(f64) -> f64| -> f64 {
            let points = self.series.scale().points().zip(self.weights);
            points.map(|(point, weight)| of(f64::from(point)) * millionths(weight)).sum::<f64>() / self.weight()
        };
        let value = moment(&|x| x);
        let variance = moment(&|x| (x - value) * (x - value));
        Ok(Mean::effective(self.series.scale(), value, variance, n, self.n()))
    }

    fn enough(&self) -> Result<f64, Refused> {
        match self.effective_n() {
            None => Err(Refused::NoAnswers),
            Some(effective) if effective < FEWEST => Err(Refused::TooFew { effective }),
            Some(effective) => Ok(effective),
        }
    }

    fn share_of(&self, counts_in: impl Fn(u8) -> bool) -> f64 {
        let points = self.series.scale().points().zip(self.weights);
        let hits = points.filter(|(point, _)| counts_in(*point)).map(|(_, weight)| weight).sum();
        millionths(hits) / self.weight()
    }
}

#[allow(clippy::cast_precision_loss, reason = "a share needs no more digits than a float has")]
fn millionths(sum: u128) -> f64 {
    sum as f64 / 1e6
}

impl Merge for WeightedTally {
    type Error = NotPooled;

    fn merge(&mut self, other: &Self) -> Result<(), NotPooled> {
        self.series.same(&other.series)?;
        let apart = |_| NotPooled { expected: self.series, found: other.series };
        self.answers.merge(&other.answers).map_err(apart)?;
        for (ours, theirs) in self.weights.iter_mut().zip(other.weights) {
            *ours = ours.saturating_add(theirs);
        }
        self.squares = self.squares.saturating_add(other.squares);
        self.lightest = [self.lightest, other.lightest].into_iter().flatten().min();
        self.heaviest = self.heaviest.max(other.heaviest);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Measure, Metric};
    use crate::settings::Look;
    use crate::stats::Confidence;

    fn tally(answers: &[(i64, f64)]) -> WeightedTally {
        let scale = Measure::CSAT.scale();
        let series = Series::new(Metric::Csat, scale, Look::Numbers, 7).expect("a scale of the metric");
        let mut tally = WeightedTally::new(series);
        for (answer, weight) in answers {
            tally.add(*answer, Weight::new(*weight).expect("a weight"));
        }
        tally
    }

    #[test]
    fn weights_that_leave_too_little_are_refused() {
        let heavy = tally(&[(5, 100.0), (4, 1.0), (3, 1.0), (2, 1.0), (1, 1.0), (5, 1.0)]);
        let error = heavy.mean().expect_err("one answer weighs nearly all");
        assert_eq!(
            error.to_string(),
            "the weights leave 1.1 effective answers; a weighted figure needs 5, so collect more or weight less"
        );
        assert!(heavy.is_uneven());
        assert_eq!(tally(&[]).mean().expect_err("empty").to_string(), "there are no answers");
        assert_eq!((tally(&[]).effective_n(), tally(&[]).design_effect()), (None, None));
        let other = Bands::from(Measure::NPS);
        let error = tally(&[(5, 1.0); 6]).net(&other).expect_err("another scale");
        assert_eq!(error.to_string(), "the classes are of the scale 0-10, the answers of 1-5");
    }

    #[test]
    fn equal_weights_change_nothing() {
        let answers = [(5, 2.5), (5, 2.5), (4, 2.5), (2, 2.5), (3, 2.5), (5, 2.5), (1, 2.5)];
        let weighted = tally(&answers);
        let (ours, plain) = (weighted.mean().expect("answers"), weighted.unweighted().mean().expect("answers"));
        assert!((ours.value() - plain.value()).abs() < 1e-12);
        let width = |mean: &Mean| mean.estimate(Confidence::Ninety).interval.expect("seven answers").width();
        assert!((width(&ours) - width(&plain)).abs() < 1e-9);
        let share = weighted.share(|point| point >= 4).expect("answers");
        assert!((share.percent() - weighted.unweighted().top(2).expect("answers").percent()).abs() < 1e-9);
        assert_eq!(weighted.design_effect(), Some(1.0));
    }

    #[test]
    fn what_is_no_weight_is_none() {
        for weight in [0.0, -1.0, 1e-7, 1000.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Weight::new(weight), None, "{weight}");
        }
    }
}
