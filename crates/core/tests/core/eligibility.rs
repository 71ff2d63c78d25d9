//! Who may be asked.

mod alike;
mod clocks;
mod explained;
mod moment;
mod often;
mod remembered;

use meetpunt_core::eligibility::{Case, History, Signals, Verdict, decide};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Rules, Settings};
use meetpunt_core::time::DAY;

/// The day of the decision.
const TODAY: u32 = 20_000;

/// Noon of it.
const NOW: u64 = TODAY as u64 * DAY + DAY / 2;

/// A survey from its attributes, none of them corrected.
#[track_caller]
fn survey(pairs: &[(&str, &str)]) -> (Settings, Rules) {
    let resolved = settings::resolve(pairs, &Catalogue::english()).expect("settings");
    let (rules, warnings) = settings::rules(pairs);
    assert_eq!((resolved.warnings, warnings), (vec![], vec![]));
    (resolved.settings, rules)
}

/// What is decided at noon, with draw 0.
#[track_caller]
fn decided(pairs: &[(&str, &str)], history: &History, signals: &Signals<'_>) -> Verdict {
    let (settings, rules) = survey(pairs);
    decide(&Case { settings: &settings, rules: &rules, history, signals, now: NOW, draw: 0 })
}

/// Why a survey does not show; `None` where it does.
#[track_caller]
fn check(pairs: &[(&str, &str)], stored: &str, signals: &Signals<'_>, reason: Option<&str>) {
    let verdict = decided(pairs, &History::read(stored), signals);
    assert_eq!(verdict.reason, reason, "{pairs:?} {stored} {signals:?} {verdict:#?}");
    assert_eq!(verdict.show, reason.is_none());
}
