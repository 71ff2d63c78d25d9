//! Rules and how they went.

use serde::Serialize;

use super::passing::{Over, Passing};
use crate::time::Timestamp;

/// A rule and how it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The rule by the name of its setting or outcome.
    pub rule: &'static str,
    /// Whether it lets the survey show.
    pub passed: bool,
    /// What the rule saw, for people. What was passed over says why, in brackets.
    pub value: String,
}

/// Whether the survey may show, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether every rule passed.
    pub show: bool,
    /// The first rule that did not pass.
    pub reason: Option<&'static str>,
    /// When to look again, where nothing but time stands in the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Every rule, in the order in which they decide.
    pub checks: Vec<Check>,
}

/// How a rule went by itself.
pub(super) enum Found {
    Passes,
    /// It passes from this moment on.
    Waits(u64),
    Refuses,
}

impl Found {
    pub(super) fn when(passes: bool) -> Self {
        if passes { Self::Passes } else { Self::Refuses }
    }
}

/// The rules looked at so far.
pub(super) struct Checks {
    passing: Passing,
    checks: Vec<Check>,
    /// The latest moment that a rule waits for; `None` once a rule refused for good.
    until: Option<u64>,
}

impl Checks {
    pub(super) fn new(passing: Passing) -> Self {
        Self { passing, checks: Vec::new(), until: Some(0) }
    }

    /// Adds a rule that some circumstances pass over.
    pub(super) fn add(&mut self, rule: &'static str, found: Found, value: impl Into<String>, over: Over) {
        let mut value = value.into();
        let mut passed = matches!(found, Found::Passes);
        match self.passing.over(over) {
            Some(why) if !passed => {
                passed = true;
                value.push_str(" (");
                value.push_str(why);
                value.push(')');
            }
            _ => {}
        }
        if !passed {
            self.until = match (self.until, found) {
                (Some(until), Found::Waits(moment)) => Some(until.max(moment)),
                _ => None,
            };
        }
        self.checks.push(Check { rule, passed, value });
    }

    pub(super) fn verdict(self) -> Verdict {
        let reason = self.checks.iter().find(|check| !check.passed);
        let reason = reason.map(|check| check.rule);
        let until = self.until.filter(|_| reason.is_some());
        Verdict { show: reason.is_none(), reason, until: until.map(Timestamp), checks: self.checks }
    }
}
