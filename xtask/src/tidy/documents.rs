//! The names of files and commands in the documents exist.

use super::{Problem, Tree};
use crate::COMMANDS;
use anyhow::Result;

/// Ends of names that make a word in backticks the name of a file here.
const EXTENSIONS: [&str; 9] = ["css", "html", "js", "json", "lock", "md", "rs", "toml", "yml"];

/// Files that a build or a running program makes, or that a shop writes: they are named, yet not here.
const NOT_HERE: [&str; 6] =
    ["integrity.json", "meetpunt.d.ts", "meetpunt.full.js", "meetpunt.js", "meetpunt.json", "meetpunt.db"];

/// Folders of which the same holds.
const FOLDERS_NOT_HERE: [&str; 3] = ["dist/", "node_modules/", "target/"];

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for document in tree.within("", &["md"]).filter(|file| is_document(file)) {
        let text = tree.text(document)?;
        for (index, line) in text.lines().enumerate() {
            let say = |what| Problem::at(document, index, what);
            let names = quoted(line).filter(|name| is_path(name, tree)).chain(links(line));
            let missing = names.filter(|name| !exists(name, document, tree));
            problems.extend(missing.map(|name| say(format!("there is no `{name}`"))));
            problems.extend(commands(line).filter_map(wrong_command).map(say));
        }
    }
    Ok(problems)
}

/// What people read: the pages at the top, and those in `docs/`.
fn is_document(file: &str) -> bool {
    !file.contains('/') || file.starts_with("docs/")
}

/// What stands in backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether a word means a file or folder of the repository.
fn is_path(word: &str, tree: &Tree) -> bool {
    let plain = |char: char| char.is_ascii_alphanumeric() || "._-/".contains(char);
    if !word.contains(|char: char| char.is_ascii_alphanumeric())
        || !word.chars().all(plain)
        || word.starts_with(['/', '-'])
    {
        return false;
    }
    match word.split_once('/') {
        Some((first, _)) if tree.files.iter().any(|file| file.split_once('/').is_some_and(|(top, _)| top == first)) => {
            true
        }
        _ => word.rsplit_once('.').is_some_and(|(stem, extension)| !stem.is_empty() && EXTENSIONS.contains(&extension)),
    }
}

/// The targets of links that are not addresses or places in the same page.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ', '#']).next());
    targets.filter(|target| !target.is_empty() && !target.contains(':'))
}

/// Whether a name is that of a file or folder, from the top, from the document on, or, for a bare name, anywhere.
fn exists(name: &str, document: &str, tree: &Tree) -> bool {
    let name = name.trim_end_matches('/').trim_start_matches("./");
    let base = name.rsplit('/').next().unwrap_or(name);
    if NOT_HERE.contains(&base) || FOLDERS_NOT_HERE.iter().any(|folder| format!("{name}/").starts_with(folder)) {
        return true;
    }
    let stands = |path: &str| {
        tree.files
            .iter()
            .any(|file| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let beside = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (beside, up) = match name.strip_prefix("../") {
        Some(up) => ("", up),
        None => (beside, name),
    };
    let anywhere = !name.contains('/') && tree.files.iter().any(|file| file.rsplit('/').next() == Some(name));
    stands(name) || stands(format!("{beside}/{up}").trim_start_matches('/')) || anywhere
}

/// What follows each `cargo xtask` in a line.
fn commands(line: &str) -> impl Iterator<Item = &str> {
    let calls = line.split("cargo xtask ").skip(1);
    calls.filter_map(|rest| rest.split(['`', '#', '"', '|', ',', ')', '(', ';']).next())
}

/// What is wrong with a command, if anything.
fn wrong_command(call: &str) -> Option<String> {
    let mut words = call.split_whitespace().map(|word| word.trim_end_matches(['.', ':', '?']));
    let word = words.next().filter(|word| word.starts_with(|char: char| char.is_ascii_lowercase()))?;
    let Some(command) = COMMANDS.into_iter().find(|command| command.name == word) else {
        return Some(format!("there is no command `cargo xtask {word}`"));
    };
    let is_option = |word: &&str| word.strip_prefix("--").is_some_and(|name| name.starts_with(char::is_alphabetic));
    let options = words.filter(is_option).map(|word| word.split('=').next().unwrap_or(word));
    let unknown = options.into_iter().find(|option| !command.usage.contains(option));
    unknown.map(|option| format!("`cargo xtask {word}` has no option `{option}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        let files = ["README.md", "docs/payload.md", "src/shell/element.js", "styles/tokens.css"];
        Tree { files: files.map(str::to_owned).to_vec() }
    }

    #[track_caller]
    fn check(document: &str, name: &str, is: bool) {
        assert!(is_path(name, &tree()), "{name} is not read as a path");
        assert_eq!(exists(name, document, &tree()), is, "{name}");
    }

    #[test]
    fn a_path_that_is_gone_is_found() {
        check("README.md", "src/shell/element.js", true);
        check("README.md", "src/shell/", true);
        check("README.md", "src/shell/elements.js", false);
        check("README.md", "tokens.css", true);
        check("README.md", "token.css", false);
        check("README.md", "dist/meetpunt.js", true);
        check("README.md", "examples/shop.html", false);
        check("docs/payload.md", "payload.md", true);
        check("docs/payload.md", "../README.md", true);
    }

    #[test]
    fn other_words_with_slashes_are_left_alone() {
        for word in ["application/json", "/collect", "meetpunt-<hash>.mjs", "1.5", "a b.rs", "text/plain"] {
            assert!(!is_path(word, &tree()), "{word}");
        }
    }

    #[test]
    fn links_lead_somewhere() {
        let line = "[a](docs/payload.md#events), [b](https://example.com), [c](#here)";
        assert_eq!(links(line).collect::<Vec<_>>(), ["docs/payload.md"]);
    }

    #[test]
    fn commands_and_their_options_exist() {
        let wrong = |line: &str| commands(line).filter_map(wrong_command).collect::<Vec<_>>();
        assert!(wrong("Run `cargo xtask preview --port 80` or `cargo xtask bench size --why`.").is_empty());
        assert!(wrong("<!-- begin: cargo xtask bench size -->").is_empty());
        assert!(wrong("`cargo xtask` lists them, `cargo xtask COMMAND` runs one").is_empty());
        assert_eq!(wrong("cargo xtask deploy"), ["there is no command `cargo xtask deploy`"]);
        assert_eq!(wrong("cargo xtask test --fast"), ["`cargo xtask test` has no option `--fast`"]);
    }
}
