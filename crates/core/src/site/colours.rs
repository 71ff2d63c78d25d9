//! The colours of a shop's style sheet: whether what is drawn in them can be read.

use super::Finding;
use super::finding::Findings;
use crate::theme::{CONTROL, Colour, TEXT, contrast, legible, on};

/// The beginning of the names that the widget reads: the list is `styles/tokens.css`.
const PREFIX: &str = "--meetpunt-";

/// The background where a sheet sets none, and the accent.
const SURFACE: Colour = Colour::WHITE;
const ACCENT: Colour = Colour { red: 0x24, green: 0x56, blue: 0xc7 };

/// Colours with the contrast that they need to the surface (WCAG 2.2 AA), in hundredths.
const ON_SURFACE: [(&str, u32); 5] =
    [("accent", CONTROL), ("text", TEXT), ("muted", TEXT), ("line", CONTROL), ("error", TEXT)];

/// Every colour `--meetpunt-NAME` of a style sheet that is too faint on the `--meetpunt-surface` of the same block, or on white
/// where it has none. The widget corrects it, so each is a warning. Colours that only a browser can compute are left alone.
///
/// ```
/// let findings = meetpunt_core::site::check_colours("meetpunt-survey { --meetpunt-accent: #ffd400; }");
/// assert_eq!(findings[0].column, 19);
/// ```
#[must_use]
pub fn check_colours(css: &str) -> Vec<Finding> {
    let mut findings = Findings::new(css);
    // Comments become spaces, so that every place stays.
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        plain.push_str(before);
        plain.extend(core::iter::repeat_n(' ', comment.len() + 4));
        rest = after;
    }
    plain.push_str(rest);
    let mut start = 0;
    for block in plain.split_inclusive(['{', '}']) {
        check_block(&declarations(block, start), &mut findings);
        start += block.len();
    }
    findings.sorted()
}

/// A colour that a block sets.
struct Declaration<'a> {
    name: &'a str,
    colour: Colour,
    byte: usize,
}

fn declarations(block: &str, start: usize) -> Vec<Declaration<'_>> {
    let mut found = Vec::new();
    for (place, _) in block.match_indices(PREFIX) {
        let rest = &block[place + PREFIX.len()..];
        // `var(--meetpunt-accent)` uses a colour and sets none.
        let Some((name, value)) = rest.split_once(':').filter(|(name, _)| !name.contains([')', ';', '}', ','])) else {
            continue;
        };
        let value = value.split([';', '}', '!']).next().unwrap_or_default();
        if let Some(colour) = Colour::parse(value) {
            found.push(Declaration { name: name.trim(), colour, byte: start + place });
        }
    }
    found
}

fn check_block(colours: &[Declaration<'_>], findings: &mut Findings<'_>) {
    let of = |name: &str| colours.iter().rev().find(|declaration| declaration.name == name);
    let surface = of("surface").map_or(SURFACE, |declaration| declaration.colour);
    for (name, least) in ON_SURFACE {
        let Some(Declaration { colour, byte, .. }) = of(name) else { continue };
        if contrast(*colour, surface) < least {
            let (found, ground) = (colour.hex(), surface.hex());
            let (ratio, least_ratio) = (ratio(contrast(*colour, surface)), ratio(least));
            let shown = legible(*colour, surface, least).hex();
            findings.warning(*byte, format!(
                "{PREFIX}{name}: found {found}, {ratio} to the surface {ground}; write a colour with {least_ratio} at least, \
                 or the widget shows {shown}"
            ));
        }
    }
    if let Some(Declaration { colour, byte, .. }) = of("on-accent") {
        let accent = of("accent").map_or(ACCENT, |declaration| declaration.colour);
        let accent = legible(accent, surface, CONTROL);
        if contrast(*colour, accent) < TEXT {
            let (found, ground, shown) = (colour.hex(), accent.hex(), on(accent, None).hex());
            let ratio = ratio(contrast(*colour, accent));
            findings.warning(*byte, format!(
                "{PREFIX}on-accent: found {found}, {ratio} to the accent {ground}; write a colour with 4.5:1 at least, or the \
                 widget shows {shown}"
            ));
        }
    }
}

/// `4.5:1` of 450, rounded down to a tenth.
fn ratio(hundredths: u32) -> String {
    let (whole, tenth) = (hundredths / 100, hundredths / 10 % 10);
    if tenth == 0 { format!("{whole}:1") } else { format!("{whole}.{tenth}:1") }
}
