//! Other names for the fields of a body.

use super::input::Input;
use crate::text::prefix;

/// The longest name, in characters.
const LONGEST: usize = 100;

const EXPECTED: &str = r#"an object of texts, such as {"score": "entry.123"}"#;

/// What the setting `fields` says, as in `{"score": "entry.123"}`. The page reads that JSON before the Wasm does and hands over a pair
/// `fields.score` for each name (`src/shell/names.js`); programs read it here (feature `json`).
pub(super) fn fields(input: &mut Input<'_>) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (setting, name) in input.pairs() {
        if let Some(field) = setting.strip_prefix("fields.") {
            name_one(input, &mut names, field, name);
        }
    }
    if let Some(found) = input.text("fields") {
        #[cfg(feature = "json")]
        if let Some(crate::json::Json::Object(entries)) = crate::json::Json::parse(found) {
            for (field, value) in entries {
                name_one(input, &mut names, &field, value.scalar().unwrap_or_default());
            }
            return names;
        }
        input.warn("fields", found, EXPECTED);
    }
    names
}

fn name_one(input: &mut Input<'_>, names: &mut Vec<(String, String)>, field: &str, name: &str) {
    if name.is_empty() || prefix(name, LONGEST).len() < name.len() {
        input.warn("fields", field, EXPECTED);
    } else {
        names.push((field.to_owned(), name.to_owned()));
    }
}
