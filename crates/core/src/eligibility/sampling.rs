//! Sampling that sticks: who was drawn stays drawn.

use super::Case;
use super::check::{Checks, Found};
use super::passing::Over;
use crate::id::fnv1a64;
use crate::text::{join, push_decimal};

/// How many draws there are: from 0 to 9999, one for each hundredth of a per cent.
pub const DRAWS: u16 = 10_000;

/// A draw from 32 random bits.
#[must_use]
pub const fn drawn(random: u32) -> u16 {
    // The high half of a product is more even than a remainder, and less than 10,000.
    ((random as u64 * DRAWS as u64) >> 32) as u16
}

/// The draw of a key: its 64-bit FNV-1a hash, of UTF-8, modulo 10,000.
///
/// For a respondent whom the shop names by an opaque key it is that of `survey:respondent`, so that the same person is in or
/// out on every device, and another person's lot in another survey.
#[must_use]
pub fn bucket(key: &str) -> u16 {
    (fnv1a64(key.as_bytes()) % u64::from(DRAWS)) as u16
}

/// A visitor is asked whose draw is below the share. So a share that grows keeps those who were in.
pub(super) fn check(case: &Case<'_>, checks: &mut Checks) {
    let settings = case.settings;
    let draw = match &settings.labels.respondent {
        Some(respondent) => bucket(&join(&[&settings.survey, respondent], ":")),
        None => case.history.of(&settings.survey).draw.unwrap_or(case.draw),
    };
    let over = Over { kiosk: false, ..Over::FREQUENCY };
    let mut value = String::from("draw ");
    push_decimal(&mut value, draw.into(), 100);
    value.push_str(" of ");
    push_decimal(&mut value, settings.sample.into(), 100);
    value.push('%');
    checks.add("sample", Found::when(draw < settings.sample), value, over);
}
