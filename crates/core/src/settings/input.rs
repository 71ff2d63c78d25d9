//! The forgiving side of the settings: texts by name, and the warnings that reading them leaves.

use serde::Serialize;

use crate::text::{join, prefix, split};
use crate::words::Word;

/// Separates the items of a JSON list; attributes use a comma.
const LIST_SEPARATOR: u8 = 0x1f;

/// How much of a wrong value a warning repeats, in characters.
const FOUND: usize = 80;

/// A setting that was corrected: the detail of `meetpunt:warning`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The setting's name in kebab-case.
    pub setting: String,
    /// What stood there, cut to 80 characters.
    pub found: String,
    /// What to write instead.
    pub expected: String,
}

/// The pairs that the page gave, and what was wrong with those read so far.
pub(super) struct Input<'a> {
    pairs: &'a [(&'a str, &'a str)],
    warnings: Vec<Warning>,
}

impl<'a> Input<'a> {
    pub(super) fn new(pairs: &'a [(&'a str, &'a str)]) -> Self {
        Self { pairs, warnings: Vec::new() }
    }

    pub(super) fn into_warnings(self) -> Vec<Warning> {
        self.warnings
    }

    pub(super) fn pairs(&self) -> &'a [(&'a str, &'a str)] {
        self.pairs
    }

    /// The text of a setting as it stands; the last one wins where a name comes twice.
    pub(super) fn raw(&self, setting: &str) -> Option<&'a str> {
        let mut pairs = self.pairs.iter().rev();
        pairs.find(|pair| pair.0 == setting).map(|pair| pair.1)
    }

    /// The text of a setting without the spaces around it; `None` when nothing is left.
    #[inline(never)]
    pub(super) fn text(&self, setting: &str) -> Option<&'a str> {
        let text = self.raw(setting)?.trim_ascii();
        (!text.is_empty()).then_some(text)
    }

    /// A word of a closed vocabulary, in any case as HTML's own keywords are, or the default and a warning.
    pub(super) fn word<W: Word>(&mut self, setting: &str, default: W) -> W {
        self.any(setting).unwrap_or(default)
    }

    /// The same without a default.
    pub(super) fn any<W: Word>(&mut self, setting: &str) -> Option<W> {
        let place = self.place(setting, W::WORDS)?;
        W::ALL.get(place).copied()
    }

    /// One of these words; a warning where it is none of them.
    pub(super) fn known<W: Word>(&mut self, setting: &str, known: &[W]) -> Option<W> {
        let words: Vec<&str> = known.iter().map(|value| value.word()).collect();
        let place = self.place(setting, &words)?;
        known.get(place).copied()
    }

    /// The place of a word in its vocabulary; a warning where it is none of them.
    #[inline(never)]
    fn place(&mut self, setting: &str, words: &[&str]) -> Option<usize> {
        let found = self.text(setting)?;
        let place = place_of(found, words);
        if place.is_none() {
            self.warn(setting, found, &one_of(words));
        }
        place
    }

    /// Whether a boolean attribute is present.
    ///
    /// `false` is off, unlike in HTML: whoever writes it means it. A warning says what to write.
    pub(super) fn flag(&mut self, setting: &str) -> bool {
        let Some(text) = self.raw(setting) else {
            return false;
        };
        let off = text.trim_ascii() == "false";
        if off {
            self.warn(setting, text, "leave the setting out to switch it off");
        }
        !off
    }

    /// What `read` makes of the text, or the default and a warning.
    pub(super) fn parsed<T>(
        &mut self,
        setting: &str,
        default: T,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> T {
        let Some(found) = self.text(setting) else {
            return default;
        };
        read(found).unwrap_or_else(|| {
            self.warn(setting, found, expected);
            default
        })
    }

    /// Notes what was wrong with a setting, once.
    #[inline(never)]
    pub(super) fn warn(&mut self, setting: &str, found: &str, expected: &str) {
        let found = prefix(found.trim_ascii(), FOUND);
        // A list that serves three classes is read three times.
        if self.warnings.iter().all(|told| told.found != found || told.setting != setting) {
            self.warnings.push(Warning {
                setting: setting.to_owned(),
                found: found.to_owned(),
                expected: expected.to_owned(),
            });
        }
    }
}

/// Hands over the items of a list, without the spaces around them and without empty ones.
pub(super) fn each_item<'a>(list: &'a str, item: &mut dyn FnMut(&'a str)) {
    let by_unit = list.bytes().any(|byte| byte == LIST_SEPARATOR);
    let separator = if by_unit { LIST_SEPARATOR } else { b',' };
    let mut rest = Some(list);
    while let Some(list) = rest {
        let (first, others) = match split(list, separator) {
            Some((first, others)) => (first, Some(others)),
            None => (list, None),
        };
        let first = first.trim_ascii();
        if !first.is_empty() {
            item(first);
        }
        rest = others;
    }
}

/// The place of a word, in any case as HTML's own keywords are.
#[inline(never)]
pub(super) fn place_of(found: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|word| word.eq_ignore_ascii_case(found))
}

/// `one of: light, dark`.
pub(super) fn one_of(words: &[&str]) -> String {
    ["one of: ", &join(words, ", ")].concat()
}
