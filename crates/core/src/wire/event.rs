//! The CloudEvent around an answer.

use serde::Serialize;

use super::Data;
use crate::text::{push, push_integer};
use crate::time::Timestamp;

/// The CloudEvents type of an answer.
pub const RESPONSE: &str = "meetpunt.response.v1";

/// One saved state of a submission, as a CloudEvent 1.0. `id` and `subject` follow from the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The origin of the page, with a slash.
    pub source: String,
    /// When the state was saved.
    pub time: Timestamp,
    /// The answer.
    pub data: Data,
}

#[derive(Serialize)]
struct Envelope<'a> {
    specversion: &'static str,
    id: &'a str,
    source: &'a str,
    r#type: &'static str,
    subject: &'a str,
    time: Timestamp,
    datacontenttype: &'static str,
    data: &'a Data,
}

impl Event {
    /// Submission, slash, sequence. With `source` it is unique; a retry carries the same.
    #[must_use]
    pub fn id(&self) -> String {
        let mut id = self.data.submission.clone();
        push(&mut id, '/');
        push_integer(&mut id, u64::from(self.data.sequence));
        id
    }

    /// The id of the survey.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.data.survey
    }
}

impl Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let envelope = Envelope {
            specversion: "1.0",
            id: &self.id(),
            source: &self.source,
            r#type: RESPONSE,
            subject: self.subject(),
            time: self.time,
            datacontenttype: "application/json",
            data: &self.data,
        };
        envelope.serialize(serializer)
    }
}
