//! What the widget makes of the settings: the texts that the visitor reads, found by the same core.

use meetpunt_core::Band;
use meetpunt_core::settings::{Settings, resolve};

use crate::catalogue::catalogue;
use crate::draft::Draft;
use crate::touchpoint::Touchpoint;

/// A name that no question holds, to see where names go.
const PROBE: &str = "\u{fffc}";

/// The texts that stand where the marketer has written nothing, in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standard {
    texts: Vec<(&'static str, String)>,
    /// Whether the question has a place for the shop's name.
    pub names_brand: bool,
    /// Whether the question has a place for a subject.
    pub names_topic: bool,
}

impl Standard {
    /// The standard texts of this survey in a language.
    pub fn of(draft: &Draft, touchpoint: Touchpoint, language: &str) -> Self {
        // Without the marketer's own words: they would stand in their own way.
        let mut pairs = draft.pairs(touchpoint);
        pairs.retain(|(name, _)| !is_own_text(name));
        let Some(settings) = read(&pairs, language) else {
            return Self::default();
        };
        let probed = |brand: &str, topic: &str| {
            let mut pairs = pairs.clone();
            pairs.retain(|(name, _)| name != "brand" && name != "topic");
            pairs.extend([("brand".to_owned(), brand.to_owned()), ("topic".to_owned(), topic.to_owned())]);
            read(&pairs, language).is_some_and(|settings| settings.first.question.contains(PROBE))
        };
        let texts = vec![
            ("question", settings.first.question.clone()),
            ("low-label", settings.first.low_label().to_owned()),
            ("high-label", settings.first.high_label().to_owned()),
            ("follow-up-negative", settings.follow_up_text(Band::Negative).to_owned()),
            ("follow-up-neutral", settings.follow_up_text(Band::Neutral).to_owned()),
            ("follow-up-positive", settings.follow_up_text(Band::Positive).to_owned()),
            ("thanks-negative", settings.thanks_text(Band::Negative).to_owned()),
            ("thanks-neutral", settings.thanks_text(Band::Neutral).to_owned()),
            ("thanks-positive", settings.thanks_text(Band::Positive).to_owned()),
        ];
        // Both at once: a question that lacks one of its names falls back to its plain variant.
        Self { texts, names_brand: probed(PROBE, "x"), names_topic: probed("x", PROBE) }
    }

    /// The standard text of a setting; empty where it has none.
    pub fn text(&self, name: &str) -> &str {
        let found = self.texts.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, text)| text)
    }
}

fn is_own_text(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    matches!(stem, "question" | "low-label" | "high-label")
        || stem.starts_with("follow-up-")
        || stem.starts_with("thanks")
}

/// The language that a survey speaks on its page.
pub fn language(draft: &Draft, touchpoint: Touchpoint) -> String {
    let own = draft.text(touchpoint, "lang");
    if own.is_empty() { touchpoint.language().to_owned() } else { own.to_owned() }
}

/// The survey as the widget resolves it; none for a measure that it refuses.
pub fn resolved(draft: &Draft, touchpoint: Touchpoint) -> Option<Settings> {
    read(&draft.pairs(touchpoint), &language(draft, touchpoint))
}

fn read(pairs: &[(String, String)], language: &str) -> Option<Settings> {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let resolved = resolve(&pairs, &catalogue(language)).ok()?;
    Some(resolved.settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_question_is_the_one_that_the_visitor_reads() {
        let mut draft = Draft::default();
        draft.set(Touchpoint::Order, "question", Some("Well?".into()));
        let standard = Standard::of(&draft, Touchpoint::Order, "en");
        assert_eq!(
            standard.text("question"),
            "How likely is it that you would recommend Voorbeeld Coffee to a friend or colleague?"
        );
        assert_eq!(standard.text("high-label"), "Extremely likely");
        assert_eq!(standard.text("follow-up-neutral"), "What would make it a 9 or 10?");
        assert!(standard.names_brand);
        assert!(!standard.names_topic);
        let standard = Standard::of(&draft, Touchpoint::Order, "nl");
        assert_eq!(standard.text("low-label"), "Helemaal niet waarschijnlijk");
    }

    #[test]
    fn the_dutch_page_speaks_dutch_by_itself() {
        let draft = Draft::default();
        let spoken = language(&draft, Touchpoint::Delivery);
        let standard = Standard::of(&draft, Touchpoint::Delivery, &spoken);
        assert_eq!(standard.text("question"), "Hoe tevreden ben je over de bezorging van je bestelling?");
        assert!(standard.names_topic);
        assert!(!standard.names_brand);
    }

    /// Every variant that the panel offers has a question behind it.
    #[test]
    fn every_wording_of_every_measure_has_a_question() {
        use meetpunt_core::{Metric, Word as _};
        for metric in Metric::ALL {
            let wordings = metric.table().map_or(&[][..], |table| table.wordings);
            for wording in wordings {
                let mut draft = Draft::default();
                draft.set(Touchpoint::Order, "metric", Some(metric.word().into()));
                draft.set(Touchpoint::Order, "wording", Some(wording.word().into()));
                let standard = Standard::of(&draft, Touchpoint::Order, "en");
                assert!(!standard.text("question").is_empty(), "{metric:?} {wording:?}");
            }
        }
    }
}
