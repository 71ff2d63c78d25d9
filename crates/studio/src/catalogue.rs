//! The texts of the widget in the languages that the studio offers.

use meetpunt_core::Catalogue;
use serde_json::Value;

use crate::draft::Language;

/// The same file that the widget fetches, in its first form.
const DUTCH: &str = include_str!("../../../locales/nl.json");

/// The texts of a language; English is compiled into core.
pub fn catalogue(language: Language) -> Catalogue {
    match language {
        Language::Page | Language::English => Catalogue::english(),
        Language::Dutch => {
            let file: Value = serde_json::from_str(DUTCH).unwrap_or_default();
            let strings = file.get("strings").and_then(Value::as_object);
            Catalogue::new(strings.into_iter().flatten().filter_map(|(key, entry)| {
                let text = entry.get("text").and_then(Value::as_str)?;
                Some((key.as_str(), text))
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_speaks_its_own_words() {
        let label = "label.likely.2";
        assert_eq!(catalogue(Language::English).text(label), "Extremely likely");
        assert_eq!(catalogue(Language::Dutch).text(label), "Zeer waarschijnlijk");
    }
}
