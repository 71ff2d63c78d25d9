//! How often a visitor is asked, over all surveys of a site.

use super::super::duration;
use super::super::input::Input;
use crate::text::number;

/// Days between two surveys of a site, a part of a day counting as one.
pub(super) fn quiet(input: &mut Input<'_>) -> u16 {
    input.parsed("quiet", 30, "a duration of at most 65535d, such as 30d", duration::days)
}

/// Surveys of a visit.
pub(super) fn per_session(input: &mut Input<'_>) -> u16 {
    input.parsed("per-session", 1, "a whole number from 0 to 65535", whole)
}

/// Which one comes first of those that are due.
pub(super) fn priority(input: &mut Input<'_>) -> u16 {
    input.parsed("priority", 0, "a whole number from 0 to 65535", whole)
}

fn whole(text: &str) -> Option<u16> {
    u16::try_from(number(text)?).ok()
}
