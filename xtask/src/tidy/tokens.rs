//! `docs/theming.md` names every custom property and every part there is, and nothing names another.

use super::{Problem, Tree};
use anyhow::Result;
use std::collections::BTreeSet;

/// The page that names them.
const PAGE: &str = "docs/theming.md";

/// Where custom properties are read: every one with its default, and those that differ in the dark.
const SHEETS: [&str; 2] = ["styles/tokens.css", "styles/widget.css"];

/// What begins the name of a custom property.
const TOKEN: &str = "--meetpunt-";

/// What begins the name of a part, where it is used.
const PART: &str = "::part(";

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let sheets: Vec<String> = SHEETS.into_iter().map(|file| tree.text(file)).collect::<Result<_>>()?;
    let defaults: Vec<(&str, &str)> = sheets.iter().flat_map(|sheet| defaults(sheet)).collect();
    let views: Vec<String> = tree.within("src/view/", &["rs"]).map(|file| tree.text(file)).collect::<Result<_>>()?;
    let parts: BTreeSet<&str> = views.iter().flat_map(|view| names(view, " part=\"")).collect();
    let tokens: BTreeSet<&str> = defaults.iter().map(|(token, _)| *token).collect();

    let page = tree.text(PAGE)?;
    let mut problems = missing(&page, &defaults, &parts);
    let users =
        ["docs/", "examples/", "README.md"].into_iter().flat_map(|from| tree.within(from, &["md", "html", "css"]));
    for file in users {
        for (index, line) in tree.text(file)?.lines().enumerate() {
            let strange = |known: &BTreeSet<&str>, begin: &str, end: &str| {
                let strange = names(line, begin).filter(|name| !name.is_empty() && !known.contains(name));
                strange.map(|name| format!("there is no `{begin}{name}{end}`")).collect::<Vec<_>>()
            };
            let strange = [strange(&tokens, TOKEN, ""), strange(&parts, PART, ")")].concat();
            problems.extend(strange.into_iter().map(|what| Problem::at(file, index, what)));
        }
    }
    Ok(problems)
}

/// What the page does not say in a table.
fn missing(page: &str, defaults: &[(&str, &str)], parts: &BTreeSet<&str>) -> Vec<Problem> {
    let row = |name: &str| page.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
    let mut problems = Vec::new();
    for (token, default) in defaults {
        let name = format!("{TOKEN}{token}");
        match row(&name) {
            None => problems.push(Problem::of(PAGE, format!("no row of a table begins with `{name}`"))),
            Some(row) if !row.contains(&format!("`{default}`")) => {
                problems.push(Problem::of(PAGE, format!("the default `{default}` of `{name}` is not in its row")));
            }
            Some(_) => {}
        }
    }
    let rows = parts.iter().map(|part| format!("{PART}{part})")).filter(|name| row(name).is_none());
    problems.extend(rows.map(|name| Problem::of(PAGE, format!("no row of a table begins with `{name}`"))));
    problems
}

/// Every custom property that a style sheet reads with a default.
fn defaults(sheet: &str) -> Vec<(&str, &str)> {
    let declared = sheet.lines().filter_map(|line| line.trim().split_once(": var(--meetpunt-")?.1.strip_suffix(");"));
    declared.filter_map(|declared| declared.split_once(", ")).collect()
}

/// The names that follow each `begin` in a text.
fn names<'t>(text: &'t str, begin: &'t str) -> impl Iterator<Item = &'t str> {
    let rests = text.split(begin).skip(1);
    rests.map(|rest| rest.split(|char: char| !char.is_ascii_lowercase() && char != '-').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "  --_accent: var(--meetpunt-accent, #2456c7);\n  color: var(--_accent);\n";

    #[track_caller]
    fn check(page: &str, wrong: &[&str]) {
        let found = missing(page, &defaults(SHEET), &BTreeSet::from(["frame"]));
        assert_eq!(found.iter().map(|problem| problem.what.as_str()).collect::<Vec<_>>(), wrong);
    }

    #[test]
    fn a_page_names_every_property_with_its_default_and_every_part() {
        check("| `--meetpunt-accent` | the colour | `#2456c7` |\n| `::part(frame)` | the card |", &[]);
        check(
            "| `--meetpunt-accent` | the colour | `#fff` |",
            &[
                "the default `#2456c7` of `--meetpunt-accent` is not in its row",
                "no row of a table begins with `::part(frame)`",
            ],
        );
        check(
            "a `--meetpunt-accent` in prose, and | `::part(frame)` | there",
            &["no row of a table begins with `--meetpunt-accent`", "no row of a table begins with `::part(frame)`"],
        );
    }

    #[test]
    fn names_end_where_other_characters_begin() {
        assert_eq!(names("a::part(low-label) b::part(send):hover", PART).collect::<Vec<_>>(), ["low-label", "send"]);
    }
}
