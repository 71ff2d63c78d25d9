//! Whether an address is among the pages of `match`.

use meetpunt_core::settings::Pattern;

/// As the loader decides without URLPattern: `*` stands for anything, `:name` for one part of the path.
///
/// | patterns | `/order/12` |
/// | --- | --- |
/// | none | yes |
/// | `/order/*` | yes |
/// | `/order/*`, `!/order/1*` | no |
/// | `!/cart` | yes |
pub fn on_page(patterns: &[Pattern], address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let matches = |pattern: &&Pattern| fits(&pattern.text, path) || fits(&pattern.text, address);
    let mut wanted = patterns.iter().filter(|pattern| !pattern.excludes).peekable();
    let is_wanted = wanted.peek().is_none() || wanted.any(|pattern| matches(&pattern));
    is_wanted && !patterns.iter().filter(|pattern| pattern.excludes).any(|pattern| matches(&pattern))
}

fn fits(pattern: &str, text: &str) -> bool {
    if let Some(rest) = pattern.strip_prefix('*') {
        return text.char_indices().any(|(place, _)| fits(rest, &text[place..])) || fits(rest, "");
    }
    if let Some(rest) = pattern.strip_prefix(':') {
        let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        let part = text.split('/').next().unwrap_or_default();
        return !part.is_empty() && fits(rest, &text[part.len()..]);
    }
    match (pattern.chars().next(), text.chars().next()) {
        (None, None) => true,
        (Some(wanted), Some(found)) if wanted == found => {
            fits(&pattern[wanted.len_utf8()..], &text[found.len_utf8()..])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(patterns: &[&str], address: &str, expected: bool) {
        let read =
            |text: &&str| Pattern { excludes: text.starts_with('!'), text: text.trim_start_matches('!').to_owned() };
        let patterns: Vec<_> = patterns.iter().map(read).collect();
        assert_eq!(on_page(&patterns, address), expected, "{patterns:?} {address}");
    }

    #[test]
    fn stars_names_and_exceptions() {
        check(&[], "/order/12", true);
        check(&["/order/*"], "/order/12", true);
        check(&["/order/*"], "/orders", false);
        check(&["/order/*", "!/order/1*"], "/order/12", false);
        check(&["!/cart"], "/order/12", true);
        check(&["!/cart"], "/cart?x=1", false);
        check(&["/product/:id"], "/product/kettle", true);
        check(&["/product/:id"], "/product/kettle/reviews", false);
        check(&["*?ref=mail"], "/order?ref=mail", true);
    }
}
