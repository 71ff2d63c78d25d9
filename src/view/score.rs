//! A step with a question and its scale.

use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::{Choice, Session};
use meetpunt_core::settings::Look;
use yew::prelude::*;

use super::{Config, frame, scale};

/// Question, scale, error and Send.
pub(super) fn score(session: &Session, config: &Config) -> Html {
    let settings = &config.settings;
    let asked = session.asked(settings);
    let error = match scale::look(asked) {
        Look::Numbers => "ui.error",
        _ => "ui.choose",
    };
    html! {
        <>
            { question(config, &asked.question) }
            { scale::scale(session, config) }
            if WHOLE && settings.allow_na {
                { not_applicable(session, config) }
            }
            if config.visit.trigger == "link" && session.given().is_none() {
                // The link chose, and only the visitor can give.
                <p id="confirm" class="hint">{ config.word("ui.confirm") }</p>
            }
            if session.error() {
                <p part="error" id="error" class="error">{ config.word(error) }</p>
            }
            { frame::actions(session, config) }
        </>
    }
}

/// The way out for whom the question does not concern.
fn not_applicable(session: &Session, config: &Config) -> Html {
    let chosen = session.chosen() == Some(Choice::NotApplicable);
    html! {
        <button
            type="button"
            part="not-applicable"
            class="quiet not-applicable"
            aria-pressed={if chosen { "true" } else { "false" }}
        >
            { config.word("ui.not-applicable") }
        </button>
    }
}

/// The heading of a step; it takes focus when its step begins under the visitor's hands.
pub(super) fn question(config: &Config, text: &str) -> Html {
    html! {
        <div
            part="question"
            id="question"
            class="question"
            role="heading"
            aria-level={config.settings.heading_level.to_string()}
            tabindex="-1"
        >
            { text }
        </div>
    }
}
