//! Text as it is kept.

use js_sys::JsString;

/// A text in Unicode's composed form (NFC): what looks alike is alike, however it was typed.
pub fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
