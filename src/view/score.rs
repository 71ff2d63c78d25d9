//! The first step: the question and its scale.

use meetpunt_core::session::Session;
use yew::prelude::*;

use super::{Config, frame, scale};

/// Question, scale, error and Send.
pub(super) fn score(session: &Session, config: &Config) -> Html {
    html! {
        <>
            { question(config, &config.settings.first.question) }
            { scale::scale(session, config) }
            if session.error() {
                <p part="error" id="error" class="error">{ config.word("ui.error") }</p>
            }
            { frame::actions(session, config, false) }
        </>
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
