//! The XmR chart: which month is different, and which is only noise.

use serde::Serialize;

/// The fewest reference months; 9 to 12 are better.
const FEWEST: usize = 6;
/// So many points on one side of the centre are a shift.
const RUN: u32 = 8;
/// 3 / d₂ with d₂ = 1.128, the expected range of two.
const WIDTH: f64 = 2.66;

/// Centre and natural limits of a series, from its reference months: mean ± 2.66 · mean moving range (Wheeler).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Xmr {
    /// The mean of the reference months.
    pub centre: f64,
    /// The mean of the differences between neighbouring months, without sign.
    pub moving_range: f64,
    /// The upper limit. May lie beyond the range of the metric.
    pub upper: f64,
    /// The lower limit. May lie beyond the range of the metric.
    pub lower: f64,
}

impl Xmr {
    /// `None` for fewer than 6 months and for figures that are not finite. Months without answers have no figure: leave
    /// them out.
    #[must_use]
    pub fn from_reference(months: &[f64]) -> Option<Self> {
        if months.len() < FEWEST {
            return None;
        }
        let centre = mean(months.iter().copied())?;
        let moving_range = mean(months.windows(2).map(|pair| (pair[1] - pair[0]).abs()))?;
        let reach = WIDTH * moving_range;
        let limits = Self { centre, moving_range, upper: centre + reach, lower: centre - reach };
        (limits.upper.is_finite() && limits.lower.is_finite()).then_some(limits)
    }

    /// For each month whether it has changed: outside the limits, or the eighth and later of a run on one side of the
    /// centre. Nothing else is a signal.
    #[must_use]
    pub fn signals(&self, months: &[f64]) -> Vec<bool> {
        let (mut above, mut below) = (0_u32, 0_u32);
        let mut signal = |month: &f64| {
            above = if *month > self.centre { above.saturating_add(1) } else { 0 };
            below = if *month < self.centre { below.saturating_add(1) } else { 0 };
            *month > self.upper || *month < self.lower || above >= RUN || below >= RUN
        };
        months.iter().map(&mut signal).collect()
    }
}

/// `None` for nothing and when the sum is not finite.
fn mean(figures: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = figures.fold((0.0, 0.0), |(sum, count), figure| (sum + figure, count + 1.0));
    let mean: f64 = sum / count;
    mean.is_finite().then_some(mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_months_on_one_side_are_a_signal_though_each_is_within_the_limits() {
        let limits = Xmr::from_reference(&[30.0, 34.0, 29.0, 33.0, 31.0, 35.0]).expect("six months");
        let months = [33.0; 9];
        let mut expected = [false; 9];
        expected[7..].fill(true);
        assert_eq!(limits.signals(&months), expected);
    }

    #[test]
    fn five_months_are_no_reference() {
        assert_eq!(Xmr::from_reference(&[1.0; 5]), None);
        assert_eq!(Xmr::from_reference(&[f64::NAN; 9]), None);
        assert_eq!(Xmr::from_reference(&[f64::MAX; 9]), None);
    }
}
