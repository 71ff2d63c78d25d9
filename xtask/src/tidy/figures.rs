//! Figures in documents are what a command prints.

use super::{Problem, Tree};
use crate::bench::size;
use crate::paths;
use anyhow::Result;

const BEGIN: &str = "<!-- begin: cargo xtask bench size -->";
const END: &str = "<!-- end -->";

/// How far a figure may be off, in parts of a hundred: a compiler's patch release moves a few bytes.
const TOLERANCE: usize = 1;

/// Compares the sizes in the README with `dist/`, where that has been built.
pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    const FILE: &str = "README.md";
    if !tree.files.iter().any(|file| file == FILE) {
        return Ok(vec![Problem::of(FILE, "it is missing")]);
    }
    let text = tree.text(FILE)?;
    let Some((before, printed)) = text.split_once(BEGIN) else {
        return Ok(vec![Problem::of(FILE, format!("it has no sizes between `{BEGIN}` and `{END}`"))]);
    };
    let Some((printed, _)) = printed.split_once(END) else {
        return Ok(vec![Problem::of(FILE, format!("`{END}` is missing after `{BEGIN}`"))]);
    };
    if !paths::dist().join("integrity.json").exists() {
        println!("note: the sizes in {FILE} are not checked, for dist/ is not built");
        return Ok(Vec::new());
    }
    let first_line = before.lines().count();
    let table = size::current_table()?;
    let same = agrees(printed.trim(), table.trim());
    let what = format!("the sizes are not those of `cargo xtask bench size`, which now prints:\n{table}");
    Ok(if same { Vec::new() } else { vec![Problem::at(FILE, first_line, what)] })
}

/// Whether two tables have the same words, and numbers that are close.
fn agrees(printed: &str, now: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (printed, now) = (words(printed), words(now));
    printed.len() == now.len() && printed.iter().zip(&now).all(|(a, b)| a == b || is_close(a, b))
}

fn is_close(a: &str, b: &str) -> bool {
    let number = |text: &str| text.replace(',', "").parse::<usize>();
    match (number(a), number(b)) {
        (Ok(a), Ok(b)) => a.abs_diff(b) * 100 <= b * TOLERANCE,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::agrees;

    #[test]
    fn figures_may_be_off_by_one_in_a_hundred() {
        assert!(agrees("| a | 10,000 |", "| a  |  10,100 |"));
        assert!(!agrees("| a | 10,000 |", "| a | 10,200 |"));
        assert!(!agrees("| a | 10,000 |", "| b | 10,000 |"));
        assert!(!agrees("| a |", "| a | 1 |"));
    }
}
