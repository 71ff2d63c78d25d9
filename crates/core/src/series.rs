//! The series of a survey: scores are comparable over time only while this stays the same.

use crate::id::{fnv1a32, hex32};
use crate::locale::Direction;
use crate::metric::Metric;
use crate::settings::{Asked, Wording};
use crate::text::{join, push_integer};

/// What makes a series.
pub struct Parts<'a> {
    /// The question: metric, scale, look and wording count.
    pub asked: &'a Asked,
    /// Name, text, name, text … of what the shop wrote itself, as written, each ended by U+001F; empty where all is the
    /// catalogue's.
    pub own: &'a str,
    /// The reading direction, which turns the scale around.
    pub direction: Direction,
}

/// The version of a catalogue wording: goes up when the English text changes what is asked, never for a
/// translation.
#[must_use]
pub const fn version_of(_metric: Metric, _wording: Wording) -> u32 {
    1
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
/// in all its languages in the order given, U+001F between them. For a `custom` metric, `classes` with a sign for
/// each point (`--0++`) and `labels` with a text for each stand before them.
#[must_use]
pub fn of(parts: &Parts<'_>) -> String {
    let Asked { measure, look, wording, .. } = parts.asked;
    let mut version = String::new();
    push_integer(&mut version, version_of(measure.metric(), *wording).into());
    if !parts.own.is_empty() {
        let own = parts.own.strip_suffix('\u{1f}').unwrap_or(parts.own);
        version.push('+');
        version.push_str(&hex32(fnv1a32(own.as_bytes())));
    }
    let text = join(
        &[measure.metric().key(), &measure.scale().text(), look.key(), wording.key(), &version, parts.direction.key()],
        "|",
    );
    hex32(fnv1a32(text.as_bytes()))
}
