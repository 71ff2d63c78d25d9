//! Decimal numbers as scaled integers, on the way out and in.
//!
//! Formatting one float would add some 13 kB to the Wasm, so fractions are integers everywhere.

use serde::Serializer;

use crate::text;

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
