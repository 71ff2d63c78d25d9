//! What the check of site files says about a draft, setting by setting.

use meetpunt_core::site::{Severity, check, kebab};

use crate::draft::Draft;
use crate::touchpoint::Touchpoint;

/// A mistake, or what should be thought about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The setting's name; empty where it is about the survey as a whole.
    pub setting: String,
    pub severity: Severity,
    /// In English, as the command line says it.
    pub text: String,
}

/// Every remark on a page's survey, in the order of its settings.
pub fn remarks(draft: &Draft, touchpoint: Touchpoint) -> Vec<Remark> {
    let findings = check(&serde_json::to_string_pretty(&draft.site(touchpoint)).unwrap_or_default());
    findings.into_iter().map(|finding| remark(finding.severity, &finding.message)).collect()
}

/// `surveys[0].question.nl: what is wrong` as the setting `question` and the rest.
fn remark(severity: Severity, message: &str) -> Remark {
    let (at, text) = message.split_once(": ").unwrap_or(("", message));
    let path = at.strip_prefix("surveys[0]").or_else(|| at.strip_prefix("defaults"));
    let (setting, text) = match path {
        Some(path) => (path.trim_start_matches('.').split(['.', '[']).next().unwrap_or_default(), text),
        None => ("", message),
    };
    Remark { setting: kebab(setting), severity, text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check_one(name: &str, value: serde_json::Value, severity: Severity, part: &str) {
        let mut draft = Draft::default();
        draft.set(Touchpoint::Order, name, Some(value));
        let found = remarks(&draft, Touchpoint::Order);
        let [remark] = found.as_slice() else {
            panic!("{name}: {found:?}");
        };
        assert_eq!((remark.setting.as_str(), remark.severity), (name, severity), "{remark:?}");
        assert!(remark.text.contains(part), "{remark:?}");
    }

    #[test]
    fn what_hurts_the_measurement_is_told_beside_its_setting() {
        check_one("thanks", json!("Win a voucher!"), Severity::Warning, "reward");
        check_one("question", json!({"en": "Please give us a 10"}), Severity::Warning, "asks for a certain score");
        check_one("thanks-positive", json!("See https://reviews.example"), Severity::Warning, "some classes only");
        check_one("display", json!("drawer"), Severity::Error, "one of: inline");
        check_one("look", json!("stars"), Severity::Error, "numbers");
    }

    #[test]
    fn the_sample_shop_needs_no_remark() {
        for touchpoint in Touchpoint::ALL {
            assert_eq!(remarks(&Draft::default(), touchpoint), []);
        }
    }
}
