//! The points of a scale: native radio buttons, so that keyboard and screen readers behave as everywhere.

use meetpunt_core::session::Session;
use yew::prelude::*;

use super::Config;

/// The row of points with the meaning of both ends. Nothing is chosen beforehand.
pub(super) fn scale(session: &Session, config: &Config) -> Html {
    let asked = &config.settings.first;
    let scale = asked.measure.scale();
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
                    let is_end = value == scale.min || value == scale.max;
                    let end = if is_end { asked.label(value) } else { "" };
                    point(value, end, session.chosen() == Some(value))
                }) }
            </fieldset>
            <div class="ends" aria-hidden="true">
                <span part="low-label">{ asked.low_label() }</span>
                <span part="high-label">{ asked.high_label() }</span>
            </div>
            <p id="scale" class="unseen">{ config.meaning(asked) }</p>
        </>
    }
}

/// One point. Its name starts with what is seen and ends with the meaning of an end.
fn point(value: u8, end: &str, chosen: bool) -> Html {
    let digits = value.to_string();
    let name = match end {
        "" => digits.clone(),
        label => [&digits, ", ", label].concat(),
    };
    html! {
        <label part="point" class="point">
            <input type="radio" name="score" value={digits.clone()} checked={chosen} aria-label={name} />
            <span aria-hidden="true">{ digits }</span>
        </label>
    }
}
