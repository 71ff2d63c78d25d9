//! The series of a survey: scores are comparable over time only while this stays the same.

use crate::id::{fnv1a32, hex32};
use crate::locale::Direction;
use crate::metric::Metric;
use crate::settings::{Look, Wording, scale_text};
use crate::text::{join, push_integer};

/// Parts the items of the shop's own wording: it occurs in no text that a person types.
const BETWEEN: &str = "\u{1f}";

/// What makes a series.
pub struct Parts<'a> {
    /// The metric, whose first scale is used.
    pub metric: Metric,
    /// How the scale is drawn.
    pub look: Look,
    /// The catalogue's variant of the question.
    pub wording: Wording,
    /// Name, text, name, text … of the shop's own question and labels as written; empty where the catalogue's are
    /// used.
    pub own: &'a [&'a str],
    /// The reading direction, which turns the scale around.
    pub direction: Direction,
}

/// The version of a catalogue wording: goes up when the English text changes what is asked, never for a
/// translation.
#[must_use]
pub const fn version_of(metric: Metric, wording: Wording) -> u32 {
    match (metric, wording) {
        (Metric::Nps | Metric::Ces | Metric::Csat, _) => 1,
    }
}

/// Eight lower-case hexadecimal digits: the 32-bit FNV-1a hash of this text in UTF-8:
///
/// ```text
/// metric|min-max|look|wording|version|direction
/// ```
///
/// for example `nps|0-10|numbers|standard|1|ltr`. The text is the same in every language of one direction.
///
/// Where the shop wrote a question or end labels of its own, `version` is followed by a plus sign and eight
/// hexadecimal digits: the same hash of their names and texts as written, `question`, `low-label`, `high-label`, each
/// in all its languages in the order given, U+001F between them.
#[must_use]
pub fn of(parts: &Parts<'_>) -> String {
    let mut version = String::new();
    push_integer(&mut version, version_of(parts.metric, parts.wording).into());
    if !parts.own.is_empty() {
        let own = join(parts.own, BETWEEN);
        version.push('+');
        version.push_str(&hex32(fnv1a32(own.as_bytes())));
    }
    let text = join(
        &[
            parts.metric.key(),
            &scale_text(parts.metric.scale()),
            parts.look.key(),
            parts.wording.key(),
            &version,
            parts.direction.key(),
        ],
        "|",
    );
    hex32(fnv1a32(text.as_bytes()))
}
