//! The step after the scores: one open question, reasons, a contact. Nothing of it is required.

use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::Session;
use meetpunt_core::settings::{FollowUp, Reason};
use yew::prelude::*;

use super::{Config, frame, score};

/// The most characters of a comment, as the browser counts them.
const MOST: usize = 2_000;

/// From so many left on, the counter speaks, and how often.
const NEAR: usize = 200;

/// What is asked after a score of the given class. The heading is the first of it.
pub(super) fn follow_up(session: &Session, config: &Config) -> Html {
    let settings = &config.settings;
    let band = session.band();
    let comments = !WHOLE || settings.follow_up != FollowUp::None;
    let reasons = settings.reasons(band);
    let heading = if comments {
        settings.follow_up_text(band).to_owned()
    } else {
        config.word(if reasons.is_empty() { "ui.contact" } else { "ui.reasons" })
    };
    html! {
        <>
            { score::question(config, &heading) }
            if comments {
                { comment(session, config) }
            }
            if WHOLE && !reasons.is_empty() {
                { reason_chips(session, config, reasons, comments) }
            }
            if WHOLE && settings.asks_contact(band) {
                { contact(session, config, comments || !reasons.is_empty()) }
            }
            { frame::actions(session, config) }
        </>
    }
}

/// The field, and a word on privacy below.
fn comment(session: &Session, config: &Config) -> Html {
    html! {
        <div class="field">
            <textarea
                part="comment"
                name="comment"
                rows="3"
                maxlength={MOST.to_string()}
                autocomplete="off"
                aria-labelledby="question"
                aria-describedby="hint"
                value={session.comment().to_owned()}
            />
            <p id="hint" class="hint">
                { config.word("ui.privacy-hint") }
                if let Some(link) = &config.settings.privacy_link {
                    { " " }
                    <a part="privacy" href={link.clone()} target="_blank" rel="noopener noreferrer">
                        { config.word("ui.privacy") }
                    </a>
                }
            </p>
            <p class="hint counter" role="status">{ characters_left(session, config) }</p>
        </div>
    }
}

/// How many characters are left, near the limit, in steps: a counter that changes with every key would never be silent.
fn characters_left(session: &Session, config: &Config) -> String {
    let left = MOST.saturating_sub(session.comment().encode_utf16().count());
    if left > NEAR {
        return String::new();
    }
    let step = if left > 20 { 20 } else { 5 };
    config.words.filled("ui.characters-left", &[("count", &(left / step * step).to_string())])
}

/// Reasons to tick. Without a comment above, the heading of the step names them.
fn reason_chips(session: &Session, config: &Config, reasons: &[Reason], named: bool) -> Html {
    html! {
        <div
            part="reasons"
            class="reasons"
            role="group"
            aria-labelledby={if named { "reasons" } else { "question" }}
        >
            if named {
                <p id="reasons" class="label">{ config.word("ui.reasons") }</p>
            }
            { for reasons.iter().map(|reason| html! {
                <label part="reason" class="reason">
                    <input
                        type="checkbox"
                        name="reason"
                        value={reason.key.clone()}
                        checked={session.has_reason(&reason.key)}
                    />
                    <span>{ &reason.label }</span>
                </label>
            }) }
        </div>
    }
}

/// How the shop may come back to it. What is written here is written for that.
fn contact(session: &Session, config: &Config, named: bool) -> Html {
    html! {
        <div class="field">
            if named {
                <label for="contact" class="label">{ config.word("ui.contact") }</label>
            }
            <input
                part="contact"
                id="contact"
                name="contact"
                type="text"
                maxlength="200"
                autocomplete="email"
                aria-labelledby={(!named).then_some("question")}
                aria-describedby="contact-hint"
                value={session.contact().to_owned()}
            />
            <p id="contact-hint" class="hint">{ config.word("ui.contact-hint") }</p>
        </div>
    }
}
