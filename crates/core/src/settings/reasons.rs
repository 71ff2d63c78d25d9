//! Reasons: what a visitor may tick after the score.

use super::identity::is_id;
use super::input::{Input, each_item};
use super::texts::{bands, placed, translated};
use crate::cut::WHOLE;
use crate::locale::Catalogue;
use crate::text::split;

const SETTING: &str = "reasons";

/// The most reasons after one score.
const MOST: usize = 20;

/// A reason that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What travels, `[a-z0-9-]{1,64}`.
    pub key: String,
    /// What the visitor reads.
    pub label: String,
}

/// The reasons after a score of each band. `reasons.negative` and its like are for one band; `reasons` is for those that
/// have no list of their own.
pub(super) fn resolve(input: &mut Input<'_>, catalogue: &Catalogue) -> [Vec<Reason>; 3] {
    bands(|band| {
        if !WHOLE {
            return Vec::new();
        }
        let own = translated(input, catalogue.tag(), &[SETTING, ".", band.key()].concat());
        let list = own.or_else(|| translated(input, catalogue.tag(), SETTING));
        read(input, catalogue, list.unwrap_or_default())
    })
}

fn read(input: &mut Input<'_>, catalogue: &Catalogue, list: &str) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    each_item(list, &mut |item| {
        let (key, label) = split(item, b':').unwrap_or((item, ""));
        let (key, label) = (key.trim_ascii(), placed(input, catalogue, label.trim_ascii()).unwrap_or_default());
        let is_new = reasons.iter().all(|known| known.key != key);
        if !is_id(key) || label.is_empty() || !is_new {
            let expected = "a key of a-z, 0-9 and -, a colon and a label, such as late:It came late; each key once";
            input.warn(SETTING, item, expected);
        } else if reasons.len() == MOST {
            input.warn(SETTING, item, "at most 20 reasons");
        } else {
            reasons.push(Reason { key: key.to_owned(), label });
        }
    });
    reasons
}
