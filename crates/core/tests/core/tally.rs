//! Counting answers.

use meetpunt_core::rounding::largest_remainder;
use meetpunt_core::{Band, Metric, Score, Tally, Tenths};
use proptest::prelude::*;

fn tally(metric: Metric, values: &[i64]) -> Tally {
    let mut tally = Tally::new(metric);
    for value in values {
        let score = Score::new(metric, *value).expect("a point of the scale");
        tally.add(score).expect("the same metric");
    }
    tally
}

#[test]
fn nothing_answered_is_no_score_rather_than_zero() {
    let mut empty = Tally::new(Metric::Nps);
    empty.add_not_applicable();
    empty.add_rejected();
    assert_eq!(empty.nps(), None);
    assert_eq!(empty.net(), None);
    assert_eq!(empty.positive(), None);
    assert_eq!(empty.percents(), None);
    assert_eq!((empty.n(), empty.not_applicable(), empty.rejected()), (0, 1, 1));
}

#[test]
fn each_metric_has_its_figure() {
    let nps = tally(Metric::Nps, &[0, 6, 7, 8, 9, 10, 10, 10]);
    assert_eq!(nps.nps(), Some(25));
    let ces = tally(Metric::Ces, &[1, 3, 4, 5, 6, 7]);
    assert_eq!((ces.nps(), ces.positive()), (None, Some(Tenths(500))));
    let csat = tally(Metric::Csat, &[1, 3, 4, 5, 5, 4]);
    assert_eq!((csat.nps(), csat.positive()), (None, Some(Tenths(667))));
    assert_eq!(csat.net(), Some(50));
}

#[test]
fn every_point_is_counted_where_it_is() {
    let csat = tally(Metric::Csat, &[1, 5, 5]);
    let points: Vec<_> = csat.points().collect();
    assert_eq!(points, [(1, 1), (2, 0), (3, 0), (4, 0), (5, 2)]);
    assert_eq!(csat.band(Band::Positive), 2);
}

#[test]
fn shares_sum_to_exactly_one_hundred() {
    let thirds = tally(Metric::Csat, &[1, 3, 5]);
    assert_eq!(thirds.percents(), Some([34, 33, 33]));
    assert_eq!(thirds.tenths(), Some([334, 333, 333]));
}

#[test]
fn scores_of_two_metrics_are_never_put_together() {
    let mut nps = tally(Metric::Nps, &[9]);
    let before = nps.clone();
    let five = Score::new(Metric::Csat, 5).expect("a point of the scale");
    let refused = nps.add(five).expect_err("another metric");
    assert_eq!(
        refused.to_string(),
        "a score of csat cannot be counted with scores of nps; keep one tally for each metric"
    );
    assert!(nps.merge(&Tally::new(Metric::Ces)).is_err());
    assert_eq!(nps, before);
}

fn answers() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0_i64..=10, 0..60)
}

proptest! {
    #[test]
    fn merging_is_counting_together(one in answers(), two in answers()) {
        let (first, second) = (tally(Metric::Nps, &one), tally(Metric::Nps, &two));
        let together = tally(Metric::Nps, &[one, two].concat());
        for (mut sum, other) in [(first.clone(), &second), (second.clone(), &first)] {
            sum.merge(other).expect("the same metric");
            prop_assert_eq!(&sum, &together);
        }
    }

    #[test]
    fn the_net_score_is_the_rounded_difference_of_shares(values in answers()) {
        let tally = tally(Metric::Nps, &values);
        let share = |band| tally.band(band) as f64 / tally.n() as f64;
        let expected = (!values.is_empty())
            .then(|| (100.0 * (share(Band::Positive) - share(Band::Negative))).round() as i32);
        // Exactly on a half the float may fall to either side.
        let halves = values.len() as u64 * 2;
        let twice = 200 * tally.band(Band::Positive).abs_diff(tally.band(Band::Negative));
        if halves == 0 || !(twice * 2).is_multiple_of(halves) {
            prop_assert_eq!(tally.nps(), expected);
        }
    }

    #[test]
    fn parts_sum_to_the_total_and_none_is_off_by_one(
        counts in prop::collection::vec(0_u64..1_000_000, 1..8),
        total in 1_u32..2_000,
    ) {
        let sum: u64 = counts.iter().sum();
        let parts = largest_remainder(&counts, total);
        prop_assert_eq!(parts.is_none(), sum == 0);
        if let Some(parts) = parts {
            prop_assert_eq!(parts.iter().sum::<u32>(), total);
            for (count, part) in counts.iter().zip(parts) {
                let exact = *count as f64 * f64::from(total) / sum as f64;
                prop_assert!((exact - f64::from(part)).abs() < 1.0);
            }
        }
    }
}
