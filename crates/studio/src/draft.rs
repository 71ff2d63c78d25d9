//! What the marketer has set: a survey for each page of the sample shop and what all of them share, under the keys of a site file.

use std::collections::BTreeMap;

use meetpunt_core::site::{SETTINGS, VERSION, camel, flatten, kebab};
use serde_json::{Map, Value, json};

use crate::colour::Colour;
use crate::form::WHEN;
use crate::templates::TEMPLATES;
use crate::touchpoint::Touchpoint;

/// Settings by their keys in a site file.
pub type Settings = Map<String, Value>;

/// What holds for every survey of the shop: it stands under `defaults` of the site file.
pub const SHARED: [&str; 11] = [
    "brand",
    "register",
    "lang",
    "theme",
    "privacy-link",
    "consent",
    "storage",
    "quiet",
    "per-session",
    "adapters",
    "report",
];

/// What belongs to one measure: another one has other scales, looks and questions.
const OF_METRIC: [&str; 14] = [
    "scale",
    "look",
    "wording",
    "question",
    "low-label",
    "high-label",
    "negative",
    "neutral",
    "positive",
    "labels",
    "layer",
    "follow-up-negative",
    "follow-up-neutral",
    "follow-up-positive",
];

/// Whether a setting only says when and to whom a survey shows, or where answers go. On the sample shop it always shows, and they go to this server.
fn is_rule(name: &str) -> bool {
    // A kiosk is a way to show, too.
    (WHEN.contains(&name) && name != "mode") || matches!(name, "consent" | "endpoint")
}

/// The survey of one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    settings: Settings,
    /// What was set for the measures that were asked before, by measure: it must not be lost on the way back.
    aside: BTreeMap<String, Settings>,
}

impl Survey {
    fn of(touchpoint: Touchpoint) -> Self {
        let mut settings = Settings::new();
        settings.insert("metric".to_owned(), touchpoint.metric().into());
        settings.insert("touchpoint".to_owned(), touchpoint.key().into());
        if let Some(wording) = touchpoint.wording() {
            settings.insert("wording".to_owned(), wording.into());
        }
        Self { settings, aside: BTreeMap::new() }
    }

    /// Turns to another measure; what belongs to the one before is put aside.
    fn turn_to(&mut self, metric: &str) {
        let before = text(self.settings.get("metric")).to_owned();
        let mut kept = Settings::new();
        for name in OF_METRIC {
            if let Some((key, value)) = self.settings.remove_entry(&camel(name)) {
                kept.insert(key, value);
            }
        }
        self.aside.insert(before, kept);
        self.settings.insert("metric".to_owned(), metric.into());
        self.settings.extend(self.aside.remove(metric).unwrap_or_default());
    }
}

/// Everything that the marketer has set.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    defaults: Settings,
    /// By touchpoint, in the order of `Touchpoint::ALL`.
    surveys: [Survey; 3],
    /// Set on the element; without it the shop's own style sheet decides.
    pub accent: Option<Colour>,
    /// The languages that texts are written in, side by side; none where one text serves all.
    languages: Vec<String>,
}

impl Default for Draft {
    /// What the pages of the sample shop ask.
    fn default() -> Self {
        let mut defaults = Settings::new();
        defaults.insert("brand".to_owned(), "Voorbeeld Coffee".into());
        Self { defaults, surveys: Touchpoint::ALL.map(Survey::of), accent: None, languages: Vec::new() }
    }
}

impl Draft {
    /// The value of a setting by its name in kebab-case; none where the default holds.
    pub fn get(&self, touchpoint: Touchpoint, name: &str) -> Option<&Value> {
        let settings = if SHARED.contains(&name) { &self.defaults } else { &self.surveys[touchpoint.place()].settings };
        settings.get(&camel(name))
    }

    /// The text of a setting; empty where the default holds.
    pub fn text(&self, touchpoint: Touchpoint, name: &str) -> &str {
        text(self.get(touchpoint, name))
    }

