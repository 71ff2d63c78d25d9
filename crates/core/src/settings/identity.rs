//! What identifies a survey: its metric, its scale and its id.

use super::input::{Input, one_of, place_of};
use super::{Labels, SettingError, custom};
use crate::cut::WHOLE;
use crate::metric::{Metric, Scale, ScaleTable};
use crate::text::push;
use crate::words::Word;

/// The longest id, in bytes.
const ID: usize = 64;

/// The metric: the one setting without a default.
pub(super) fn metric(input: &Input<'_>) -> Result<Metric, SettingError> {
    let words = one_of(Metric::WORDS);
    let Some(found) = input.text("metric") else {
        return Err(SettingError::new("metric", &["metric is missing; write ", &words]));
    };
    metric_of(found).ok_or_else(|| SettingError::new("metric", &["\"", found, "\" is not a metric; write ", &words]))
}

/// The metric of a word, in any case.
pub(super) fn metric_of(word: &str) -> Option<Metric> {
    Metric::ALL.get(place_of(word, Metric::WORDS)?).copied()
}

/// The scale with what belongs to it: the default where `scale` is not given.
pub(super) fn table(input: &mut Input<'_>, metric: Metric) -> Result<ScaleTable, SettingError> {
    let Some(default) = metric.table() else {
        return if WHOLE { custom::table(input) } else { Err(SettingError::new("metric", &["not in the small cut"])) };
    };
    if !WHOLE {
        return Ok(*default);
    }
    let Some(found) = input.text("scale") else {
        return Ok(*default);
    };
    let scale = Scale::parse(found);
    let table = metric.tables().iter().find(|table| Some(table.scale()) == scale);
    table.copied().ok_or_else(|| {
        let known: Vec<String> = metric.tables().iter().map(|table| table.scale().text()).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let reason = ["\"", found, "\" is not a scale of ", metric.key(), "; write ", &one_of(&known)];
        SettingError::new("scale", &reason)
    })
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
    if is_id(found) {
        return found.to_owned();
    }
    let expected = "at most 64 of the characters a-z, 0-9 and -";
    input.warn("survey", found, expected);
    default()
}

/// Whether a text can be an id: 1 to 64 of the characters a-z, 0-9 and -.
pub(crate) fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !text.is_empty() && text.len() <= ID && text.bytes().all(allowed)
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
