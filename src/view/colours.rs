//! Keeps the shop's accent legible, whatever it is.

use meetpunt_core::settings::Warning;
use meetpunt_core::theme::{CONTROL, Colour, legible, on};
use yew::NodeRef;

use crate::browser;

/// Corrects accent and what stands on it where they fall below WCAG AA, and says what it found. Colours that the browser
/// computes to anything but opaque sRGB are left alone.
pub(super) fn correct(frame: &NodeRef) -> Option<Warning> {
    let style = browser::style(frame)?;
    for own in ["--_accent", "--_on-accent"] {
        style.set(own, None);
    }
    let found = style.get("accent-color");
    let accent = Colour::computed(&found)?;
    let shown = match Colour::computed(&style.get("background-color")) {
        Some(surface) => legible(accent, surface, CONTROL),
        None => accent,
    };
    let wanted = Colour::computed(&style.get("text-decoration-color"));
    let text = on(shown, wanted);
    if shown != accent {
        style.set("--_accent", Some(&shown.hex()));
    }
    if wanted != Some(text) {
        style.set("--_on-accent", Some(&text.hex()));
    }
    (shown != accent).then(|| Warning {
        setting: "--meetpunt-accent".into(),
        found,
        expected: "a colour with a contrast of at least 3:1 to the surface".into(),
    })
}
