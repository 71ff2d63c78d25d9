//! What the widget makes of the settings: the texts that the visitor reads, found by the same core.

use meetpunt_core::settings::{Settings, resolve};

use crate::catalogue::catalogue;
use crate::draft::{House, Language, Survey, attributes};
use crate::touchpoint::Touchpoint;

/// A name that no question holds, to see where names go.
const PROBE: &str = "\u{fffc}";

/// What stands where the marketer has written nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standard {
    pub question: String,
    pub low_label: String,
    pub high_label: String,
    /// Whether the question has a place for the shop's name.
    pub names_brand: bool,
    /// Whether the question has a place for a subject.
    pub names_topic: bool,
}

impl Standard {
    /// The standard texts of this survey in the language that it speaks.
    pub fn of(house: &House, survey: &Survey, touchpoint: Touchpoint) -> Self {
        let plain = survey.without_own_words();
        let Some(settings) = resolved(house, &plain, touchpoint) else {
            return Self::default();
        };
        let probed = |house: &House, survey: &Survey| {
            let settings = resolved(house, survey, touchpoint);
            settings.is_some_and(|settings| settings.first.question.contains(PROBE))
        };
        // Both at once: a question that lacks one of its names falls back to its plain variant.
        let mut probed_house = house.clone();
        let mut probed_survey = plain.clone();
        probed_house.brand = PROBE.to_owned();
        probed_survey.topic = "x".to_owned();
        let names_brand = probed(&probed_house, &probed_survey);
        probed_house.brand = "x".to_owned();
        probed_survey.topic = PROBE.to_owned();
        let names_topic = probed(&probed_house, &probed_survey);
        let asked = settings.first;
        Self {
            low_label: asked.low_label().to_owned(),
            high_label: asked.high_label().to_owned(),
            question: asked.question,
            names_brand,
            names_topic,
        }
    }
}

/// The survey as the widget resolves it; none for a metric that it refuses.
pub fn resolved(house: &House, survey: &Survey, touchpoint: Touchpoint) -> Option<Settings> {
    let pairs = attributes(house, survey, touchpoint);
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let language = match house.language {
        Language::Page => touchpoint.language(),
        chosen => chosen,
    };
    let resolved = resolve(&pairs, &catalogue(language)).ok()?;
    Some(resolved.settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::METRICS;

    #[test]
    fn the_standard_question_is_the_one_that_the_visitor_reads() {
        let mut house = House::default();
        let mut survey = Survey::of(Touchpoint::Order);
        survey.words_mut().question = "Well?".to_owned();
        let standard = Standard::of(&house, &survey, Touchpoint::Order);
        assert_eq!(
            standard.question,
            "How likely is it that you would recommend Voorbeeld Coffee to a friend or colleague?"
        );
        assert_eq!(standard.high_label, "Extremely likely");
        assert!(standard.names_brand);
        assert!(!standard.names_topic);

        house.language = Language::Dutch;
        let standard = Standard::of(&house, &survey, Touchpoint::Order);
        assert_eq!(standard.low_label, "Helemaal niet waarschijnlijk");
    }

    #[test]
    fn the_dutch_page_speaks_dutch_by_itself() {
        let survey = Survey::of(Touchpoint::Delivery);
        let standard = Standard::of(&House::default(), &survey, Touchpoint::Delivery);
        assert_eq!(standard.question, "Hoe tevreden ben je over de bezorging van je bestelling?");
        assert!(standard.names_topic);
        assert!(!standard.names_brand);
    }

    /// Every variant that the panel offers has a question behind it.
    #[test]
    fn every_wording_of_every_metric_has_a_question() {
        for metric in METRICS {
            for wording in metric.table().expect("it has scales").wordings {
                let mut survey = Survey::of(Touchpoint::Order);
                survey.metric = metric;
                survey.words_mut().wording = *wording;
                let standard = Standard::of(&House::default(), &survey, Touchpoint::Order);
                assert!(!standard.question.is_empty(), "{metric:?} {wording:?}");
            }
        }
    }
}
