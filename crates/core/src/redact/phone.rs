//! Phone numbers: there is no checksum, so their form decides.

use super::letters::{TAKEN, at, before, begins, digits_end, ends, is_space_or_hyphen, is_word};

/// The fewest digits that are taken for a phone number.
const FEWEST: usize = 9;
/// The most digits of an international number (ITU-T E.164).
const MOST: usize = 15;
/// The most groups of a number that begins with neither `0` nor `+`.
const GROUPS: usize = 5;
/// From so many digits on, a group that begins with 0 is the next number.
const WHOLE: usize = 10;

pub(super) fn find(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let mut place = from;
    while place < letters.len() {
        let opens = matches!(at(letters, place), '+' | '(' | '0'..='9');
        if !opens {
            place += 1;
            continue;
        }
        place = match look(letters, place) {
            Look::Phone(start, end) => return Some((start, end)),
            Look::Nothing(next) => next.max(place + 1),
        };
    }
    None
}

enum Look {
    /// A phone number from here to there.
    Phone(usize, usize),
    /// None; the next can start here.
    Nothing(usize),
}

/// Reads the groups of digits from a place on.
fn look(letters: &[char], start: usize) -> Look {
    let first = start + lead(letters, start);
    let first_end = digits_end(letters, first);
    if first_end == first || at(letters, start) != '(' && !begins(letters, start) {
        return Look::Nothing(first_end.max(start + 1));
    }
    if let Some(end) = date_end(letters, first) {
        return Look::Nothing(end);
    }
    if is_part_of_code(letters, start) {
        return Look::Nothing(token_end(letters, first_end));
    }

    let (mut digits, mut groups, mut end) = (0, 0, first);
    let mut place = first;
    loop {
        let group_end = digits_end(letters, place);
        let length = group_end - place;
        let next_number = digits >= WHOLE && at(letters, place) == '0';
        let is_time = at(letters, group_end) == ':' && at(letters, group_end + 1).is_ascii_digit();
        let stops = next_number || is_time || !ends(letters, group_end);
        if length == 0 || stops || (groups > 0 && date_end(letters, place).is_some()) {
            break;
        }
        if digits + length > MOST {
            if groups == 0 || matches!(before(letters, place), '-' | '.' | '/') {
                // Longer than any phone number without a space: a code.
                return Look::Nothing(token_end(letters, group_end));
            }
            break;
        }
        digits += length;
        groups += 1;
        end = group_end;
        place = group_end + gap(letters, group_end);
    }

    // Brackets that the number does not close belong to the sentence.
    let number = letters.get(start..end).unwrap_or_default();
    let count = |bracket| number.iter().filter(|letter| **letter == bracket).count();
    let start = (start + count('(').saturating_sub(count(')'))).min(first);
    let marked = number.iter().take(2).any(|letter| *letter == '+') || at(letters, first) == '0';
    if digits >= FEWEST && (marked || (2..=GROUPS).contains(&groups)) {
        Look::Phone(start, end)
    } else {
        Look::Nothing(first_end)
    }
}

/// How many characters stand before the first digit: `+`, `(`, `(+` or `+(`.
fn lead(letters: &[char], start: usize) -> usize {
    let lead = letters.iter().skip(start).take(2);
    lead.take_while(|letter| matches!(letter, '+' | '(')).count()
}

/// How many characters part two groups, at most three, as in `+31 (0)6`.
fn gap(letters: &[char], start: usize) -> usize {
    let gap = letters.iter().skip(start).take(3);
    gap.take_while(|letter| is_space_or_hyphen(**letter) || matches!(letter, '.' | '/' | '(' | ')')).count()
}

/// Whether the number is behind a `#`, or joined to what stands before it, as in `ORD-2026-000123`. A full stop
/// after a word joins nothing: `tel.0612345678`.
fn is_part_of_code(letters: &[char], start: usize) -> bool {
    let joined_to = start.checked_sub(2).map_or(TAKEN, |place| at(letters, place));
    match before(letters, start) {
        '#' | '_' => true,
        '-' => is_word(joined_to),
        '/' if matches!(at(letters, start), '0' | '+') => joined_to.is_ascii_digit(),
        '/' => is_word(joined_to),
        '.' => joined_to.is_ascii_digit(),
        _ => false,
    }
}

/// The end of what is joined without a space.
fn token_end(letters: &[char], start: usize) -> usize {
    let rest = letters.iter().skip(start);
    start + rest.take_while(|letter| is_word(**letter) || matches!(letter, '-' | '/' | '.' | '_')).count()
}

/// The end of a date that starts here: `2026-11-21`, `21/11/2026`, `1.9.2026`.
fn date_end(letters: &[char], start: usize) -> Option<usize> {
    let mut lengths = [0; 3];
    let mut year = None;
    let mut place = start;
    let separator = at(letters, digits_end(letters, start));
    for (index, length) in lengths.iter_mut().enumerate() {
        if index > 0 {
            if at(letters, place) != separator {
                return None;
            }
            place += 1;
        }
        let end = digits_end(letters, place);
        *length = end - place;
        if *length == 4 {
            year = letters.get(place..place + 2);
        }
        place = end;
    }
    let formed = matches!(separator, '-' | '/' | '.')
        && matches!(lengths, [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4])
        && matches!(year, Some(['1', '9'] | ['2', '0']));
    (formed && ends(letters, place)).then_some(place)
}
