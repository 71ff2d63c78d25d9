//! Surveys to begin with: site files of one survey each, in `crates/studio/templates/`.

use serde_json::{Map, Value};

use crate::touchpoint::Touchpoint;

/// A survey to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// The name of its file.
    pub key: &'static str,
    /// The page of the sample shop that it fits best.
    pub page: Touchpoint,
    text: &'static str,
}

impl Template {
    /// The survey of the file, without its id: the marketer's own comes from measure and contact moment.
    pub fn survey(&self) -> Map<String, Value> {
        let site: Value = serde_json::from_str(self.text).unwrap_or_default();
        let mut survey = site.pointer("/surveys/0").and_then(Value::as_object).cloned().unwrap_or_default();
        survey.remove("id");
        survey
    }
}

macro_rules! template {
    ($key:literal, $page:ident) => {
        Template { key: $key, page: Touchpoint::$page, text: include_str!(concat!("../templates/", $key, ".json")) }
    };
}

/// Every template, kind by kind.
pub static TEMPLATES: &[Template] = &[
    template!("nps-transactional", Order),
    template!("nps-relationship", Order),
    template!("enps", Order),
    template!("ces-find", Product),
    template!("ces-checkout", Order),
    template!("ces-service", Delivery),
    template!("ces-return", Delivery),
    template!("ces1-legacy", Delivery),
    template!("csat-order", Delivery),
    template!("csat-delivery", Delivery),
    template!("csat-service", Delivery),
    template!("csat-product-page", Product),
    template!("csat-rapportcijfer", Order),
    template!("thumbs-content", Product),
    template!("smileys-3", Order),
    template!("stars-5", Delivery),
    template!("delight-unboxing", Delivery),
    template!("delight-service", Delivery),
    template!("loyalty-triple", Delivery),
    template!("promise-kept", Delivery),
    template!("importance-touchpoint", Delivery),
    template!("goal-completion", Product),
    template!("exit-why", Product),
    template!("pmf", Product),
    template!("custom", Order),
];

/// The kinds, and how many templates each has.
pub static KINDS: [(&str, usize); 5] = [("recommend", 3), ("ease", 5), ("satisfied", 8), ("special", 5), ("why", 4)];

/// The templates of each kind, in their order.
pub fn by_kind() -> Vec<(&'static str, &'static [Template])> {
    let mut rest = TEMPLATES;
    let kinds = KINDS.iter().map(|(kind, count)| {
        let (own, others) = rest.split_at(*count);
        rest = others;
        (*kind, own)
    });
    kinds.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use meetpunt_core::site::check;

    #[test]
    fn every_template_passes_the_check_of_site_files_without_a_remark() {
        for template in TEMPLATES {
            let findings: Vec<_> = check(template.text).iter().map(ToString::to_string).collect();
            assert_eq!(findings, [""; 0], "{}", template.key);
        }
    }

    #[test]
    fn every_file_is_offered_once_under_its_own_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        let files = std::fs::read_dir(folder).expect("the folder");
        let mut files: Vec<_> =
            files.map(|file| file.expect("a file").file_name().into_string().expect("a name")).collect();
        let mut offered: Vec<_> = TEMPLATES.iter().map(|template| format!("{}.json", template.key)).collect();
        files.sort();
        offered.sort();
        assert_eq!(offered, files);
        for template in TEMPLATES {
            assert!(template.text.contains(&format!("\"id\": \"{}\"", template.key)), "{}", template.key);
        }
    }

    #[test]
    fn every_template_has_a_kind() {
        let counts: usize = KINDS.iter().map(|kind| kind.1).sum();
        assert_eq!(counts, TEMPLATES.len());
    }

    /// What the widget makes of it, in both languages of the studio: a question, and no corrected setting.
    #[test]
    fn every_template_asks_its_question() {
        use crate::catalogue::catalogue;
        use crate::draft::Draft;
        use meetpunt_core::settings::resolve;

        for template in TEMPLATES {
            let mut draft = Draft::default();
            draft.begin(template.page, &template.survey());
            let pairs = draft.pairs(template.page);
            let pairs: Vec<_> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            for language in ["en", "nl"] {
                let resolved = resolve(&pairs, &catalogue(language)).expect(template.key);
                assert_eq!(resolved.warnings, [], "{} {language}", template.key);
                assert!(!resolved.settings.first.question.is_empty(), "{} {language}", template.key);
            }
        }
    }
}
