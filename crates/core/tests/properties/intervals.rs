//! What holds of intervals, tests and posteriors.

use meetpunt_core::stats::posterior::{NetPosterior, SharePosterior};
use meetpunt_core::stats::{
    Classes, Confidence, Estimate, NetMethod, Population, Proportion, ProportionMethod, compare, sample_size,
};
use proptest::prelude::*;

use super::samples::{classes, confidence, count, histograms, net_method};

/// Nothing about an estimate is NaN or infinite, and the interval is in order and in range.
fn sound(estimate: &Estimate, lowest: f64, highest: f64) -> Result<(), TestCaseError> {
    let numbers = [Some(estimate.value), estimate.margin, estimate.standard_error];
    prop_assert!(numbers.into_iter().flatten().all(f64::is_finite), "{:?}", estimate);
    if let Some(interval) = estimate.interval {
        prop_assert!(interval.lower <= interval.upper, "{:?}", estimate);
        prop_assert!(lowest <= interval.lower && interval.upper <= highest, "{:?}", estimate);
    }
    Ok(())
}

fn shares() -> impl Strategy<Value = Proportion> {
    (count(), count()).prop_filter_map("a sample", |(hits, misses)| Proportion::new(hits, hits.checked_add(misses)?))
}

proptest! {
    #[test]
    fn net_intervals_are_in_range(classes in classes(), method in net_method(), confidence in confidence()) {
        let net = classes.net().expect("a sample");
        sound(&net.estimate(method, confidence), -100.0, 100.0)?;
        prop_assert!((0.0..=1.0).contains(&net.variance()));
        prop_assert!((-100.0..=100.0).contains(&net.points()));
    }

    #[test]
    fn net_intervals_contain_the_score(classes in classes(), method in net_method(), confidence in confidence()) {
        let estimate = classes.net().expect("a sample").estimate(method, confidence);
        let interval = estimate.interval.expect("a net score has one");
        // The adjusted methods pull the centre in: in the tiniest samples they miss a score of exactly ±100.
        let extreme = estimate.value.abs() == 100.0 && classes.n() <= 4;
        let adjusted = matches!(method, NetMethod::AdjustedWald | NetMethod::AdjustedWaldSquared);
        if !(extreme && adjusted) {
            let slack = 1e-6;
            prop_assert!(
                interval.lower - slack <= estimate.value && estimate.value <= interval.upper + slack,
                "{:?}",
                estimate
            );
        }
    }

    #[test]
    fn net_intervals_narrow_with_n(
        [negative, neutral, positive] in [0_u64..200, 0_u64..200, 0_u64..200],
        times in 2_u64..50,
        method in net_method(),
        confidence in confidence(),
    ) {
        let width = |times: u64| {
            let net = Classes::new(negative * times, neutral * times, positive * times).net()?;
            Some(net.estimate(method, confidence).interval?.width())
        };
        if let (Some(few), Some(many)) = (width(1), width(times)) {
            prop_assert!(many <= few + 1e-9, "{} answers: {}, {} times as many: {}", negative + neutral + positive, few, times, many);
        }
    }

    #[test]
    fn more_confidence_is_a_wider_interval(classes in classes(), method in net_method()) {
        let net = classes.net().expect("a sample");
        let widths = Confidence::ALL.map(|level| net.estimate(method, level).interval.expect("one").width());
        // The z² variant moves its centre, too, and the cut at ±100 may then take more than the level gives.
        if method != NetMethod::AdjustedWaldSquared {
            prop_assert!(widths.is_sorted_by(|a, b| *a <= b + 1e-9), "{:?}", widths);
        }
    }

    #[test]
    fn intervals_of_shares_are_in_range_and_contain_the_share(share in shares(), confidence in confidence()) {
        for method in ProportionMethod::ALL {
            let estimate = share.estimate(method, confidence);
            sound(&estimate, 0.0, 100.0)?;
            let interval = estimate.interval.expect("a share has one");
            prop_assert!(
                interval.lower - 1e-6 <= estimate.value && estimate.value <= interval.upper + 1e-6,
                "{:?}",
                estimate
            );
        }
    }

    #[test]
    fn exact_intervals_of_shares_contain_the_score_interval_of_jeffreys(
        hits in 0_u64..300,
        misses in 0_u64..300,
        confidence in confidence(),
    ) {
        if let Some(share) = Proportion::new(hits, hits + misses) {
            let of = |method| share.estimate(method, confidence).interval.expect("a share has one");
            let (exact, jeffreys) = (of(ProportionMethod::ClopperPearson), of(ProportionMethod::Jeffreys));
            prop_assert!(exact.lower <= jeffreys.lower + 1e-9 && jeffreys.upper <= exact.upper + 1e-9);
        }
    }

    #[test]
    fn means_are_sound(histogram in histograms(), confidence in confidence()) {
        let mean = histogram.mean().expect("a sample");
        let (min, max) = (f64::from(histogram.scale().min), f64::from(histogram.scale().max));
        let estimate = mean.estimate(confidence);
        sound(&estimate, min, max)?;
        prop_assert_eq!(estimate.interval.is_none(), histogram.n() == 1);
        let reversed = mean.reversed().estimate(confidence);
        sound(&reversed, min, max)?;
        for better in [meetpunt_core::stats::Better::Higher, meetpunt_core::stats::Better::Lower] {
            prop_assert!((0.0..=100.0).contains(&mean.normalised(better)));
        }
    }

    #[test]
    fn a_closed_population_only_narrows(classes in classes(), more in 0_u64..1000, confidence in confidence()) {
        let net = classes.net().expect("a sample");
        let population = Population::new(classes.n() + more).expect("somebody");
        let within = net.within(population).expect("no more answers than people");
        let width = |net: &meetpunt_core::stats::NetScore| {
            net.estimate(NetMethod::Wald, confidence).interval.expect("one").width()
        };
        prop_assert!((within.points() - net.points()).abs() < 1e-9);
        prop_assert!(width(&within) <= width(&net) + 1e-9);
    }

    #[test]
    fn comparing_both_ways_mirrors(a in classes(), b in classes(), method in net_method(), confidence in confidence()) {
        let (a, b) = (a.net().expect("a sample"), b.net().expect("a sample"));
        let (there, back) = (compare::nets(&a, &b, method, confidence), compare::nets(&b, &a, method, confidence));
        prop_assert!((there.value + back.value).abs() < 1e-9);
        prop_assert_eq!(there.p, back.p);
        prop_assert!(there.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
        prop_assert_eq!(there.is_significant(), back.is_significant());
    }

    #[test]
    fn comparing_shares_agrees_with_itself(a in shares(), b in shares(), confidence in confidence()) {
        let difference = compare::proportions(&a, &b, confidence);
        let interval = difference.interval;
        prop_assert!(interval.lower <= difference.value + 1e-6 && difference.value <= interval.upper + 1e-6);
        prop_assert!(interval.lower >= -100.0 - 1e-6 && interval.upper <= 100.0 + 1e-6);
        prop_assert!(difference.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
    }

    #[test]
    fn comparing_means_is_sound(a in histograms(), b in histograms(), confidence in confidence()) {
        let (a, b) = (a.mean().expect("a sample"), b.mean().expect("a sample"));
        let difference = compare::means(&a, &b, confidence);
        prop_assert_eq!(difference.is_none(), a.answers() < 2 || b.answers() < 2);
        if let Some(difference) = difference {
            prop_assert!(difference.p.is_none_or(|p| (0.0..=1.0).contains(&p)), "{:?}", difference);
            prop_assert!(difference.interval.lower.is_finite() && difference.interval.upper.is_finite());
        }
    }

    #[test]
    fn adjusted_p_values_keep_their_order(p in proptest::collection::vec(any::<f64>(), 0..30)) {
        let adjusted = compare::holm(&p);
        prop_assert_eq!(adjusted.len(), p.len());
        for (before, after) in p.iter().zip(&adjusted) {
            prop_assert!((0.0..=1.0).contains(after));
            prop_assert!(!(0.0..=1.0).contains(before) || after >= before);
        }
    }

    #[test]
    fn a_sample_of_the_size_asked_for_is_sure_enough(variance in 0.01..=1.0_f64, margin in 1.0..40.0_f64, confidence in confidence()) {
        let size = sample_size::net_margin(variance, margin, confidence).expect("in range");
        let half_width = 100.0 * confidence.z() * (variance / (size.answers as f64 + 3.0)).sqrt();
        prop_assert!(half_width <= margin + 1e-6, "{} is wider than {}", half_width, margin);
    }

    #[test]
    fn posteriors_of_shares_are_sound(share in shares(), confidence in confidence(), percent in any::<f64>()) {
        let posterior = SharePosterior::jeffreys(&share);
        let interval = posterior.interval(confidence);
        prop_assert!(0.0 <= interval.lower && interval.lower <= interval.upper && interval.upper <= 100.0);
        prop_assert!((0.0..=1.0).contains(&posterior.probability_above(percent)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn posteriors_of_net_scores_are_sound(classes in classes(), points in -120.0..120.0_f64) {
        let net = classes.net().expect("a sample");
        let posterior = NetPosterior::flat(&net);
        let mirrored = NetPosterior::flat(&{
            let [negative, neutral, positive] = classes.counts();
            Classes::new(positive, neutral, negative).net().expect("a sample")
        });
        let (above, below) = (posterior.probability_above(points), mirrored.probability_above(-points));
        prop_assert!((above + below - 1.0).abs() < 1e-6, "{} and {}", above, below);
        let centre = posterior.probability_above(posterior.mean());
        // Skewed at most like an exponential distribution, for which it is 1/e. Beyond a billion answers the distance from
        // a score of ±100 is smaller than a float can say.
        prop_assert!(classes.n() > 1_000_000_000 || (0.36..0.64).contains(&centre), "{}", centre);
    }
}
