//! Who may be asked.

use meetpunt_core::eligibility::{Record, decide};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Settings};
use meetpunt_core::wire::json;

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let resolved = settings::resolve(pairs, &Catalogue::english()).expect("settings");
    assert_eq!(resolved.warnings, []);
    resolved.settings
}

const TODAY: u32 = 20_000;

fn days_ago(days: u32) -> Option<u32> {
    Some(TODAY - days)
}

#[track_caller]
fn check(pairs: &[(&str, &str)], record: Record, reason: Option<&str>) {
    let verdict = decide(&settings(pairs), &record, TODAY, false);
    assert_eq!(verdict.reason, reason, "{verdict:?}");
    assert_eq!(verdict.show, reason.is_none());
}

#[test]
fn a_visitor_who_was_never_asked_may_be() {
    check(&[("metric", "nps")], Record::default(), None);
}

#[test]
fn an_answer_rests_for_its_wait_to_the_day() {
    let answered = |days| Record { shown: days_ago(days), answered: days_ago(days), ..Record::default() };
    check(&[("metric", "nps")], answered(0), Some("answered"));
    check(&[("metric", "nps")], answered(89), Some("answered"));
    check(&[("metric", "nps")], answered(90), None);
    check(&[("metric", "csat")], answered(29), Some("answered"));
    check(&[("metric", "csat")], answered(30), None);
    let own = |wait| [("metric", "csat"), ("ask-again", wait)];
    check(&own("answered:1d"), answered(0), Some("answered"));
    check(&own("answered:1d"), answered(1), None);
    check(&own("answered:0d"), answered(0), None);
    check(&own("answered:never"), answered(19_000), Some("answered"));
}

#[test]
fn each_outcome_has_its_own_clock() {
    let dismissed = |days| Record { shown: days_ago(days), dismissed: days_ago(days), ..Record::default() };
    check(&[("metric", "ces")], dismissed(89), Some("dismissed"));
    check(&[("metric", "ces")], dismissed(90), None);
    let ignored = |days| Record { ignored: days_ago(days), ..Record::default() };
    check(&[("metric", "ces")], ignored(29), Some("ignored"));
    check(&[("metric", "ces")], ignored(30), None);
}

#[test]
fn shown_and_left_alone_counts_as_ignored() {
    let left = |days| Record { shown: days_ago(days), answered: days_ago(200), ..Record::default() };
    check(&[("metric", "nps")], left(29), Some("ignored"));
    check(&[("metric", "nps")], left(30), None);
    let answered_the_same_day = Record { shown: days_ago(40), answered: days_ago(40), ..Record::default() };
    check(&[("metric", "csat")], answered_the_same_day, None);
}

#[test]
fn a_clock_that_was_set_back_does_not_ask_twice() {
    let tomorrow = Record { answered: Some(TODAY + 1), ..Record::default() };
    check(&[("metric", "nps")], tomorrow, Some("answered"));
}

#[test]
fn without_required_consent_nobody_is_asked() {
    let survey = settings(&[("metric", "nps"), ("consent", "required")]);
    let refused = decide(&survey, &Record::default(), TODAY, false);
    assert_eq!(refused.reason, Some("consent"));
    assert!(decide(&survey, &Record::default(), TODAY, true).show);
}

#[test]
fn a_preview_passes_every_rule() {
    let survey = settings(&[("metric", "nps"), ("consent", "required"), ("preview", "")]);
    let record = Record { answered: days_ago(0), ..Record::default() };
    assert!(decide(&survey, &record, TODAY, false).show);
}

#[test]
fn every_rule_explains_itself() {
    let record = Record { answered: days_ago(12), ..Record::default() };
    let verdict = decide(&settings(&[("metric", "nps")]), &record, TODAY, false);
    assert_eq!(
        json::to_string(&verdict),
        concat!(
            r#"{"show":false,"reason":"answered","checks":["#,
            r#"{"rule":"consent","passed":true,"value":"not required"},"#,
            r#"{"rule":"answered","passed":false,"value":"12 of 90 days"},"#,
            r#"{"rule":"dismissed","passed":true,"value":"not before"},"#,
            r#"{"rule":"ignored","passed":true,"value":"not before"}]}"#
        )
    );
}
