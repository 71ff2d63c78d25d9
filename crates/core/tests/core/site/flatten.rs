//! A survey of a site file as pairs.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings;
use meetpunt_core::site::{SETTINGS, camel, flatten, kebab};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_widget_and_the_page_read_a_site_file_alike() {
    // Each of them is also what testdata/site/flatten.mjs makes of it.
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../testdata/site/flatten.json")).expect("JSON");
    for case in &cases {
        let attributes = case["attributes"].as_object().expect("attributes");
        let attributes: Vec<(&str, &str)> =
            attributes.iter().map(|(name, text)| (name.as_str(), text.as_str().expect("a text"))).collect();
        let pairs = flatten(&case["site"], case["id"].as_str().expect("an id"), &attributes);
        assert_eq!(json!(pairs), case["pairs"], "{}", case["what"]);
    }
    assert_eq!(cases.len(), 28);
}

#[test]
fn a_comma_in_a_lone_item_parts_nothing() {
    let site = json!({"surveys": [{"id": "a", "metric": "csat", "reasons": ["late:Late, again"]}]});
    let pairs = flatten(&site, "a", &[]).expect("a survey");
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let resolved = settings::resolve(&pairs, &Catalogue::english()).expect("settings");
    assert_eq!(resolved.warnings, []);
    assert_eq!(resolved.settings.reasons[0][0].label, "Late, again");
}

#[test]
fn every_name_has_one_spelling_in_json() {
    for setting in SETTINGS {
        assert_eq!(kebab(&camel(setting.name)), setting.name);
        assert_eq!(setting.key(), camel(setting.name));
    }
    assert_eq!(camel("follow-up-negative"), "followUpNegative");
    assert_eq!(kebab("followUpNegative"), "follow-up-negative");
}

/// Any JSON, with names that mean something now and then.
pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["a", "nps", "csat", "1-5", "30d", "answered:30d", "late:Late", "/a", "{brand}"])
            .prop_map(Value::from),
    ];
    let name = prop_oneof![
        prop::sample::select(vec![
            "version",
            "defaults",
            "surveys",
            "id",
            "metric",
            "question",
            "nl",
            "reasons",
            "negative",
            "audience",
            "all",
            "not",
            "attribute",
            "is",
            "above",
            "in",
            "endpoint",
            "trigger",
            "contextA",
            "headers",
            "askAgain"
        ])
        .prop_map(str::to_owned),
        ".{0,6}",
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Any file that has a survey, at least.
pub fn any_site() -> impl Strategy<Value = Value> {
    (any_json(), any_json(), any_json()).prop_map(|(defaults, mut own, other)| {
        if let Some(own) = own.as_object_mut() {
            own.insert("id".to_owned(), "a".into());
        }
        json!({"version": 1, "defaults": defaults, "surveys": [other, own]})
    })
}

proptest! {
    #[test]
    fn no_file_panics(site in any_json(), id in "a?") {
        let _ = flatten(&site, &id, &[]);
    }

    #[test]
    fn no_survey_panics_wherever_it_is_read(site in any_site(), name in "[a-z.-]{0,8}", text in ".{0,8}") {
        let Some(pairs) = flatten(&site, "a", &[(&name, &text)]) else { return Ok(()) };
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        prop_assert_eq!(pairs[0], ("survey", "a"));
        let mut names: Vec<&str> = pairs.iter().map(|pair| pair.0).collect();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), pairs.len());
        let _ = settings::rules(&pairs);
        let _ = settings::resolve(&pairs, &Catalogue::english());
    }
}
