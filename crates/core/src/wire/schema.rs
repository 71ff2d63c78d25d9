//! The JSON Schema of a posted event, from the types that are posted.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Data, Map, RESPONSE, SampleRate};
use crate::score::Tenths;
use crate::time::Timestamp;

/// The schema (draft-07) of one event in the format `cloudevents`. A later version of the widget may send more fields, so
/// that others are allowed.
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    let data = generator.subschema_for::<Data>();
    let definitions = generator.take_definitions(true);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Meetpunt event",
        "description": "An answer as a CloudEvent 1.0 in structured JSON. Drop equal source and id; of a submission the highest sequence rules.",
        "type": "object",
        "required": ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
        "properties": {
            "specversion": {"const": "1.0"},
            "id": {
                "description": "the submission, a slash, the sequence; a retry carries the same",
                "type": "string",
                "pattern": "^[0-9a-f-]{36}/[1-9][0-9]*$"
            },
            "source": {"description": "the origin of the page, with a slash", "type": "string", "format": "uri"},
            "type": {"const": RESPONSE},
            "subject": {"description": "the id of the survey", "type": "string"},
            "time": generator.subschema_for::<Timestamp>(),
            "datacontenttype": {"const": "application/json"},
            "data": data
        },
        "definitions": definitions
    })
}

/// Implements [`JsonSchema`] by a schema that stands where the type is used.
macro_rules! plain {
    ($type:ty, $name:literal, $($schema:tt)+) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($($schema)+)
            }
        }
    };
}

plain!(Timestamp, "Timestamp", {"type": "string", "format": "date-time"});
plain!(Tenths, "Tenths", {"type": "number", "minimum": 0, "maximum": 100});
plain!(SampleRate, "SampleRate", {"type": "number", "minimum": 0, "maximum": 1});

impl<V: JsonSchema> JsonSchema for Map<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Map".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<V>();
        json_schema!({"type": "object", "additionalProperties": values})
    }
}
