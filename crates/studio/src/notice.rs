//! What went wrong in the widget, in plain words.

use serde_json::Value;

use crate::strings::{Strings, fill};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A rule kept the survey away.
    Remark,
    /// A setting was corrected, or an answer waits.
    Warning,
    /// The survey cannot show, or an answer is lost.
    Error,
}

/// A message under the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub weight: Weight,
    pub text: String,
    /// Whether it is about a setting: then it holds until the settings change, and is told again if it still holds.
    pub of_settings: bool,
}

impl Notice {
    /// A message of the studio itself.
    pub fn error(text: &str) -> Self {
        Self { weight: Weight::Error, text: text.to_owned(), of_settings: false }
    }

    /// The message for an event by its name without `meetpunt:`; none for the events that all is well with.
    pub fn of_event(name: &str, detail: &Value, words: &Strings) -> Option<Self> {
        let text = |key: &str| shown(detail.get(key).unwrap_or(&Value::Null));
        let is_final = detail.get("final") == Some(&Value::Bool(true));
        let code = text("reason");
        let (weight, template) = match name {
            "warning" => (Weight::Warning, words.setting_corrected),
            "error" if code == "trap" => (Weight::Error, words.widget_stopped),
            "error" if text("setting").is_empty() => (Weight::Error, words.cannot_show),
            "error" => (Weight::Error, words.cannot_show_setting),
            "undelivered" if is_final => (Weight::Error, words.answer_refused),
            "undelivered" => (Weight::Warning, words.answer_held),
            "skipped" => (Weight::Remark, words.survey_skipped),
            _ => return None,
        };
        let status = match text("status") {
            status if status.is_empty() || status == "0" => words.no_status.to_owned(),
            status => fill(words.status, &[("status", &status)]),
        };
        let reason = words.reason(&code).trim_end_matches('.').to_owned();
        let values = [
            ("setting", text("setting")),
            ("found", text("found")),
            ("expected", text("expected")),
            ("reason", reason),
            ("status", status),
        ];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let text = fill(template, &values);
        let of_settings = matches!(name, "warning" | "error" | "skipped");
        Some(Self { weight, text, of_settings })
    }
}

/// A value without the quotes of JSON.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::ENGLISH;

    #[track_caller]
    fn check(name: &str, detail: &str, expected: Option<(Weight, &str)>) {
        let detail = serde_json::from_str(detail).expect("JSON");
        let found = Notice::of_event(name, &detail, &ENGLISH);
        let found = found.as_ref().map(|notice| (notice.weight, notice.text.as_str()));
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn an_event_is_told_in_plain_words() {
        check(
            "warning",
            r#"{"setting": "theme", "found": "purple", "expected": "one of: auto, light, dark"}"#,
            Some((
                Weight::Warning,
                "“theme” cannot be “purple”, so the standard is used. Expected: one of: auto, light, dark.",
            )),
        );
        check(
            "error",
            r#"{"setting": "metric", "reason": "the metric is missing"}"#,
            Some((Weight::Error, "The survey cannot show, because of the setting “metric”: the metric is missing.")),
        );
        check(
            "error",
            r#"{"reason": "trap", "setting": null}"#,
            Some((Weight::Error, "The survey stopped unexpectedly. The shop page goes on as if it were not there.")),
        );
        check(
            "undelivered",
            r#"{"id": "x/1", "status": 410, "reason": "gone", "final": true}"#,
            Some((Weight::Error, "An answer was refused for good (the server answered 410): gone.")),
        );
        check(
            "undelivered",
            r#"{"id": "x/1", "status": 0, "reason": "", "final": false}"#,
            Some((
                Weight::Warning,
                "An answer was not accepted yet (no reply): no reason given. It is kept and tried again later.",
            )),
        );
        check(
            "skipped",
            r#"{"reason": "ask-again", "checks": []}"#,
            Some((Weight::Remark, "The survey kept away: this visitor was asked not long ago.")),
        );
        check("ready", r#"{"warnings": []}"#, None);
    }

    #[test]
    fn only_what_settings_caused_goes_with_their_next_change() {
        let of = |name| Notice::of_event(name, &Value::Null, &ENGLISH).map(|notice| notice.of_settings);
        assert_eq!(of("warning"), Some(true));
        assert_eq!(of("undelivered"), Some(false));
    }
}
