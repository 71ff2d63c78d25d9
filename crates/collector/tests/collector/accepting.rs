//! What is taken in, and that it is taken once.

use std::thread;

use meetpunt_core::settings::Format;
use meetpunt_core::wire;
use serde_json::{Value, json};

use crate::support::{BATCH, CLOUD_EVENT, Collector, FORM, JSON, nps, with};

fn counts(stored: u32, duplicates: u32, conflicts: u32) -> Value {
    json!({"stored": stored, "duplicates": duplicates, "conflicts": conflicts})
}

#[test]
fn an_answer_is_accepted_in_every_promised_format_and_stored_the_same() {
    let event = nps(1, 1, 9);
    let mut flat = event["data"].clone();
    for name in ["id", "source", "time"] {
        flat[name] = event[name].clone();
    }
    for (content_type, body) in [
        (CLOUD_EVENT, event.to_string()),
        ("Application/CloudEvents+JSON", event.to_string()),
        (BATCH, json!([event]).to_string()),
        (JSON, event.to_string()),
        (JSON, json!([event]).to_string()),
        (JSON, flat.to_string()),
        (JSON, json!([flat]).to_string()),
        ("text/plain;charset=UTF-8", event.to_string()),
        ("text/plain", event.to_string()),
    ] {
        let collector = Collector::start();
        let answer = collector.post(content_type, body);
        assert_eq!((answer.status, answer.json()), (202, counts(1, 0, 0)), "{content_type}");
        let lines = collector.lines("");
        assert_eq!(lines.len(), 1, "{content_type}");
        assert_eq!(lines[0]["event"], event, "{content_type}");
        assert_eq!(lines[0].as_object().unwrap().len(), 2, "{content_type}: {}", lines[0]);
    }
}

#[test]
fn what_the_widget_writes_is_read_back_as_it_was_meant() {
    for (format, content_type) in [
        (Format::CloudEvents, CLOUD_EVENT),
        (Format::Text, "text/plain;charset=UTF-8"),
        (Format::Json, JSON),
        (Format::Form, FORM),
    ] {
        let further = json!([
            {"metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience", "score": 2, "class": "hard",
             "normalised": 16.7, "na": false},
            {"metric": "delight", "scale": {"min": 1, "max": 5}, "layer": "special", "na": true},
        ]);
        let event = with(with(nps(1, 1, 9), "data.more", further), "data.reasons", json!(["late", "price"]));
        let event = with(event, "data.context", json!({"order": "7 + 1 = 8 & é", "2": "3"}));
        let event = with(event, "data.losses", json!({"expired": 3}));
        let meant = wire::read(&event.to_string()).unwrap().remove(0);
        let collector = Collector::start();
        let answer = collector.post(content_type, wire::body(&meant, format));
        assert_eq!((answer.status, answer.json()), (202, counts(1, 0, 0)), "{format:?}");
        let line = collector.lines("").remove(0);
        assert_eq!(wire::read_one(line["event"].clone()).unwrap(), meant, "{format:?}");
        assert_eq!(line["claimed"], Value::Null, "{format:?}");
    }
}

#[test]
fn a_line_says_when_the_answer_came_and_keeps_the_order_of_its_fields() {
    let collector = Collector::start();
    let event = nps(1, 1, 9);
    collector.accept(&event);
    let text = crate::support::get(&format!("{}/events", collector.url)).text;
    let received = collector.lines("")[0]["received"].as_str().unwrap().to_owned();
    assert_eq!(text, format!("{{\"received\":\"{received}\",\"event\":{event}}}\n"));
    let shape: String = received.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00.000Z");
}

#[test]
fn an_answer_sent_twice_counts_once() {
    let collector = Collector::start();
    let event = nps(1, 1, 9);
    assert_eq!(collector.accept(&event), counts(1, 0, 0));
    assert_eq!(collector.accept(&event), counts(0, 1, 0));
    let batch = collector.post(BATCH, json!([event, event, nps(2, 1, 3), nps(2, 1, 3)]).to_string());
    assert_eq!(batch.json(), counts(1, 3, 0));
    assert_eq!(collector.lines("?all=1").len(), 2);
}

