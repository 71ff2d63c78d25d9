//! Reading posted bodies.

use std::fs;
use std::path::Path;

use meetpunt_core::settings::Format;
use meetpunt_core::wire::{Alert, body, read};
use meetpunt_core::{Error, Measure, Score, Tenths};
use proptest::prelude::*;
use serde_json::{Value, json};

fn bodies() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/wire");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("its entries can be read").path());
    let json = paths.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    json.map(|path| fs::read_to_string(path).expect("a body can be read")).collect()
}

fn example() -> Value {
    let body = include_str!("../../testdata/wire/contract-example.json");
    serde_json::from_str(body).expect("JSON")
}

fn refused(value: &Value) -> Error {
    read(&value.to_string()).expect_err("it is not an event")
}

/// The example with one field changed is refused with this message.
#[track_caller]
fn check(pointer: &str, value: Value, message: &str) {
    let mut event = example();
    *event.pointer_mut(pointer).expect("the field is there") = value;
    assert_eq!(refused(&event).to_string(), message);
}

#[test]
fn every_posted_body_reads_back_to_the_same_bytes() {
    let bodies = bodies();
    assert!(bodies.len() >= 5);
    for text in bodies {
        let text = text.trim_end_matches('\n');
        let format = match text.starts_with("{\"specversion\"") {
            true => Format::CloudEvents,
            false => Format::Json,
        };
        let events = read(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(events.len(), 1);
        assert_eq!(body(&events[0], format), text);
        let again = events[0].clone().rescored().expect("its scores are right");
        assert_eq!(again, events[0]);
    }
}

#[test]
fn context_keeps_its_order() {
    let text = include_str!("../../testdata/wire/contract-example.json").trim_end();
    let text = text.replace("{\"order-band\":", "{\"z\":\"\",\"order-band\":");
    let events = read(&text).expect("an event");
    assert_eq!(body(&events[0], Format::CloudEvents), text);
}

#[test]
fn a_batch_is_read_in_order() {
    let mut second = example();
    second["id"] = json!("0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/3");
    second["data"]["sequence"] = json!(3);
    let batch = json!([example(), second]).to_string();
    let sequences: Vec<u32> = read(&batch).expect("a batch").iter().map(|event| event.data.sequence).collect();
    assert_eq!(sequences, [2, 3]);
    assert_eq!(read("[]").expect("an empty batch"), []);
}

#[test]
fn a_message_names_the_field() {
    check("/specversion", json!("0.3"), "specversion: found \"0.3\"; write \"1.0\"");
    check("/type", json!("com.example.other"), "type: found \"com.example.other\"; write \"meetpunt.response.v1\"");
    check("/time", json!("yesterday"), "time: found \"yesterday\"; write a time such as 2026-11-21T17:15:20.123Z");
    check("/subject", json!("other"), "subject: found \"other\"; it must be the survey, \"nps-order-confirmation\"");
    check(
        "/id",
        json!("1"),
        "id: found \"1\"; submission and sequence make it \"0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/2\"",
    );
    check("/source", json!(7), "source: invalid type: integer `7`, expected a string");
    check(
        "/data/metric",
        json!("npx"),
        "data.metric: found \"npx\"; write one of: nps, enps, ces, ces1, ces5, csat, delight, importance, goal, promise, pmf, custom",
    );
    check("/data/scale/max", json!("ten"), "data.scale.max: invalid type: string \"ten\", expected u8");
    check(
        "/data/answered",
        json!("2026-02-30T00:00:00Z"),
        "data.answered: found \"2026-02-30T00:00:00Z\"; write a time such as 2026-11-21T17:15:20.123Z",
    );
    check("/data/sampleRate", json!(1.5), "data.sampleRate: found 1.5; write a number from 0 to 1");
    check("/data/context", json!({"a": 1}), "data.context.a: invalid type: integer `1`, expected a string");
    check("/data", json!("text"), "data: invalid type: string \"text\", expected struct Data");
}

#[test]
fn a_score_outside_its_scale_is_refused_with_the_scale() {
    let whole = "give a whole number from 0 to 10";
    check("/data/score", json!(11), &format!("data.score: 11 is not on the scale; {whole}"));
    check("/data/score", json!(-1), &format!("data.score: -1 is not on the scale; {whole}"));
    check("/data/score", json!(9.0), &format!("data.score: 9.0 is not a whole number; {whole}"));
    check("/data/score", json!("9"), &format!("data.score: \"9\" is a text; {whole}"));
    check("/data/score", json!(true), &format!("data.score: true is no number; {whole}"));
    check("/data/score", json!([9]), &format!("data.score: The answer is a list; {whole}"));
    let mut event = example();
    event["data"]["score"] = json!(11);
    assert!(refused(&event).is_answer());
    assert_eq!(refused(&event).field(), "data.score");
}

#[test]
fn what_is_missing_is_named() {
    for (pointer, name) in [("", "id"), ("", "source"), ("", "time"), ("", "type"), ("", "data")] {
        let mut event = example();
        event.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object").remove(name);
        let error = refused(&event);
        assert!(error.is_unreadable());
        assert_eq!(error.to_string(), format!("{name}: is missing"));
    }
    let mut event = example();
    event["data"].as_object_mut().expect("an object").remove("survey");
    assert_eq!(refused(&event).to_string(), "data.survey: is missing");
    let mut event = example();
    event["data"]["more"] = json!([{"metric": "csat", "scale": {"min": 1}, "score": 1}]);
    assert_eq!(refused(&event).to_string(), "data.more[0].scale.max: is missing");
    let flat =
        json!({"id": "a/1", "source": "https://shop.example/", "time": "2026-11-21T17:15:20.123Z", "submission": "a"});
    assert_eq!(refused(&flat).to_string(), "sequence: is missing");
    assert_eq!(refused(&json!([flat])).field(), "[0].sequence");
}

#[test]
fn a_batch_names_the_event_too() {
    let mut wrong = example();
    wrong["data"]["score"] = json!(12);
    let error = refused(&json!([example(), wrong]));
    assert_eq!(error.field(), "[1].data.score");
}

#[test]
fn what_is_no_event_is_refused() {
    assert_eq!(refused(&json!("text")).to_string(), "found a text; send an object");
    assert_eq!(refused(&json!([null])).to_string(), "[0]: found null; send an object");
    let error = read("{\"a\":").expect_err("it is cut off");
    assert_eq!(error.to_string(), "This is not JSON: EOF while parsing a value at line 1 column 5");
    assert!(read("").is_err());
}

#[test]
fn older_and_newer_senders_are_understood() {
    let mut event = example();
    event["extension"] = json!(1);
    event["data"]["unheard-of"] = json!({"a": []});
    let data = event["data"].as_object_mut().expect("an object");
    for name in [
        "test",
        "layer",
        "series",
        "na",
        "more",
        "alert",
        "comment",
        "redactions",
        "reasons",
        "contact",
        "persona",
        "channel",
        "context",
        "locale",
        "trigger",
        "shown",
        "sampleRate",
        "gpc",
        "widget",
    ] {
        data.remove(name).expect("the example has it");
    }
    let events = read(&event.to_string()).expect("an event");
    assert_eq!(events[0].data.score, Some(9));
    assert_eq!(events[0].data.channel, None);
}

#[test]
fn nobody_makes_a_promoter_of_a_detractor() {
    let mut event = example();
    event["data"]["score"] = json!(0);
    event["data"]["more"] = json!([{
        "metric": "csat", "scale": {"min": 1, "max": 5}, "score": 1, "class": "satisfied", "normalised": 100
    }]);
    event["data"]["alert"] = json!("essential");
    let claimed = read(&event.to_string()).expect("an event").remove(0);
    assert_eq!(claimed.data.class.as_deref(), Some("promoter"));
    let event = claimed.rescored().expect("a score of the scale");
    assert_eq!(event.data.class.as_deref(), Some("detractor"));
    assert_eq!(event.data.normalised, Some(Tenths(0)));
    assert_eq!(event.data.layer.as_deref(), Some("strategic"));
    assert_eq!(event.data.more[0].class.as_deref(), Some("dissatisfied"));
    assert_eq!(event.data.alert, Some(Alert::Essential));
}

#[test]
fn each_scale_is_scored_by_its_own_table() {
    #[track_caller]
    fn check(metric: &str, scale: [u8; 2], score: u8, class: &str, tenths: u16) {
        let mut event = example();
        event["data"]["metric"] = json!(metric);
        event["data"]["scale"] = json!({"min": scale[0], "max": scale[1]});
        event["data"]["score"] = json!(score);
        let event = read(&event.to_string()).expect("an event").remove(0).rescored().expect("a score of the scale");
        assert_eq!((event.data.class.as_deref(), event.data.normalised), (Some(class), Some(Tenths(tenths))));
    }
    check("csat", [1, 10], 7, "neutral", 667);
    check("csat", [0, 10], 7, "neutral", 700);
    check("csat", [1, 7], 7, "satisfied", 1000);
    check("csat", [0, 1], 0, "dissatisfied", 0);
    check("ces", [1, 5], 4, "easy", 750);
    check("ces1", [1, 5], 4, "hard", 250);
    check("pmf", [1, 3], 2, "somewhat", 500);
}

#[test]
fn classes_of_the_shop_stay_as_they_were_posted() {
    let body = include_str!("../../testdata/wire/custom.json");
    let mut event: Value = serde_json::from_str(body).expect("JSON");
    event["data"]["class"] = json!("positive");
    event["data"]["layer"] = json!("special");
    let read_again = |event: &Value| read(&event.to_string()).map(|mut events| events.remove(0));
    let rescored = read_again(&event).expect("an event").rescored().expect("a score of the scale");
    assert_eq!(rescored.data.class.as_deref(), Some("positive"));
    assert_eq!(rescored.data.layer.as_deref(), Some("special"));

    event["data"]["score"] = json!(5);
    let refused = read_again(&event).expect_err("off the scale");
    assert_eq!(refused.to_string(), "data.score: 5 is not on the scale; give a whole number from 0 to 4");
    event["data"]["score"] = json!(null);
    let refused = read_again(&event).expect("an event").rescored().expect_err("no score");
    assert_eq!(refused.to_string(), "data.score: The score is missing; give a whole number from 0 to 4");
    event["data"]["na"] = json!(true);
    assert!(read_again(&event).expect("an event").rescored().is_ok());
}

#[test]
fn rescoring_refuses_what_cannot_be_scored() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), message: &str) {
        let mut event = example();
        change(&mut event["data"]);
        let event = read(&event.to_string()).expect("an event").remove(0);
        let error = event.rescored().expect_err("it cannot be scored");
        assert_eq!(error.to_string(), message);
        assert!(error.is_answer());
    }
    check(|data| data["score"] = Value::Null, "data.score: The score is missing; give a whole number from 0 to 10");
    check(
        |data| data["na"] = json!(true),
        "data.score: The answer is \"not applicable\" and a score; give a whole number from 0 to 10",
    );
    check(
        |data| data["scale"]["max"] = json!(5),
        "data.score: 0-5 is not a scale of nps that is known here; give a whole number from 0 to 10",
    );
    check(
        |data| {
            data["metric"] = json!("custom");
            data["scale"]["max"] = json!(11);
        },
        "data.score: 0-11 is not a scale that can be scored; give a whole number from 0 to 10",
    );
    check(
        |data| data["more"] = json!([{"metric": "ces", "scale": {"min": 1, "max": 6}, "score": 3}]),
        "data.more[0].score: 1-6 is not a scale of ces that is known here; give a whole number from 1 to 7",
    );
}

#[test]
fn json_answers_are_whole_numbers() {
    let read = |value| Score::from_json(Measure::CES, &value);
    assert_eq!(read(json!(7)).map(Score::value), Ok(7));
    for wrong in [json!(0), json!(8), json!(7.0), json!("7"), json!(null), json!(u64::MAX), json!({})] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn no_body_panics(text: String) {
        let _ = read(&text);
    }

    #[test]
    fn no_field_panics(
        name in prop::sample::select(&["score", "scale", "sampleRate", "normalised", "shown", "context", "more", "sequence"][..]),
        number in any::<f64>().prop_filter("JSON has no such number", |number| number.is_finite()),
        text: String,
    ) {
        for value in [json!(number), json!(text), json!([number]), json!({"a": text.clone()}), Value::Null] {
            let mut event = example();
            event["data"][name] = value;
            if let Ok(events) = read(&event.to_string()) {
                let _ = events[0].clone().rescored();
                let _ = body(&events[0], Format::Form);
            }
        }
    }
}
