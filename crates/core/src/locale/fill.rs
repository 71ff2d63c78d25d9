//! Placeholders in texts: `{brand}`, `{topic}`, `{context-order}`.

/// The name of a placeholder that no value could be found for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub String);

use crate::text::{push, split};

/// Replaces every `{name}` by what `value` gives for it. A name consists of lower-case letters, digits and hyphens;
/// other braces are text. What is filled in is not looked at again.
///
/// # Errors
/// [`Missing`] with the first name that has no value.
pub fn fill<'a>(text: &str, value: &dyn Fn(&str) -> Option<&'a str>) -> Result<String, Missing> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = split(rest, b'{') {
        filled.push_str(before);
        match split(after, b'}') {
            Some((name, behind)) if is_name(name) => {
                filled.push_str(value(name).ok_or_else(|| Missing(name.to_owned()))?);
                rest = behind;
            }
            _ => {
                push(&mut filled, '{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !name.is_empty() && name.bytes().all(allowed)
}
