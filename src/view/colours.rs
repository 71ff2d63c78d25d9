//! Keeps the shop's colours legible, whatever they are.

use meetpunt_core::settings::Warning;
use meetpunt_core::theme::{CONTROL, Colour, TEXT, legible, on};
use yew::NodeRef;

use crate::browser;

/// A colour of the frame, the property that the style sheet lets the browser compute it with, and the contrast that it needs to
/// the surface, in hundredths. `border-block-start-color` and its like are the cheapest way to have a colour computed.
const ON_SURFACE: [(&str, &str, u32); 5] = [
    ("accent", "accent-color", CONTROL),
    ("text", "color", TEXT),
    ("muted", "text-emphasis-color", TEXT),
    ("line", "column-rule-color", CONTROL),
    ("error", "-webkit-text-stroke-color", TEXT),
];

/// Corrects what falls below WCAG AA, and says what it found. Colours that the browser computes to anything but opaque sRGB are
/// left alone.
pub(super) fn correct(frame: &NodeRef) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let Some(style) = browser::style(frame) else {
        return warnings;
    };
    let own = |name: &str| ["--_", name].concat();
    // What was corrected before says nothing about what the shop wants now.
    for (name, ..) in ON_SURFACE {
        style.set(&own(name), None);
    }
    style.set("--_on-accent", None);

    let surface = Colour::computed(&style.get("background-color"));
    for (name, property, least) in ON_SURFACE {
        let found = style.get(property);
        let Some(colour) = Colour::computed(&found) else {
            continue;
        };
        let shown = surface.map_or(colour, |surface| legible(colour, surface, least));
        if shown != colour {
            style.set(&own(name), Some(&shown.hex()));
            let ratio = if least == TEXT { "4.5:1" } else { "3:1" };
            let expected = ["a colour with a contrast of at least ", ratio, " to the surface"].concat();
            warnings.push(Warning { setting: ["--meetpunt-", name].concat(), found, expected });
        }
        if name == "accent" {
            let wanted = Colour::computed(&style.get("text-decoration-color"));
            let text = on(shown, wanted);
            if wanted != Some(text) {
                style.set("--_on-accent", Some(&text.hex()));
            }
        }
    }
    warnings
}
