//! A survey of ours in the making.

use meetpunt_core::Metric;
use serde_json::{Map, Value};

use super::metric::Question;
use super::source::Source;

/// A survey, and what has no counterpart in it.
pub(super) struct Survey {
    keys: Map<String, Value>,
    pub(super) lost: Vec<String>,
}

impl Survey {
    pub(super) fn new(name: &str) -> Self {
        let id = match slug(name) {
            id if id.is_empty() => "survey".to_owned(),
            id => id,
        };
        let keys = [("id".to_owned(), Value::from(id))].into_iter().collect();
        Self { keys, lost: Vec::new() }
    }

    pub(super) fn id(&self) -> &str {
        self.keys.get("id").and_then(Value::as_str).unwrap_or_default()
    }

    /// Adds a number where another survey has the same id.
    pub(super) fn make_id_new<'a>(&mut self, others: impl Iterator<Item = &'a str> + Clone) {
        let own = self.id().to_owned();
        let mut number = 2;
        while others.clone().any(|other| other == self.id()) {
            let stem: String = own.chars().take(60).collect();
            self.set("id", format!("{stem}-{number}"));
            number += 1;
        }
    }

    pub(super) fn is_asked(&self) -> bool {
        self.keys.contains_key("metric")
    }

    pub(super) fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.keys.insert(key.to_owned(), value.into());
    }

    /// Adds an item to a list.
    pub(super) fn push(&mut self, key: &str, item: impl Into<Value>) {
        let list = self.keys.entry(key.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(items) = list {
            items.push(item.into());
        }
    }

    /// Notes that something has no counterpart, and what to do about it.
    pub(super) fn lose(&mut self, what: impl std::fmt::Display, advice: &str) {
        self.lost.push(format!("{}: {what}: {advice}", self.id()));
    }

    /// Notes all that was not understood.
    pub(super) fn lose_rest(&mut self, source: Source<'_>) {
        for path in source.rest() {
            self.lose(path, "has no counterpart");
        }
    }

    /// Asks a question with a scale: the first one by itself, further ones where they fit behind it.
    pub(super) fn ask(&mut self, at: &str, question: &Question<'_>) {
        let Some((metric, scale)) = question.measure() else {
            return self.lose(at, "no metric has this scale; \"custom\" with classes of your own might do");
        };
        if metric == Metric::Ces {
            self.lose(
                at,
                "CES 2.0 asks for agreement with a statement; answers to an own question are a series of their own",
            );
        }
        if !self.is_asked() {
            self.set("metric", metric.key());
            self.set("scale", scale);
            if let Some(look) = question.look(metric, scale) {
                self.set("look", look.key());
            }
            for (key, text) in
                [("question", &question.text), ("lowLabel", &question.low), ("highLabel", &question.high)]
            {
                if let Some(text) = text {
                    self.set(key, text.clone());
                }
            }
            return;
        }
        let default = metric.measure().map(|measure| measure.scale().to_string());
        let then = self.keys.get("then").and_then(Value::as_array).map_or(0, Vec::len);
        let is_new = self.keys.get("metric") != Some(&metric.key().into());
        let is_listed = |key: &str| {
            self.keys.get(key).and_then(Value::as_array).is_some_and(|list| list.contains(&metric.key().into()))
        };
        if default.as_deref() == Some(scale) && is_new && !is_listed("then") && then < 2 {
            self.push("then", metric.key());
            self.lose(at, "is asked in the words of the catalogue, for own words are for the first question");
        } else {
            self.lose(at, "a survey asks at most three metrics, each once, further ones on their default scale; make another survey of it");
        }
    }

    /// Asks an open question, once.
    pub(super) fn ask_openly(&mut self, at: &str, text: Option<Value>) {
        if self.keys.contains_key("followUpNegative") {
            return self.lose(at, "a survey has one open question; it is left out");
        }
        for class in ["Negative", "Neutral", "Positive"] {
            self.set(&format!("followUp{class}"), text.clone().unwrap_or_default());
        }
    }

    /// Offers reasons to tick, once.
    pub(super) fn offer(&mut self, at: &str, labels: &[&str]) {
        if self.keys.contains_key("reasons") {
            return self.lose(at, "a survey has one list of reasons; it is left out");
        }
        let mut keys: Vec<String> = Vec::new();
        for label in labels {
            let key = match slug(label) {
                key if key.is_empty() || keys.contains(&key) => format!("reason-{}", keys.len() + 1),
                key => key,
            };
            self.push("reasons", format!("{key}:{label}"));
            keys.push(key);
        }
    }

    pub(super) fn into_value(self) -> Value {
        Value::Object(self.keys)
    }
}

/// Letters and digits in lower case, hyphens between them, 64 at most.
pub(super) fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let cut: String = slug.chars().take(64).collect();
    cut.trim_end_matches('-').to_owned()
}
