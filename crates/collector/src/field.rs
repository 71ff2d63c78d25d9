//! Reading single fields of a JSON object, with errors that name the field.

use serde_json::{Map, Value};

use crate::error::Error;

/// A JSON object and the path that its fields are named by, as in `data.`.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    pub(crate) map: &'a Map<String, Value>,
    pub(crate) path: &'a str,
}

impl<'a> Fields<'a> {
    /// The value under `name`; null counts as absent.
    pub(crate) fn get(self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    /// A text of 1 to `most` characters without control characters.
    pub(crate) fn text(self, name: &str, most: usize) -> Result<&'a str, Error> {
        let value = self.get(name).ok_or_else(|| self.error(name, "missing"))?;
        let text = value.as_str().ok_or_else(|| self.expected(name, "a text", value))?;
        if text.is_empty() {
            return Err(self.error(name, "empty"));
        }
        if text.chars().any(char::is_control) {
            return Err(self.error(name, "has control characters"));
        }
        if text.chars().count() > most {
            return Err(self.error(name, &format!("longer than {most} characters")));
        }
        Ok(text)
    }

    /// As [`Fields::text`], or `None` when absent.
    pub(crate) fn optional_text(self, name: &str, most: usize) -> Result<Option<&'a str>, Error> {
        self.get(name).map(|_| self.text(name, most)).transpose()
    }

    /// A whole number from 0 up, as long as it fits 32 bits.
    pub(crate) fn count(self, name: &str) -> Result<u32, Error> {
        let value = self.get(name).ok_or_else(|| self.error(name, "missing"))?;
        value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| self.expected(name, "a whole number from 0 up", value))
    }

    /// Checks that none of these is missing.
    pub(crate) fn all_there(self, names: &[&str]) -> Result<(), Error> {
        match names.iter().find(|name| self.get(name).is_none()) {
            Some(name) => Err(self.error(name, "missing")),
            None => Ok(()),
        }
    }

    /// An error about the field `name`.
    pub(crate) fn error(self, name: &str, reason: &str) -> Error {
        Error::field(format!("{}{name}", self.path), reason)
    }

    /// The error for a value of another kind.
    pub(crate) fn expected(self, name: &str, expected: &str, found: &Value) -> Error {
        self.error(name, &format!("expected {expected}, found {}", describe(found)))
    }
}

/// A value in a few words; texts are not repeated, they may be a visitor's.
pub(crate) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(_) => "a text".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}
