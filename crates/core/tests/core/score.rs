//! Answers: which count, in which class, and how they normalise.

use meetpunt_core::{Band, Metric, Score, Word};
use proptest::prelude::*;

#[test]
fn every_point_is_in_the_class_of_the_contract() {
    #[track_caller]
    fn check(metric: Metric, points: std::ops::RangeInclusive<i64>, band: Band, name: &str) {
        for point in points {
            let class = Score::new(metric, point).expect("a point of the scale").class();
            assert_eq!((class.band, class.name), (band, name), "{metric:?} {point}");
        }
    }
    check(Metric::Nps, 0..=6, Band::Negative, "detractor");
    check(Metric::Nps, 7..=8, Band::Neutral, "passive");
    check(Metric::Nps, 9..=10, Band::Positive, "promoter");
    check(Metric::Ces, 1..=3, Band::Negative, "hard");
    check(Metric::Ces, 4..=4, Band::Neutral, "neutral");
    check(Metric::Ces, 5..=7, Band::Positive, "easy");
    check(Metric::Csat, 1..=2, Band::Negative, "dissatisfied");
    check(Metric::Csat, 3..=3, Band::Neutral, "neutral");
    check(Metric::Csat, 4..=5, Band::Positive, "satisfied");
}

#[test]
fn each_metric_has_its_layer() {
    assert_eq!(Metric::Nps.layer(), Some("strategic"));
    assert_eq!(Metric::Ces.layer(), Some("experience"));
    assert_eq!(Metric::Csat.layer(), Some("basics"));
}

#[test]
fn what_is_not_on_the_scale_is_rejected_with_a_reason() {
    #[track_caller]
    fn check(metric: Metric, text: &str, reason: &str) {
        let rejected = Score::parse(metric, text).expect_err("it is not an answer");
        assert_eq!(rejected.reason(), reason);
        assert_eq!(rejected.to_string(), reason);
    }
    let nps = |text, what: &str| {
        check(Metric::Nps, text, &format!("{what}; give a whole number from 0 to 10"));
    };
    nps("11", "11 is not on the scale");
    nps("-1", "-1 is not on the scale");
    nps("99999999999999999999", "99999999999999999999 is not on the scale");
    nps("9.5", "9.5 is not a whole number");
    nps("9,5", "9,5 is not a whole number");
    nps("9.0", "9.0 is not a whole number");
    nps("-0.5", "-0.5 is not a whole number");
    nps("1.2.3", "\"1.2.3\" is not a number");
    nps("", "The answer is empty");
    nps("  ", "The answer is empty");
    nps("null", "The answer is null");
    nps("ten", "\"ten\" is not a number");
    nps("+9", "\"+9\" is not a number");
    nps("09", "\"09\" is not a number");
    nps("1e1", "\"1e1\" is not a number");
    nps("9 9", "\"9 9\" is not a number");
    nps("٩", "\"٩\" is not a number");
    check(Metric::Ces, "0", "0 is not on the scale; give a whole number from 1 to 7");
    check(Metric::Ces, "8", "8 is not on the scale; give a whole number from 1 to 7");
    check(Metric::Csat, "6", "6 is not on the scale; give a whole number from 1 to 5");
}

#[test]
fn zero_and_spaces_around_a_number_are_fine() {
    for text in ["0", " 0 ", "\n0"] {
        let score = Score::parse(Metric::Nps, text).expect("an answer");
        assert_eq!(score.value(), 0);
    }
}

#[test]
fn normalised_runs_from_0_to_100_and_rounds_halves_up() {
    #[track_caller]
    fn check(metric: Metric, expected: &[&str]) {
        let points = metric.scale().points().map(i64::from);
        let scores = points.map(|point| Score::new(metric, point).expect("a point of the scale"));
        let found: Vec<String> = scores.map(|score| score.normalised().to_string()).collect();
        assert_eq!(found, expected);
    }
    let tens = ["0.0", "10.0", "20.0", "30.0", "40.0", "50.0", "60.0", "70.0", "80.0", "90.0", "100.0"];
    check(Metric::Nps, &tens);
    // 1/6 is 16.666…, 5/6 is 83.333….
    check(Metric::Ces, &["0.0", "16.7", "33.3", "50.0", "66.7", "83.3", "100.0"]);
    check(Metric::Csat, &["0.0", "25.0", "50.0", "75.0", "100.0"]);
}

fn metrics() -> impl Strategy<Value = Metric> {
    prop::sample::select(Metric::ALL)
}

proptest! {
    #[test]
    fn the_classes_of_a_metric_share_out_its_scale(metric in metrics(), value in -20_i64..30) {
        let table = metric.table();
        let rows = [&table.negative, &table.neutral, &table.positive];
        let holding = rows.iter().filter(|row| (i64::from(row.from)..=i64::from(row.to)).contains(&value));
        let on_scale = metric.scale().contains(value);
        prop_assert_eq!(holding.count(), usize::from(on_scale));
        prop_assert_eq!(Score::new(metric, value).is_ok(), on_scale);
    }

    #[test]
    fn text_and_number_agree(metric in metrics(), value: i64) {
        prop_assert_eq!(Score::parse(metric, &value.to_string()), Score::new(metric, value));
    }

    #[test]
    fn no_text_panics(metric in metrics(), text: String) {
        let _ = Score::parse(metric, &text);
    }

    #[test]
    fn a_higher_point_never_normalises_lower(metric in metrics()) {
        let points = metric.scale().points();
        let tenths: Vec<u16> = points
            .map(|point| Score::new(metric, point.into()).expect("a point").normalised().0)
            .collect();
        prop_assert!(tenths.is_sorted());
        prop_assert_eq!((tenths.first(), tenths.last()), (Some(&0), Some(&1000)));
    }
}
