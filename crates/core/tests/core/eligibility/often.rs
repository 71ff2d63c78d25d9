//! How often one visitor is asked, who is drawn, and who passes over both.

use meetpunt_core::eligibility::{Case, History, Opening, Record, Signals, bucket, decide, drawn};

use super::{NOW, TODAY, check, survey};

const NPS: (&str, &str) = ("metric", "nps");
const POPOVER: (&str, &str) = ("display", "popover");

#[test]
fn a_visit_has_so_many_surveys() {
    let after = |session| Signals { session, ..Signals::default() };
    check(&[NPS, POPOVER], "", &after(0), None);
    check(&[NPS, POPOVER], "", &after(1), Some("per-session"));
    check(&[NPS, POPOVER, ("per-session", "2")], "", &after(1), None);
    check(&[NPS, POPOVER, ("per-session", "0")], "", &after(0), Some("per-session"));
    check(&[NPS], "", &after(9), None);
}

#[test]
fn an_order_is_asked_about_once() {
    let pairs = [("metric", "csat"), ("ask-again", "answered:0d, ignored:0d"), ("occasion", "order-17")];
    let asked = format!("{{\"csat\": {{\"occasions\": [1, {}]}}}}", Record::hash("order-17"));
    check(&pairs, &asked, &Signals::default(), Some("occasion"));
    let other = [pairs[0], pairs[1], ("occasion", "order-18")];
    check(&other, &asked, &Signals::default(), None);
}

#[test]
fn a_new_order_does_not_shorten_the_wait() {
    let answered = format!("{{\"csat\": {{\"answered\": {TODAY}}}}}");
    check(&[("metric", "csat"), ("occasion", "order-18")], &answered, &Signals::default(), Some("answered"));
}

/// Whether a visitor with this draw in the record and this fresh one is asked.
#[track_caller]
fn asked(share: &str, stored: &str, draw: u16) -> bool {
    let (settings, rules) = survey(&[NPS, ("sample", share)]);
    let (history, signals) = (History::read(stored), Signals::default());
    let verdict =
        decide(&Case { settings: &settings, rules: &rules, history: &history, signals: &signals, now: NOW, draw });
    assert_eq!(verdict.reason, (!verdict.show).then_some("sample"));
    verdict.show
}

#[test]
fn the_draw_decides_to_the_hundredth_of_a_per_cent() {
    assert!(asked("25%", "", 2_499));
    assert!(!asked("25%", "", 2_500));
    assert!(asked("0.01%", "", 0));
    assert!(!asked("0.01%", "", 1));
    assert!(!asked("0%", "", 0));
    assert!(asked("100%", "", 9_999));
}

#[test]
fn a_draw_is_kept() {
    assert!(asked("25%", r#"{"nps": {"draw": 2499}}"#, 9_999));
    assert!(!asked("25%", r#"{"nps": {"draw": 2500}}"#, 0));
    // What is no draw was never drawn.
    assert!(asked("25%", r#"{"nps": {"draw": 10000}}"#, 0));
    assert!(asked("25%", r#"{"nps": {"draw": "2500"}}"#, 0));
}

#[test]
fn a_share_that_grows_keeps_those_who_were_in() {
    for (stored, draw) in [(r#"{"nps": {"draw": 999}}"#, 0), ("", 999)] {
        assert!(asked("10%", stored, draw));
        assert!(asked("20%", stored, draw));
    }
}

#[test]
fn a_respondent_has_the_same_lot_on_every_device() {
    let (settings, rules) = survey(&[NPS, ("survey", "nps-main"), ("respondent", "visitor-2"), ("sample", "50%")]);
    assert_eq!(bucket("nps-main:visitor-2"), 4_577);
    for (stored, draw) in [("", 0), ("", 9_999), (r#"{"nps-main": {"draw": 9999}}"#, 0)] {
        let (history, signals) = (History::read(stored), Signals::default());
        let case = Case { settings: &settings, rules: &rules, history: &history, signals: &signals, now: NOW, draw };
        assert!(decide(&case).show);
    }
    let (settings, rules) = survey(&[NPS, ("survey", "nps-main"), ("respondent", "visitor-1"), ("sample", "50%")]);
    let (history, signals) = (History::default(), Signals::default());
    let case = Case { settings: &settings, rules: &rules, history: &history, signals: &signals, now: NOW, draw: 0 };
    assert_eq!(decide(&case).reason, Some("sample"));
}

#[test]
fn random_bits_become_a_draw() {
    assert_eq!(drawn(0), 0);
    assert_eq!(drawn(u32::MAX), 9_999);
    assert_eq!(drawn(u32::MAX / 2), 4_999);
}

/// Everything that asking often could be refused for.
const ASKED_TODAY: &str = r#"{"*": {"shown": 20000}, "nps": {"shown": 20000, "answered": 20000, "dismissed": 20000,
    "ignored": 20000, "draw": 9999, "occasions": [3559933102]}}"#;

/// The rules that refuse a survey which was just answered.
#[track_caller]
fn refusing(pairs: &[(&str, &str)], opening: Opening) -> Vec<&'static str> {
    let pairs = [&[NPS, ("occasion", "order-17"), ("sample", "50%")], pairs].concat();
    let signals = Signals {
        opening,
        session: 1,
        due: vec![meetpunt_core::eligibility::Due { survey: "csat", priority: 9 }],
        open: Some("csat"),
        ..Signals::default()
    };
    let verdict = super::decided(&pairs, &History::read(ASKED_TODAY), &signals);
    verdict.checks.into_iter().filter(|check| !check.passed).map(|check| check.rule).collect()
}

#[test]
fn each_circumstance_passes_over_its_rules_only() {
    assert_eq!(Record::hash("order-17"), 3_559_933_102);
    let all = ["open", "quiet", "answered", "dismissed", "ignored", "occasion", "per-session", "priority", "sample"];
    assert_eq!(refusing(&[POPOVER], Opening::Trigger), all);
    assert_eq!(refusing(&[POPOVER], Opening::Page), ["open"]);
    assert_eq!(refusing(&[POPOVER], Opening::Visitor), ["open"]);
    assert_eq!(refusing(&[POPOVER, ("preview", "")], Opening::Trigger), ["open"]);
    assert_eq!(refusing(&[POPOVER, ("mode", "kiosk")], Opening::Trigger), ["open", "priority", "sample"]);
    assert_eq!(refusing(&[], Opening::Trigger), ["answered", "dismissed", "ignored", "occasion", "sample"]);
}

#[test]
fn a_call_of_the_page_passes_over_neither_consent_nor_dates() {
    let called = |opening| Signals { opening, ..Signals::default() };
    for opening in [Opening::Page, Opening::Visitor] {
        check(&[NPS, ("consent", "required")], "", &called(opening), Some("consent"));
        check(&[NPS, ("ends", "2020-01-01T00:00:00Z")], "", &called(opening), Some("ends"));
    }
}

#[test]
fn a_preview_asks_without_consent_but_not_after_the_end() {
    check(&[NPS, ("preview", ""), ("consent", "required")], "", &Signals::default(), None);
    check(&[NPS, ("preview", ""), ("ends", "2020-01-01T00:00:00Z")], "", &Signals::default(), Some("ends"));
}
