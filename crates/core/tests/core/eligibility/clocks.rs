//! The survey's own clocks, and the quiet of the site.

use meetpunt_core::eligibility::{History, Signals};
use meetpunt_core::time::{DAY, Timestamp};

use super::{TODAY, decided};

/// Checks a popover after these outcomes, each so many days ago.
#[track_caller]
fn check(pairs: &[(&str, &str)], days_ago: &[(&str, i64)], reason: Option<&str>) {
    let days = days_ago.iter().map(|(outcome, ago)| format!("\"{outcome}\": {}", i64::from(TODAY) - ago));
    let stored = format!("{{\"own\": {{{}}}}}", days.collect::<Vec<_>>().join(", "));
    let pairs = [&[("display", "popover"), ("survey", "own")], pairs].concat();
    super::check(&pairs, &stored, &Signals::default(), reason);
}

#[test]
fn a_visitor_who_was_never_asked_may_be() {
    check(&[("metric", "nps")], &[], None);
}

#[test]
fn an_answer_rests_for_its_wait_to_the_day() {
    let answered = |days| [("shown", days), ("answered", days)];
    check(&[("metric", "nps")], &answered(0), Some("answered"));
    check(&[("metric", "nps")], &answered(89), Some("answered"));
    check(&[("metric", "nps")], &answered(90), None);
    check(&[("metric", "csat")], &answered(29), Some("answered"));
    check(&[("metric", "csat")], &answered(30), None);
    let own = |wait| [("metric", "csat"), ("ask-again", wait)];
    check(&own("answered:1d"), &answered(0), Some("answered"));
    check(&own("answered:1d"), &answered(1), None);
    check(&own("answered:0d"), &answered(0), None);
    check(&own("answered:never"), &answered(19_000), Some("answered"));
}

#[test]
fn each_outcome_has_its_own_clock() {
    let dismissed = |days| [("shown", days), ("dismissed", days)];
    check(&[("metric", "ces")], &dismissed(89), Some("dismissed"));
    check(&[("metric", "ces")], &dismissed(90), None);
    check(&[("metric", "ces")], &[("ignored", 29)], Some("ignored"));
    check(&[("metric", "ces")], &[("ignored", 30)], None);
}

#[test]
fn shown_and_left_alone_counts_as_ignored() {
    check(&[("metric", "nps")], &[("shown", 29), ("answered", 200)], Some("ignored"));
    check(&[("metric", "nps")], &[("shown", 30), ("answered", 200)], None);
    check(&[("metric", "csat")], &[("shown", 40), ("answered", 40)], None);
}

#[test]
fn a_clock_that_was_set_back_does_not_ask_twice() {
    check(&[("metric", "nps")], &[("answered", -1)], Some("answered"));
}

#[test]
fn a_day_that_was_noted_while_the_clock_was_wrong_means_nothing() {
    check(&[("metric", "nps")], &[("answered", -2)], None);
    check(&[("metric", "nps")], &[("answered", -4_000)], None);
}

#[test]
fn surveys_of_one_site_keep_their_distance() {
    let shown = |days: u32| format!("{{\"*\": {{\"shown\": {}}}}}", TODAY - days);
    let popover = [("metric", "nps"), ("display", "popover")];
    super::check(&popover, &shown(29), &Signals::default(), Some("quiet"));
    super::check(&popover, &shown(30), &Signals::default(), None);
    let quiet = |quiet| [&popover[..], &[("quiet", quiet)]].concat();
    super::check(&quiet("7d"), &shown(6), &Signals::default(), Some("quiet"));
    super::check(&quiet("7d"), &shown(7), &Signals::default(), None);
    super::check(&quiet("0d"), &shown(0), &Signals::default(), None);
    // A part of a day is a day.
    super::check(&quiet("1h"), &shown(0), &Signals::default(), Some("quiet"));
}

#[test]
fn an_inline_survey_does_not_wait_for_others() {
    let stored = format!("{{\"*\": {{\"shown\": {TODAY}}}}}");
    super::check(&[("metric", "nps")], &stored, &Signals::default(), None);
}

#[test]
fn a_quarterly_survey_is_not_pushed_back_by_others() {
    // The clock of a survey runs from its own last answer, whatever was shown since.
    let stored = format!(
        "{{\"*\": {{\"shown\": {}}}, \"own\": {{\"shown\": {1}, \"answered\": {1}}}, \"csat\": {{\"answered\": {TODAY}}}}}",
        TODAY - 30,
        TODAY - 90
    );
    let pairs = [("metric", "nps"), ("display", "popover"), ("survey", "own")];
    super::check(&pairs, &stored, &Signals::default(), None);
}

#[test]
fn a_wait_says_until_when() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], stored: &str, until: Option<u32>) {
        let pairs = [&[("metric", "nps"), ("display", "popover")], pairs].concat();
        let verdict = decided(&pairs, &History::read(stored), &Signals::default());
        assert_eq!(verdict.until, until.map(|day| Timestamp(u64::from(day) * DAY)), "{verdict:#?}");
    }
    let answered = format!("{{\"nps\": {{\"answered\": {}}}}}", TODAY - 10);
    check(&[], "", None);
    check(&[], &answered, Some(TODAY + 80));
    // The longest of several waits.
    check(&[("quiet", "120d")], &format!("{{\"*\": {{\"shown\": {TODAY}}}, {}", &answered[1..]), Some(TODAY + 120));
    // No time helps against another rule.
    check(&[("ask-again", "answered:never")], &answered, None);
    check(&[("consent", "required")], &answered, None);
    check(&[], &format!("{{\"nps\": {{\"answered\": {}}}}}", TODAY + 1), Some(TODAY + 90));
    check(&[("starts", "2030-01-01T00:00:00Z")], "", Some(21_915));
}

#[test]
fn the_moment_that_a_wait_names_is_the_first_that_passes() {
    use meetpunt_core::eligibility::{Case, decide};
    let (settings, rules) = super::survey(&[("metric", "nps"), ("display", "popover")]);
    let stored = format!("{{\"*\": {{\"shown\": {TODAY}}}, \"nps\": {{\"shown\": {TODAY}, \"answered\": {TODAY}}}}}");
    let (history, signals) = (History::read(&stored), Signals::default());
    let at =
        |now| decide(&Case { settings: &settings, rules: &rules, history: &history, signals: &signals, now, draw: 0 });
    let until = at(super::NOW).until.expect("a wait").0;
    assert!(!at(until - 1).show);
    assert!(at(until).show);
}
