//! Payment cards: 13 to 19 digits that pass the Luhn check.

use super::letters::{at, before, begins, digits_end, ends, is_space_or_hyphen};

/// The fewest and the most digits of a card (ISO/IEC 7812).
const DIGITS: core::ops::RangeInclusive<usize> = 13..=19;

pub(super) fn find(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let mut place = from;
    while place < letters.len() {
        let end = digits_end(letters, place);
        if end == place {
            place += 1;
            continue;
        }
        if begins(letters, place)
            && before(letters, place) != '+'
            && let Some(card_end) = card_end(letters, place)
        {
            return Some((place, card_end));
        }
        place = end;
    }
    None
}

/// The end of the longest card that starts with the group of digits here.
fn card_end(letters: &[char], start: usize) -> Option<usize> {
    let mut digits = Vec::with_capacity(*DIGITS.end());
    let mut found = None;
    let mut place = start;
    loop {
        let end = digits_end(letters, place);
        let group = letters.get(place..end)?;
        if group.is_empty() || digits.len() + group.len() > *DIGITS.end() {
            return found;
        }
        digits.extend(group.iter().filter_map(|digit| digit.to_digit(10)));
        if DIGITS.contains(&digits.len()) && ends(letters, end) && luhn(&digits) {
            found = Some(end);
        }
        if !is_space_or_hyphen(at(letters, end)) {
            return found;
        }
        place = end + 1;
    }
}

/// Every second digit from the right is doubled and its own digits added; the sum must be a multiple of ten.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([false, true].iter().cycle())
        .map(|(digit, doubled)| match (digit, doubled) {
            (digit, false) => *digit,
            (digit, true) if *digit < 5 => digit * 2,
            (digit, true) => digit * 2 - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}