    /// Sets a setting, or takes it back to its default.
    pub fn set(&mut self, touchpoint: Touchpoint, name: &str, value: Option<Value>) {
        let survey = &mut self.surveys[touchpoint.place()];
        if name == "metric" {
            survey.turn_to(text(value.as_ref()));
            return;
        }
        let settings = if SHARED.contains(&name) { &mut self.defaults } else { &mut survey.settings };
        match value {
            Some(value) => settings.insert(camel(name), value),
            None => settings.remove(&camel(name)),
        };
    }

    /// The labels of one's own, `context-NAME`, without that beginning.
    pub fn context(&self, touchpoint: Touchpoint) -> Vec<(String, String)> {
        let settings = self.surveys[touchpoint.place()].settings.iter();
        let own = settings.filter_map(|(key, value)| {
            let name = kebab(key).strip_prefix("context-")?.to_owned();
            Some((name, text(Some(value)).to_owned()))
        });
        own.collect()
    }

    /// Replaces the labels of one's own.
    pub fn set_context(&mut self, touchpoint: Touchpoint, labels: &[(String, String)]) {
        let settings = &mut self.surveys[touchpoint.place()].settings;
        settings.retain(|key, _| !kebab(key).starts_with("context-"));
        for (name, text) in labels {
            settings.insert(camel(&format!("context-{name}")), text.clone().into());
        }
    }

    /// Replaces the survey of a page by one of a site file. What the shop shares stays.
    pub fn begin(&mut self, touchpoint: Touchpoint, survey: &Settings) {
        let mut settings = Settings::new();
        for (key, value) in survey {
            if SHARED.contains(&kebab(key).as_str()) {
                self.defaults.insert(key.clone(), value.clone());
            } else {
                settings.insert(key.clone(), value.clone());
            }
        }
        self.surveys[touchpoint.place()] = Survey { settings, aside: BTreeMap::new() };
    }

    /// Takes the survey of a page and what the shop shares back to the start.
    pub fn start_over(&mut self, touchpoint: Touchpoint) {
        let start = Self::default();
        self.defaults = start.defaults;
        self.accent = None;
        self.languages.clear();
        self.surveys[touchpoint.place()] = Survey::of(touchpoint);
    }

    /// Whether the survey of a page is more than the start or a template gives.
    pub fn is_work(&self, touchpoint: Touchpoint) -> bool {
        let own = &self.surveys[touchpoint.place()].settings;
        let given = TEMPLATES.iter().filter(|template| template.page == touchpoint).map(|template| {
            let mut settings = template.survey();
            settings.retain(|key, _| !SHARED.contains(&kebab(key).as_str()));
            settings
        });
        !given.chain([Survey::of(touchpoint).settings]).any(|settings| settings == *own)
    }

    /// Whether anything on this page differs from the start.
    pub fn is_changed(&self, touchpoint: Touchpoint) -> bool {
        let mut start = self.clone();
        start.start_over(touchpoint);
        *self != start
    }

    /// The languages that texts are written in, side by side.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Writes texts in these languages. One text becomes the first one's; of several, the first one's stays where only one is left.
    pub fn write_in(&mut self, languages: Vec<String>) {
        let all = self.surveys.iter_mut().map(|survey| &mut survey.settings).chain([&mut self.defaults]);
        for settings in all {
            for (_, value) in settings.iter_mut().filter(|(key, _)| is_worded(key)) {
                *value = in_languages(value.take(), &languages);
            }
            settings.retain(|_, value| !value.is_null());
        }
        self.languages = languages;
    }

    /// The id of a page's survey: its own, or the one that the loader would make.
    pub fn id(&self, touchpoint: Touchpoint) -> String {
        let own = self.text(touchpoint, "id");
        if own.is_empty() { self.derived_id(touchpoint) } else { own.to_owned() }
    }

    fn derived_id(&self, touchpoint: Touchpoint) -> String {
        let words =
            format!("{} {}", self.text(touchpoint, "metric"), self.text(touchpoint, "touchpoint")).to_lowercase();
        let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut id = words.collect::<Vec<_>>().join("-");
        id.truncate(64);
        id
    }

