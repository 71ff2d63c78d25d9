//! The frame around every step: language, theme, place, and the live region that outlives the steps.

use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::{Safety, Session, Step};
use meetpunt_core::settings::{Display, Sending};
use yew::prelude::*;

use super::{Config, Survey, follow_up, score, thanks};

/// The whole survey.
pub(super) fn frame(survey: &Survey, config: &Config) -> Html {
    let floating = config.floating();
    let display = config.settings.display;
    let modal = WHOLE && display == Display::Modal;
    let wrapped = modal || (WHOLE && display == Display::Tab);
    let session = &survey.session;
    let step = session.step();
    let content = match step {
        Step::Score => score::score(session, config),
        Step::FollowUp => follow_up::follow_up(session, config),
        Step::Thanks => thanks::thanks(session, config),
    };
    let role = if floating { "dialog" } else { "form" };
    let frame = html! {
        <div
            ref={survey.frame.clone()}
            part="frame"
            class="frame"
            data-display={display.key()}
            data-theme={config.theme()}
            data-position={floating.then(|| config.settings.position.key())}
            data-send={(WHOLE && config.settings.send == Sending::Tap).then_some("tap")}
            popover={(floating && !modal).then_some("manual")}
            role={(!modal).then_some(role)}
            aria-labelledby={(!modal).then_some("question")}
            lang={config.settings.lang.clone()}
            dir={config.settings.direction.key()}
        >
            <div key={step_key(session)} class="step">
                { content }
                if floating {
                    <button type="button" part="close" class="close quiet" aria-label={config.word("ui.close")} />
                }
            </div>
            { status(survey, config) }
        </div>
    };
    if !wrapped {
        return frame;
    }
    if modal {
        return html! {
            <dialog ref={survey.around.clone()} class="modal" aria-labelledby="question">{ frame }</dialog>
        };
    }
    html! {
        <div
            ref={survey.around.clone()}
            class="tab"
            data-theme={config.theme()}
            data-position={config.settings.position.key()}
            lang={config.settings.lang.clone()}
            dir={config.settings.direction.key()}
        >
            { handle(survey, config) }
            if survey.open {
                { frame }
            }
        </div>
    }
}

/// What a tab is opened by. It stands at the edge of the window for as long as its survey does.
fn handle(survey: &Survey, config: &Config) -> Html {
    html! {
        <button
            type="button"
            part="handle"
            class="handle"
            aria-expanded={if survey.open { "true" } else { "false" }}
        >
            <span class="turned">{ config.word("ui.tab") }</span>
        </button>
    }
}

/// Steps of the same kind are different ones: nothing of a question stays in the next.
fn step_key(session: &Session) -> &'static str {
    match session.step() {
        Step::Score if session.place() == 1 => "score-2",
        Step::Score if session.place() == 2 => "score-3",
        step => step.key(),
    }
}

/// What a screen reader hears without focus moving; "not sent yet" is seen too.
fn status(survey: &Survey, config: &Config) -> Html {
    let unsent = survey.session.safety() == Safety::Unsent;
    let text = if unsent {
        config.word("ui.unsent")
    } else if survey.session.step() == Step::Thanks {
        thanks::text(&survey.session, config)
    } else if survey.announced {
        config.word("ui.opened")
    } else {
        String::new()
    };
    html! {
        <p part="status" class="status" data-unseen={(!unsent).then_some("")} role="status">{ text }</p>
    }
}

/// Send, Back and progress: the last row of a step.
pub(super) fn actions(session: &Session, config: &Config) -> Html {
    let (step, steps) = session.progress(&config.settings);
    let send = match session.safety() {
        Safety::Unsent => "ui.retry",
        _ => "ui.send",
    };
    let busy = session.safety() == Safety::Saving;
    html! {
        <div class="actions">
            <button type="button" part="send" class="send" aria-disabled={busy.then_some("true")}>{ config.word(send) }</button>
            if step > 1 {
                <button type="button" part="back" class="back quiet">{ config.word("ui.back") }</button>
            }
            if steps > 1 {
                <span part="progress" class="progress">{ config.progress(step, steps) }</span>
            }
        </div>
    }
}
