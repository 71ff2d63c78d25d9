//! The posted body, in each format, within its limit.

use serde::Serialize;

use super::{Event, Shape, json};
use crate::settings::Format;
use crate::time::Timestamp;

/// The largest body, in bytes.
pub const LARGEST: usize = 16 * 1024;

/// The event in the shape that the endpoint wants.
///
/// | format | body |
/// | --- | --- |
/// | `cloudevents`, `text` | the CloudEvent as structured JSON |
/// | `json` | `data` with `id`, `source` and `time` before its own fields |
/// | `form` (feature of the same name) | the same, flat, as `application/x-www-form-urlencoded` |
///
/// [`Event::fit`] keeps it within [`LARGEST`].
#[must_use]
pub fn body<'a>(event: &Event, shape: impl Into<Shape<'a>>) -> String {
    let shape = shape.into();
    match shape.format {
        Format::CloudEvents | Format::Text => json::to_string(event),
        #[cfg(feature = "whole")]
        Format::Form => super::form::encode(event, shape),
        // Settings never choose `form` where it is left out.
        _ => shape.renamed(flat_json(event)),
    }
}

fn flat_json(event: &Event) -> String {
    let mut body = json::to_string(&Identity { id: &event.id(), source: &event.source, time: event.time });
    let data = json::to_string(&event.data);
    // Two objects become one: `{…}` and `{…}` to `{…,…}`.
    body.pop();
    body.push(',');
    body.push_str(data.strip_prefix('{').unwrap_or(&data));
    body
}

#[derive(Serialize)]
struct Identity<'a> {
    id: &'a str,
    source: &'a str,
    time: Timestamp,
}
