//! The page decides in JavaScript, by rules of its own; what it decides is what core does.

use meetpunt_core::eligibility::{Case, History, Signals, decide};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings;
use serde_json::{Value, json};

/// The texts of an object.
fn texts(object: &Value) -> Vec<(&str, &str)> {
    let entries = object.as_object().expect("an object");
    entries.iter().map(|(name, text)| (name.as_str(), text.as_str().expect("a text"))).collect()
}

#[test]
fn the_page_and_core_decide_alike() {
    // Each verdict is also what testdata/eligibility/decide.mjs makes of it.
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../../../testdata/eligibility/cases.json")).expect("JSON");
    for case in &cases {
        let pairs = texts(&case["settings"]);
        let resolved = settings::resolve(&pairs, &Catalogue::english()).expect("settings");
        let (rules, _) = settings::rules(&pairs);
        let verdict = decide(&Case {
            settings: &resolved.settings,
            rules: &rules,
            history: &History::read(&case["record"].to_string()),
            signals: &Signals::read(&texts(&case["signals"])),
            now: case["now"].as_u64().expect("a time"),
            draw: u16::try_from(case["draw"].as_u64().expect("a draw")).expect("a small number"),
        });
        let short = |passed: bool, value: &str| format!("{}{value}", if passed { '+' } else { '-' });
        let checks: Vec<String> = verdict.checks.iter().map(|check| short(check.passed, &check.value)).collect();
        let found = json!({"reason": verdict.reason, "until": verdict.until, "checks": checks});
        assert_eq!(found, case["verdict"], "{}", case["what"]);
    }
    assert_eq!(cases.len(), 368);
}
