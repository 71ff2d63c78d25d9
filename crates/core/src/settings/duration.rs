//! Durations: a whole number and a unit.

use crate::time::DAY;

/// Reads `1500ms`, `3s`, `5m`, `12h` or `90d` as milliseconds. `None` for anything else: no unit, a fraction, a
/// sign, or more milliseconds than 64 bits hold.
#[must_use]
pub fn milliseconds(text: &str) -> Option<u64> {
    let text = text.trim_ascii();
    let (number, factor) = match text.as_bytes() {
        [number @ .., b'm', b's'] => (number, 1),
        [number @ .., b's'] => (number, 1_000),
        [number @ .., b'm'] => (number, 60_000),
        [number @ .., b'h'] => (number, 3_600_000),
        [number @ .., b'd'] => (number, DAY),
        _ => return None,
    };
    crate::text::number(text.get(..number.len())?)?.checked_mul(factor)
}

/// The same in whole days, a part of a day counting as one: waits are kept in days.
pub(super) fn days(text: &str) -> Option<u16> {
    u16::try_from(milliseconds(text)?.div_ceil(DAY)).ok()
}
