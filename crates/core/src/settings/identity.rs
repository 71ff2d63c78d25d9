//! What identifies a survey: its metric, its scale and its id.

use super::input::{Input, one_of};
use super::{Labels, SettingError};
use crate::metric::{Metric, Scale};
use crate::text::{push, push_integer};
use crate::words::Word;

/// The longest id, in bytes.
const ID: usize = 64;

/// The metric: the one setting without a default.
pub(super) fn metric(input: &Input<'_>) -> Result<Metric, SettingError> {
    let words = one_of(Metric::WORDS);
    let Some(found) = input.text("metric") else {
        return Err(SettingError::new("metric", &["metric is missing; write ", &words]));
    };
    Metric::parse(&found.to_ascii_lowercase())
        .ok_or_else(|| SettingError::new("metric", &["\"", found, "\" is not a metric; write ", &words]))
}

/// Checks that `scale`, where it is given, is one that the metric has.
pub(super) fn scale(input: &Input<'_>, metric: Metric) -> Result<(), SettingError> {
    let known = scale_text(metric.scale());
    match input.text("scale") {
        Some(found) if found != known => {
            Err(SettingError::new("scale", &["\"", found, "\" is not a scale of ", metric.key(), "; write ", &known]))
        }
        _ => Ok(()),
    }
}

/// `0-10`.
pub(crate) fn scale_text(scale: Scale) -> String {
    let mut text = String::new();
    push_integer(&mut text, u64::from(scale.min));
    push(&mut text, '-');
    push_integer(&mut text, u64::from(scale.max));
    text
}

/// The id of the survey: as set, else metric and touchpoint.
pub(super) fn survey(input: &mut Input<'_>, metric: Metric, labels: &Labels) -> String {
    let default = || {
        let mut id = metric.key().to_owned();
        push_words(&mut id, labels.touchpoint.as_deref().unwrap_or_default());
        id
    };
    let Some(found) = input.text("survey") else {
        return default();
    };
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if found.len() <= ID && found.bytes().all(allowed) {
        return found.to_owned();
    }
    let expected = "at most 64 of the characters a-z, 0-9 and -";
    input.warn("survey", found, expected);
    default()
}

/// Appends the letters and digits of a label in lower case, a hyphen for everything between them.
fn push_words(id: &mut String, label: &str) {
    let mut parted = true;
    for byte in label.bytes() {
        if byte.is_ascii_alphanumeric() {
            let room = ID.saturating_sub(id.len());
            if room < 1 + usize::from(parted) {
                return;
            }
            if parted {
                push(id, '-');
                parted = false;
            }
            push(id, char::from(byte.to_ascii_lowercase()));
        } else {
            parted = true;
        }
    }
}
