//! The settings that say when and to whom a survey may show.

use meetpunt_core::settings::{
    self, Adapter, Audience, Condition, Device, Mode, Pattern, Rules, Storage, Trigger, Warning, Window,
};
use proptest::prelude::*;

/// Rules without a correction.
#[track_caller]
fn rules(pairs: &[(&str, &str)]) -> Rules {
    let (rules, warnings) = settings::rules(pairs);
    assert_eq!(warnings, []);
    rules
}

/// One wrong setting: the default holds, and the warning says this.
#[track_caller]
fn corrected(setting: &str, written: &str, found: &str, expected: &str) {
    let (corrected, warnings) = settings::rules(&[(setting, written)]);
    let warning = Warning { setting: setting.to_owned(), found: found.to_owned(), expected: expected.to_owned() };
    assert_eq!(warnings, [warning]);
    assert_eq!(corrected, rules(&[]));
}

#[test]
fn a_survey_without_rules_has_these() {
    let expected = Rules {
        triggers: vec![Trigger::Visible(0)],
        pages: vec![],
        devices: vec![],
        audience: Audience::All(vec![]),
        window: Window { starts: None, ends: None },
        quiet: 30,
        per_session: 1,
        priority: 0,
        mode: Mode::Normal,
        storage: Storage::Local,
        adapters: vec![],
    };
    assert_eq!(rules(&[]), expected);
}

#[test]
fn rules_are_read() {
    let rules = rules(&[
        ("match", "/order/*, !/order/old , */done"),
        ("devices", "phone, TABLET, phone"),
        ("starts", "2026-11-21T09:00:00+01:00"),
        ("ends", "2026-11-21T09:00:00Z"),
        ("quiet", "36h"),
        ("per-session", "2"),
        ("priority", "10"),
        ("mode", "kiosk"),
        ("storage", "session"),
        ("adapters", "segment,datalayer"),
    ]);
    let pattern = |text: &str, excludes| Pattern { text: text.to_owned(), excludes };
    assert_eq!(rules.pages, [pattern("/order/*", false), pattern("/order/old", true), pattern("*/done", false)]);
    assert_eq!(rules.devices, [Device::Phone, Device::Tablet]);
    assert_eq!(rules.window, Window { starts: Some(1_795_248_000_000), ends: Some(1_795_251_600_000) });
    assert_eq!((rules.quiet, rules.per_session, rules.priority), (2, 2, 10));
    assert_eq!((rules.mode, rules.storage), (Mode::Kiosk, Storage::Session));
    assert_eq!(rules.adapters, [Adapter::Segment, Adapter::Datalayer]);
}

#[test]
fn what_cannot_be_read_is_told() {
    corrected("devices", "watch", "watch", "one of: phone, tablet, desktop");
    corrected("adapters", "ga", "ga", "one of: datalayer, posthog, segment");
    corrected("mode", "shop", "shop", "one of: normal, kiosk");
    corrected("storage", "cookie", "cookie", "one of: local, session, none");
    let days = "a duration of at most 65535d, such as 30d";
    corrected("quiet", "30", "30", days);
    corrected("quiet", "65536d", "65536d", days);
    let whole = "a whole number from 0 to 65535";
    corrected("per-session", "-1", "-1", whole);
    corrected("priority", "1.5", "1.5", whole);
    let time = "a date with time and zone, such as 2026-11-21T09:00:00+01:00";
    corrected("starts", "2026-11-21", "2026-11-21", time);
    corrected("ends", "21 Nov", "21 Nov", time);
    let path = "a pattern of paths that begins with / or *, such as /order/*, or !/cart";
    corrected("match", "order", "order", path);
    corrected("match", "https://shop.example/", "https://shop.example/", path);
}

#[test]
fn an_end_before_the_start_is_left_out() {
    let pairs = [("starts", "2026-11-21T09:00:00Z"), ("ends", "2026-11-21T09:00:00Z")];
    let (rules, warnings) = settings::rules(&pairs);
    assert_eq!(rules.window, Window { starts: Some(1_795_251_600_000), ends: None });
    assert_eq!(warnings[0].expected, "a time after that of starts");
}

#[test]
fn triggers_are_read() {
    #[track_caller]
    fn check(text: &str, expected: &[Trigger]) {
        assert_eq!(rules(&[("trigger", text)]).triggers, expected, "{text}");
    }
    check("load", &[Trigger::Load]);
    check("delay:1500ms, exit", &[Trigger::Delay(1_500), Trigger::Exit]);
    check("scroll:1%,scroll:100 %", &[Trigger::Scroll(1), Trigger::Scroll(100)]);
    check("visible, visible:2s", &[Trigger::Visible(0), Trigger::Visible(2_000)]);
    check("idle:1m, manual", &[Trigger::Idle(60_000), Trigger::Manual]);
    check(
        "click:#a b:hover\u{1f}event:a, b\u{1f}",
        &[Trigger::Click("#a b:hover".to_owned()), Trigger::Event("a, b".to_owned())],
    );
}

