//! The texts of the widget in every language, and which of them no native speaker has looked at yet.

use meetpunt_core::Catalogue;
use serde_json::Value;

/// The files that the widget fetches, in their first form; English is compiled into core.
const FILES: [(&str, &str); 29] = [
    ("ar", include_str!("../../../locales/ar.json")),
    ("cs", include_str!("../../../locales/cs.json")),
    ("da", include_str!("../../../locales/da.json")),
    ("de", include_str!("../../../locales/de.json")),
    ("el", include_str!("../../../locales/el.json")),
    ("es", include_str!("../../../locales/es.json")),
    ("fi", include_str!("../../../locales/fi.json")),
    ("fr", include_str!("../../../locales/fr.json")),
    ("he", include_str!("../../../locales/he.json")),
    ("hi", include_str!("../../../locales/hi.json")),
    ("hu", include_str!("../../../locales/hu.json")),
    ("id", include_str!("../../../locales/id.json")),
    ("it", include_str!("../../../locales/it.json")),
    ("ja", include_str!("../../../locales/ja.json")),
    ("ko", include_str!("../../../locales/ko.json")),
    ("nb", include_str!("../../../locales/nb.json")),
    ("nl", include_str!("../../../locales/nl.json")),
    ("pl", include_str!("../../../locales/pl.json")),
    ("pt", include_str!("../../../locales/pt.json")),
    ("pt-BR", include_str!("../../../locales/pt-BR.json")),
    ("ro", include_str!("../../../locales/ro.json")),
    ("ru", include_str!("../../../locales/ru.json")),
    ("sk", include_str!("../../../locales/sk.json")),
    ("sv", include_str!("../../../locales/sv.json")),
    ("tr", include_str!("../../../locales/tr.json")),
    ("uk", include_str!("../../../locales/uk.json")),
    ("vi", include_str!("../../../locales/vi.json")),
    ("zh-Hans", include_str!("../../../locales/zh-Hans.json")),
    ("zh-Hant", include_str!("../../../locales/zh-Hant.json")),
];

/// Every language by its tag, with its own name, English first.
pub fn languages() -> Vec<(&'static str, String)> {
    let name = |text: &str| {
        // The name stands in the first lines; the rest need not be read for it.
        let line = text.lines().find_map(|line| line.trim().strip_prefix("\"name\": \""));
        line.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let others = FILES.iter().map(|(tag, text)| (*tag, name(text)));
    [("en", "English".to_owned())].into_iter().chain(others).collect()
}

/// The texts of a language; English for one that has none.
pub fn catalogue(tag: &str) -> Catalogue {
    let Some(file) = file(tag) else {
        return Catalogue::english();
    };
    let strings = file.get("strings").and_then(Value::as_object);
    Catalogue::new(strings.into_iter().flatten().filter_map(|(key, entry)| {
        let text = entry.get("text").and_then(Value::as_str)?;
        Some((key.as_str(), text))
    }))
}

/// How many texts of a language are drafts, and how many there are.
pub fn drafts(tag: &str) -> (usize, usize) {
    let file = file(tag).unwrap_or_default();
    let strings = file.get("strings").and_then(Value::as_object);
    let is_draft = |entry: &&Value| entry.get("status").and_then(Value::as_str) == Some("draft");
    let all = || strings.into_iter().flat_map(|strings| strings.values());
    (all().filter(is_draft).count(), all().count())
}

fn file(tag: &str) -> Option<Value> {
    let (_, text) = FILES.iter().find(|(known, _)| *known == tag)?;
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_speaks_its_own_words() {
        let label = "label.likely.2";
        assert_eq!(catalogue("en").text(label), "Extremely likely");
        assert_eq!(catalogue("nl").text(label), "Zeer waarschijnlijk");
        assert_eq!(catalogue("xx").text(label), "Extremely likely");
    }

    #[test]
    fn every_language_has_a_name_and_its_drafts_are_counted() {
        assert!(languages().iter().all(|(tag, name)| !tag.is_empty() && !name.is_empty()));
        assert_eq!(drafts("en"), (0, 0));
        let (drafts, all) = drafts("fr");
        assert!(drafts > 0 && drafts < all, "{drafts} of {all}");
    }

    #[test]
    fn every_language_of_the_widget_is_here() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
        // English, and the two registers of Dutch.
        let files = std::fs::read_dir(folder).expect("the folder").count();
        assert_eq!(files, FILES.len() + 2);
    }
}
