//! The second step: one open question, never required.

use meetpunt_core::session::Session;
use yew::prelude::*;

use super::{Config, frame, score};

/// The follow-up of the given class, a field, and a word on privacy.
pub(super) fn follow_up(session: &Session, config: &Config) -> Html {
    let settings = &config.settings;
    html! {
        <>
            { score::question(config, settings.follow_up_text(session.band())) }
            <div class="field">
                <textarea
                    part="comment"
                    rows="3"
                    maxlength="2000"
                    autocomplete="off"
                    aria-labelledby="question"
                    aria-describedby="hint"
                    value={session.comment().to_owned()}
                />
                <p id="hint" class="hint">
                    { config.word("ui.privacy-hint") }
                    if let Some(link) = &settings.privacy_link {
                        { " " }
                        <a part="privacy" href={link.clone()} target="_blank" rel="noopener noreferrer">
                            { config.word("ui.privacy") }
                        </a>
                    }
                </p>
            </div>
            { frame::actions(session, config, true) }
        </>
    }
}
