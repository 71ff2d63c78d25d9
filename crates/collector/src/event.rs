use meetpunt_core::time;
use meetpunt_core::wire::RESPONSE;
use serde_json::{Map, Value};

use crate::class;
use crate::error::{Error, Kind};
use crate::field::{Fields, describe};

/// Every type of ours starts so.
const OURS: &str = "meetpunt.";

/// The fields of the envelope that a flat event carries beside its data.
const FLAT: [&str; 4] = ["id", "source", "type", "time"];

/// One checked event, as it is stored.
///
/// Answers (`meetpunt.response.v1`) have every field that identifies them, and a class that fits their score. Other types
/// and metrics that this version does not know are kept as they came: a newer widget loses nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub(crate) source: String,
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) submission: Option<String>,
    pub(crate) sequence: u32,
    pub(crate) survey: Option<String>,
    /// The whole CloudEvent as compact JSON.
    pub(crate) body: String,
    /// What the sender had claimed where that did not fit the score, as a JSON object: path to value.
    pub(crate) claimed: Option<String>,
}

impl Event {
    /// Checks a CloudEvent in structured JSON.
    ///
    /// # Errors
    ///
    /// Names the first field that is missing or wrong.
    pub fn from_cloud_event(value: Value) -> Result<Self, Error> {
        Self::check(object(value)?, "data.")
    }

    /// Checks an event whose data lies beside `id`, `source` and `time` (and `type`, where it is no answer); it is stored as the CloudEvent it stands for.
    ///
    /// # Errors
    ///
    /// Names the first field that is missing or wrong.
    pub fn from_flat(value: Value) -> Result<Self, Error> {
        let mut data = object(value)?;
        let mut taken = FLAT.map(|name| data.shift_remove(name));
        let [id, source, kind, time] = taken.each_mut().map(|value| value.take().unwrap_or_default());
        let kind = if kind.is_null() { RESPONSE.into() } else { kind };
        let subject = data.get("survey").cloned().unwrap_or_default();
        let envelope = [
            ("specversion", "1.0".into()),
            ("id", id),
            ("source", source),
            ("type", kind),
            ("subject", subject),
            ("time", time),
            ("datacontenttype", "application/json".into()),
            ("data", data.into()),
        ];
        // In a CloudEvent nothing is null: what is not known is left out.
        let known = envelope.into_iter().filter(|(_, value)| !value.is_null());
        Self::check(known.map(|(name, value)| (name.to_owned(), value)).collect(), "")
    }

    fn check(mut envelope: Map<String, Value>, path: &str) -> Result<Self, Error> {
        let outer = Fields { map: &envelope, path: "" };
        if outer.text("specversion", 16)? != "1.0" {
            return Err(outer.error("specversion", "expected \"1.0\""));
        }
        let id = outer.text("id", 200)?.to_owned();
        let source = outer.text("source", 2_000)?.to_owned();
        let kind = outer.text("type", 100)?.to_owned();
        if !kind.starts_with(OURS) {
            return Err(outer.error("type", "expected a name that starts with \"meetpunt.\""));
        }
        if kind == RESPONSE && time::parse(outer.text("time", 40)?).is_none() {
            return Err(outer.error("time", "expected a time such as 2026-11-21T17:15:20.123Z"));
        }
        let data = match envelope.get_mut("data") {
            Some(Value::Object(data)) => data,
            Some(other) => {
                return Err(Error::field("data", format!("expected an object, found {}", describe(other))));
            }
            None => return Err(Error::field("data", "missing")),
        };

        let inner = Fields { map: data, path };
        let submission = inner.optional_text("submission", 100)?.map(str::to_owned);
        let sequence = inner.get("sequence").map_or(Ok(0), |_| inner.count("sequence"))?;
        let survey = inner.optional_text("survey", 100)?.map(str::to_owned);
        let mut claimed = Map::new();
        if kind == RESPONSE {
            inner.all_there(&["submission", "sequence", "survey", "metric"])?;
            let expected = format!("{}/{sequence}", submission.as_deref().unwrap_or_default());
            if id != expected {
                return Err(Error::field("id", format!("expected \"{expected}\", as submission and sequence say")));
            }
            inner.text("metric", 100)?;
            class::settle(data, path, &mut claimed)?;
        }

        let claimed = (!claimed.is_empty()).then(|| Value::Object(claimed).to_string());
        let body = Value::Object(envelope).to_string();
        Ok(Self { source, id, kind, submission, sequence, survey, body, claimed })
    }
}

fn object(value: Value) -> Result<Map<String, Value>, Error> {
    match value {
        Value::Object(map) => Ok(map),
        other => Err(Kind::Body(format!("expected an event as a JSON object, found {}", describe(&other))).into()),
    }
}