#[test]
fn the_same_id_from_two_shops_is_two_answers() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let other = with(nps(1, 1, 0), "source", "https://other.example/".into());
    assert_eq!(collector.accept(&other), counts(1, 0, 0));
    assert_eq!(collector.lines("").len(), 2);
}

#[test]
fn the_same_id_with_another_body_keeps_the_first_and_counts_a_conflict() {
    let collector = Collector::start();
    let first = nps(1, 1, 9);
    collector.accept(&first);
    assert_eq!(collector.accept(&nps(1, 1, 0)), counts(0, 1, 1));
    assert_eq!(collector.accept(&with(first.clone(), "data.comment", "Bad".into())), counts(0, 1, 1));
    let lines = collector.lines("");
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["event"], &lines[0]["conflicts"]), (&first, &json!(2)));
}

#[test]
fn the_same_answer_with_its_fields_in_another_order_is_no_conflict() {
    let collector = Collector::start();
    let event = nps(1, 1, 9);
    collector.accept(&event);
    let turned: serde_json::Map<String, Value> =
        event.as_object().unwrap().clone().into_iter().collect::<Vec<_>>().into_iter().rev().collect();
    assert_eq!(collector.accept(&turned.into()), counts(0, 1, 0));
}

#[test]
fn a_thousand_parallel_posts_of_one_answer_store_one() {
    let collector = Collector::start();
    let body = nps(1, 1, 9).to_string();
    let stored: u64 = thread::scope(|scope| {
        let senders: Vec<_> = (0..50)
            .map(|_| {
                scope.spawn(|| {
                    let post = |_| {
                        let answer = collector.post(CLOUD_EVENT, &body);
                        assert_eq!(answer.status, 202, "{}", answer.text);
                        answer.json()["stored"].as_u64().unwrap()
                    };
                    (0..20).map(post).sum::<u64>()
                })
            })
            .collect();
        senders.into_iter().map(|sender| sender.join().unwrap()).sum()
    });
    assert_eq!(stored, 1);
    assert_eq!(collector.lines("?all=1").len(), 1);
}

#[test]
fn an_empty_batch_is_fine() {
    let answer = Collector::start().post(BATCH, "[]");
    assert_eq!((answer.status, answer.json()), (202, counts(0, 0, 0)));
}

#[test]
fn a_newer_widget_loses_nothing() {
    let collector = Collector::start();
    let metric = with(with(nps(1, 1, 9), "data.metric", "joy".into()), "data.class", "joyful".into());
    let field = with(nps(2, 1, 9), "data.mood", json!({"colour": "red", "depth": 0.1}));
    let shown = json!({
        "specversion": "1.0", "id": "a/0", "source": "https://shop.example/", "type": "meetpunt.shown.v1",
        "data": {"survey": "nps", "trigger": "delay"}
    });
    let second = with(nps(3, 1, 9), "type", "meetpunt.response.v2".into());
    for event in [&metric, &field, &shown, &second] {
        assert_eq!(collector.accept(event), counts(1, 0, 0));
    }
    let stored: Vec<_> = collector.lines("").into_iter().map(|mut line| line["event"].take()).collect();
    assert_eq!(stored, [metric, field, shown, second]);
}

#[test]
fn every_script_and_sign_comes_back_as_it_was() {
    let collector = Collector::start();
    for (number, comment) in
        ["", "Snel geleverd 👍🏽", "שירות מצוין", "很好", "\u{202e}abc", "a\u{0}b\n\t\"\\</script>"].iter().enumerate()
    {
        let event = with(nps(number as u64, 1, 9), "data.comment", (*comment).into());
        collector.accept(&event);
        assert_eq!(collector.lines("").pop().unwrap()["event"], event);
    }
}
