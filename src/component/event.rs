//! What a program hears, and what it may decide.

use js_sys::{JSON, Reflect};
use meetpunt_core::Metric;
use wasm_bindgen::JsValue;

/// Something that happened to a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyEvent {
    /// The name as in `docs/embedding.md`, without `meetpunt:`: `ready`, `shown`, `answered` … `delivered`.
    pub name: String,
    /// The detail that a page would get, as JSON.
    pub detail: String,
    answered: Option<Answered>,
}

/// A score as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What was asked.
    pub metric: Metric,
    /// The point; `None` where the question does not apply.
    pub score: Option<u8>,
    /// Its class, such as `promoter`.
    pub class: Option<String>,
}

/// What becomes of a state of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Submit {
    /// It is saved and sent.
    #[default]
    Send,
    /// The same, with this context added: names and texts.
    SendWith(Vec<(String, String)>),
    /// The program takes care of it: nothing is saved or sent.
    Taken,
}

impl SurveyEvent {
    /// The event as it comes.
    pub(super) fn read(name: String, detail: &JsValue) -> Self {
        let text = JSON::stringify(detail).ok().and_then(|text| text.as_string());
        let answered = if name == "answered" { Answered::read(detail) } else { None };
        Self { name, detail: text.unwrap_or_default(), answered }
    }

    /// What was answered, where this is the event `answered`.
    #[must_use]
    pub fn answered(&self) -> Option<&Answered> {
        self.answered.as_ref()
    }
}

impl Answered {
    fn read(detail: &JsValue) -> Option<Self> {
        let value = |key: &str| Reflect::get(detail, &key.into()).unwrap_or_default();
        Some(Self {
            metric: Metric::parse(&value("metric").as_string()?)?,
            score: value("score").as_f64().map(|score| score as u8),
            class: value("class").as_string(),
        })
    }
}