    /// The contact moment of each page, and the id of the survey that measures it.
    pub fn measured(&self) -> Vec<(String, String)> {
        Touchpoint::ALL.iter().map(|page| (self.text(*page, "touchpoint").to_owned(), self.id(*page))).collect()
    }

    /// The site file with the survey of this page alone.
    pub fn site(&self, touchpoint: Touchpoint) -> Value {
        let mut survey = Settings::new();
        survey.insert("id".to_owned(), self.id(touchpoint).into());
        survey.extend(self.surveys[touchpoint.place()].settings.clone().into_iter().filter(|(key, _)| key != "id"));
        json!({"version": VERSION, "defaults": self.defaults, "surveys": [survey]})
    }

    /// Everything that the page's survey is told, as pairs of attribute and text; items of a list end with U+001F.
    pub fn pairs(&self, touchpoint: Touchpoint) -> Vec<(String, String)> {
        let id = self.id(touchpoint);
        let mut pairs = flatten(&self.site(touchpoint), &id, &[]).unwrap_or_default();
        if id == self.derived_id(touchpoint) {
            pairs.retain(|(name, _)| name != "survey");
        }
        pairs.sort_by_key(|(name, _)| place(name));
        pairs
    }

    /// What the survey on the sample shop is told: everything but who is asked, since there it always shows.
    pub fn shown(&self, touchpoint: Touchpoint) -> Vec<(String, String)> {
        let mut pairs = self.pairs(touchpoint);
        pairs.retain(|(name, _)| !is_rule(name));
        pairs
    }

    /// The draft as it is kept and handed on in a link.
    pub fn to_json(&self, touchpoint: Touchpoint) -> Value {
        let surveys: Vec<_> = self.surveys.iter().map(|survey| &survey.settings).collect();
        json!({
            "draft": 1,
            "page": touchpoint.key(),
            "defaults": self.defaults,
            "surveys": surveys,
            "accent": self.accent.map(|accent| accent.to_string()),
            "languages": self.languages,
        })
    }

    /// Reads such a draft, and the page that it was made on; `None` for anything else.
    pub fn of_json(json: &Value) -> Option<(Self, Touchpoint)> {
        if json.get("draft")?.as_u64()? != 1 {
            return None;
        }
        let settings = |value: &Value| value.as_object().cloned();
        let surveys: Vec<_> = json.get("surveys")?.as_array()?.iter().filter_map(settings).collect();
        let surveys: [Settings; 3] = surveys.try_into().ok()?;
        let languages = json.get("languages").and_then(Value::as_array).cloned().unwrap_or_default();
        let draft = Self {
            defaults: settings(json.get("defaults")?)?,
            surveys: surveys.map(|settings| Survey { settings, aside: BTreeMap::new() }),
            accent: json.get("accent").and_then(Value::as_str).and_then(Colour::parse),
            languages: languages.iter().filter_map(|tag| tag.as_str().map(str::to_owned)).collect(),
        };
        let page = Touchpoint::parse(json.get("page")?.as_str()?)?;
        Some((draft, page))
    }
}

/// The place of an attribute among all: first what is measured and where, then the order of the documents.
fn place(name: &str) -> usize {
    let stem = name.split('.').next().unwrap_or(name);
    match stem {
        "survey" => 0,
        "metric" => 1,
        "touchpoint" => 2,
        _ => 3 + SETTINGS.iter().position(|setting| setting.name == stem).unwrap_or(SETTINGS.len()),
    }
}

/// Whether a key holds one text, which may be one for each language.
fn is_worded(key: &str) -> bool {
    use meetpunt_core::site::{Kind, setting};
    key != "brand" && setting(&kebab(key)).is_some_and(|setting| setting.kind == Kind::Text)
}

