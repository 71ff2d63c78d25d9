//! The characters that the scanners read.

/// Stands for every character of what is already masked. No cleaned text contains it.
pub(super) const TAKEN: char = '\0';

/// The characters of a text: line breaks as `\n`, tabs as spaces, without other control characters.
pub(super) fn clean(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    let mut after_return = false;
    for letter in text.chars() {
        match letter {
            '\n' if after_return => {}
            '\n' | '\r' => letters.push('\n'),
            '\t' => letters.push(' '),
            _ if letter.is_control() => {}
            _ => letters.push(letter),
        }
        after_return = letter == '\r';
    }
    letters
}

/// The character at a place, [`TAKEN`] beyond the ends.
pub(super) fn at(letters: &[char], place: usize) -> char {
    letters.get(place).copied().unwrap_or(TAKEN)
}

/// The character before a place, [`TAKEN`] at the start.
pub(super) fn before(letters: &[char], place: usize) -> char {
    place.checked_sub(1).map_or(TAKEN, |place| at(letters, place))
}

/// Whether this is a letter or a digit. Of what is not ASCII everything is a letter except the blocks of spaces, marks
/// and symbols: near enough to tell where a word ends, without the tables of Unicode.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || letter >= '\u{c0}' && !matches!(letter, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'..)
}

/// Whether a word or number could begin at this place: no letter or digit stands before it.
pub(super) fn begins(letters: &[char], place: usize) -> bool {
    !is_word(before(letters, place))
}

/// Whether a word or number could end before this place: no letter or digit stands there.
pub(super) fn ends(letters: &[char], place: usize) -> bool {
    !is_word(at(letters, place))
}

/// Where the run of ASCII digits that starts here ends.
pub(super) fn digits_end(letters: &[char], start: usize) -> usize {
    let run = letters.iter().skip(start);
    start + run.take_while(|letter| letter.is_ascii_digit()).count()
}

/// Whether people put this between the groups of a bank account or card number.
pub(super) fn is_space_or_hyphen(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '\u{a0}' | '\u{2009}' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{202f}')
}
