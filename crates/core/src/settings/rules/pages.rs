//! The pages that a survey may show on.

use super::super::input::{Input, each_item};

/// A URL pattern over path and query. Whether an address matches, the browser's own URLPattern says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The pattern, without the `!`.
    pub text: String,
    /// Whether a page that matches is left out.
    pub excludes: bool,
}

/// Reads `match`. A pattern begins with `/` or, to fit any beginning, with `*`.
pub(super) fn resolve(input: &mut Input<'_>) -> Vec<Pattern> {
    const SETTING: &str = "match";
    let mut patterns = Vec::new();
    let list = input.text(SETTING).unwrap_or_default();
    each_item(list, &mut |item| {
        let excludes = item.starts_with('!');
        let text = item.strip_prefix('!').unwrap_or(item).trim_ascii();
        if text.starts_with(['/', '*']) {
            patterns.push(Pattern { text: text.to_owned(), excludes });
        } else {
            input.warn(SETTING, item, "a pattern of paths that begins with / or *, such as /order/*, or !/cart");
        }
    });
    patterns
}