fn in_languages(value: Value, languages: &[String]) -> Value {
    match (value, languages) {
        (Value::Object(texts), []) => texts.into_iter().next().map_or(Value::Null, |(_, text)| text),
        (Value::Object(mut texts), _) => {
            texts.retain(|tag, _| languages.contains(tag));
            if texts.is_empty() { Value::Null } else { Value::Object(texts) }
        }
        (Value::String(text), [first, ..]) => json!({first: text}),
        (other, _) => other,
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: Touchpoint = Touchpoint::Order;

    fn shown(draft: &Draft, touchpoint: Touchpoint) -> String {
        let pairs = draft.shown(touchpoint);
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(
            shown(&Draft::default(), ORDER),
            "metric=nps | touchpoint=order-confirmation | brand=Voorbeeld Coffee"
        );
    }

    #[test]
    fn every_kind_of_setting_becomes_its_attribute() {
        let mut draft = Draft::default();
        draft.set(ORDER, "display", Some("popover".into()));
        draft.set(ORDER, "allow-na", Some(true.into()));
        draft.set(ORDER, "heading-level", Some(3.into()));
        draft.set(ORDER, "reasons", Some(json!(["late:Too late", "other:Other, and more"])));
        draft.set(ORDER, "question", Some(json!({"en": "Happy?", "nl": "Blij?"})));
        draft.set(ORDER, "sample", Some("25%".into()));
        draft.set_context(ORDER, &[("order-band".to_owned(), "50-100".to_owned())]);
        assert_eq!(
            shown(&draft, ORDER),
            "metric=nps | touchpoint=order-confirmation | question.en=Happy? | question.nl=Blij? | brand=Voorbeeld Coffee \
             | reasons=late:Too late\u{1f}other:Other, and more\u{1f} | allow-na= | heading-level=3 | display=popover \
             | context-order-band=50-100"
        );
        assert!(draft.pairs(ORDER).iter().any(|pair| pair.0 == "sample"));
    }

    #[test]
    fn own_words_stay_with_their_measure() {
        let mut draft = Draft::default();
        draft.set(ORDER, "question", Some("Would you tell a friend?".into()));
        draft.set(ORDER, "metric", Some("ces".into()));
        assert_eq!(draft.text(ORDER, "question"), "");
        draft.set(ORDER, "metric", Some("nps".into()));
        assert_eq!(draft.text(ORDER, "question"), "Would you tell a friend?");
    }

    #[test]
    fn texts_move_between_one_and_several_languages_without_loss() {
        let mut draft = Draft::default();
        draft.set(ORDER, "question", Some("Happy?".into()));
        draft.write_in(vec!["en".to_owned(), "nl".to_owned()]);
        assert_eq!(draft.get(ORDER, "question"), Some(&json!({"en": "Happy?"})));
        draft.write_in(Vec::new());
        assert_eq!(draft.text(ORDER, "question"), "Happy?");
        assert_eq!(draft.text(ORDER, "brand"), "Voorbeeld Coffee");
    }

    #[test]
    fn a_draft_survives_its_link() {
        let mut draft = Draft { accent: Some(Colour::new(1, 2, 3)), ..Draft::default() };
        draft.set(ORDER, "display", Some("popover".into()));
        draft.set(ORDER, "theme", Some("dark".into()));
        let (read, page) = Draft::of_json(&draft.to_json(Touchpoint::Delivery)).expect("a draft");
        assert_eq!((read, page), (draft, Touchpoint::Delivery));
        assert_eq!(Draft::of_json(&json!({"version": 1, "surveys": []})), None);
    }

    /// The pages are also examples to copy: the studio must not change what they ask before anybody has touched a setting.
    #[test]
    fn the_shop_pages_carry_what_the_studio_starts_with() {
        let pages = [
            include_str!("../../../examples/shop/product.html"),
            include_str!("../../../examples/shop/order.html"),
            include_str!("../../../examples/shop/delivery.html"),
        ];
        for (touchpoint, page) in Touchpoint::ALL.into_iter().zip(pages) {
            assert!(page.contains(&format!("<html lang=\"{}\">", touchpoint.language())));
            let pairs = Draft::default().pairs(touchpoint);
            let tag: String = pairs.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
            assert!(page.contains(&format!("<meetpunt-survey{tag}>")), "{touchpoint:?}: {tag}");
        }
    }
}
