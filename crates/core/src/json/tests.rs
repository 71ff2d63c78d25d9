use proptest::prelude::*;
use serde_json::Value;

use super::Json;

/// What serde_json makes of the same value; numbers by their digits.
fn to_value(json: &Json<'_>) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(known) => Value::Bool(*known),
        Json::Number(digits) => serde_json::from_str(digits).expect("a number"),
        Json::Text(text) => Value::String(text.clone()),
        Json::List(items) => Value::Array(items.iter().map(to_value).collect()),
        Json::Object(entries) => entries.iter().map(|(name, value)| (name.clone(), to_value(value))).collect(),
    }
}

#[track_caller]
fn check(text: &str, expected: Option<Value>) {
    assert_eq!(Json::parse(text).as_ref().map(to_value), expected, "{text}");
}

#[test]
fn values_are_read_as_others_read_them() {
    for text in [
        "null",
        " true ",
        "[]",
        "{}",
        "[1, -2.50, 0, 1e5, 1E-2]",
        r#"{"a": {"b": [false, "c"]}, "d": ""}"#,
        r#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00 é😀""#,
    ] {
        check(text, Some(serde_json::from_str(text).expect("JSON")));
    }
}

#[test]
fn what_is_no_json_is_nothing() {
    for text in [
        "",
        " ",
        "nul",
        "tru e",
        "[1,]",
        "[,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\u{1}\"",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "[1]]",
        "'a'",
        "{\"a\":1",
        "NaN",
    ] {
        check(text, None);
    }
}

#[test]
fn half_a_pair_is_the_replacement_character() {
    check(r#""\ud83d""#, Some("\u{fffd}".into()));
    check(r#""\ud83dA""#, Some("\u{fffd}A".into()));
    check(r#""\ud83d\u0041""#, Some("\u{fffd}A".into()));
    check(r#""\ude00""#, Some("\u{fffd}".into()));
}

#[test]
fn what_lies_too_deep_is_nothing() {
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Json::parse(&nested(16)).is_some());
    assert!(Json::parse(&nested(17)).is_none());
    assert!(Json::parse(&nested(100_000)).is_none());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((".*", inner), 0..5).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn written_values_come_back(value in any_json()) {
        let text = value.to_string();
        prop_assert_eq!(Json::parse(&text).as_ref().map(to_value), Some(value));
    }

    #[test]
    fn any_text_is_read_or_refused_as_serde_json_does(text in r#"[\[\]{}",:0-9a-eEtrufalsn\\. +-]{0,20}"#) {
        let other: Option<Value> = serde_json::from_str(&text).ok();
        // A number too large for a float is one all the same.
        if !text.contains(['e', 'E']) {
            prop_assert_eq!(Json::parse(&text).is_some(), other.is_some());
        }
    }
}
