//! The record in the browser, whatever stands there.

use meetpunt_core::eligibility::{History, Outcome, Record};
use proptest::prelude::*;

#[track_caller]
fn check(stored: &str, expected: Record) {
    assert_eq!(History::read(stored).of("nps"), expected, "{stored}");
}

#[test]
fn a_record_is_read() {
    let expected = Record {
        shown: Some(20_000),
        answered: Some(19_000),
        dismissed: Some(18_000),
        ignored: Some(17_000),
        draw: Some(4_577),
        occasions: vec![0, 4_294_967_295],
    };
    check(
        r#"{"csat": {"shown": 1}, "nps": {"shown": 20000, "answered": 19000, "dismissed": 18000, "ignored": 17000,
            "draw": 4577, "occasions": [0, 4294967295]}}"#,
        expected,
    );
}

#[test]
fn a_corrupted_record_is_none() {
    for stored in
        ["", "null", "{", "[]", "7", "\"nps\"", r#"{"nps": 7}"#, r#"{"nps": []}"#, r#"{"nps": null}"#, "\u{0}"]
    {
        check(stored, Record::default());
    }
    // What is left of it counts.
    check(
        r#"{"nps": {"shown": "20000", "answered": 19000, "dismissed": -1, "ignored": 1.5, "draw": 1e3, "occasions": [1, "2", 3]}}"#,
        Record { answered: Some(19_000), occasions: vec![1, 3], ..Record::default() },
    );
    check(r#"{"nps": {"shown": 99999999999999999999, "draw": 10000}}"#, Record::default());
}

#[test]
fn a_record_of_a_newer_version_is_read_as_far_as_it_is_known() {
    check(
        r#"{"version": 2, "nps": {"shown": 20000, "snoozed": 19999, "more": {"a": [1]}}, "*": {"shown": 20000}}"#,
        Record { shown: Some(20_000), ..Record::default() },
    );
}

#[test]
fn what_happens_is_noted() {
    let mut history = History::default();
    history.note("nps", Outcome::Shown, 20_000, Some("order-1"), true);
    let shown = Record {
        shown: Some(20_000),
        ignored: Some(20_000),
        occasions: vec![Record::hash("order-1")],
        ..Record::default()
    };
    assert_eq!(history.of("nps"), shown);
    assert_eq!(history.last_shown(), Some(20_000));
    history.note("nps", Outcome::Answered, 20_001, Some("order-1"), true);
    assert_eq!(history.of("nps"), Record { ignored: None, answered: Some(20_001), ..shown });
}

#[test]
fn inline_surveys_keep_no_others_waiting() {
    let mut history = History::default();
    history.note("csat", Outcome::Shown, 20_000, None, false);
    assert_eq!(history.last_shown(), None);
    assert_eq!(history.of("csat").shown, Some(20_000));
}

#[test]
fn the_last_five_occasions_are_remembered() {
    let mut history = History::default();
    for order in ["1", "2", "3", "4", "5", "6", "3"] {
        history.note("csat", Outcome::Shown, 20_000, Some(order), true);
    }
    assert_eq!(history.of("csat").occasions, ["2", "4", "5", "6", "3"].map(Record::hash));
}

proptest! {
    #[test]
    fn nothing_that_a_browser_may_hold_panics(stored in ".*") {
        let _ = History::read(&stored);
    }

    #[test]
    fn nothing_like_a_record_panics(stored in r#"[{}\[\]":,a-z0-9* .-]{0,80}"#) {
        let _ = History::read(&stored).of("nps");
    }
}
