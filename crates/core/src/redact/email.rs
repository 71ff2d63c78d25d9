//! E-mail addresses: what stands around an `@`.

use super::letters::{at, is_word};

pub(super) fn find(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let mut search = from;
    loop {
        let sign = search + letters.iter().skip(search).position(|letter| *letter == '@')?;
        if let Some(end) = host_end(letters, sign + 1)
            && let Some(start) = name_start(letters, search, sign)
        {
            return Some((start, end));
        }
        // The name of the next address cannot reach back over this sign, so every letter is read twice at most.
        search = sign + 1;
    }
}

/// Where the name before the `@` starts; `None` when there is none.
fn name_start(letters: &[char], from: usize, sign: usize) -> Option<usize> {
    let name = letters.get(from..sign)?;
    let length = name.iter().rev().take_while(|letter| is_name(**letter)).count();
    let start = sign - length;
    // Quotes and dots before the name belong to the sentence.
    let first = letters.get(start..sign)?.iter();
    let skipped = first.take_while(|letter| !is_word(**letter) && **letter != '_').count();
    (skipped < length).then_some(start + skipped)
}

/// Where the host after the `@` ends; `None` unless it has a dot and at least two letters after the last one.
fn host_end(letters: &[char], start: usize) -> Option<usize> {
    if !is_word(at(letters, start)) {
        return None;
    }
    let host = letters.iter().skip(start);
    let length = host.take_while(|letter| is_host(**letter)).count();
    let mut host = letters.get(start..start + length)?;
    // What cannot end a host belongs to the sentence: a full stop, a dash, a number.
    loop {
        let trailing = host.iter().rev().take_while(|letter| !is_word(**letter));
        host = host.get(..host.len() - trailing.count())?;
        let dot = host.iter().rposition(|letter| *letter == '.')?;
        let top = host.get(dot + 1..)?;
        if top.len() >= 2 && top.iter().any(|letter| is_word(*letter) && !letter.is_ascii_digit()) {
            return Some(start + host.len());
        }
        host = host.get(..dot)?;
    }
}

fn is_name(letter: char) -> bool {
    is_word(letter) || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'' | '&' | '~' | '=' | '!' | '#' | '$' | '*')
}

fn is_host(letter: char) -> bool {
    is_word(letter) || letter == '.' || letter == '-'
}
