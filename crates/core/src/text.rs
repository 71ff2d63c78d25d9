//! Small pieces of text work, each compiled once.
//!
//! The standard library's versions are generic and fast; in the Wasm every use of them is a copy. These are plain.

/// Appends one character.
#[inline(never)]
pub(crate) fn push(out: &mut String, letter: char) {
    out.push(letter);
}

/// Appends a whole number.
pub(crate) fn push_integer(out: &mut String, value: u64) {
    if value >= 10 {
        push_integer(out, value / 10);
    }
    push_digit(out, value % 10);
}

/// Appends a digit of base 16 or less, in lower case.
pub(crate) fn push_digit(out: &mut String, value: u64) {
    let digit = b"0123456789abcdef".get((value & 15) as usize).copied();
    push(out, char::from(digit.unwrap_or(b'0')));
}

/// Appends `units / one` as a decimal number with at least one decimal and no needless zeros after it; `one` is a power
/// of ten: `(900, 10)` is `90.0`, `(2500, 10000)` is `0.25`.
pub(crate) fn push_decimal(out: &mut String, units: u32, one: u32) {
    push_integer(out, u64::from(units / one));
    push(out, '.');
    let mut rest = units % one;
    loop {
        rest *= 10;
        push_digit(out, u64::from(rest / one));
        rest %= one;
        if rest == 0 {
            return;
        }
    }
}

/// The parts with something between them.
#[inline(never)]
pub(crate) fn join(parts: &[&str], between: &str) -> String {
    let mut joined = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(part);
    }
    joined
}

/// The number of characters.
#[inline(never)]
pub(crate) fn length(text: &str) -> usize {
    text.bytes().filter(|byte| begins_character(*byte)).count()
}

/// The first characters, at most so many.
#[inline(never)]
pub(crate) fn prefix(text: &str, most: usize) -> &str {
    let mut characters = 0;
    for (place, byte) in text.bytes().enumerate() {
        characters += usize::from(begins_character(byte));
        if characters > most {
            return text.get(..place).unwrap_or(text);
        }
    }
    text
}

const fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// The number that consists of these ASCII digits; `None` for no digit, anything else, and what 64 bits cannot hold.
#[inline(never)]
pub(crate) fn number(digits: &str) -> Option<u64> {
    let mut number = (!digits.is_empty()).then_some(0_u64)?;
    for byte in digits.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 || number > (u64::MAX - 9) / 10 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    Some(number)
}

/// What stands before and after the first such ASCII character.
#[inline(never)]
pub(crate) fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_digits_that_fit() {
        #[track_caller]
        fn check(digits: &str, expected: Option<u64>) {
            assert_eq!(number(digits), expected, "{digits:?}");
        }
        check("0", Some(0));
        check("007", Some(7));
        check("18446744073709551600", Some(18_446_744_073_709_551_600));
        check("99999999999999999999", None);
        check("", None);
        check("1a", None);
        check("-1", None);
        check("٣", None);
    }

    #[test]
    fn prefixes_end_between_characters() {
        assert_eq!(prefix("aé😀b", 0), "");
        assert_eq!(prefix("aé😀b", 2), "aé");
        assert_eq!(prefix("aé😀b", 3), "aé😀");
        assert_eq!(prefix("aé😀b", 9), "aé😀b");
        assert_eq!(length("aé😀b"), 4);
    }

    #[test]
    fn decimals_have_one_place_at_least() {
        let written = |units, one| {
            let mut text = String::new();
            push_decimal(&mut text, units, one);
            text
        };
        assert_eq!(written(900, 10), "90.0");
        assert_eq!(written(2_500, 10_000), "0.25");
        assert_eq!(written(1, 10_000), "0.0001");
        assert_eq!(written(10_000, 10_000), "1.0");
    }

    #[test]
    fn a_split_takes_the_first_place() {
        assert_eq!(split("a:b:c", b':'), Some(("a", "b:c")));
        assert_eq!(split(":é", b':'), Some(("", "é")));
        assert_eq!(split("é", b':'), None);
    }
}