#[test]
fn the_default_trigger_goes_by_the_display() {
    let of = |display| rules(&[("display", display)]).triggers;
    assert_eq!(of("inline"), [Trigger::Visible(0)]);
    assert_eq!(of("popover"), [Trigger::Delay(3_000)]);
    assert_eq!(of("Tab"), [Trigger::Load]);
}

#[test]
fn a_trigger_that_cannot_be_read_is_told() {
    let known = "load, delay:3s, scroll:60%, visible, visible:2s, exit, idle:30s, click:#feedback, event:order-placed \
                 or manual";
    corrected("trigger", "hover", "hover", known);
    corrected("trigger", "load:3s", "load:3s", known);
    corrected("trigger", "delay", "delay", "delay with a duration, such as delay:3s");
    corrected("trigger", "delay:3", "delay:3", "delay with a duration, such as delay:3s");
    corrected("trigger", "visible:", "visible:", "visible, or with a duration, such as visible:2s");
    corrected("trigger", "scroll:0%", "scroll:0%", "scroll with a percentage from 1% to 100%, such as scroll:60%");
    corrected("trigger", "scroll:half", "scroll:half", "scroll with a percentage from 1% to 100%, such as scroll:60%");
    corrected("trigger", "idle:x", "idle:x", "idle with a duration, such as idle:30s");
    corrected("trigger", "click: ", "click:", "click with a selector, such as click:#feedback");
    corrected("trigger", "event", "event", "event with a name, such as event:order-placed");
}

#[test]
fn an_audience_is_read() {
    let text =
        r#"{"any": [{"attribute": "plan", "is": "pro", "isNot": 7}, {"not": {"attribute": "n", "above": 1.50}}]}"#;
    let expected = Audience::Any(vec![
        Audience::Attribute("plan".to_owned(), vec![Condition::Is("pro".to_owned()), Condition::IsNot("7".to_owned())]),
        Audience::Not(Box::new(Audience::Attribute("n".to_owned(), vec![Condition::Above("1.50".to_owned())]))),
    ]);
    assert_eq!(rules(&[("audience", text)]).audience, expected);
}

#[test]
fn an_audience_that_cannot_be_read_is_everybody() {
    let wanted = "objects with all, any or not, or with attribute and is, isNot, in, exists, above or below";
    corrected("audience", "pro", "pro", "JSON, such as {\"attribute\": \"plan\", \"is\": \"pro\"}");
    for whole in ["{}", "[]", "7", r#"{"attribute": "plan"}"#, r#"{"is": "pro"}"#, r#"{"all": [[]]}"#] {
        corrected("audience", whole, whole, wanted);
    }
    corrected("audience", r#"{"attribute": "a", "equals": 1}"#, "equals", wanted);
    corrected("audience", r#"{"all": [], "any": []}"#, "all", wanted);
    corrected("audience", r#"{"all": {}}"#, r#"{"all": {}}"#, "a list after all and any");
    corrected("audience", r#"{"attribute": 7, "is": 1}"#, "attribute", "the name of an attribute as text");
    corrected("audience", r#"{"attribute": "a", "is": []}"#, "is", "a text, a number, true or false");
    corrected("audience", r#"{"attribute": "a", "in": "b"}"#, "in", "a list of texts or numbers");
    corrected("audience", r#"{"attribute": "a", "in": [{}]}"#, "in", "a list of texts or numbers");
    corrected("audience", r#"{"attribute": "a", "exists": 1}"#, "exists", "true or false");
    let number = "a number without exponent, such as 49.95";
    corrected("audience", r#"{"attribute": "a", "above": "x"}"#, "above", number);
    corrected("audience", r#"{"attribute": "a", "below": 1e3}"#, "below", number);
}

proptest! {
    #[test]
    fn no_rule_panics(setting in 0_usize..11, text in ".*") {
        let names = ["trigger", "match", "devices", "audience", "starts", "ends", "quiet", "per-session", "priority", "mode", "adapters"];
        let _ = settings::rules(&[(names[setting], &text)]);
    }

    #[test]
    fn nothing_like_an_audience_panics(text in r#"(\{|\}|\[|\]|"all"|"any"|"not"|"attribute"|"is"|"in"|"above"|:|,|1|"a"| ){0,30}"#) {
        let _ = settings::rules(&[("audience", &text)]);
    }
}
