//! The points of a scale: native radio buttons, so that keyboard and screen readers behave as everywhere.

use meetpunt_core::session::Session;
use yew::prelude::*;

use super::Config;

/// The row of points with the meaning of both ends. Nothing is chosen beforehand.
pub(super) fn scale(session: &Session, config: &Config) -> Html {
    let settings = &config.settings;
    let scale = settings.metric.scale();
    let described = if session.error() { "scale error" } else { "scale" };
    html! {
        <>
            <fieldset
                part="scale"
                class="scale"
                role="radiogroup"
                aria-labelledby="question"
                aria-describedby={described}
                aria-required="true"
                aria-invalid={session.error().then_some("true")}
            >
                { for scale.points().map(|value| {
                    let end = if value == scale.min {
                        Some(&settings.low_label)
                    } else if value == scale.max {
                        Some(&settings.high_label)
                    } else {
                        None
                    };
                    point(value, end, session.chosen() == Some(value))
                }) }
            </fieldset>
            <div class="ends" aria-hidden="true">
                <span part="low-label">{ &settings.low_label }</span>
                <span part="high-label">{ &settings.high_label }</span>
            </div>
            <p id="scale" class="unseen">{ config.meaning() }</p>
        </>
    }
}

/// One point. Its name starts with what is seen and ends with the meaning of an end.
fn point(value: u8, end: Option<&String>, chosen: bool) -> Html {
    let digits = value.to_string();
    let name = match end {
        Some(label) => [&digits, ", ", label].concat(),
        None => digits.clone(),
    };
    html! {
        <label part="point" class="point">
            <input type="radio" name="score" value={digits.clone()} checked={chosen} aria-label={name} />
            <span aria-hidden="true">{ digits }</span>
        </label>
    }
}
