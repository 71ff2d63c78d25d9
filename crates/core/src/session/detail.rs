//! The details of the DOM events that a session causes, as JSON without the keys that the shell adds.

use serde::Serialize;

use super::{Answer, Step};
use crate::metric::Measure;
use crate::score::{Score, Tenths};
use crate::wire::{self, Alert, Event};

/// Detail of `meetpunt:answered`. Its metric takes the place of the survey's, which is another for a further question.
pub(super) fn answered(answer: Answer, measure: Measure) -> String {
    #[derive(Serialize)]
    struct Answered {
        metric: &'static str,
        score: Option<u8>,
        class: Option<&'static str>,
        normalised: Option<Tenths>,
        na: bool,
    }
    let score = answer.score();
    wire::json::to_string(&Answered {
        metric: measure.metric().key(),
        score: score.map(Score::value),
        class: score.map(|score| score.class().name),
        normalised: score.map(Score::normalised),
        na: score.is_none(),
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
