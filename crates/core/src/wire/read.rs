//! Reading what was posted, for native programs.

use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Data, Event, RESPONSE};
use crate::error::Error;
use crate::metric::{Measure, Metric, Scale};
use crate::score::point_of_json;
use crate::time::Timestamp;

/// Reads a posted body: one CloudEvent, a JSON array of them, or the format `json`.
///
/// Fields that are not known are passed over; of those that are, only what identifies the answer must be there. Class
/// and normalised score are what the sender says: see [`Event::rescored`].
///
/// # Errors
/// [`Error::is_unreadable`] for what is not JSON or not an event, [`Error::is_answer`] for a score outside its scale.
/// The text names the field, in a batch after the place of the event: `[2].data.score: …`.
pub fn read(body: &str) -> Result<Vec<Event>, Error> {
    let value: Value =
        serde_json::from_str(body).map_err(|error| Error::unreadable("", format!("This is not JSON: {error}")))?;
    match value {
        Value::Array(values) => {
            let events = values.into_iter().enumerate();
            let read =
                events.map(|(place, value)| read_one(value).map_err(|error| error.inside(&format!("[{place}]"))));
            read.collect()
        }
        value => Ok(vec![read_one(value)?]),
    }
}

/// Reads one event: a CloudEvent where it says `specversion`, else the format `json`.
///
/// # Errors
/// As [`read`].
pub fn read_one(value: Value) -> Result<Event, Error> {
    let Value::Object(mut fields) = value else {
        return Err(Error::unreadable("", format!("found {}; send an object", kind(&value))));
    };
    let at = if fields.contains_key("specversion") { "data" } else { "" };
    if at == "data" {
        check_envelope(&fields)?;
    }
    let id: String = field(&mut fields, "id")?;
    let source: String = field(&mut fields, "source")?;
    let time: Timestamp = field(&mut fields, "time")?;
    let subject = fields.get("subject").cloned();
    let data = match (at, fields.remove("data")) {
        ("", _) => data(Value::Object(fields), at)?,
        (_, Some(value)) => data(value, at)?,
        (_, None) => return Err(missing("data")),
    };

    let event = Event { source, time, data };
    if id != event.id() {
        let expected = event.id();
        let reason = format!("found {id:?}; submission and sequence make it {expected:?}");
        return Err(Error::unreadable("id", reason));
    }
    match subject {
        Some(found) if at == "data" && found != event.subject() => {
            let reason = format!("found {found}; it must be the survey, {:?}", event.subject());
            Err(Error::unreadable("subject", reason))
        }
        _ => Ok(event),
    }
}

fn check_envelope(fields: &Map<String, Value>) -> Result<(), Error> {
    for (name, expected) in [("specversion", "1.0"), ("type", RESPONSE), ("datacontenttype", "application/json")] {
        match fields.get(name) {
            Some(found) if found != expected => {
                let reason = format!("found {found}; write {expected:?}");
                return Err(Error::unreadable(name, reason));
            }
            Some(_) => {}
            // CloudEvents: data without a content type is JSON.
            None if name == "datacontenttype" => {}
            None => return Err(missing(name)),
        }
    }
    Ok(())
}

fn field<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Result<T, Error> {
    let value = fields.remove(name).ok_or_else(|| missing(name))?;
    serde_json::from_value(value).map_err(|error| Error::unreadable(name, error.to_string()))
}

fn data(value: Value, at: &str) -> Result<Data, Error> {
    check_scores(&value, at)?;
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = match error.path().to_string() {
            path if path == "." => String::new(),
            path => path,
        };
        let reason = error.into_inner().to_string();
        // Of a missing field serde names the place where it should be, and the field in the text only.
        match reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
            Some(name) => missing(&inside(&inside(at, &path), name)),
            None => Error::unreadable(inside(at, &path), reason),
        }
    })
}

/// The path of a field inside something; either may be empty.
fn inside(outer: &str, inner: &str) -> String {
    let dot = if outer.is_empty() || inner.is_empty() { "" } else { "." };
    [outer, dot, inner].concat()
}

/// Looks at the scores before they are squeezed into small integers, for a message that names the scale.
fn check_scores(data: &Value, at: &str) -> Result<(), Error> {
    let prefix = if at.is_empty() { "" } else { "data." };
    check_score(data, || format!("{prefix}score"))?;
    let more = data.get("more").and_then(Value::as_array);
    for (place, more) in more.into_iter().flatten().enumerate() {
        check_score(more, || format!("{prefix}more[{place}].score"))?;
    }
    Ok(())
}

fn check_score(answer: &Value, at: impl FnOnce() -> String) -> Result<(), Error> {
    let score = answer.get("score").filter(|score| !score.is_null());
    if let (Some(scale), Some(score)) = (scale_of(answer), score) {
        point_of_json(scale, score).map_err(|reason| Error::answer(at(), reason))?;
    }
    Ok(())
}

/// The scale of an answer, where its metric has it or it is the shop's own. Other scales are not judged here:
/// [`Event::rescored`] refuses them.
fn scale_of(answer: &Value) -> Option<Scale> {
    let metric = Metric::parse(answer.get("metric")?.as_str()?)?;
    let scale = Scale::deserialize(answer.get("scale")?).ok()?;
    (metric == Metric::Custom || Measure::of(metric, scale).is_some()).then_some(scale)
}

fn missing(name: &str) -> Error {
    Error::unreadable(name, "is missing")
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
