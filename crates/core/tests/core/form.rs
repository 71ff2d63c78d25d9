//! The format `form`.

use std::collections::BTreeMap;

use meetpunt_core::locale::Catalogue;
#[cfg(feature = "json")]
use meetpunt_core::settings::Settings;
use meetpunt_core::settings::{Format, resolve};
use meetpunt_core::wire::{Event, LARGEST, body, form};
use serde_json::Value;

use crate::wire::{after_losses, alarming, custom, example, least, not_applicable, report_mark};

#[test]
fn golden_forms_stay_byte_for_byte() {
    #[track_caller]
    fn check(event: &Event, expected: &str) {
        assert_eq!(body(event, Format::Form), expected.trim_end_matches('\n'));
    }
    check(&example(), include_str!("../../testdata/form/contract-example.txt"));
    check(&least(), include_str!("../../testdata/form/least.txt"));
}

/// A survey whose endpoint has names of its own.
#[cfg(feature = "json")]
fn renaming(fields: &str, format: &str) -> Settings {
    let pairs = [("metric", "nps"), ("format", format), ("fields", fields)];
    resolve(&pairs, &Catalogue::english()).expect("settings").settings
}

#[test]
#[cfg(feature = "json")]
fn an_endpoint_may_call_fields_otherwise() {
    let fields = r#"{"score": "entry.123", "comment": "a \"quoted\" é", "min": "least", "context-store": "entry.4", "nobody": "x"}"#;
    let mut event = example();
    event.data.comment = Some(r#"{"score":1,"min":"\"#.to_owned());

    let json = body(&event, renaming(fields, "json").shape());
    let read: Value = serde_json::from_str(&json).expect("JSON");
    let plain: Value = serde_json::from_str(&body(&event, Format::Json)).expect("JSON");
    assert_eq!(read["entry.123"], plain["score"]);
    assert_eq!(read["a \"quoted\" é"], plain["comment"]);
    assert_eq!(read["scale"], plain["scale"], "what lies deeper keeps its names");
    let count = |value: &Value| value.as_object().expect("an object").len();
    assert_eq!((count(&read), read.get("score"), read.get("x")), (count(&plain), None, None));

    let form = body(&event, renaming(fields, "form").shape());
    assert!(form.contains("entry.123=9&"), "{form}");
    assert!(form.contains("a+%22quoted%22+%C3%A9=%7B%22score"), "{form}");
    assert!(!form.contains("&score="), "{form}");

    let whole = body(&event, renaming(fields, "cloudevents").shape());
    assert_eq!(whole, body(&event, Format::CloudEvents), "the standard's names are nobody's to change");
}

#[test]
fn the_page_hands_names_over_one_by_one() {
    let pairs = [("metric", "nps"), ("fields.score", "entry.123"), ("fields.min", ""), ("fields.comment", "entry.5")];
    let resolved = resolve(&pairs, &Catalogue::english()).expect("settings");
    let names =
        [("score", "entry.123"), ("comment", "entry.5")].map(|(field, name)| (field.to_owned(), name.to_owned()));
    assert_eq!(resolved.settings.fields, names);
    let told: Vec<_> = resolved.warnings.iter().map(|warning| (&*warning.setting, &*warning.found)).collect();
    assert_eq!(told, [("fields", "min")]);
}

#[test]
#[cfg(feature = "json")]
fn names_that_are_none_are_told() {
    #[track_caller]
    fn check(fields: &str, found: &str, known: usize) {
        let pairs = [("metric", "nps"), ("fields", fields)];
        let resolved = resolve(&pairs, &Catalogue::english()).expect("settings");
        assert_eq!(resolved.settings.fields.len(), known);
        let told: Vec<_> = resolved.warnings.iter().map(|warning| warning.found.as_str()).collect();
        assert_eq!(told, [found]);
        assert!(resolved.warnings.iter().all(|warning| warning.expected.contains("entry.123")));
    }
    check("score=entry.123", "score=entry.123", 0);
    check(r#"["score"]"#, r#"["score"]"#, 0);
    check(r#"{"score": "entry.123", "comment": ""}"#, "comment", 1);
    check(r#"{"score": {"a": 1}, "comment": "entry.5"}"#, "score", 1);
    check(&format!(r#"{{"score": "{}"}}"#, "x".repeat(101)), "score", 0);
}

#[test]
fn a_form_fits_too() {
    let mut event = example();
    event.data.comment = Some("😀".repeat(2_000));
    assert!(body(&event, Format::Form).len() > LARGEST);
    event.fit(Format::Form);
    assert!(body(&event, Format::Form).len() <= LARGEST);
}

#[test]
fn a_form_has_every_field_that_is_not_empty() {
    fn flatten(name: &str, value: &Value, into: &mut BTreeMap<String, String>) {
        let text = match value {
            Value::Object(fields) => {
                for (inner, value) in fields {
                    let prefix = if name.is_empty() { String::new() } else { format!("{name}-") };
                    flatten(&format!("{prefix}{inner}"), value, into);
                }
                return;
            }
            Value::Array(items) if items.iter().any(Value::is_object) => {
                for (place, item) in items.iter().enumerate() {
                    flatten(&format!("{name}-{}", place + 1), item, into);
                }
                return;
            }
            Value::Array(items) => {
                let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                texts.join(",")
            }
            Value::String(text) => text.clone(),
            Value::Null => return,
            other => other.to_string(),
        };
        if !text.is_empty() {
            into.insert(name.to_owned(), text);
        }
    }
    for event in [example(), least(), alarming(), not_applicable(), after_losses(), report_mark(), custom()] {
        let flat: Value = serde_json::from_str(&body(&event, Format::Json)).expect("JSON");
        let mut expected = BTreeMap::new();
        flatten("", &flat, &mut expected);
        let fields: BTreeMap<String, String> = form::fields(&event).into_iter().collect();
        assert_eq!(fields, expected);
    }
}
