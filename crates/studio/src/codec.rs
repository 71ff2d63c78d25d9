//! Between the text in a form field and the value in a site file.

use meetpunt_core::site::Kind;
use serde_json::Value;

/// What a text means; `None` is the default. What cannot be read stays as it was written: the check of core says what is wrong.
pub fn read(kind: Kind, text: &str) -> Option<Value> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return None;
    }
    match kind {
        Kind::Whole(..) => Some(trimmed.parse::<u32>().map_or_else(|_| trimmed.into(), Value::from)),
        Kind::Points => {
            let points: Result<Vec<u32>, _> =
                trimmed.split([',', ' ']).filter(|part| !part.is_empty()).map(str::parse).collect();
            Some(points.map_or_else(|_| trimmed.into(), Value::from))
        }
        Kind::Forms { .. } | Kind::Texts | Kind::Reasons => Some(
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>().into(),
        ),
        Kind::Audience | Kind::Object => Some(serde_json::from_str(trimmed).unwrap_or_else(|_| trimmed.into())),
        _ => Some(trimmed.into()),
    }
}

/// The text that stands for a value.
pub fn show(value: &Value) -> String {
    let shown = |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_number) => {
            items.iter().map(shown).collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(kind: Kind, text: &str, expected: Value) {
        let found = read(kind, text).unwrap_or_default();
        assert_eq!(found, expected, "{text}");
        assert_eq!(read(kind, &show(&found)).unwrap_or_default(), expected, "{text}, there and back");
    }

    #[test]
    fn every_kind_is_read_and_shown_alike() {
        let list = Kind::Forms { pattern: "", example: "" };
        check(Kind::Text, " Well? ", json!("Well?"));
        check(Kind::Text, "  ", Value::Null);
        check(Kind::Whole(1, 6), "3", json!(3));
        check(Kind::Whole(1, 6), "three", json!("three"));
        check(Kind::Points, "1, 2", json!([1, 2]));
        check(Kind::Points, "one", json!("one"));
        check(list, "scroll:60%\n\n exit ", json!(["scroll:60%", "exit"]));
        check(Kind::Reasons, "late:Too late, again", json!(["late:Too late, again"]));
        check(Kind::Object, "{\"a\": \"b\"}", json!({"a": "b"}));
        check(Kind::Object, "{\"a\"", json!("{\"a\""));
    }
}
