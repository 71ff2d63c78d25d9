//! JSON written without floats: a small serde serialiser for what the Wasm posts.
//!
//! `serde_json` would bring float formatting along, some 13 kB in the Wasm. This one writes byte for byte
//! what `serde_json::to_string` writes, for every value without floats.

mod items;
mod writer;

use core::fmt;

use serde::ser::{self, Serialize};

use crate::text::{push, push_digit};
use writer::Writer;

/// The value as JSON without spaces.
///
/// What JSON or this writer cannot hold becomes `null`: floats (use [`Tenths`](crate::Tenths)) inside the value,
/// and the whole of it when a map has a key that is not a text or `Serialize` itself fails.
#[must_use]
pub fn to_string(value: &(impl Serialize + ?Sized)) -> String {
    let mut out = String::new();
    match value.serialize(Writer { out: &mut out }) {
        Ok(()) => out,
        Err(Unwritable) => "null".to_owned(),
    }
}

/// Why a value cannot be written: only foreign `Serialize` code ever asks for it.
#[derive(Debug)]
struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the value cannot be written as JSON")
    }
}

impl core::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Writes a quoted text with the escapes of `serde_json`: the short ones where there are any, else `\u00xx`.
fn push_text(out: &mut String, text: &str) {
    push(out, '"');
    let mut rest = text;
    while let Some(place) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        let byte = rest.as_bytes().get(place).copied().unwrap_or_default();
        out.push_str(rest.get(..place).unwrap_or_default());
        rest = rest.get(place + 1..).unwrap_or_default();
        let short = match byte {
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            8 => "\\b",
            12 => "\\f",
            b'"' => "\\\"",
            b'\\' => "\\\\",
            _ => {
                out.push_str("\\u00");
                push_digit(out, (byte >> 4).into());
                push_digit(out, (byte & 15).into());
                continue;
            }
        };
        out.push_str(short);
    }
    out.push_str(rest);
    push(out, '"');
}
