//! What is not taken in, and that the sender is told why.

use serde_json::{Value, json};

use crate::support::http::{raw, send};
use crate::support::{BATCH, CLOUD_EVENT, Collector, FORM, JSON, nps, with};

/// Posts a body that must be refused, with exactly this status and reason, and nothing stored.
#[track_caller]
fn check(content_type: &str, body: impl AsRef<[u8]>, status: u16, reason: &str) {
    let collector = Collector::start();
    let answer = collector.post(content_type, body);
    assert_eq!((answer.status, answer.json()), (status, json!({"error": reason})));
    assert_eq!(collector.lines("?all=1"), [] as [Value; 0]);
}

#[test]
fn a_missing_or_wrong_field_is_named() {
    for (path, value, reason) in [
        ("specversion", Value::Null, "specversion: missing"),
        ("specversion", "0.3".into(), "specversion: expected \"1.0\""),
        ("id", Value::Null, "id: missing"),
        ("id", "".into(), "id: empty"),
        ("id", 7.into(), "id: expected a text, found 7"),
        ("id", "a\nb".into(), "id: has control characters"),
        ("id", "x".repeat(201).into(), "id: longer than 200 characters"),
        (
            "data.sequence",
            2.into(),
            "id: expected \"0193a2c4-7d1e-7c3a-9b52-000000000001/2\", as submission and sequence say",
        ),
        ("source", Value::Null, "source: missing"),
        ("type", Value::Null, "type: missing"),
        ("type", "com.example.order".into(), "type: expected a name that starts with \"meetpunt.\""),
        ("time", Value::Null, "time: missing"),
        ("time", "yesterday".into(), "time: expected a time such as 2026-11-21T17:15:20.123Z"),
        ("data", Value::Null, "data: missing"),
        ("data", "text".into(), "data: expected an object, found a text"),
        ("data.submission", Value::Null, "data.submission: missing"),
        ("data.sequence", Value::Null, "data.sequence: missing"),
        ("data.sequence", json!(-1), "data.sequence: expected a whole number from 0 up, found -1"),
        ("data.sequence", json!(1.5), "data.sequence: expected a whole number from 0 up, found 1.5"),
        ("data.survey", Value::Null, "data.survey: missing"),
        ("data.survey", json!([]), "data.survey: expected a text, found a list"),
        ("data.metric", Value::Null, "data.metric: missing"),
        ("data.score", Value::Null, "data.score: missing"),
        ("data.score", 11.into(), "data.score: 11 is not on the scale; give a whole number from 0 to 10"),
        ("data.score", json!(-1), "data.score: -1 is not on the scale; give a whole number from 0 to 10"),
        ("data.score", json!(8.5), "data.score: 8.5 is not a whole number; give a whole number from 0 to 10"),
        ("data.score", "9".into(), "data.score: \"9\" is a text; give a whole number from 0 to 10"),
        ("data.na", true.into(), "data.score: expected null because na is true, found 9"),
    ] {
        check(CLOUD_EVENT, with(nps(1, 1, 9), path, value).to_string(), 400, reason);
    }
}

#[test]
fn a_flat_answer_is_told_its_own_field_names() {
    let flat = json!({
        "id": "a/1", "source": "https://shop.example/", "time": "2026-11-21T17:15:20Z", "submission": "a", "sequence": 1
    });
    check(JSON, flat.to_string(), 400, "survey: missing");
    check(JSON, "{}", 400, "id: missing");
}

#[test]
fn one_wrong_event_refuses_its_batch_and_is_named() {
    let wrong = with(nps(3, 1, 9), "data.survey", Value::Null);
    check(BATCH, json!([nps(1, 1, 9), nps(2, 1, 9), wrong]).to_string(), 400, "[2].data.survey: missing");
    check(JSON, "[7]", 400, "[0]: expected an event as a JSON object, found 7");
}

#[test]
fn a_broken_body_is_refused_with_the_place_where_it_breaks() {
    let not_json = "the body is not JSON: ";
    check(CLOUD_EVENT, "{\"id\":", 400, &format!("{not_json}EOF while parsing a value at line 1 column 6"));
    check(CLOUD_EVENT, "", 400, &format!("{not_json}EOF while parsing a value at line 1 column 0"));
    check(CLOUD_EVENT, "{\"a\":1e400}", 400, &format!("{not_json}number out of range at line 1 column 10"));
    check(CLOUD_EVENT, b"{\"id\":\"\xff\"}", 400, "the body is not UTF-8 from byte 7 on");
    check(CLOUD_EVENT, "7", 400, "expected an event as a JSON object, found 7");
    check(
        CLOUD_EVENT,
        "[]",
        400,
        "expected one event, found a list: send a list as application/cloudevents-batch+json",
    );
    check(BATCH, "{}", 400, "expected a list of events");
}

#[test]
fn a_body_that_is_dear_to_hold_is_refused() {
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    check(BATCH, deep(13), 400, "the body is refused: more than 12 levels at line 1 column 13");
    check(BATCH, deep(100_000), 400, "the body is refused: more than 12 levels at line 1 column 13");
    check(BATCH, deep(12), 400, "[0]: expected an event as a JSON object, found a list");
    let fields = |count: usize| Value::Object((0..count).map(|number| (format!("k{number}"), 0.into())).collect());
    let wide = with(nps(1, 1, 9), "data.context", fields(129)).to_string();
    let collector = Collector::start();
    let answer = collector.post(CLOUD_EVENT, &wide);
    assert_eq!(answer.status, 400);
    let text = answer.json()["error"].to_string();
    assert!(text.starts_with("\"the body is refused: more than 128 fields in one object at line 1 column "), "{text}");
    assert_eq!(collector.post(CLOUD_EVENT, with(nps(1, 1, 9), "data.context", fields(128)).to_string()).status, 202);
    let form: String = (0..257).map(|number| format!("k{number}=&")).collect();
    check(FORM, form, 400, "the form has more than 256 fields");
}

