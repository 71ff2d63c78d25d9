//! The form: every setting of a survey, in groups.

use meetpunt_core::site::{Kind, setting};

/// Settings that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its key among the texts.
    pub key: &'static str,
    /// In the order in which they stand.
    pub settings: &'static [&'static str],
    /// Whether it stands open at first.
    pub open: bool,
}

const fn group(key: &'static str, settings: &'static [&'static str]) -> Group {
    Group { key, settings, open: false }
}

/// Every group, the one that comes first in the marketer's mind first. `id` and `context` are no settings of the table: the one names the survey,
/// the other stands for as many labels as the shop wants.
pub static GROUPS: &[Group] = &[
    Group { open: true, ..group("ask", ASK) },
    Group { open: true, ..group("look", &["display", "position", "theme", "heading-level", "auto-close"]) },
    group("words", &["lang", "register", "question", "low-label", "high-label", "brand", "topic"]),
    group(
        "after",
        &[
            "follow-up",
            "follow-up-negative",
            "follow-up-neutral",
            "follow-up-positive",
            "reasons",
            "contact",
            "essential",
        ],
    ),
    group("thanks", &["thanks", "thanks-negative", "thanks-neutral", "thanks-positive"]),
    group("when", WHEN),
    group("privacy", &["privacy-link", "consent", "storage"]),
    group("sending", &["endpoint", "format", "headers", "fields", "report", "adapters"]),
    group("labels", LABELS),
];

const ASK: &[&str] = &[
    "metric", "wording", "scale", "look", "negative", "neutral", "positive", "labels", "layer", "then", "allow-na",
    "send",
];

/// When and to whom a survey shows.
pub const WHEN: &[&str] = &[
    "trigger",
    "match",
    "devices",
    "audience",
    "starts",
    "ends",
    "sample",
    "ask-again",
    "quiet",
    "per-session",
    "priority",
    "mode",
];

const LABELS: &[&str] = &[
    "id",
    "touchpoint",
    "phase",
    "lifecycle",
    "wave",
    "segment",
    "persona",
    "channel",
    "occasion",
    "employee",
    "respondent",
    "context",
];

/// What the value of a field may be.
pub fn kind_of(name: &str) -> Kind {
    setting(name).map_or(Kind::Label(64), |setting| setting.kind)
}

/// Whether a setting means anything for this measure: classes and texts of points are for one's own alone.
pub fn applies(name: &str, metric: &str) -> bool {
    metric == "custom" || !matches!(name, "negative" | "neutral" | "positive" | "labels" | "layer")
}

#[cfg(test)]
mod tests {
    use super::*;
    use meetpunt_core::site::SETTINGS;

    #[test]
    fn every_setting_has_one_place_in_the_form() {
        for setting in SETTINGS.iter().filter(|setting| setting.name != "preview") {
            let places = GROUPS.iter().flat_map(|group| group.settings).filter(|name| **name == setting.name);
            assert_eq!(places.count(), 1, "{}", setting.name);
        }
    }
}
