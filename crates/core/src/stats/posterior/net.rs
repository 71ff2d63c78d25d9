//! The posterior of a net score.

use super::super::confidence::Confidence;
use super::super::distribution::beta;
use super::super::distribution::root::narrowed;
use super::super::estimate::Interval;
use super::super::net::NetScore;
use super::super::quadrature::integral;
use super::PRIORS;
use crate::metric::Band;

/// Dirichlet(negative + a, neutral + b, positive + c), and in it the net score θ = P − D.
///
/// θ is S (2U − 1) with two independent parts: S, the share of the two outer classes, is Beta(α_D + α_P, α_N), and U, the
/// positive part of them, is Beta(α_P, α_D). That leaves one integral, over S.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetPosterior {
    negative: f64,
    neutral: f64,
    positive: f64,
}

/// Beyond so many standard deviations a distribution has no mass that could be seen, however skewed it is.
const FAR: f64 = 40.0;
/// The same where both parameters are at least [`EVEN`].
const NEAR: f64 = 10.0;
/// From here on a beta distribution is nearly symmetric.
const EVEN: f64 = 50.0;
/// Ends of intervals are exact to 80 standard deviations / 2³⁶, a billionth of one.
const HALVINGS: u32 = 36;
/// Cells into which the range of one posterior is cut to compare it with another.
const CELLS: u32 = 128;

impl NetPosterior {
    /// With the flat prior Dirichlet(1, 1, 1), whose mean is the centre of the adjusted Wald interval.
    #[must_use]
    pub const fn flat(sample: &NetScore) -> Self {
        Self::with(sample, [1.0; 3])
    }

    /// With Jeffreys' prior Dirichlet(½, ½, ½).
    #[must_use]
    pub const fn jeffreys(sample: &NetScore) -> Self {
        Self::with(sample, [0.5; 3])
    }

    /// With any prior, for negative, neutral, positive. `None` unless all are from 0.1 to a million.
    #[must_use]
    pub fn new(sample: &NetScore, prior: [f64; 3]) -> Option<Self> {
        prior.iter().all(|mass| PRIORS.contains(mass)).then(|| Self::with(sample, prior))
    }

    const fn with(sample: &NetScore, [negative, neutral, positive]: [f64; 3]) -> Self {
        Self {
            negative: sample.mass(Band::Negative) + negative,
            neutral: sample.mass(Band::Neutral) + neutral,
            positive: sample.mass(Band::Positive) + positive,
        }
    }

    /// The parameters for negative, neutral, positive: counts with the prior added.
    #[must_use]
    pub const fn parameters(&self) -> [f64; 3] {
        [self.negative, self.neutral, self.positive]
    }

    /// The mean in points: 100 (α_P − α_D) / A, with A the sum of the parameters.
    #[must_use]
    pub const fn mean(&self) -> f64 {
        100.0 * (self.positive - self.negative) / self.sum()
    }

    /// The standard deviation in points: 100 √((A (α_P + α_D) − (α_P − α_D)²) / (A² (A + 1))).
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        let (outer, net) = ((self.positive + self.negative) / self.sum(), self.mean() / 100.0);
        100.0 * ((outer - net * net) / (self.sum() + 1.0)).max(0.0).sqrt()
    }

    /// The probability that the true score is above `points`.
    #[must_use]
    pub fn probability_above(&self, points: f64) -> f64 {
        let theta = points / 100.0;
        if theta >= 0.0 {
            self.above(theta)
        } else if theta < 0.0 {
            1.0 - self.mirrored().above(-theta)
        } else {
            0.0
        }
    }

    /// The probability that the true score of this sample is above that of another, independent one; to three decimals.
    #[must_use]
    pub fn probability_above_other(&self, other: &Self) -> f64 {
        let (low, high) = self.reach(NEAR);
        let edge = |cell: u32| low + (high - low) * f64::from(cell) / f64::from(CELLS);
        let mut sum = 0.0;
        let (mut ours, mut theirs) = (self.probability_above(low), other.probability_above(low));
        for cell in 1..=CELLS {
            let (ours_next, theirs_next) = (self.probability_above(edge(cell)), other.probability_above(edge(cell)));
            sum += (ours - ours_next) * (1.0 - f64::midpoint(theirs, theirs_next));
            (ours, theirs) = (ours_next, theirs_next);
        }
        sum.clamp(0.0, 1.0)
    }

    /// The equal-tailed credible interval, in points.
    #[must_use]
    pub fn interval(&self, confidence: Confidence) -> Interval {
        let tail = confidence.alpha() / 2.0;
        let (low, high) = self.reach(FAR);
        let quantile = |p: f64| narrowed(low, high, HALVINGS, |points| 1.0 - self.probability_above(points) >= p);
        Interval::new(quantile(tail), quantile(1.0 - tail))
    }

    /// So many standard deviations to both sides of the mean, in points.
    fn reach(&self, deviations: f64) -> (f64, f64) {
        let reach = deviations * self.standard_deviation();
        ((self.mean() - reach).max(-100.0), (self.mean() + reach).min(100.0))
    }

    /// P(θ > t) for t ≥ 0: ∫ over s from t to 1 of the density of S times P(U > (1 + t/s) / 2).
    fn above(&self, t: f64) -> f64 {
        let outer = self.positive + self.negative;
        let mean = outer / self.sum();
        let deviation = (mean * (self.neutral / self.sum()) / (self.sum() + 1.0)).sqrt();
        let reach = deviation * if outer.min(self.neutral) < EVEN { FAR } else { NEAR };
        let (low, high) = (t.max(mean - reach), (mean + reach).min(1.0));
        if low >= high {
            return 0.0;
        }
        let above = integral(high - low, |left, right| {
            let (s, rest) = (low + left, (1.0 - high) + right);
            let density = beta::power(s, rest, outer, self.neutral) / (s * rest);
            // (1 − t/s) / 2, from a distance that has all its digits.
            let down = ((low - t) + left) / (2.0 * s);
            density * beta::below(down, 1.0 - down, self.negative, self.positive)
        });
        above.clamp(0.0, 1.0)
    }

    const fn mirrored(&self) -> Self {
        Self { negative: self.positive, neutral: self.neutral, positive: self.negative }
    }

    const fn sum(&self) -> f64 {
        self.negative + self.neutral + self.positive
    }
}
