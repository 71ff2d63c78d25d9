//! A survey of a site file as the pairs that settings are read from.

use serde_json::{Map, Value};

use super::number::{json_of, text_of};
use super::setting::kebab;
use super::table::setting;

/// Ends each item of a list.
const ITEM: char = '\u{1f}';

/// What the survey `id` of a site file says together with the attributes of its element; `None` where the file has no
/// such survey. Never fails otherwise: what is no setting is carried along or left out, and whoever reads it will tell.
///
/// The page does the same in JavaScript, by `src/shell/page/flatten.js`; `crates/core/testdata/site/flatten.json` holds both to these rules:
///
/// - The first of the `surveys` counts whose `id` is this text. The first pair is `survey` and the id. `id` and `survey` are
///   not read any further.
/// - Names: `lowLabel` becomes `low-label`. Each of A to Z becomes a hyphen and the small letter; nothing else changes.
/// - Layers: `defaults`, then the survey's own keys, then attributes. A name that comes again takes the place of the one
///   before, as a whole: an own `question` drops the default one in all its languages. An attribute `question.nl` takes
///   the place of that language only.
/// - Values:
///
/// | in JSON | pairs |
/// | --- | --- |
/// | text | the text |
/// | number | as JavaScript's `String()` writes it |
/// | `true` | an empty text |
/// | `false`, `null` | none, and none from a layer below |
/// | list | one: its texts, numbers and booleans, U+001F after each, so that a comma in one does not part it. What else is in it is left out |
/// | object | one for each of its entries, `name.key`, by these same rules |
/// | any value of `audience`, `headers`, `fields` but a text or `null` | one: what JavaScript's `JSON.stringify()` writes |
///
/// - Order: that in which names came first.
#[must_use]
pub fn flatten(site: &Value, id: &str, attributes: &[(&str, &str)]) -> Option<Vec<(String, String)>> {
    let surveys = site.get("surveys").and_then(Value::as_array)?;
    let own = surveys.iter().find(|survey| survey.get("id").and_then(Value::as_str) == Some(id))?;
    let defaults = site.get("defaults").and_then(Value::as_object);

    let mut settings = Map::new();
    settings.insert("survey".to_owned(), id.into());
    for (key, value) in defaults.into_iter().chain(own.as_object()).flatten() {
        if key != "id" && key != "survey" {
            settings.insert(kebab(key), value.clone());
        }
    }
    for (name, text) in attributes.iter().filter(|attribute| attribute.0 != "survey") {
        settings.insert((*name).to_owned(), (*text).into());
    }
    let mut pairs = Pairs(Vec::new());
    for (name, value) in settings {
        match setting(&name) {
            // The text of an attribute is JSON already.
            Some(setting) if setting.kind.is_json() && !value.is_string() && !value.is_null() => {
                pairs.set(name, json_of(&value));
            }
            _ => pairs.put(name, &value),
        }
    }
    Some(pairs.0)
}

struct Pairs(Vec<(String, String)>);

impl Pairs {
    fn put(&mut self, name: String, value: &Value) {
        match value {
            Value::Null | Value::Bool(false) => {}
            Value::Bool(true) => self.set(name, String::new()),
            Value::Number(number) => self.set(name, text_of(number)),
            Value::String(text) => self.set(name, text.clone()),
            Value::Array(items) => self.set(name, items.iter().filter_map(item).collect()),
            Value::Object(entries) => {
                for (key, value) in entries {
                    self.put(format!("{name}.{key}"), value);
                }
            }
        }
    }

    /// Sets a text, in its old place where it has one.
    fn set(&mut self, name: String, text: String) {
        match self.0.iter_mut().find(|pair| pair.0 == name) {
            Some(pair) => pair.1 = text,
            None => self.0.push((name, text)),
        }
    }
}

fn item(value: &Value) -> Option<String> {
    let mut text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => text_of(number),
        Value::Bool(known) => known.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    text.push(ITEM);
    Some(text)
}
