//! The format `form`.

use std::collections::BTreeMap;

use meetpunt_core::settings::Format;
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
