//! Rules that look at the time, the page and the visit.

use meetpunt_core::eligibility::{Due, History, Opening, Signals};
use meetpunt_core::settings::Device;

use super::{check, decided};

const NPS: (&str, &str) = ("metric", "nps");
const POPOVER: (&str, &str) = ("display", "popover");

#[test]
fn a_survey_shows_from_its_start_until_its_end() {
    // The decision is made on 4 October 2024 at noon.
    let starts = |time| [NPS, ("starts", time)];
    check(&starts("2024-10-04T12:00:00Z"), "", &Signals::default(), None);
    check(&starts("2024-10-04T12:00:00.001Z"), "", &Signals::default(), Some("starts"));
    check(&starts("2024-10-04T14:00:00+02:00"), "", &Signals::default(), None);
    let ends = |time| [NPS, ("ends", time)];
    check(&ends("2024-10-04T12:00:00Z"), "", &Signals::default(), Some("ends"));
    check(&ends("2024-10-04T12:00:00.001Z"), "", &Signals::default(), None);
}

#[test]
fn only_listed_devices_are_asked() {
    let on = |device| Signals { device, ..Signals::default() };
    let pairs = [NPS, ("devices", "phone, tablet")];
    check(&pairs, "", &on(Some(Device::Phone)), None);
    check(&pairs, "", &on(Some(Device::Desktop)), Some("devices"));
    check(&pairs, "", &on(None), None);
    check(&[NPS], "", &on(Some(Device::Desktop)), None);
}

#[test]
fn a_language_that_is_missing_never_hides_a_survey() {
    check(&[NPS, ("lang", "tlh")], "", &Signals::default(), None);
}

#[test]
fn other_pages_have_no_survey() {
    let elsewhere = Signals { on_page: false, ..Signals::default() };
    check(&[NPS, ("match", "/order/*")], "", &elsewhere, Some("match"));
    check(&[NPS, ("match", "/order/*")], "", &Signals::default(), None);
    check(&[NPS], "", &elsewhere, None);
    let called = Signals { opening: Opening::Page, ..elsewhere };
    check(&[NPS, ("match", "/order/*")], "", &called, None);
}

#[test]
fn only_the_audience_is_asked() {
    #[track_caller]
    fn check(audience: &str, attributes: &[(&str, &str)], included: bool) {
        let signals = Signals { attributes: attributes.to_vec(), ..Signals::default() };
        let reason = (!included).then_some("audience");
        super::check(&[NPS, ("audience", audience)], "", &signals, reason);
    }
    let pro = r#"{"all": [{"attribute": "plan", "is": "pro"}]}"#;
    check(pro, &[("plan", "pro")], true);
    check(pro, &[("plan", "Pro")], false);
    check(pro, &[("plan", "free"), ("plan", "pro")], true);
    check(pro, &[], false);
    check(r#"{"attribute": "plan", "isNot": "pro"}"#, &[], true);
    check(r#"{"attribute": "plan", "isNot": "pro"}"#, &[("plan", "pro")], false);
    check(r#"{"attribute": "country", "in": ["NL", "BE"]}"#, &[("country", "BE")], true);
    check(r#"{"attribute": "country", "in": ["NL", "BE"]}"#, &[("country", "DE")], false);
    check(r#"{"attribute": "country", "in": []}"#, &[("country", "DE")], false);
    check(r#"{"attribute": "cart", "exists": true}"#, &[("cart", "")], true);
    check(r#"{"attribute": "cart", "exists": false}"#, &[("cart", "")], false);
    check(r#"{"attribute": "cart", "exists": false}"#, &[], true);
    check(r#"{"attribute": "orders", "is": 3}"#, &[("orders", "3")], true);
    check(r#"{"attribute": "vip", "is": true}"#, &[("vip", "true")], true);
    check(r#"{"any": []}"#, &[], false);
    check(r#"{"all": []}"#, &[], true);
    check(r#"{"not": {"any": [{"attribute": "a", "is": 1}, {"attribute": "b", "is": 2}]}}"#, &[("b", "2")], false);
    check(r#"{"not": {"any": [{"attribute": "a", "is": 1}, {"attribute": "b", "is": 2}]}}"#, &[("b", "3")], true);
}

#[test]
fn numbers_of_an_audience_compare_by_value() {
    #[track_caller]
    fn check(audience: &str, value: &str, included: bool) {
        let signals = Signals { attributes: vec![("total", value)], ..Signals::default() };
        super::check(&[NPS, ("audience", audience)], "", &signals, (!included).then_some("audience"));
    }
    let above = r#"{"attribute": "total", "above": 49.95}"#;
    check(above, "49.95", false);
    check(above, "49.950", false);
    check(above, "49.951", true);
    check(above, "100", true);
    check(above, "-100", false);
    check(above, "a lot", false);
    check(r#"{"attribute": "total", "below": "0"}"#, "-0.01", true);
    check(r#"{"attribute": "total", "below": 0}"#, "-0", false);
    let between = r#"{"attribute": "total", "above": 5, "below": 10}"#;
    check(between, "5", false);
    check(between, "7", true);
    check(between, "10", false);
}

#[test]
fn without_required_consent_nobody_is_asked() {
    let pairs = [NPS, ("consent", "required")];
    check(&pairs, "", &Signals::default(), Some("consent"));
    check(&pairs, "", &Signals { consent: true, ..Signals::default() }, None);
}

#[test]
fn nothing_new_is_asked_while_no_more_answers_can_be_kept() {
    check(&[NPS], "", &Signals { outbox_full: true, ..Signals::default() }, Some("outbox"));
}

#[test]
fn one_survey_is_open_at_a_time() {
    let open = |open| Signals { open: Some(open), ..Signals::default() };
    check(&[NPS, POPOVER], "", &open("csat"), Some("open"));
    check(&[NPS, POPOVER], "", &open("nps"), None);
    check(&[NPS], "", &open("csat"), None);
}

#[test]
fn a_page_can_block_surveys() {
    let blocked = Signals { block: Some("data-meetpunt-block"), ..Signals::default() };
    check(&[NPS], "", &blocked, Some("block"));
    check(&[NPS, ("preview", "")], "", &blocked, Some("block"));
}

#[test]
fn of_several_that_are_due_one_comes_first() {
    #[track_caller]
    fn check(own: &str, due: &[(&str, u16)], reason: Option<&str>) {
        let due = due.iter().map(|&(survey, priority)| Due { survey, priority }).collect();
        let signals = Signals { due, ..Signals::default() };
        super::check(&[NPS, POPOVER, ("priority", own)], "", &signals, reason);
    }
    check("0", &[], None);
    check("0", &[("nps", 0)], None);
    check("0", &[("csat", 1), ("nps", 0)], Some("priority"));
    check("0", &[("nps", 0), ("csat", 1)], Some("priority"));
    check("2", &[("csat", 1), ("nps", 2)], None);
    check("1", &[("nps", 1), ("csat", 1)], None);
    check("1", &[("csat", 1), ("nps", 1)], Some("priority"));
}

#[test]
fn the_first_rule_that_refuses_is_the_reason_and_all_are_told() {
    let signals = Signals { block: Some("a dialog"), session: 1, ..Signals::default() };
    let verdict = decided(&[NPS, POPOVER, ("consent", "required")], &History::default(), &signals);
    assert_eq!(verdict.reason, Some("consent"));
    let refused = verdict.checks.iter().filter(|check| !check.passed);
    assert_eq!(refused.map(|check| check.rule).collect::<Vec<_>>(), ["consent", "block", "per-session"]);
}
