//! Decimal numbers as scaled integers, on the way out and in, and as texts that can be compared.
//!
//! Formatting one float would add some 13 kB to the Wasm, so fractions are integers everywhere.

use core::cmp::Ordering;

use serde::Serializer;

use crate::text;

/// Compares two decimal numbers, such as `12.50` and `-3`, digit by digit. `None` where one of them is no such number: a sign
/// other than `-`, an exponent, no digit before or after the point.
#[must_use]
pub(crate) fn compare(one: &str, other: &str) -> Option<Ordering> {
    let (one, other) = (Digits::of(one)?, Digits::of(other)?);
    Some(match (one.negative, other.negative) {
        (false, false) => one.size(&other),
        (true, true) => other.size(&one),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    })
}

/// A decimal number without needless zeros; zero has no sign.
struct Digits<'a> {
    negative: bool,
    whole: &'a str,
    part: &'a str,
}

impl<'a> Digits<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let bare = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = text::split(bare, b'.').unwrap_or((bare, "0"));
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) {
            return None;
        }
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        let is_zero = whole.is_empty() && part.is_empty();
        Some(Self { negative: text.len() > bare.len() && !is_zero, whole, part })
    }

    /// Compares without the sign. Decimals compare as texts do: the first that differ decide, and more are more.
    fn size(&self, other: &Self) -> Ordering {
        let by_length = self.whole.len().cmp(&other.whole.len());
        by_length.then_with(|| self.whole.cmp(other.whole)).then_with(|| self.part.cmp(other.part))
    }
}

/// Serialises `units / one` as a number; `one` is a power of ten.
///
/// Our own JSON writer says that it is not human-readable and takes the digits as bytes; every other serialiser gets a
/// float. The branch is decided at compile time, so the Wasm formats no float.
pub(crate) fn serialize<S: Serializer>(units: u32, one: u32, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return serializer.serialize_f64(f64::from(units) / f64::from(one));
    }
    let mut digits = String::new();
    text::push_decimal(&mut digits, units, one);
    serializer.serialize_bytes(digits.as_bytes())
}

/// Reads a number from 0 to `most` in units of `1 / one`, rounding what lies between to the nearest.
#[cfg(feature = "read")]
pub(crate) fn read<'de, D: serde::Deserializer<'de>>(deserializer: D, one: u32, most: u16) -> Result<u16, D::Error> {
    use serde::{Deserialize as _, de::Error as _};
    let found = f64::deserialize(deserializer)?;
    if !(0.0..=f64::from(most)).contains(&found) {
        return Err(D::Error::custom(format_args!("found {found}; write a number from 0 to {most}")));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just checked")]
    Ok((found * f64::from(one)).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_compare_by_value() {
        #[track_caller]
        fn check(one: &str, other: &str, expected: Option<Ordering>) {
            assert_eq!(compare(one, other), expected, "{one} {other}");
            assert_eq!(compare(other, one), expected.map(Ordering::reverse), "{other} {one}");
        }
        check("9", "12.50", Some(Ordering::Less));
        check("12.5", "12.50", Some(Ordering::Equal));
        check("007", "7.000", Some(Ordering::Equal));
        check("0.1", "0.09", Some(Ordering::Greater));
        check("-3", "2", Some(Ordering::Less));
        check("-3", "-2", Some(Ordering::Less));
        check("-0.0", "0", Some(Ordering::Equal));
        check("99999999999999999999999999.1", "99999999999999999999999999.2", Some(Ordering::Less));
        for wrong in ["", "-", "+1", "1.", ".5", "1e3", "1,5", "--1", " 1", "\u{663}", "1.2.3"] {
            check(wrong, "1", None);
        }
    }

    proptest! {
        #[test]
        fn thousandths_compare_as_their_integers(one in -9_999_999_i64..9_999_999, other in -9_999_999_i64..9_999_999) {
            let text = |number: i64| {
                let sign = if number < 0 { "-" } else { "" };
                format!("{sign}{}.{:03}", number.abs() / 1_000, number.abs() % 1_000)
            };
            prop_assert_eq!(compare(&text(one), &text(other)), Some(one.cmp(&other)));
        }
    }
}
