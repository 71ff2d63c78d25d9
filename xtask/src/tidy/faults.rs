//! Each test that `docs/security.md` names exists.

use super::{Problem, Tree};
use anyhow::Result;

const DOCUMENT: &str = "docs/security.md";

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut sources = String::new();
    for file in tree.within("", &["rs"]).filter(|file| file.contains("tests/")) {
        sources += &tree.text(file)?;
    }
    let text = tree.text(DOCUMENT)?;
    Ok(missing(&text, &sources)
        .map(|(index, name)| Problem::at(DOCUMENT, index, format!("there is no test `{name}`")))
        .collect())
}

/// Names of tests in backticks that no source defines, each with its line. One that ends in `…` may go on.
fn missing<'a>(text: &'a str, sources: &str) -> impl Iterator<Item = (usize, &'a str)> {
    let names = text.lines().enumerate().flat_map(|(index, line)| {
        let quoted = line.split('`').skip(1).step_by(2);
        quoted.filter(|word| is_test(word)).map(move |word| (index, word))
    });
    names.filter(|(_, name)| {
        let call = match name.strip_suffix('…') {
            Some(beginning) => format!("fn {beginning}"),
            None => format!("fn {name}("),
        };
        !sources.contains(&call)
    })
}

/// Tests are sentences: words with underscores between them.
fn is_test(word: &str) -> bool {
    let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_' || char == '…';
    word.matches('_').count() > 1 && word.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_not_there_is_found() {
        let sources = "fn fault_01_down(stage: &Stage) {} fn it_goes_on(stage: &Stage) {}";
        let text = "| `fault_01_…`, `it_goes_on`\n| `fault_02_…` `it_goes`, `it_goes_away` `fetch_x`";
        let found: Vec<_> = missing(text, sources).collect();
        assert_eq!(found, [(1, "fault_02_…"), (1, "it_goes_away")]);
    }
}
