//! What a program sets: typed where `meetpunt-core` has a type, by name for the rest.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{
    self, Display, FollowUp, Format, Look, Position, Resolved, Sending, SettingError, Theme, Warning, Wording,
};
use meetpunt_core::{Metric, Scale};
use yew::AttrValue;

/// The settings of one survey.
///
/// Every setting of `docs/embedding.md` has the same name and meaning here. An unusable value never panics: the default is used and
/// the event `warning` says so; a wrong scale or endpoint ends in the event `error`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyConfig {
    pairs: Vec<(AttrValue, AttrValue)>,
    words: Option<AttrValue>,
}

/// Where answers wait and what remembers who was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// In the browser, also when it is closed.
    #[default]
    Local,
    /// In the tab.
    Session,
    /// In memory only.
    None,
}

impl Storage {
    fn key(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Session => "session",
            Self::None => "none",
        }
    }
}

/// Setters of values that have a word.
macro_rules! words {
    ($($(#[$meta:meta])* $method:ident: $type:ty, $name:literal;)+) => {
        $($(#[$meta])*
        #[must_use]
        pub fn $method(self, value: $type) -> Self {
            self.set($name, value.key())
        })+
    };
}

/// Setters of texts.
macro_rules! texts {
    ($($(#[$meta:meta])* $method:ident, $name:literal;)+) => {
        $($(#[$meta])*
        #[must_use]
        pub fn $method(self, text: impl Into<AttrValue>) -> Self {
            self.set($name, text)
        })+
    };
}

/// Setters of what is present or not.
macro_rules! flags {
    ($($(#[$meta:meta])* $method:ident, $name:literal;)+) => {
        $($(#[$meta])*
        #[must_use]
        pub fn $method(self, on: bool) -> Self {
            if on { self.set($name, "") } else { self.without($name) }
        })+
    };
}

impl SurveyConfig {
    /// A survey of this metric on its first scale, every other setting at its default: nothing is sent before an
    /// [`endpoint`](Self::endpoint) is named.
    #[must_use]
    pub fn new(metric: Metric) -> Self {
        Self { pairs: Vec::new(), words: None }.set("metric", metric.key())
    }

    words! {
        /// How the scale is drawn; never changes the score.
        look: Look, "look";
        /// The catalogue's variant of the question, where the metric has it.
        wording: Wording, "wording";
        /// Whether and how the open question is asked.
        follow_up: FollowUp, "follow-up";
        /// What gives a score.
        send: Sending, "send";
        /// Where the survey appears.
        display: Display, "display";
        /// The corner or edge of what floats.
        position: Position, "position";
        /// Light or dark.
        theme: Theme, "theme";
        /// The shape of the posted body.
        format: Format, "format";
        /// Where answers wait.
        storage: Storage, "storage";
    }

    texts! {
        /// Where answers go: `https:`, of the page's own origin or, on a loopback page, loopback. Without one nothing is sent.
        endpoint, "endpoint";
        /// The stable id, `[a-z0-9-]{1,64}`. Without one it is made of metric and touchpoint.
        survey, "survey";
        /// The contact moment, such as `order-confirmation`.
        touchpoint, "touchpoint";
        /// The shop's name, as the question says it.
        brand, "brand";
        /// What the question is about.
        topic, "topic";
        /// The shop's own question.
        question, "question";
        /// What the lowest point means.
        low_label, "low-label";
        /// What the highest point means.
        high_label, "high-label";
        /// The words of thanks.
        thanks, "thanks";
        /// The privacy page, `https:` only.
        privacy_link, "privacy-link";
        /// How long a visitor is left alone, such as `answered:90d,dismissed:never`. Without it the program decides: a survey that is
        /// mounted shows.
        ask_again, "ask-again";
    }

    flags! {
        /// Whether to ask, after a negative answer, how the visitor may be reached.
        contact, "contact";
        /// Whether "not applicable" is offered.
        allow_na, "allow-na";
        /// Whether every negative answer raises an alert.
        essential, "essential";
        /// Whether this is a trial run: nothing is stored or sent.
        preview, "preview";
    }

    /// The scale, one of the metric's.
    #[must_use]
    pub fn scale(self, scale: Scale) -> Self {
        self.set("scale", scale.to_string())
    }

    /// Up to two more metrics, a step each.
    #[must_use]
    pub fn then(self, metrics: impl IntoIterator<Item = Metric>) -> Self {
        self.set("then", list(metrics.into_iter().map(|metric| metric.key().to_owned())))
    }

    /// What can be ticked after the score: keys that travel, and what the visitor reads.
    #[must_use]
    pub fn reasons<'a>(self, reasons: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        self.set("reasons", list(reasons.into_iter().map(|(key, label)| [key, ":", label].concat())))
    }

    /// Free context that travels as `context.NAME`, at most 20 of 200 characters.
    #[must_use]
    pub fn context(self, name: &str, text: impl Into<AttrValue>) -> Self {
        self.set(["context-", name].concat(), text)
    }

    /// The heading level of the question, 1 to 6.
    #[must_use]
    pub fn heading_level(self, level: u8) -> Self {
        self.set("heading-level", level.to_string())
    }

    /// Seconds after which the thank-you closes, at least 20.
    #[must_use]
    pub fn auto_close(self, seconds: u32) -> Self {
        self.set("auto-close", [seconds.to_string().as_str(), "s"].concat())
    }

    /// The words of another language than English: the text of a file of `locales/`, or of a release's.
    #[must_use]
    pub fn words(mut self, json: impl Into<AttrValue>) -> Self {
        self.words = Some(json.into());
        self
    }

    /// Any setting by its name in markup, such as `follow-up-negative`.
    #[must_use]
    pub fn set(self, name: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Self {
        let (name, text) = (plain(name.into()), plain(text.into()));
        let mut config = self.without(&name);
        config.pairs.push((name, text));
        config
    }

    /// Takes a setting back.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self
    }

    /// What the survey would warn of in English, for a test of the program that sets it.
    ///
    /// # Errors
    /// [`SettingError`] when the survey could not show.
    pub fn check(&self) -> Result<Vec<Warning>, SettingError> {
        let pairs: Vec<_> = self.pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        settings::resolve(&pairs, &Catalogue::english()).map(|Resolved { warnings, .. }| warnings)
    }

    /// The text of a setting.
    pub(super) fn text(&self, name: &str) -> Option<&AttrValue> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, text)| text)
    }

    /// The language file, when there is one.
    pub(super) fn language(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// Name, text, name, text …, separated by U+0000.
    pub(super) fn flat(&self) -> String {
        let parts: Vec<&str> = self.pairs.iter().flat_map(|(name, text)| [name.as_str(), text.as_str()]).collect();
        parts.join("\0")
    }
}

/// The items of a list, which may hold commas.
fn list(items: impl Iterator<Item = String>) -> String {
    items.map(|item| item.replace('\u{1f}', " ")).collect::<Vec<_>>().join("\u{1f}")
}

/// A text without the character that parts texts.
fn plain(text: AttrValue) -> AttrValue {
    if text.contains('\0') { text.replace('\0', "").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(config: SurveyConfig, expected: &[(&str, &str)]) {
        let found: Vec<_> = config.pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(found, expected);
        assert_eq!(config.check(), Ok(Vec::new()));
    }

    #[test]
    fn typed_settings_are_the_attributes_of_the_element() {
        let scale = Scale { min: 1, max: 10 };
        check(
            SurveyConfig::new(Metric::Csat).scale(scale).then([Metric::Ces, Metric::Delight]),
            &[("metric", "csat"), ("scale", "1-10"), ("then", "ces\u{1f}delight")],
        );
        check(
            SurveyConfig::new(Metric::Nps).look(Look::Labels).theme(Theme::Dark).display(Display::Modal),
            &[("metric", "nps"), ("look", "labels"), ("theme", "dark"), ("display", "modal")],
        );
        check(
            SurveyConfig::new(Metric::Csat).reasons([("late", "Late, or never"), ("broken", "Broken")]).contact(true),
            &[("metric", "csat"), ("reasons", "late:Late, or never\u{1f}broken:Broken"), ("contact", "")],
        );
        check(
            SurveyConfig::new(Metric::Ces).context("order-band", "50-100").auto_close(30).heading_level(3),
            &[("metric", "ces"), ("context-order-band", "50-100"), ("auto-close", "30s"), ("heading-level", "3")],
        );
    }

    #[test]
    fn a_setting_counts_as_it_was_set_last() {
        check(SurveyConfig::new(Metric::Nps).brand("A").brand("B"), &[("metric", "nps"), ("brand", "B")]);
        check(SurveyConfig::new(Metric::Nps).contact(true).contact(false), &[("metric", "nps")]);
    }

    #[test]
    fn a_text_cannot_become_another_setting() {
        let config = SurveyConfig::new(Metric::Nps).brand("A\0essential\0");
        assert_eq!(config.flat(), "metric\0nps\0brand\0Aessential");
    }

    #[test]
    fn what_is_wrong_is_said_and_not_thrown() {
        let warnings = SurveyConfig::new(Metric::Nps).set("theme", "pink").check().expect("it can show");
        let [warning] = warnings.as_slice() else { panic!("{warnings:?}") };
        assert_eq!((warning.setting.as_str(), warning.found.as_str()), ("theme", "pink"));
        let error = SurveyConfig::new(Metric::Nps).scale(Scale { min: 1, max: 3 }).check().expect_err("no such scale");
        assert_eq!(error.setting, "scale");
    }

    #[test]
    fn equal_settings_are_equal() {
        let config = || SurveyConfig::new(Metric::Nps).brand(String::from("A")).words("{}");
        assert_eq!(config(), config());
        assert_ne!(config(), config().words("[]"));
    }
}
