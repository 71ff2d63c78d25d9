//! Answers: which count, and how they normalise.

use meetpunt_core::{Measure, Metric, Scale, Score, Word};
use proptest::prelude::*;

#[test]
fn what_is_not_on_the_scale_is_rejected_with_a_reason() {
    #[track_caller]
    fn check(measure: Measure, text: &str, reason: &str) {
        let rejected = Score::parse(measure, text).expect_err("it is not an answer");
        assert_eq!(rejected.reason(), reason);
        assert_eq!(rejected.to_string(), reason);
    }
    let nps = |text, what: &str| {
        check(Measure::NPS, text, &format!("{what}; give a whole number from 0 to 10"));
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
    check(Measure::CES, "0", "0 is not on the scale; give a whole number from 1 to 7");
    check(Measure::CES, "8", "8 is not on the scale; give a whole number from 1 to 7");
    check(Measure::CSAT, "6", "6 is not on the scale; give a whole number from 1 to 5");
}

#[test]
fn zero_and_spaces_around_a_number_are_fine() {
    for text in ["0", " 0 ", "\n0"] {
        let score = Score::parse(Measure::NPS, text).expect("an answer");
        assert_eq!(score.value(), 0);
    }
}

#[test]
fn normalised_runs_from_0_to_100_and_rounds_halves_up() {
    #[track_caller]
    fn check(metric: Metric, min: u8, max: u8, expected: &[&str]) {
        let scale = Scale { min, max };
        let measure = Measure::of(metric, scale).expect("a scale of the metric");
        let scores = scale.points().map(|point| Score::new(measure, point.into()).expect("a point of the scale"));
        let found: Vec<String> = scores.map(|score| score.normalised().to_string()).collect();
        assert_eq!(found, expected, "{measure}");
    }
    let tens = ["0.0", "10.0", "20.0", "30.0", "40.0", "50.0", "60.0", "70.0", "80.0", "90.0", "100.0"];
    for metric in [Metric::Nps, Metric::Enps, Metric::Csat] {
        check(metric, 0, 10, &tens);
    }
    // 1/6 is 16.666…, 5/6 is 83.333….
    let sixths = ["0.0", "16.7", "33.3", "50.0", "66.7", "83.3", "100.0"];
    check(Metric::Ces, 1, 7, &sixths);
    check(Metric::Csat, 1, 7, &sixths);
    let quarters = ["0.0", "25.0", "50.0", "75.0", "100.0"];
    for metric in [Metric::Ces, Metric::Ces5, Metric::Csat, Metric::Delight] {
        check(metric, 1, 5, &quarters);
    }
    check(Metric::Ces1, 1, 5, &["100.0", "75.0", "50.0", "25.0", "0.0"]);
    // 1/9 is 11.111…, 5/9 is 55.555….
    let ninths = ["0.0", "11.1", "22.2", "33.3", "44.4", "55.6", "66.7", "77.8", "88.9", "100.0"];
    check(Metric::Csat, 1, 10, &ninths);
    check(Metric::Importance, 1, 10, &ninths);
    for metric in [Metric::Csat, Metric::Goal, Metric::Promise, Metric::Pmf] {
        check(metric, 1, 3, &["0.0", "50.0", "100.0"]);
    }
    check(Metric::Csat, 0, 1, &["0.0", "100.0"]);
}

/// Every metric on each of its scales.
pub(crate) fn measures() -> Vec<Measure> {
    Metric::ALL.iter().flat_map(|metric| metric.tables()).map(|table| table.measure).collect()
}

proptest! {
    #[test]
    fn text_and_number_agree(measure in prop::sample::select(measures()), value: i64) {
        prop_assert_eq!(Score::parse(measure, &value.to_string()), Score::new(measure, value));
    }

    #[test]
    fn no_text_panics(measure in prop::sample::select(measures()), text: String) {
        let _ = Score::parse(measure, &text);
    }
}
