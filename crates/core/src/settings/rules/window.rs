//! From when until when a survey may show.

use super::super::input::Input;
use crate::time;

/// A span of time, in milliseconds since 1970.
///
/// | now | shows |
/// | --- | --- |
/// | before `starts` | not yet |
/// | at `starts` | yes |
/// | at `ends` | no more |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first moment.
    pub starts: Option<u64>,
    /// The first moment after it.
    pub ends: Option<u64>,
}

/// Reads `starts` and `ends`. An end that is not after the start can only be a mistake: it is left out.
pub(super) fn resolve(input: &mut Input<'_>) -> Window {
    let mut moment = |setting| {
        let expected = "a date with time and zone, such as 2026-11-21T09:00:00+01:00";
        input.parsed(setting, None, expected, |text| time::parse(text).map(Some))
    };
    let (starts, ends) = (moment("starts"), moment("ends"));
    if let (Some(first), Some(last)) = (starts, ends)
        && last <= first
    {
        input.warn("ends", input.text("ends").unwrap_or_default(), "a time after that of starts");
        return Window { starts, ends: None };
    }
    Window { starts, ends }
}
