//! Other names for the fields of a body.

use super::input::Input;
use crate::json::Json;
use crate::text::prefix;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// What the setting `fields` says: an object of texts in JSON, as in `{"score": "entry.123"}`.
pub(super) fn fields(input: &mut Input<'_>) -> Vec<(String, String)> {
    const EXPECTED: &str = r#"an object of texts, such as {"score": "entry.123"}"#;
    let Some(found) = input.text("fields") else {
        return Vec::new();
    };
    let Some(Json::Object(entries)) = Json::parse(found) else {
        input.warn("fields", found, EXPECTED);
        return Vec::new();
    };
    let mut names = Vec::new();
    for (field, value) in entries {
        match value.scalar() {
            Some(name) if !name.is_empty() && prefix(name, LONGEST).len() == name.len() => {
                names.push((field, name.to_owned()));
            }
            _ => input.warn("fields", &field, EXPECTED),
        }
    }
    names
}
