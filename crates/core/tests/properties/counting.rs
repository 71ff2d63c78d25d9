//! What holds of counting and rounding.

use meetpunt_core::rounding::largest_remainder;
use meetpunt_core::stats::{Bands, Classes, Histogram, Merge, Weight, WeightedTally};
use meetpunt_core::{Band, Metric, Word as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::samples::{bands, classes, count, histograms, made, series, tally, told};

const BANDS: [Band; 3] = [Band::Negative, Band::Neutral, Band::Positive];

#[test]
fn classes_partition_every_scale_of_every_metric() {
    for measure in Metric::ALL.iter().flat_map(|metric| metric.tables()).map(|table| table.measure) {
        let bands = Bands::from(measure);
        let mut points: Vec<u8> = BANDS.into_iter().flat_map(|band| bands.points(band).collect::<Vec<_>>()).collect();
        points.sort_unstable();
        assert!(points.into_iter().eq(measure.scale().points()), "{measure}");
    }
}

proptest! {
    #[test]
    fn classes_partition_every_custom_scale(sets in bands()) {
        let bands = made(&sets);
        for point in 0..=u8::MAX {
            let found = BANDS.into_iter().filter(|band| bands.points(*band).any(|known| known == point)).count();
            let on_scale = bands.scale().points().contains(&point);
            prop_assert_eq!(found, usize::from(on_scale));
            prop_assert_eq!(bands.of(point).is_some(), on_scale);
        }
    }

    #[test]
    fn class_counts_sum_to_the_sample(sets in bands(), counts in vec(count(), 11)) {
        let bands = made(&sets);
        let counts = &counts[..bands.scale().points().len()];
        let histogram = Histogram::from_counts(bands.scale(), counts).expect("a count for each point");
        let classes = histogram.classes(&bands).expect("bands of the scale");
        // Class counts stay at 2^53 like all counts.
        if histogram.n() < 1 << 53 {
            prop_assert_eq!(classes.n(), histogram.n());
        }
    }

    #[test]
    fn merging_is_counting_at_once(series in series(), all in vec(told(), 0..200), cut in 0.0..=1.0_f64) {
        let (first, second) = all.split_at((cut * all.len() as f64) as usize);
        let mut merged = tally(series, first);
        merged.merge(&tally(series, second)).expect("the same series");
        prop_assert_eq!(merged, tally(series, &all));
    }

    #[test]
    fn merging_is_commutative_and_associative(
        series in series(),
        parts in [vec(told(), 0..40), vec(told(), 0..40), vec(told(), 0..40)],
    ) {
        let [a, b, c] = parts.map(|part| tally(series, &part));
        let merge = |mut one: meetpunt_core::stats::Tally, other: &_| {
            one.merge(other).expect("the same series");
            one
        };
        prop_assert_eq!(merge(a, &b), merge(b, &a));
        prop_assert_eq!(merge(merge(a, &b), &c), merge(a, &merge(b, &c)));
    }

    #[test]
    fn merging_stays_associative_where_counts_are_full(a in classes(), b in classes(), c in classes()) {
        let merge = |mut one: Classes, other: &_| {
            let Ok(()) = one.merge(other);
            one
        };
        prop_assert_eq!(merge(a, &b), merge(b, &a));
        prop_assert_eq!(merge(merge(a, &b), &c), merge(a, &merge(b, &c)));
    }

    #[test]
    fn weighted_tallies_merge_exactly_in_any_order(
        series in series(),
        answers in vec((0_i64..=10, 0.000_001_f64..1000.0), 1..60),
        cut in 0.0..=1.0_f64,
    ) {
        let tally = |part: &[(i64, f64)]| {
            let mut tally = WeightedTally::new(series);
            for (answer, weight) in part {
                tally.add(*answer, Weight::new(*weight).expect("a weight"));
            }
            tally
        };
        let (first, second) = answers.split_at((cut * answers.len() as f64) as usize);
        let (first, second) = (tally(first), tally(second));
        let (mut one, mut other) = (first, second);
        one.merge(&second).expect("the same series");
        other.merge(&first).expect("the same series");
        prop_assert_eq!(one, other);
        prop_assert_eq!(one, tally(&answers));
        if let Some(effective) = one.effective_n() {
            prop_assert!((1.0..=one.n() as f64).contains(&effective));
        }
    }

    #[test]
    fn tallies_of_different_series_never_merge(a in series(), b in series(), all in vec(told(), 0..20)) {
        prop_assume!(a != b);
        let mut one = tally(a, &all);
        let before = one;
        let error = one.merge(&tally(b, &all)).expect_err("another series");
        prop_assert_eq!(one, before);
        prop_assert_eq!((error.expected, error.found), (a, b));
    }

    #[test]
    fn percentages_always_sum(counts in vec(count(), 1..12), total in prop_oneof![Just(100_u32), Just(1000), 1_u32..2000]) {
        match largest_remainder(&counts, total) {
            None => prop_assert!(counts.iter().all(|count| *count == 0)),
            Some(parts) => {
                prop_assert_eq!(parts.iter().sum::<u32>(), total);
                let sum: f64 = counts.iter().map(|count| *count as f64).sum();
                for (count, part) in counts.iter().zip(parts) {
                    prop_assert!(*count > 0 || part == 0, "{} of nobody", part);
                    let exact = *count as f64 / sum * f64::from(total);
                    prop_assert!((exact - f64::from(part)).abs() < 1.0 + 1e-9, "{} for {}", part, exact);
                }
            }
        }
    }

    #[test]
    fn class_percentages_always_sum(classes in classes()) {
        prop_assert_eq!(classes.percents().expect("a sample").iter().sum::<u32>(), 100);
        prop_assert_eq!(classes.tenths().expect("a sample").iter().sum::<u32>(), 1000);
    }

    #[test]
    fn a_promoter_never_lowers_the_score(classes in classes()) {
        let mut more = classes;
        more.add(Band::Positive);
        let (before, after) = (classes.net().expect("a sample"), more.net().expect("a sample"));
        prop_assert!(after.points() >= before.points() - 1e-9);
        prop_assert!(more.net_rounded() >= classes.net_rounded());
    }

    #[test]
    fn the_rounded_score_is_within_half_a_point(classes in classes()) {
        let exact = classes.net().expect("a sample").points();
        let rounded = f64::from(classes.net_rounded().expect("a sample"));
        prop_assert!((exact - rounded).abs() <= 0.5 + 1e-9, "{} is not {}", rounded, exact);
    }

    #[test]
    fn a_rounded_share_is_within_half_a_tenth(classes in classes(), band in select(BANDS.to_vec())) {
        let exact = classes.share(band).expect("a sample").percent();
        let rounded = f64::from(classes.share_rounded(band).expect("a sample").0) / 10.0;
        prop_assert!((exact - rounded).abs() <= 0.05 + 1e-9, "{} is not {}", rounded, exact);
    }

    #[test]
    fn mean_and_median_are_on_the_scale(histogram in histograms()) {
        let (min, max) = (f64::from(histogram.scale().min), f64::from(histogram.scale().max));
        let mean = histogram.mean().expect("a sample").value();
        prop_assert!((min - 1e-9..=max + 1e-9).contains(&mean));
        prop_assert!((min..=max).contains(&histogram.median().expect("a sample")));
    }
}
