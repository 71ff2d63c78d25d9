//! Settings that are numbers: share, heading level, closing time.

use super::duration;
use super::input::Input;
use crate::text::{number, split};

/// The default share: everybody.
pub(super) const ALL: u16 = 10_000;

/// The least time that a thank-you stays, in milliseconds (WCAG 2.2.1).
const LEAST_CLOSE: u64 = 20_000;

/// The share of visitors asked, in basis points: 12.5% is 1250.
pub(super) fn sample(input: &mut Input<'_>) -> u16 {
    let expected = "a percentage from 0% to 100% with at most two decimals, such as 12.5%";
    input.parsed("sample", ALL, expected, basis_points)
}

fn basis_points(text: &str) -> Option<u16> {
    let percent = text.strip_suffix('%')?.trim_ascii_end();
    let (whole, part) = split(percent, b'.').unwrap_or((percent, "0"));
    let tens = match part.len() {
        1 => 10,
        2 => 1,
        _ => return None,
    };
    let hundredths = number(part)? * tens;
    let points = number(whole)?.checked_mul(100)?.checked_add(hundredths)?;
    u16::try_from(points).ok().filter(|share| *share <= ALL)
}

/// The heading level of the question, 1 to 6.
pub(super) fn heading_level(input: &mut Input<'_>) -> u8 {
    let level = |text: &str| match text.as_bytes() {
        [digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    };
    input.parsed("heading-level", 2, "a number from 1 to 6", level)
}

/// Seconds after which the thank-you closes, begun ones counting; `None` for never.
pub(super) fn auto_close(input: &mut Input<'_>) -> Option<u32> {
    let expected = "a duration of 20s or more, or never";
    input.parsed("auto-close", None, expected, |text| {
        if text.eq_ignore_ascii_case("never") {
            return Some(None);
        }
        let time = duration::milliseconds(text).filter(|time| *time >= LEAST_CLOSE)?;
        u32::try_from(time.div_ceil(1_000)).ok().map(Some)
    })
}
