//! The points of a scale: native radio buttons, so that keyboard and screen readers behave as everywhere.

use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::{Choice, Session};
use meetpunt_core::settings::{Asked, Look, Sending};
use yew::prelude::*;

use super::{Config, drawing};

/// The points with the meaning of both ends. Nothing is chosen beforehand.
pub(super) fn scale(session: &Session, config: &Config) -> Html {
    let asked = session.asked(&config.settings);
    let look = look(asked);
    let scale = asked.measure.scale();
    let tap = WHOLE && config.settings.send == Sending::Tap;
    let described = ["meaning", if tap { " tap" } else { "" }, if session.error() { " error" } else { "" }].concat();
    html! {
        <>
            <fieldset
                part="scale"
                class="scale"
                data-look={look.key()}
                role="radiogroup"
                aria-labelledby="question"
                aria-describedby={described}
                aria-required="true"
                aria-invalid={session.error().then_some("true")}
            >
                { for scale.points().map(|value| {
                    point(asked, look, value, session.chosen() == Some(Choice::Point(value)))
                }) }
            </fieldset>
            if shows_ends(asked, look) {
                <div class="ends" aria-hidden="true">
                    <span part="low-label">{ asked.low_label() }</span>
                    <span part="high-label">{ asked.high_label() }</span>
                </div>
            }
            <p id="meaning" class="unseen">{ config.meaning(asked) }</p>
            if tap {
                <p id="tap" class="hint tap">{ config.word("ui.tap") }</p>
            }
        </>
    }
}

/// How the scale is drawn; in the small cut as numbers.
pub(super) fn look(asked: &Asked) -> Look {
    if WHOLE { asked.look } else { Look::Numbers }
}

/// Whether the ends have their labels below: elsewhere each point has its own.
fn shows_ends(asked: &Asked, look: Look) -> bool {
    !WHOLE || look == Look::Numbers || (look != Look::Labels && !is_short(asked))
}

/// A scale of so few points that each picture has room for its words.
fn is_short(asked: &Asked) -> bool {
    asked.labels.len() <= 3
}

/// One point. Its name starts with what is seen; of numbers, the ends go on with their meaning.
fn point(asked: &Asked, look: Look, value: u8, chosen: bool) -> Html {
    let digits = value.to_string();
    let label = asked.label(value);
    let numbered = !WHOLE || look == Look::Numbers || label.is_empty() || has_few_labels(asked);
    let scale = asked.measure.scale();
    let name = match label {
        "" => digits.clone(),
        label if !numbered => label.to_owned(),
        label if look == Look::Labels || value == scale.min || value == scale.max => [&digits, ", ", label].concat(),
        _ => digits.clone(),
    };
    html! {
        <label part="point" class="point">
            <input type="radio" name="score" value={digits.clone()} checked={chosen} aria-label={name} />
            <span class="face" aria-hidden="true">
                if WHOLE && look != Look::Numbers {
                    { face(asked, look, value, numbered.then_some(digits)) }
                } else {
                    { digits }
                }
            </span>
        </label>
    }
}

/// Whether only the ends of a longer scale have labels, so that words need their numbers.
fn has_few_labels(asked: &Asked) -> bool {
    asked.labels.iter().any(String::is_empty)
}

/// What is seen of a point that is not a number.
fn face(asked: &Asked, look: Look, value: u8, digits: Option<String>) -> Html {
    let drawing = drawing::of(look, value, asked.measure.scale());
    let words = look == Look::Labels || is_short(asked);
    html! {
        <>
            if let Some(path) = drawing {
                <svg viewBox="0 0 32 32" class="drawing"><path d={path} /></svg>
            } else if let Some(digits) = digits {
                <span class="digits">{ digits }</span>
            }
            if words {
                <span class="words">{ asked.label(value) }</span>
            }
        </>
    }
}
