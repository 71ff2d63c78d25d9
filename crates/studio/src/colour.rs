//! An accent colour as a brand guide writes it.

use std::fmt;

/// A colour of red, green and blue parts, each 0–255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// A colour from its parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#1f6f5c`, `1F6F5C`, `#1f6` or the like; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize, length: usize| {
            let digits = &digits[from..from + length];
            let value = u8::from_str_radix(digits, 16).ok()?;
            // A short `#1f6` doubles each digit.
            Some(if length == 1 { value * 17 } else { value })
        };
        match digits.len() {
            3 => Some(Self::new(part(0, 1)?, part(1, 1)?, part(2, 1)?)),
            6 => Some(Self::new(part(0, 2)?, part(2, 2)?, part(4, 2)?)),
            _ => None,
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = Colour::parse(text).map(|colour| colour.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_colour_is_read_as_brand_guides_write_it() {
        check("#1f6f5c", Some("#1f6f5c"));
        check(" 1F6F5C ", Some("#1f6f5c"));
        check("#1f6", Some("#11ff66"));
        check("", None);
        check("#", None);
        check("#12345", None);
        check("green", None);
        check("#12345é", None);
        check("red; background: url(x)", None);
    }
}
