use axum::http::{HeaderMap, header};
use serde_json::Value;

use crate::error::{Error, Kind};
use crate::event::Event;
use crate::{form, json};

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One CloudEvent: `application/cloudevents+json`, or the same as `text/plain`, which needs no preflight.
    One,
    /// A list of CloudEvents: `application/cloudevents-batch+json`.
    Batch,
    /// `application/json`: a CloudEvent, a flat event, or a list of either.
    Json,
    /// `application/x-www-form-urlencoded`: a flat event with flat names, which needs no preflight either.
    Form,
}

impl Format {
    /// The format that the headers name.
    ///
    /// # Errors
    ///
    /// Another media type, another charset than UTF-8, or a content encoding.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Error> {
        let refused = |found: String| Error::from(Kind::MediaType(found));
        if let Some(encoding) = headers.get(header::CONTENT_ENCODING).filter(|value| *value != "identity") {
            return Err(refused(format!("content encoding {}", String::from_utf8_lossy(encoding.as_bytes()))));
        }
        let Some(value) = headers.get(header::CONTENT_TYPE) else {
            return Err(refused("no Content-Type".into()));
        };
        let text = String::from_utf8_lossy(value.as_bytes());
        let unknown = || refused(format!("Content-Type {}", text.chars().take(80).collect::<String>()));
        let mut parts = text.split(';').map(|part| part.trim().to_ascii_lowercase());
        let format = match parts.next().as_deref() {
            Some("application/cloudevents+json" | "text/plain") => Self::One,
            Some("application/cloudevents-batch+json") => Self::Batch,
            Some("application/json") => Self::Json,
            Some("application/x-www-form-urlencoded") => Self::Form,
            _ => return Err(unknown()),
        };
        for charset in parts.filter_map(|part| part.strip_prefix("charset=").map(str::to_owned)) {
            // US-ASCII is a part of UTF-8, and what `text/plain` means when it says nothing.
            if !matches!(charset.trim_matches('"'), "utf-8" | "utf8" | "us-ascii") {
                return Err(unknown());
            }
        }
        Ok(format)
    }

    /// Reads and checks the events of a body. All or nothing: one wrong event refuses them all.
    ///
    /// # Errors
    ///
    /// No UTF-8, no JSON or form, more than the limits of either, no events, or a wrong field; in a list the path starts with the event's place, from 0: `[2].id`.
    pub(crate) fn read(self, body: &[u8]) -> Result<Vec<Event>, Error> {
        let text = std::str::from_utf8(body)
            .map_err(|error| Kind::Body(format!("the body is not UTF-8 from byte {} on", error.valid_up_to())))?;
        if self == Self::Form {
            return form::read(text).and_then(Event::from_flat).map(|event| vec![event]);
        }
        match (self, json::read(text)?) {
            (Self::One, Value::Array(_)) => Err(Kind::Body(
                "expected one event, found a list: send a list as application/cloudevents-batch+json".into(),
            )
            .into()),
            (Self::One, one) => Event::from_cloud_event(one).map(|event| vec![event]),
            (Self::Batch, Value::Array(list)) => each(list, Event::from_cloud_event),
            (Self::Batch, _) => Err(Kind::Body("expected a list of events".into()).into()),
            (_, Value::Array(list)) => each(list, either),
            (_, one) => either(one).map(|event| vec![event]),
        }
    }
}

fn each(list: Vec<Value>, read: fn(Value) -> Result<Event, Error>) -> Result<Vec<Event>, Error> {
    let place = |(index, value)| read(value).map_err(|error| error.within(&format!("[{index}].")));
    list.into_iter().enumerate().map(place).collect()
}

/// A CloudEvent says its version and keeps its answer under `data`; a flat event has neither.
fn either(value: Value) -> Result<Event, Error> {
    if value.get("specversion").is_some() || value.get("data").is_some() {
        Event::from_cloud_event(value)
    } else {
        Event::from_flat(value)
    }
}
