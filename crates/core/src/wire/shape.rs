//! How a body is to look.

#[cfg(feature = "whole")]
use super::json;
use crate::settings::{Format, Settings};

/// The format of a body and other names for its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape<'a> {
    /// The format.
    pub format: Format,
    /// Fields of `json` and `form` that the endpoint calls otherwise, each with the name that it wants.
    pub names: &'a [(String, String)],
}

impl From<Format> for Shape<'_> {
    fn from(format: Format) -> Self {
        Self { format, names: &[] }
    }
}

impl Settings {
    /// How the body of each answer is to look.
    #[must_use]
    pub fn shape(&self) -> Shape<'_> {
        Shape { format: self.format, names: &self.fields }
    }
}

impl Shape<'_> {
    /// What the endpoint calls a field.
    #[cfg(feature = "whole")]
    pub(super) fn name<'n>(&'n self, field: &'n str) -> &'n str {
        let found = self.names.iter().find(|(known, _)| known == field);
        found.map_or(field, |(_, name)| name)
    }

    /// An object, as [`json::to_string`] writes it, with other names for its own fields; what lies deeper keeps its names.
    pub(super) fn renamed(&self, object: String) -> String {
        #[cfg(feature = "whole")]
        if !self.names.is_empty() {
            return self.rename(&object);
        }
        object
    }

    #[cfg(feature = "whole")]
    fn rename(&self, object: &str) -> String {
        let mut renamed = String::with_capacity(object.len());
        let mut depth = 0_u32;
        let mut rest = object;
        while let Some(next) = rest.chars().next() {
            let (part, after) = rest.split_at(if next == '"' { text_length(rest) } else { next.len_utf8() });
            match next {
                '{' | '[' => depth += 1,
                '}' | ']' => depth -= 1,
                _ => {}
            }
            if next == '"' && depth == 1 && after.starts_with(':') {
                renamed.push_str(&json::to_string(self.name(part.trim_matches('"'))));
            } else {
                renamed.push_str(part);
            }
            rest = after;
        }
        renamed
    }
}

/// The length of the JSON text that `rest` begins with, quotes included.
#[cfg(feature = "whole")]
fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    let inside = rest.char_indices().skip(1);
    let end = inside.into_iter().find(|&(_, sign)| {
        let ends = sign == '"' && !escaped;
        escaped = sign == '\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |(place, _)| place + 1)
}
