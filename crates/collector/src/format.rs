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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    use super::*;

    const FORMATS: [Format; 4] = [Format::One, Format::Batch, Format::Json, Format::Form];

    const EVENT: &str = include_str!("../../core/testdata/wire/contract-example.json");
    const FLAT: &str = include_str!("../../core/testdata/wire/contract-example.flat.json");
    const FORM: &str = include_str!("../../core/testdata/form/contract-example.txt");

    /// Pieces that mean something to one format or another.
    const PIECES: [&str; 24] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "1e400",
        "-1",
        "0.5",
        "\"data\":",
        "\"more\":[",
        "\\u0000",
        "&",
        "=",
        "%",
        "%ff",
        "+",
        "more-1-",
        "more-2-score=1",
        "scale-min=",
        "context-=",
        "&score=9&score=9",
    ];

    fn bodies() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            4 => select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
            1 => proptest::collection::vec(any::<u8>(), 0..6),
        ];
        let change = (any::<Index>(), 0_usize..12, piece.clone());
        let near =
            (select(&[EVENT, FLAT, FORM][..]), proptest::collection::vec(change, 0..4)).prop_map(|(body, changes)| {
                let mut body = body.trim_end().as_bytes().to_vec();
                for (place, length, piece) in changes {
                    let place = place.index(body.len() + 1);
                    let end = (place + length).min(body.len());
                    body.splice(place..end, piece);
                }
                body
            });
        let made_up = proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
        prop_oneof![3 => near, 1 => made_up]
    }

    proptest! {
        /// `PROPTEST_CASES` sets how many bodies are tried.
        #[test]
        fn any_body_is_events_that_read_back_the_same_or_is_refused_with_a_reason(
            body in bodies(),
            format in select(&FORMATS[..]),
        ) {
            match format.read(&body) {
                Ok(events) => for event in events {
                    // What is stored is an event again, and nothing is left to correct in it.
                    let again = json::read(&event.body).and_then(Event::from_cloud_event);
                    let again = again.map_err(|error| TestCaseError::fail(format!("{error}: {}", event.body)))?;
                    prop_assert_eq!(&again.claimed, &None);
                    prop_assert_eq!(again, Event { claimed: None, ..event });
                },
                Err(error) => {
                    prop_assert!(!error.to_string().is_empty());
                    prop_assert!(error.status().is_client_error(), "{}", error);
                }
            }
        }
    }
}
