//! Where in the file a value stands.

use core::ops::Range;

use jsonc_parser::ast::{ObjectProp, ObjectPropName, Value};
use jsonc_parser::common::Ranged as _;

/// The first byte of a value.
pub(super) fn start(value: &Value<'_>) -> usize {
    value.range().start
}

/// The bytes of a value.
pub(super) fn bytes(value: &Value<'_>) -> Range<usize> {
    value.range().start..value.range().end
}

/// The first byte of a name.
pub(super) fn of_name(property: &ObjectProp<'_>) -> usize {
    match &property.name {
        ObjectPropName::String(name) => name.range.start,
        ObjectPropName::Word(name) => name.range.start,
    }
}

/// The name of a property as it is meant.
pub(super) fn name<'a>(property: &'a ObjectProp<'_>) -> &'a str {
    property.name.as_str()
}

/// The first byte of what a warning repeats: the text, the number or the name in `value` that begins with it. All of the value
/// where nothing does.
pub(super) fn within(value: &Value<'_>, found: &str) -> usize {
    find(value, found).unwrap_or_else(|| start(value))
}

fn find(value: &Value<'_>, found: &str) -> Option<usize> {
    // A warning repeats 80 characters at most.
    let is_it = |text: &str| {
        text.trim_ascii().starts_with(found) && (found.chars().count() == 80 || text.trim_ascii() == found)
    };
    match value {
        Value::StringLit(text) => is_it(&text.value).then_some(text.range.start),
        Value::NumberLit(number) => is_it(number.value).then_some(number.range.start),
        Value::Array(list) => list.elements.iter().find_map(|element| find(element, found)),
        Value::Object(object) => object.properties.iter().find_map(|property| {
            let is_name = is_it(name(property)).then(|| of_name(property));
            is_name.or_else(|| find(&property.value, found))
        }),
        Value::BooleanLit(_) | Value::NullKeyword(_) => None,
    }
}

/// What stands there, for a message.
pub(super) fn shown(value: &Value<'_>) -> String {
    match value {
        Value::StringLit(text) => format!("{:?}", text.value.chars().take(80).collect::<String>()),
        Value::NumberLit(number) => number.value.to_owned(),
        Value::BooleanLit(known) => known.value.to_string(),
        Value::NullKeyword(_) => "null".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
