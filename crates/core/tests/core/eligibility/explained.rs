//! What people read who ask why nothing was shown.

use meetpunt_core::eligibility::{Due, History, Opening, Signals};
use meetpunt_core::settings::Device;
use meetpunt_core::wire::json;

use super::{TODAY, decided};

#[test]
fn every_rule_explains_itself() {
    let stored = format!("{{\"*\": {{\"shown\": {0}}}, \"nps\": {{\"shown\": {0}, \"answered\": {0}}}}}", TODAY - 12);
    let signals = Signals { device: Some(Device::Phone), session: 0, ..Signals::default() };
    let verdict = decided(&[("metric", "nps"), ("display", "popover")], &History::read(&stored), &signals);
    let expected = [
        r#"{"show":false,"reason":"quiet","until":"2024-12-21T00:00:00.000Z","checks":["#,
        r#"{"rule":"starts","passed":true,"value":"always"},"#,
        r#"{"rule":"ends","passed":true,"value":"always"},"#,
        r#"{"rule":"devices","passed":true,"value":"phone"},"#,
        r#"{"rule":"lang","passed":true,"value":"en"},"#,
        r#"{"rule":"match","passed":true,"value":"all pages"},"#,
        r#"{"rule":"audience","passed":true,"value":"everybody"},"#,
        r#"{"rule":"consent","passed":true,"value":"not required"},"#,
        r#"{"rule":"outbox","passed":true,"value":"has room"},"#,
        r#"{"rule":"open","passed":true,"value":"no other"},"#,
        r#"{"rule":"block","passed":true,"value":"nothing"},"#,
        r#"{"rule":"quiet","passed":false,"value":"12 of 30 days"},"#,
        r#"{"rule":"answered","passed":false,"value":"12 of 90 days"},"#,
        r#"{"rule":"dismissed","passed":true,"value":"not before"},"#,
        r#"{"rule":"ignored","passed":true,"value":"not before"},"#,
        r#"{"rule":"occasion","passed":true,"value":"none"},"#,
        r#"{"rule":"per-session","passed":true,"value":"0 of 1"},"#,
        r#"{"rule":"priority","passed":true,"value":"0"},"#,
        r#"{"rule":"sample","passed":true,"value":"draw 0.0 of 100.0%"}]}"#,
    ];
    assert_eq!(json::to_string(&verdict), expected.concat());
}

#[test]
fn values_say_what_was_seen() {
    let pairs = [
        ("metric", "nps"),
        ("display", "popover"),
        ("starts", "2024-01-01T00:00:00Z"),
        ("match", "/a"),
        ("audience", r#"{"all": [{"attribute": "plan", "is": "pro"}, {"not": {"attribute": "age", "above": 9}}]}"#),
        ("ask-again", "answered:never"),
        ("occasion", "order-17"),
        ("sample", "12.5%"),
    ];
    let signals = Signals {
        opening: Opening::Page,
        on_page: false,
        open: Some("csat"),
        block: Some("a dialog"),
        session: 2,
        due: vec![Due { survey: "csat", priority: 3 }],
        attributes: vec![("plan", "pro")],
        ..Signals::default()
    };
    let stored = format!("{{\"nps\": {{\"answered\": {}, \"draw\": 1250}}}}", TODAY - 3);
    let verdict = decided(&pairs, &History::read(&stored), &signals);
    let seen = |rule| {
        let check = verdict.checks.iter().find(|check| check.rule == rule).expect("a rule");
        (check.passed, check.value.as_str())
    };
    assert_eq!(seen("starts"), (true, "2024-01-01T00:00:00.000Z"));
    assert_eq!(seen("devices"), (true, "unknown"));
    assert_eq!(seen("match"), (true, "does not match (opened by the page)"));
    assert_eq!(seen("audience"), (true, "plan=pro, age not set"));
    assert_eq!(seen("open"), (false, "csat"));
    assert_eq!(seen("block"), (false, "a dialog"));
    assert_eq!(seen("answered"), (true, "3 days ago, never again (opened by the page)"));
    assert_eq!(seen("occasion"), (true, "new"));
    assert_eq!(seen("per-session"), (true, "2 of 1 (opened by the page)"));
    assert_eq!(seen("priority"), (true, "0, after csat (opened by the page)"));
    assert_eq!(seen("sample"), (true, "draw 12.5 of 12.5% (opened by the page)"));
}

#[test]
fn signals_cross_the_seam_as_texts() {
    let pairs = [
        ("opening", "visitor"),
        ("device", "tablet"),
        ("match", "false"),
        ("consent", "true"),
        ("full", "true"),
        ("open", "csat"),
        ("block", "a dialog"),
        ("session", "3"),
        ("due.csat", "2"),
        ("due.nps", "70000"),
        ("set.plan", "pro"),
        ("set.a.b", ""),
        ("new", "thing"),
    ];
    let expected = Signals {
        opening: Opening::Visitor,
        device: Some(Device::Tablet),
        on_page: false,
        consent: true,
        outbox_full: true,
        open: Some("csat"),
        block: Some("a dialog"),
        session: 3,
        due: vec![Due { survey: "csat", priority: 2 }, Due { survey: "nps", priority: u16::MAX }],
        attributes: vec![("plan", "pro"), ("a.b", "")],
    };
    assert_eq!(Signals::read(&pairs), expected);
    assert_eq!(Signals::read(&[]), Signals::default());
    let odd = [("opening", "?"), ("device", "watch"), ("match", ""), ("open", ""), ("block", ""), ("session", "-1")];
    assert_eq!(Signals::read(&odd), Signals::default());
}
