//! How many answers are needed.

use serde::Serialize;

use super::confidence::Confidence;
use super::distribution::normal;

/// The answers that the default NPS interval adds; they need not be collected.
const ADDED: f64 = 3.0;

/// A number of answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SampleSize {
    /// What the formula says; may be negative where nearly nothing is asked for.
    pub exact: f64,
    /// The same rounded up, at least 1.
    pub answers: u64,
}

impl SampleSize {
    /// `None` beyond 2⁵³.
    fn new(exact: f64) -> Option<Self> {
        // Not for the sake of the last bit of a whole number.
        let whole = (exact - 1e-9).ceil().max(1.0);
        if !(exact.is_finite() && whole <= super::count::float(super::count::MOST)) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 2⁵³")]
        Some(Self { exact, answers: whole as u64 })
    }
}

/// For a net score to be known within ± `margin` points: s² z² / d² − 3, the adjusted Wald interval inverted.
///
/// `variance` is that of one answer, 0 to 1: .59 at an NPS of 25, .45 at 50, 1 at worst. `None` when it is not, and unless
/// `margin` is positive.
#[must_use]
pub fn net_margin(variance: f64, margin: f64, confidence: Confidence) -> Option<SampleSize> {
    if !((0.0..=1.0).contains(&variance) && margin > 0.0) {
        return None;
    }
    let ratio = confidence.z() / (margin / 100.0);
    SampleSize::new(variance * ratio * ratio - ADDED)
}

/// Per sample, for a difference of `points` between two net scores to be found with probability `power`:
/// (v₁ + v₂) (z_α/2 + z_power)² / d² − 3.
///
/// `None` unless both variances are from 0 to 1, `points` is positive and `power` is from ½ to below 1.
#[must_use]
pub fn net_difference(variances: [f64; 2], points: f64, confidence: Confidence, power: f64) -> Option<SampleSize> {
    let valid = variances.iter().all(|variance| (0.0..=1.0).contains(variance));
    if !(valid && points > 0.0 && (0.5..1.0).contains(&power)) {
        return None;
    }
    let ratio = (confidence.z() + normal::quantile(power)?) / (points / 100.0);
    SampleSize::new((variances[0] + variances[1]) * ratio * ratio - ADDED)
}

/// For a share to be known within ± `margin` percentage points: z² p (1 − p) / d² (Cochran).
///
/// `share` is what is expected, 0 to 1; ½ is the worst. `None` when it is not, and unless `margin` is positive.
#[must_use]
pub fn proportion_margin(share: f64, margin: f64, confidence: Confidence) -> Option<SampleSize> {
    if !((0.0..=1.0).contains(&share) && margin > 0.0) {
        return None;
    }
    let ratio = confidence.z() / (margin / 100.0);
    SampleSize::new(share * (1.0 - share) * ratio * ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURE: Confidence = Confidence::NinetyFive;
    const VARIANCES: [f64; 4] = [0.4, 0.6, 0.8, 1.0];

    #[test]
    fn margins_are_those_of_the_published_table() {
        for (margin, expected) in [
            (3.0, [1705, 2558, 3412, 4266]),
            (5.0, [612, 919, 1227, 1534]),
            (10.0, [151, 228, 305, 382]),
            (15.0, [66, 100, 134, 168]),
            (20.0, [36, 55, 74, 94]),
        ] {
            let found = VARIANCES.map(|variance| net_margin(variance, margin, SURE).expect("in range").answers);
            assert_eq!(found, expected, "±{margin}");
        }
    }

    #[test]
    fn differences_are_those_of_the_published_table() {
        for (points, expected) in [
            (5.0, [2509, 3765, 5021, 6277]),
            (10.0, [625, 939, 1253, 1567]),
            (15.0, [277, 416, 556, 695]),
            (20.0, [154, 233, 311, 390]),
            (30.0, [67, 102, 137, 172]),
        ] {
            let needed = |variance| net_difference([variance; 2], points, SURE, 0.8).expect("in range").answers;
            assert_eq!(VARIANCES.map(needed), expected, "{points}");
        }
    }

    #[test]
    fn what_cannot_be_asked_for_has_no_size() {
        assert_eq!(net_margin(0.5, 0.0, SURE), None);
        assert_eq!(net_margin(0.5, 1e-300, SURE), None);
        assert_eq!(net_margin(1.1, 5.0, SURE), None);
        assert_eq!(net_margin(f64::NAN, 5.0, SURE), None);
        assert_eq!(net_margin(0.5, f64::NAN, SURE), None);
        assert_eq!(net_difference([0.5, 0.5], 10.0, SURE, 1.0), None);
        assert_eq!(proportion_margin(-0.1, 5.0, SURE), None);
        assert_eq!(net_margin(0.0, 5.0, SURE).map(|size| size.answers), Some(1));
    }
}
