//! The columns of a table of events: one for each field, named as in the format `form`.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::cell;

/// What every answer has, in the order in which people look for it.
const FIRST: [&str; 48] = [
    "received",
    "time",
    "survey",
    "touchpoint",
    "metric",
    "score",
    "class",
    "normalised",
    "na",
    "comment",
    "reasons",
    "contact",
    "alert",
    "state",
    "test",
    "scale-min",
    "scale-max",
    "layer",
    "series",
    "phase",
    "lifecycle",
    "wave",
    "segment",
    "persona",
    "channel",
    "occasion",
    "employee",
    "respondent",
    "locale",
    "look",
    "direction",
    "display",
    "trigger",
    "device",
    "page",
    "shown",
    "answered",
    "sampleRate",
    "gpc",
    "widget",
    "truncated",
    "submission",
    "sequence",
    "id",
    "source",
    "type",
    "claimed",
    "conflicts",
];

/// The most columns beside those. Everybody can make up names; what has no column is in the lines of JSON.
const MORE: usize = 500;

/// Fields of the envelope that say nothing of their own.
const LEFT_OUT: [&str; 4] = ["specversion", "subject", "datacontenttype", "data"];

pub(super) struct Columns {
    more: BTreeSet<String>,
}

impl Columns {
    pub(super) const fn new() -> Self {
        Self { more: BTreeSet::new() }
    }

    /// Takes in the names of one line.
    pub(super) fn see(&mut self, line: &Value) {
        for name in flat(line).into_iter().map(|(name, _)| name) {
            if !FIRST.contains(&name.as_str()) && (self.more.len() < MORE) {
                self.more.insert(name);
            }
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        FIRST.into_iter().chain(self.more.iter().map(String::as_str))
    }

    /// The cells of one line, one for each column.
    pub(super) fn cells(&self, line: &Value) -> Vec<String> {
        let fields = flat(line);
        let of = |name: &str| {
            let field = fields.iter().find(|(known, _)| known == name);
            field.map_or_else(String::new, |(_, value)| cell::of(value))
        };
        self.names().map(of).collect()
    }
}

/// Every field of a line with its flat name. Of two with one name the first counts, which is ours.
fn flat(line: &Value) -> Vec<(String, &Value)> {
    let mut fields = Vec::new();
    for name in ["received", "claimed", "conflicts"] {
        if let Some(value) = line.get(name) {
            fields.push((name.to_owned(), value));
        }
    }
    let envelope = line.get("event").and_then(Value::as_object);
    for (name, value) in envelope.into_iter().flatten().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())) {
        fields.push((name.clone(), value));
    }
    if let Some(Value::Object(data)) = envelope.and_then(|envelope| envelope.get("data")) {
        put(&mut fields, "", data);
    }
    fields
}

/// The fields of an object, those of inner ones with the names of both; further answers are numbered from 1.
fn put<'a>(fields: &mut Vec<(String, &'a Value)>, prefix: &str, object: &'a Map<String, Value>) {
    for (name, value) in object {
        let name = format!("{prefix}{name}");
        match value {
            Value::Object(inner) => put(fields, &format!("{name}-"), inner),
            Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_object) => {
                for (number, inner) in (1..).zip(items.iter().filter_map(Value::as_object)) {
                    put(fields, &format!("{name}-{number}-"), inner);
                }
            }
            Value::Array(items) if items.is_empty() => {}
            value => fields.push((name, value)),
        }
    }
}
