//! The frame around every step: language, theme, place, and the live region that outlives the steps.

use meetpunt_core::session::{Safety, Step};
use yew::prelude::*;

use super::{Config, Survey, follow_up, score, thanks};

/// The whole survey.
pub(super) fn frame(survey: &Survey, config: &Config) -> Html {
    let floating = config.floating();
    let session = &survey.session;
    let step = session.step();
    let content = match step {
        Step::Score => score::score(session, config),
        Step::FollowUp => follow_up::follow_up(session, config),
        Step::Thanks => thanks::thanks(session, config),
    };
    html! {
        <div
            ref={survey.frame.clone()}
            part="frame"
            class="frame"
            data-display={config.settings.display.key()}
            data-theme={config.settings.theme.key()}
            data-position={floating.then(|| config.settings.position.key())}
            popover={floating.then_some("manual")}
            role={if floating { "dialog" } else { "form" }}
            aria-labelledby="question"
            lang={config.settings.lang.clone()}
            dir={config.settings.direction.key()}
        >
            <div key={step.key()} class="step">
                { content }
                if floating {
                    <button type="button" part="close" class="close quiet" aria-label={config.word("ui.close")} />
                }
            </div>
            { status(survey, config) }
        </div>
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
pub(super) fn actions(survey: &meetpunt_core::session::Session, config: &Config, back: bool) -> Html {
    let (step, steps) = survey.progress(&config.settings);
    let send = match survey.safety() {
        Safety::Unsent => "ui.retry",
        _ => "ui.send",
    };
    let busy = survey.safety() == Safety::Saving;
    html! {
        <div class="actions">
            <button type="button" part="send" class="send" aria-disabled={busy.then_some("true")}>{ config.word(send) }</button>
            if back {
                <button type="button" part="back" class="back quiet">{ config.word("ui.back") }</button>
            }
            if steps > 1 {
                <span part="progress" class="progress">{ config.progress(step, steps) }</span>
            }
        </div>
    }
}
