//! How often an interval for a net score contains the true score: by full enumeration, and by simulation.

mod random;

use serde::Serialize;

use super::classes::Classes;
use super::confidence::Confidence;
use super::net::NetMethod;
use random::Random;

/// Six mixes of negative, neutral and positive answers in percent, from a shop that nearly everybody loves to one that
/// divides its customers.
pub const MIXES: [[u8; 3]; 6] = [[2, 8, 90], [5, 15, 80], [10, 30, 60], [20, 35, 45], [40, 30, 30], [45, 10, 45]];

/// How an interval does on one mix.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Coverage {
    /// The share of samples whose interval contains the true score, 0 to 1.
    pub covered: f64,
    /// The mean width of the intervals, in points.
    pub width: f64,
}

/// Every possible sample of `n` answers, weighted by its probability. Takes n² / 2 intervals. `None` unless the mix sums to
/// 100 and `n` is positive.
#[must_use]
pub fn exact(mix: [u8; 3], n: u32, method: NetMethod, confidence: Confidence) -> Option<Coverage> {
    let truth = truth(mix)?;
    let logarithm = mix.map(|percent| (f64::from(percent) / 100.0).ln());
    let factorial = |k: u32| libm::lgamma(f64::from(k) + 1.0);
    let mut sum = Coverage { covered: 0.0, width: 0.0 };
    for negative in 0..=n {
        for neutral in 0..=n - negative {
            let counts = [negative, neutral, n - negative - neutral];
            let ways = factorial(n) - counts.map(factorial).iter().sum::<f64>();
            // 0 · ln 0 is 0: a class that nobody is in.
            let chance = |(count, logarithm): (u32, f64)| if count == 0 { 0.0 } else { f64::from(count) * logarithm };
            let probability = (ways + counts.into_iter().zip(logarithm).map(chance).sum::<f64>()).exp();
            sum.add(counts, truth, method, confidence, probability)?;
        }
    }
    Some(sum)
}

/// `runs` samples of `n` answers, drawn from `seed`; the same seed draws the same samples. `None` unless the mix sums to
/// 100, and `n` and `runs` are positive.
#[must_use]
pub fn simulated(
    mix: [u8; 3],
    n: u32,
    method: NetMethod,
    confidence: Confidence,
    runs: u32,
    seed: u64,
) -> Option<Coverage> {
    let truth = truth(mix)?;
    let mut random = Random::new(seed);
    let mut sum = Coverage { covered: 0.0, width: 0.0 };
    for _ in 0..runs {
        let mut counts = [0_u32; 3];
        for _ in 0..n {
            let drawn = random.below(100);
            let class = usize::from(drawn >= mix[0]) + usize::from(drawn >= mix[0] + mix[1]);
            counts[class] += 1;
        }
        sum.add(counts, truth, method, confidence, f64::from(runs).recip())?;
    }
    (runs > 0).then_some(sum)
}

/// The net score of a mix in points. `None` unless it sums to 100.
fn truth(mix: [u8; 3]) -> Option<f64> {
    let sum: u32 = mix.iter().map(|percent| u32::from(*percent)).sum();
    (sum == 100).then(|| f64::from(mix[2]) - f64::from(mix[0]))
}

impl Coverage {
    fn add(
        &mut self,
        counts: [u32; 3],
        truth: f64,
        method: NetMethod,
        confidence: Confidence,
        probability: f64,
    ) -> Option<()> {
        let [negative, neutral, positive] = counts.map(u64::from);
        let interval = Classes::new(negative, neutral, positive).net()?.estimate(method, confidence).interval?;
        // An end that meets the truth up to rounding contains it.
        let inside = interval.lower - 1e-9 <= truth && truth <= interval.upper + 1e-9;
        self.covered += if inside { probability } else { 0.0 };
        self.width += probability * interval.width();
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and least exact coverage over the six mixes.
    fn over_mixes(n: u32, method: NetMethod) -> (f64, f64) {
        let covered = MIXES.map(|mix| exact(mix, n, method, Confidence::NinetyFive).expect("a mix").covered);
        (covered.iter().sum::<f64>() / 6.0, covered.into_iter().fold(1.0, f64::min))
    }

    #[test]
    fn coverage_is_that_of_the_published_table() {
        use NetMethod::{AdjustedWald, AdjustedWaldSquared, Score, Wald};
        for (n, method, mean, least) in [
            (5, Wald, 0.758, 0.401),
            (10, Wald, 0.846, 0.649),
            (10, AdjustedWald, 0.943, 0.930),
            (10, AdjustedWaldSquared, 0.951, 0.930),
            (10, Score, 0.960, 0.948),
            (30, Wald, 0.916, 0.841),
            (30, AdjustedWald, 0.951, 0.942),
        ] {
            let (found_mean, found_least) = over_mixes(n, method);
            assert!((found_mean - mean).abs() < 6e-4, "{method:?} {n}: mean {found_mean}, not {mean}");
            assert!((found_least - least).abs() < 6e-4, "{method:?} {n}: least {found_least}, not {least}");
        }
    }

    #[test]
    fn simulation_agrees_with_enumeration() {
        for mix in MIXES {
            let exact = exact(mix, 20, NetMethod::default(), Confidence::NinetyFive).expect("a mix");
            let drawn = simulated(mix, 20, NetMethod::default(), Confidence::NinetyFive, 20_000, 7).expect("a mix");
            assert!((exact.covered - drawn.covered).abs() < 0.006, "{mix:?}: {exact:?} {drawn:?}");
            assert!((exact.width - drawn.width).abs() < 0.3, "{mix:?}: {exact:?} {drawn:?}");
        }
    }

    #[test]
    fn a_mix_that_is_none_has_no_coverage() {
        assert_eq!(exact([50, 50, 50], 10, NetMethod::Wald, Confidence::Ninety), None);
        assert_eq!(exact([50, 0, 50], 0, NetMethod::Wald, Confidence::Ninety), None);
        assert_eq!(simulated([50, 0, 50], 5, NetMethod::Wald, Confidence::Ninety, 0, 1), None);
    }
}
