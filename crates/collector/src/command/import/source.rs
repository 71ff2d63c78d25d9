//! An object of the rival's JSON, and what of it was understood.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// An object that is read name by name. What nobody took is told in the end.
pub(super) struct Source<'a> {
    entries: &'a Map<String, Value>,
    at: String,
    taken: BTreeSet<&'static str>,
}

impl<'a> Source<'a> {
    /// `at` is empty, or the name of the object and a dot.
    pub(super) fn new(entries: &'a Map<String, Value>, at: impl Into<String>) -> Self {
        Self { entries, at: at.into(), taken: BTreeSet::new() }
    }

    /// A value that says something; the name counts as understood.
    pub(super) fn take(&mut self, name: &'static str) -> Option<&'a Value> {
        self.taken.insert(name);
        self.entries.get(name).filter(|value| says_something(value))
    }

    pub(super) fn text(&mut self, name: &'static str) -> Option<&'a str> {
        self.take(name)?.as_str()
    }

    pub(super) fn number(&mut self, name: &'static str) -> Option<f64> {
        self.take(name)?.as_f64()
    }

    pub(super) fn list(&mut self, name: &'static str) -> &'a [Value] {
        self.take(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    pub(super) fn object(&mut self, name: &'static str) -> Option<Self> {
        let entries = self.take(name)?.as_object()?;
        Some(Self::new(entries, format!("{}{name}.", self.at)))
    }

    /// Names that mean nothing outside the rival's own program.
    pub(super) fn pass_over(&mut self, names: &[&'static str]) {
        self.taken.extend(names);
    }

    /// What nobody took, as paths.
    pub(super) fn rest(self) -> Vec<String> {
        let left =
            self.entries.iter().filter(|(name, value)| !self.taken.contains(name.as_str()) && says_something(value));
        left.map(|(name, _)| format!("{}{name}", self.at)).collect()
    }
}

/// Whether a value is more than a way to write nothing.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(entries) => !entries.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    }
}
