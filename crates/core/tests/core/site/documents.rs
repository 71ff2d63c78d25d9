//! What docs/triggers.md shows is what the program does.

use meetpunt_core::eligibility::{Case, History, Record, Signals, decide};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Device};
use meetpunt_core::site::check;
use meetpunt_core::time::parse;
use meetpunt_core::wire::json;
use serde_json::Value;

const PAGE: &str = include_str!("../../../../../docs/triggers.md");

/// Every JSON sample of the page.
fn samples() -> impl Iterator<Item = &'static str> {
    PAGE.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next())
}

/// The one sample with this name in it.
fn sample(name: &str) -> &'static str {
    samples().find(|sample| sample.contains(name)).expect("a sample")
}

#[test]
fn every_site_file_in_the_document_is_a_good_one() {
    let files: Vec<&str> = samples().filter(|sample| sample.contains("\"surveys\"")).collect();
    for file in &files {
        assert_eq!(check(file), [], "{file}");
    }
    // The others are the record and the explanation, which have tests of their own.
    assert_eq!((files.len(), samples().count()), (3, 5));
}

#[test]
fn the_record_in_the_document_is_read_as_it_says() {
    let history = History::read(sample("\"*\""));
    assert_eq!(history.last_shown(), Some(20_778));
    let order = Record {
        shown: Some(20_740),
        ignored: Some(20_740),
        draw: Some(77),
        occasions: vec![Record::hash("order-17")],
        ..Record::default()
    };
    assert_eq!(history.of("order"), order);
    assert_eq!((history.of("nps").answered, history.of("nps").draw), (Some(20_778), Some(1_042)));
}

#[test]
fn the_explanation_in_the_document_is_a_real_one() {
    let pairs = [
        ("metric", "nps"),
        ("display", "popover"),
        ("sample", "25%"),
        ("audience", r#"{"all": [{"attribute": "plan", "is": "pro"}, {"attribute": "orders", "above": 2}]}"#),
    ];
    let settings = settings::resolve(&pairs, &Catalogue::english()).expect("settings").settings;
    let (rules, _) = settings::rules(&pairs);
    let history = History::read(r#"{"*": {"shown": 20778}, "nps": {"shown": 20767, "draw": 1042}}"#);
    let signals = Signals {
        device: Some(Device::Phone),
        attributes: vec![("plan", "pro"), ("orders", "3")],
        ..Signals::default()
    };
    let now = parse("2026-11-21T17:15:20Z").expect("a time");
    let verdict =
        decide(&Case { settings: &settings, rules: &rules, history: &history, signals: &signals, now, draw: 0 });
    let shown: Value = serde_json::from_str(sample("\"checks\"")).expect("JSON");
    assert_eq!(serde_json::from_str::<Value>(&json::to_string(&verdict)).expect("JSON"), shown);
}

#[test]
fn the_rules_in_the_document_stand_in_their_order() {
    let table = PAGE.split("| | rule |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a table");
    let names = table.lines().skip(2).filter_map(|row| row.split('`').nth(1));
    let shown: Value = serde_json::from_str(sample("\"checks\"")).expect("JSON");
    let checks = shown["checks"].as_array().expect("checks");
    assert_eq!(names.collect::<Vec<_>>(), checks.iter().filter_map(|check| check["rule"].as_str()).collect::<Vec<_>>());
}