#[test]
fn an_object_that_says_one_thing_twice_is_refused() {
    let twice = nps(1, 1, 9).to_string().replacen("\"score\":", "\"score\":0,\"score\":", 1);
    let collector = Collector::start();
    let answer = collector.post(CLOUD_EVENT, twice);
    assert_eq!(answer.status, 400);
    assert!(
        answer.text.contains("the body is refused: a field stands twice in one object at line 1"),
        "{}",
        answer.text
    );
    for (form, reason) in [
        ("score=0&id=a%2F1&score=10", "score: stands twice"),
        ("scale=7&scale-min=0", "scale: stands twice"),
        ("scale-min=0&scale=7", "scale: stands twice"),
        ("context=a&context-b=c", "context: stands twice"),
        ("more-1-score=1&more-1-score=2", "more-1-score: stands twice"),
    ] {
        check(FORM, form, 400, reason);
    }
}

#[test]
fn a_form_is_told_its_own_field_names() {
    let good = "id=a%2F1&source=https%3A%2F%2Fshop.example%2F&time=2026-11-21T17%3A15%3A20Z&submission=a&sequence=1\
                &survey=nps&metric=nps&score=9";
    assert_eq!(Collector::start().post(FORM, good).status, 202);
    let on_scale = "give a whole number from 0 to 10";
    for (from, to, reason) in [
        ("&survey=nps", "", "survey: missing".to_owned()),
        ("score=9", "score=nine", format!("score: \"nine\" is a text; {on_scale}")),
        ("score=9", "score=9.0", format!("score: 9.0 is not a whole number; {on_scale}")),
        ("score=9", "score=11", format!("score: 11 is not on the scale; {on_scale}")),
        ("sequence=1", "sequence=one", "sequence: expected a whole number from 0 up, found a text".to_owned()),
        (
            "score=9",
            "score=9&more-2-metric=ces",
            "more-2-metric: further answers are numbered from 1 without a gap".to_owned(),
        ),
        (
            "score=9",
            "score=9&more-0-metric=ces",
            "more-0-metric: further answers are numbered from 1 without a gap".to_owned(),
        ),
        (
            "score=9",
            "score=9&more=1&more-1-metric=ces",
            "more-1-metric: further answers are numbered from 1 without a gap".to_owned(),
        ),
        ("source=", "source=%FF", "the form is not UTF-8".to_owned()),
        ("source=", "sour%C3%28ce=", "the form is not UTF-8".to_owned()),
    ] {
        check(FORM, good.replacen(from, to, 1), 400, &reason);
    }
}

#[test]
fn another_type_is_refused_with_the_types_that_are_read() {
    let read = "send application/cloudevents+json, application/cloudevents-batch+json, application/json, text/plain or \
                application/x-www-form-urlencoded, in UTF-8 and without content encoding";
    for content_type in [
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=windows-1252",
        "application/json; charset=iso-8859-1",
        "text/html",
    ] {
        check(content_type, nps(1, 1, 9).to_string(), 415, &format!("Content-Type {content_type}: {read}"));
    }
    let collector = Collector::start();
    let request = b"POST /collect HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    let answer = raw(&collector.url, request);
    assert!(answer.starts_with("HTTP/1.1 415 ") && answer.contains("no Content-Type: send"), "{answer}");
    let headers = [("content-type", JSON), ("content-encoding", "gzip")];
    let answer = send("POST", &format!("{}/collect", collector.url), &headers, b"\x1f\x8b").unwrap();
    assert_eq!(answer.status, 415);
    assert!(answer.text.contains("content encoding gzip: send"), "{}", answer.text);
}

#[test]
fn a_body_over_256_kib_is_refused_and_one_below_is_not() {
    let limit = 256 * 1024;
    let collector = Collector::start();
    let event = nps(1, 1, 9).to_string();
    let just = format!("{event}{}", " ".repeat(limit - event.len()));
    assert_eq!(collector.post(CLOUD_EVENT, &just).status, 202);
    for more in [1, 200_000, 3_000_000] {
        let answer = collector.post(CLOUD_EVENT, format!("{just}{}", " ".repeat(more)));
        assert_eq!(answer.status, 413);
        assert_eq!(answer.json()["error"], "the body is longer than 262144 bytes: send fewer events at once");
    }
}

#[test]
fn a_body_without_a_length_has_the_same_limit() {
    let collector = Collector::start();
    let mut request = b"POST /collect HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
        Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        .to_vec();
    for _ in 0..30 {
        request.extend_from_slice(b"2710\r\n");
        request.extend(std::iter::repeat_n(b' ', 10_000));
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"0\r\n\r\n");
    let answer = raw(&collector.url, &request);
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[test]
fn other_methods_are_refused() {
    let collector = Collector::start();
    for (path, methods, allowed) in [
        ("/collect", ["GET", "PUT", "DELETE", "PATCH"], "POST"),
        ("/events", ["POST", "PUT", "DELETE", "PATCH"], "GET,HEAD"),
    ] {
        for method in methods {
            let answer = send(method, &format!("{}{path}", collector.url), &[], b"").unwrap();
            assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{method} {path}");
        }
    }
}
