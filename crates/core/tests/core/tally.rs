//! Counting answers.

use meetpunt_core::rounding::largest_remainder;
use meetpunt_core::{Band, Measure, Metric, Points, Scale, Score, Tally, Tenths};
use proptest::prelude::*;

fn tally(measure: Measure, values: &[i64]) -> Tally {
    let mut tally = Tally::new(measure);
    for value in values {
        let score = Score::new(measure, *value).expect("a point of the scale");
        tally.add(score).expect("the same measure");
    }
    tally
}

#[test]
fn nothing_answered_is_no_score_rather_than_zero() {
    let mut empty = tally(Measure::NPS, &[]);
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
    let nps = tally(Measure::NPS, &[0, 6, 7, 8, 9, 10, 10, 10]);
    assert_eq!(nps.nps(), Some(25));
    let ces = tally(Measure::CES, &[1, 3, 4, 5, 6, 7]);
    assert_eq!((ces.nps(), ces.positive()), (None, Some(Tenths(500))));
    let csat = tally(Measure::CSAT, &[1, 3, 4, 5, 5, 4]);
    assert_eq!((csat.nps(), csat.positive()), (None, Some(Tenths(667))));
    assert_eq!(csat.net(), Some(50));
    let enps = tally(Measure::ENPS, &[10, 10, 7, 0]);
    assert_eq!(enps.nps(), Some(25));
    // Low is good: three of four found it easy.
    let ces1 = tally(Measure::CES1, &[1, 2, 2, 5]);
    assert_eq!((ces1.nps(), ces1.positive(), ces1.net()), (None, Some(Tenths(750)), Some(50)));
}

#[test]
fn every_point_is_counted_where_it_is() {
    let csat = tally(Measure::CSAT, &[1, 5, 5]);
    let points: Vec<_> = csat.points().collect();
    assert_eq!(points, [(1, 1), (2, 0), (3, 0), (4, 0), (5, 2)]);
    assert_eq!(csat.band(Band::Positive), 2);
}

#[test]
fn shares_sum_to_exactly_one_hundred() {
    let thirds = tally(Measure::CSAT, &[1, 3, 5]);
    assert_eq!(thirds.percents(), Some([34, 33, 33]));
    assert_eq!(thirds.tenths(), Some([334, 333, 333]));
}

#[test]
fn scores_of_two_measures_are_never_put_together() {
    #[track_caller]
    fn check(tally: &Tally, other: Measure, message: &str) {
        let mut tally = tally.clone();
        let before = tally.clone();
        let score = Score::new(other, 1).expect("a point of every scale");
        assert_eq!(tally.add(score).expect_err("another measure").to_string(), message);
        assert_eq!(tally.merge(&Tally::new(other)).expect_err("another measure").to_string(), message);
        assert_eq!(tally, before);
    }
    let on = |metric, min, max| Measure::of(metric, Scale { min, max }).expect("a scale of the metric");
    let csat = tally(Measure::CSAT, &[5]);
    let kept = "cannot be counted with scores of csat 1-5; keep one tally for each";
    check(&csat, on(Metric::Nps, 0, 10), &format!("a score of nps 0-10 {kept}"));
    check(&csat, on(Metric::Csat, 1, 10), &format!("a score of csat 1-10 {kept}"));
    check(&csat, on(Metric::Delight, 1, 5), &format!("a score of delight 1-5 {kept}"));
    // The versions of CES, on scales with the same points.
    let ces5 = tally(Measure::CES5, &[5]);
    let kept = "cannot be counted with scores of ces5 1-5; keep one tally for each";
    check(&ces5, on(Metric::Ces1, 1, 5), &format!("a score of ces1 1-5 {kept}"));
    check(&ces5, on(Metric::Ces, 1, 5), &format!("a score of ces 1-5 {kept}"));
    // Own classes make an own measure.
    let custom = |negative, positive| {
        let neutral = Points::from_to(1, 5).without(negative).without(positive);
        Measure::custom(Scale { min: 1, max: 5 }, [negative, neutral, positive], None).expect("a measure")
    };
    let strict = custom(Points::from_to(1, 3), Points::from_to(5, 5));
    let mild = custom(Points::from_to(1, 1), Points::from_to(4, 5));
    check(
        &tally(strict, &[3]),
        mild,
        "a score of custom 1-5 with other classes cannot be counted with scores of custom 1-5; keep one tally for each",
    );
}

fn answers() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0_i64..=10, 0..60)
}

proptest! {
    #[test]
    fn merging_is_counting_together(one in answers(), two in answers()) {
        let (first, second) = (tally(Measure::NPS, &one), tally(Measure::NPS, &two));
        let together = tally(Measure::NPS, &[one, two].concat());
        for (mut sum, other) in [(first.clone(), &second), (second.clone(), &first)] {
            sum.merge(other).expect("the same measure");
            prop_assert_eq!(&sum, &together);
        }
    }

    #[test]
    fn the_net_score_is_the_rounded_difference_of_shares(values in answers()) {
        let tally = tally(Measure::NPS, &values);
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
