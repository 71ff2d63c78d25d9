//! What is wrong in a site file, and where.

mod endpoint;
mod keys;
mod place;
mod root;
mod shape;
mod survey;
mod wording;

use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

use super::finding::{Finding, Findings};

/// Every mistake in the text of a site file, in the order of the file; none for a good one.
///
/// An error is what the widget corrects or refuses. A warning is what works, and should be thought about: words that lead
/// the respondent, an address that works on one machine only.
///
/// What values mean is read by [`settings`](crate::settings), so the same words come out here and in the page.
///
/// ```
/// use meetpunt_core::site::check;
///
/// let findings = check(r#"{"version": 1, "surveys": [{"id": "nps", "metric": "npx"}]}"#);
/// assert_eq!((findings[0].line, findings[0].column), (1, 52));
/// ```
#[must_use]
pub fn check(text: &str) -> Vec<Finding> {
    let mut findings = Findings::new(text);
    match parse_to_ast(text, &CollectOptions::default(), &strict()) {
        Err(error) => {
            findings.error(error.range().start, format!("this is not JSON: {}", lower(&error.kind().to_string())))
        }
        Ok(parsed) => match (parsed.value, serde_json::from_str::<Value>(text)) {
            (None, _) => findings.error(0, "the file is empty; write {\"version\": 1, \"surveys\": []}"),
            (Some(_), Err(error)) => {
                findings.error_at(error.line(), error.column(), format!("this is not JSON: {error}"))
            }
            (Some(root), Ok(site)) => root::check(&root, &site, &mut findings),
        },
    }
    findings.sorted()
}

/// JSON as browsers read it: no comments, no trailing commas.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
