//! Every example is opened by a test.

use super::{Problem, Tree};
use anyhow::Result;

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let tests = ["tests/", "crates/"].into_iter().flat_map(|folder| tree.within(folder, &["rs"]));
    let tests = tests.filter(|file| file.starts_with("tests/") || file.contains("/tests/"));
    let tests: String = tests.map(|file| tree.text(file)).collect::<Result<_>>()?;
    let examples: Vec<&String> = tree.files.iter().filter(|file| file.starts_with("examples/")).collect();
    let pages = examples.iter().filter(|file| file.ends_with(".html"));
    let pages: String = pages.map(|file| tree.text(file)).collect::<Result<_>>()?;
    // A style sheet or a picture is opened with the page that names it; a test may open all pages of a folder, or run the
    // program that a folder holds.
    let is_named = |file: &str| {
        tests.contains(name(file)) || tests.contains(&format!("\"{}\"", program(file, tree).unwrap_or(folder(file))))
    };
    let is_opened = |file: &str| is_named(file) || (!file.ends_with(".html") && pages.contains(name(file)));
    let forgotten = examples.into_iter().filter(|file| !is_opened(file));
    Ok(forgotten.map(|file| Problem::of(file, "no test opens it; name it in one under tests/")).collect())
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// The folder of the program that a file belongs to, if it does.
fn program<'a>(file: &'a str, tree: &Tree) -> Option<&'a str> {
    let folders = file.match_indices('/').map(|(end, _)| &file[..end]);
    let mut folders = folders.skip_while(|folder| !tree.files.contains(&format!("{folder}/Cargo.toml")));
    folders.next()
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
