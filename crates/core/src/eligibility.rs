//! May this visitor be asked now? Consent first, then the survey's own clocks.

use serde::Serialize;

use crate::settings::{Consent, Settings, Wait};
use crate::text::push_integer;

/// What is remembered of one survey and one visitor: the day number (days since 1970 UTC) of each last outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// When the survey was last shown.
    pub shown: Option<u32>,
    /// When a score was last given.
    pub answered: Option<u32>,
    /// When it was last closed without a score.
    pub dismissed: Option<u32>,
    /// When it was last shown and left alone.
    pub ignored: Option<u32>,
}

impl Record {
    /// When the survey was last left alone: noted so, or shown after every noted outcome.
    fn left_alone(&self) -> Option<u32> {
        let outcome = self.answered.max(self.dismissed).max(self.ignored);
        self.shown.filter(|shown| outcome.is_none_or(|outcome| outcome < *shown)).max(self.ignored)
    }
}

/// A rule and how it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The rule by the name of its setting or outcome.
    pub rule: &'static str,
    /// Whether it lets the survey show.
    pub passed: bool,
    /// What the rule saw, for people.
    pub value: String,
}

/// Whether the survey may show, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether every rule passed.
    pub show: bool,
    /// The first rule that did not pass.
    pub reason: Option<&'static str>,
    /// Every rule, in the order in which they decide.
    pub checks: Vec<Check>,
}

/// Looks at every rule. A preview passes all of them.
///
/// `today` is the day number of the visit. A day in the record that has not come yet, after a clock was set back,
/// counts as today.
///
/// | days since | wait `30d` | wait `0d` | `never` |
/// | --- | --- | --- | --- |
/// | no such day | passes | passes | passes |
/// | 0 | waits | passes | waits |
/// | 29 | waits | passes | waits |
/// | 30 | passes | passes | waits |
#[must_use]
pub fn decide(settings: &Settings, record: &Record, today: u32, consent: bool) -> Verdict {
    let waits = settings.ask_again;
    let mut checks = vec![check_consent(settings.consent, consent)];
    for (rule, day, wait) in [
        ("answered", record.answered, waits.answered),
        ("dismissed", record.dismissed, waits.dismissed),
        ("ignored", record.left_alone(), waits.ignored),
    ] {
        checks.push(check_wait(rule, day, wait, today));
    }
    if settings.preview {
        for check in &mut checks {
            check.passed = true;
            check.value = "preview".to_owned();
        }
    }
    let reason = checks.iter().find(|check| !check.passed);
    let reason = reason.map(|check| check.rule);
    Verdict { show: reason.is_none(), reason, checks }
}

fn check_consent(rule: Consent, given: bool) -> Check {
    let (passed, value) = match (rule, given) {
        (Consent::NotRequired, _) => (true, "not required"),
        (Consent::Required, true) => (true, "given"),
        (Consent::Required, false) => (false, "not given"),
    };
    Check { rule: "consent", passed, value: value.to_owned() }
}

fn check_wait(rule: &'static str, day: Option<u32>, wait: Wait, today: u32) -> Check {
    let Some(day) = day else {
        let value = "not before".to_owned();
        return Check { rule, passed: true, value };
    };
    let since = today.saturating_sub(day);
    let mut value = String::new();
    push_integer(&mut value, since.into());
    let passed = match wait {
        Wait::Never => {
            value.push_str(" days ago, never again");
            false
        }
        Wait::Days(days) => {
            value.push_str(" of ");
            push_integer(&mut value, days.into());
            value.push_str(" days");
            since >= u32::from(days)
        }
    };
    Check { rule, passed, value }
}
