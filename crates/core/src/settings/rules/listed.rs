//! Settings that are a list of words.

use super::super::input::{Input, each_item, one_of, place_of};
use crate::words::Word;

/// The words of a list, each once; one that is not known is left out with a warning.
pub(super) fn words<W: Word + PartialEq>(input: &mut Input<'_>, setting: &str) -> Vec<W> {
    let mut found = Vec::new();
    let list = input.text(setting).unwrap_or_default();
    each_item(list, &mut |item| match place_of(item, W::WORDS).and_then(|place| W::ALL.get(place)) {
        Some(word) if found.contains(word) => {}
        Some(word) => found.push(*word),
        None => input.warn(setting, item, &one_of(W::WORDS)),
    });
    found
}
