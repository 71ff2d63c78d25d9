//! The whole event that one answer must become, field by field.

use super::stage::Stage;
use serde_json::{Map, Value, json};

impl Stage<'_> {
    /// The event of an answered inline NPS in English with every other setting at its default. What only a clock or a
    /// random number can know is a `*` here; [`check_event`](Self::check_event) looks at its form.
    fn usual_event(&self) -> Value {
        json!({
            "specversion": "1.0",
            "id": "*",
            "source": self.site.source(),
            "type": "meetpunt.response.v1",
            "subject": "nps-order-confirmation",
            "time": "*",
            "datacontenttype": "application/json",
            "data": {
                "submission": "*", "sequence": 2, "state": "completed", "test": false,
                "survey": "nps-order-confirmation", "metric": "nps", "scale": {"min": 0, "max": 10},
                "layer": "strategic", "series": "*",
                "score": 9, "class": "promoter", "normalised": 90.0, "na": false, "more": [], "alert": null,
                "comment": null, "redactions": {}, "reasons": [], "contact": null,
                "touchpoint": "order-confirmation", "phase": null, "lifecycle": null, "wave": null, "segment": null,
                "persona": null, "channel": "web", "occasion": null, "employee": null, "respondent": null,
                "context": {},
                "locale": "en", "look": "numbers", "direction": "ltr", "display": "inline", "trigger": "visible",
                "device": "desktop", "page": "/order/thanks", "shown": "*", "answered": "*",
                "sampleRate": 1.0, "gpc": false, "widget": env!("CARGO_PKG_VERSION"),
            }
        })
    }

    /// Compares an event, every field of it, with the usual one; `differs` holds what is otherwise in `data`.
    #[track_caller]
    pub fn check_event(&self, event: &Value, differs: Value) {
        self.check_event_of(&self.site.source(), event, differs);
    }

    /// As [`check_event`](Self::check_event), of a shop of its own.
    #[track_caller]
    pub fn check_event_of(&self, source: &str, event: &Value, differs: Value) {
        let mut expected = self.usual_event();
        expected["source"] = json!(source);
        if let Some(survey) = differs.get("survey") {
            expected["subject"] = survey.clone();
        }
        let data = expected["data"].as_object_mut().expect("an object above");
        for (key, value) in differs.as_object().cloned().unwrap_or_default() {
            data.insert(key, value);
        }
        let mut wrong = Vec::new();
        compare("", &expected, event, &mut wrong);

        let inner = &event["data"];
        let submission = text(&inner["submission"]);
        if !is_uuid_v7(submission) {
            wrong.push(format!("data.submission is `{submission}`, not a UUIDv7"));
        }
        if text(&event["id"]) != format!("{submission}/{}", inner["sequence"]) {
            wrong.push(format!("id is {}, not submission/sequence", event["id"]));
        }
        for (name, value) in
            [("time", &event["time"]), ("data.shown", &inner["shown"]), ("data.answered", &inner["answered"])]
        {
            if !is_moment(text(value)) {
                wrong.push(format!("{name} is {value}, not a moment like 2026-11-21T17:15:20.123Z"));
            }
        }
        let [shown, answered, time] = [&inner["shown"], &inner["answered"], &event["time"]].map(text);
        if !(shown <= answered && answered <= time) {
            wrong.push(format!("shown {shown}, answered {answered}, time {time} are out of order"));
        }
        let series = text(&inner["series"]);
        if series.len() != 8 || !series.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)) {
            wrong.push(format!("data.series is `{series}`, not 8 hex digits"));
        }
        assert!(wrong.is_empty(), "the event differs:\n{}\nin {event:#}", wrong.join("\n"));
    }
}

/// Lists every difference; `*` stands for anything, and 90 equals 90.0.
fn compare(place: &str, expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    match (expected, found) {
        (Value::String(any), _) if any == "*" => {}
        (Value::Object(expected), Value::Object(found)) => compare_objects(place, expected, found, wrong),
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => {}
        (a, b) if a == b => {}
        (a, b) => wrong.push(format!("{place} is {b}, expected {a}")),
    }
}

fn compare_objects(place: &str, expected: &Map<String, Value>, found: &Map<String, Value>, wrong: &mut Vec<String>) {
    let path = |key: &str| {
        if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
    };
    for (key, value) in expected {
        match found.get(key) {
            Some(other) => compare(&path(key), value, other, wrong),
            None => wrong.push(format!("{} is missing, expected {value}", path(key))),
        }
    }
    for (key, value) in found.iter().filter(|(key, _)| !expected.contains_key(*key)) {
        wrong.push(format!("{} is {value}, and nobody promised it", path(key)));
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `xxxxxxxx-xxxx-7xxx-[89ab]xxx-xxxxxxxxxxxx` in lower case.
fn is_uuid_v7(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if matches!(c, '0'..='9' | 'a'..='f') { 'h' } else { c }).collect();
    shape == "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"
        && text.as_bytes()[14] == b'7'
        && matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b')
}

/// RFC 3339 in UTC with milliseconds.
fn is_moment(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { 'd' } else { c }).collect();
    shape == "dddd-dd-ddTdd:dd:dd.dddZ"
}
