//! The details of the DOM events that a session causes, as JSON without the keys that the shell adds.

use serde::Serialize;

use super::Step;
use crate::score::{Score, Tenths};
use crate::wire::{self, Alert, Event};

/// Detail of `meetpunt:answered`.
pub(super) fn answered(score: Score) -> String {
    #[derive(Serialize)]
    struct Answered {
        score: u8,
        class: &'static str,
        normalised: Tenths,
        na: bool,
    }
    wire::json::to_string(&Answered {
        score: score.value(),
        class: score.class().name,
        normalised: score.normalised(),
        na: false,
    })
}

/// Detail of `meetpunt:alert`.
pub(super) fn alert(alert: Alert, score: Score) -> String {
    #[derive(Serialize)]
    struct Raised {
        alert: Alert,
        score: u8,
        class: &'static str,
    }
    wire::json::to_string(&Raised { alert, score: score.value(), class: score.class().name })
}

/// Detail of `meetpunt:completed`.
pub(super) fn completed(event: &Event) -> String {
    #[derive(Serialize)]
    struct Completed<'a> {
        event: &'a Event,
    }
    wire::json::to_string(&Completed { event })
}

/// Detail of `meetpunt:dismissed`.
pub(super) fn dismissed(step: Step) -> String {
    #[derive(Serialize)]
    struct Dismissed {
        step: &'static str,
    }
    wire::json::to_string(&Dismissed { step: step.key() })
}
