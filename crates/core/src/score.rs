//! One valid answer on its scale.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::metric::{Band, Class, Measure, Metric, Scale};
use crate::{decimal, text};

/// A whole number on the scale of its measure. There is no other way to hold one than to have checked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Score {
    measure: Measure,
    value: u8,
}

impl Score {
    /// Checks that `value` is a point of the scale.
    ///
    /// # Errors
    /// [`Rejected`] when it is outside the scale.
    pub fn new(measure: Measure, value: i64) -> Result<Self, Rejected> {
        let value = point(measure.scale(), value)?;
        Ok(Self { measure, value })
    }

    /// Reads an answer as a form control or an address gives it: the digits of a whole number, spaces
    /// around them allowed.
    ///
    /// # Errors
    /// [`Rejected`] for an empty text, `null`, a fraction (also `9.0`), anything that is not a number, and
    /// a number outside the scale.
    pub fn parse(measure: Measure, answer: &str) -> Result<Self, Rejected> {
        let value = point_of_text(measure.scale(), answer)?;
        Ok(Self { measure, value })
    }

    /// Reads an answer from JSON: a whole number, written without a fraction.
    ///
    /// # Errors
    /// [`Rejected`] for null, a fraction (also `9.0`), a text (also `"9"`), any other kind, and a number outside the
    /// scale.
    #[cfg(feature = "read")]
    pub fn from_json(measure: Measure, value: &serde_json::Value) -> Result<Self, Rejected> {
        let value = point_of_json(measure.scale(), value)?;
        Ok(Self { measure, value })
    }

    /// What was asked: metric, scale and classes.
    #[must_use]
    pub const fn measure(self) -> Measure {
        self.measure
    }

    /// The metric that was asked.
    #[must_use]
    pub const fn metric(self) -> Metric {
        self.measure.metric()
    }

    /// The point that was chosen.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.value
    }

    /// The class of the point.
    #[must_use]
    pub const fn class(self) -> Class {
        let band = self.band();
        Class { band, name: self.measure.name(band) }
    }

    /// The band of the class.
    #[must_use]
    pub const fn band(self) -> Band {
        self.measure.band(self.value)
    }

    /// (score − min) / (max − min) × 100 to one decimal, halves up, computed in whole numbers; (max − score) where low
    /// is good.
    #[must_use]
    pub fn normalised(self) -> Tenths {
        let Scale { min, max } = self.measure.scale();
        let gone = if self.measure.low_is_good() { max - self.value } else { self.value - min };
        let (gone, width) = (u32::from(gone), u32::from(max - min));
        let tenths = (2000 * gone + width) / (2 * width);
        Tenths(u16::try_from(tenths).unwrap_or(1000))
    }
}

/// The point that a number is. The scale need not be one of a metric's.
pub(crate) fn point(scale: Scale, value: i64) -> Result<u8, Rejected> {
    match u8::try_from(value) {
        Ok(point) if scale.contains(value) => Ok(point),
        _ => {
            let mut found = String::from(if value < 0 { "-" } else { "" });
            text::push_integer(&mut found, value.unsigned_abs());
            Err(Rejected::outside(scale, &found))
        }
    }
}

fn point_of_text(scale: Scale, answer: &str) -> Result<u8, Rejected> {
    let answer = answer.trim_ascii();
    let digits = answer.strip_prefix('-').unwrap_or(answer);
    if answer.is_empty() {
        return Err(Rejected::because(scale, "The answer is empty"));
    }
    if answer == "null" {
        return Err(Rejected::because(scale, "The answer is null"));
    }
    if is_digits(digits) {
        if digits.starts_with('0') && digits != "0" {
            return Err(Rejected::text(scale, answer));
        }
        let value = text::number(digits).and_then(|value| u8::try_from(value).ok());
        // More digits than a small number holds are outside every scale, and so is all below 0.
        return match value {
            Some(value) if digits == answer || value == 0 => point(scale, value.into()),
            _ => Err(Rejected::outside(scale, answer)),
        };
    }
    let fraction = text::split(digits, b'.').or_else(|| text::split(digits, b','));
    match fraction {
        Some((whole, part)) if is_digits(whole) && is_digits(part) => Err(Rejected::fraction(scale, answer)),
        _ => Err(Rejected::text(scale, answer)),
    }
}

/// The point that a JSON value is.
#[cfg(feature = "read")]
pub(crate) fn point_of_json(scale: Scale, value: &serde_json::Value) -> Result<u8, Rejected> {
    use serde_json::Value;
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(whole) => point(scale, whole),
            None if number.is_f64() => Err(Rejected::fraction(scale, &number.to_string())),
            None => Err(Rejected::outside(scale, &number.to_string())),
        },
        Value::Null => Err(Rejected::because(scale, "The answer is null")),
        Value::String(text) => Err(Rejected::because(scale, &format!("\"{text}\" is a text"))),
        Value::Bool(_) => Err(Rejected::because(scale, &format!("{value} is no number"))),
        Value::Array(_) => Err(Rejected::because(scale, "The answer is a list")),
        Value::Object(_) => Err(Rejected::because(scale, "The answer is an object")),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number with one decimal, held as tenths: `Tenths(900)` is 90.0. Here 0.0 to 100.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(pub u16);

impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = String::new();
        text::push_decimal(&mut digits, u32::from(self.0), 10);
        formatter.write_str(&digits)
    }
}

impl Serialize for Tenths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        decimal::serialize(u32::from(self.0), 10, serializer)
    }
}

#[cfg(feature = "read")]
impl<'de> serde::Deserialize<'de> for Tenths {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal::read(deserializer, 10, 100).map(Self)
    }
}

/// Why an answer does not count. The text says what was found and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    reason: String,
}

impl Rejected {
    /// The reason, as a sentence for people.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub(crate) fn because(scale: Scale, what: &str) -> Self {
        let mut reason = String::from(what);
        reason.push_str("; give a whole number from ");
        text::push_integer(&mut reason, scale.min.into());
        reason.push_str(" to ");
        text::push_integer(&mut reason, scale.max.into());
        Self { reason }
    }

    fn outside(scale: Scale, found: &str) -> Self {
        Self::because(scale, &[found, " is not on the scale"].concat())
    }

    fn fraction(scale: Scale, found: &str) -> Self {
        Self::because(scale, &[found, " is not a whole number"].concat())
    }

    fn text(scale: Scale, found: &str) -> Self {
        Self::because(scale, &["\"", found, "\" is not a number"].concat())
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.reason)
    }
}

impl core::error::Error for Rejected {}
