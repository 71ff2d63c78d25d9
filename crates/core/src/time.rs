//! Points in time as milliseconds since 1970 UTC, and their text form.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::text::{self, push, push_digit};

/// Milliseconds in a day.
pub const DAY: u64 = 86_400_000;

/// The last millisecond of the year 9999, the last that RFC 3339 can name.
const LAST: u64 = 253_402_300_799_999;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. On the wire an RFC 3339 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&rfc3339(self.0))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc3339(self.0))
    }
}

#[cfg(feature = "read")]
impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;
        let found = String::deserialize(deserializer)?;
        parse(&found).map(Self).ok_or_else(|| {
            D::Error::custom(format_args!("found {found:?}; write a time such as 2026-11-21T17:15:20.123Z"))
        })
    }
}

/// `2026-11-21T17:15:20.123Z`: UTC, always three decimals. Later than the year 9999 counts as its end.
#[must_use]
pub fn rfc3339(milliseconds: u64) -> String {
    let milliseconds = milliseconds.min(LAST);
    let (year, month, day) = civil_from_days(milliseconds / DAY);
    let of_day = milliseconds % DAY;
    let mut text = String::with_capacity(24);
    for (number, width, after) in [
        (year, 4, '-'),
        (month, 2, '-'),
        (day, 2, 'T'),
        (of_day / 3_600_000, 2, ':'),
        (of_day / 60_000 % 60, 2, ':'),
        (of_day / 1_000 % 60, 2, '.'),
        (of_day % 1_000, 3, 'Z'),
    ] {
        push_padded(&mut text, number, width);
        push(&mut text, after);
    }
    text
}

fn push_padded(out: &mut String, number: u64, width: u32) {
    if width > 1 {
        push_padded(out, number / 10, width - 1);
    }
    push_digit(out, number % 10);
}

/// Year, month, day of a day number since 1970, after Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), for days from 1970 on.
fn civil_from_days(days: u64) -> (u64, u64, u64) {
    // The algorithm's year begins in March, so that a leap day is the last of its year.
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

/// Reads an RFC 3339 time, with any number of decimals and any offset, as milliseconds since 1970 UTC; what is finer
/// than a millisecond is cut. `None` for anything else and for times before 1970.
#[must_use]
pub fn parse(text: &str) -> Option<u64> {
    let (date, rest) = text.split_at_checked(10)?;
    let time_and_zone = rest.strip_prefix(['T', 't', ' '])?;
    let (time, rest) = time_and_zone.split_at_checked(8)?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let (millisecond, zone) = match rest.strip_prefix('.') {
        None => (0, rest),
        Some(rest) => fraction(rest)?,
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    // A leap second counts as the last second of its minute.
    let second = second.min(59);
    let days = days_from_civil(year, month, day)?;
    if civil_from_days(days) != (year, month, day) {
        return None;
    }
    let local = days * DAY + hour * 3_600_000 + minute * 60_000 + second * 1_000 + millisecond;
    match zone.split_at_checked(1)? {
        ("Z" | "z", "") => Some(local),
        (sign, offset) => {
            let [hours, minutes] = numbers(offset, ':', [2, 2])?;
            let offset = (hours < 24 && minutes < 60).then_some(hours * 3_600_000 + minutes * 60_000)?;
            match sign {
                "+" => local.checked_sub(offset),
                "-" => local.checked_add(offset),
                _ => None,
            }
        }
    }
}

/// The milliseconds of the decimals at the front, one at least, and what follows them.
fn fraction(text: &str) -> Option<(u64, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit())?;
    let (digits, rest) = text.split_at_checked(end)?;
    let digit = |place: usize| digits.as_bytes().get(place).map_or(0, |byte| u64::from(byte - b'0'));
    (end > 0).then_some((100 * digit(0) + 10 * digit(1) + digit(2), rest))
}

/// The numbers of exactly these widths, a separator between them.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[u64; N]> {
    let mut parts = text.split(separator);
    let mut found = [0; N];
    for (number, width) in found.iter_mut().zip(widths) {
        let part = parts.next()?;
        *number = text::number(part).filter(|_| part.len() == width)?;
    }
    parts.next().is_none().then_some(found)
}

/// The day number of a date from 1970 on, after Hinnant's `days_from_civil`.
fn days_from_civil(year: u64, month: u64, day: u64) -> Option<u64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year.checked_sub(1)? } else { year };
    let month_from_march = (month + 9) % 12;
    let year_of_era = year % 400;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (year / 400 * 146_097 + day_of_era).checked_sub(719_468)
}
