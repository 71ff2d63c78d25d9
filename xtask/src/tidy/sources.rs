//! Sources keep the rules that no compiler knows.

use super::{Problem, Tree};
use crate::paths;
use anyhow::Result;

/// Files with text that people write.
const TEXT: [&str; 12] = ["css", "html", "js", "json", "lock", "md", "mjs", "rs", "sh", "toml", "ts", "yml"];

/// What turns text into HTML or script.
const SINKS: [&str; 9] = [
    "innerHTML",
    "outerHTML",
    "inner_html",
    "outer_html",
    "insertAdjacentHTML",
    "from_html_unchecked",
    "document.write",
    "new Function",
    "eval(",
];

/// Where the sources of what ships lie.
const SHIPPED: [&str; 2] = ["src/", "crates/"];

/// An allocator cannot be written without it.
const UNSAFE: &str = "crates/heap/src/";

/// Folders of people's machines. Split, so that they do not find themselves.
const MACHINE: [&str; 4] = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/tm", "p/")];

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let root = paths::root().display().to_string();
    let mut problems = Vec::new();
    for file in tree.within("", &TEXT) {
        let text = tree.text(file)?;
        let shipped = SHIPPED.iter().any(|folder| file.starts_with(folder));
        for (index, line) in text.lines().enumerate() {
            let mut say = |what: String| problems.push(Problem::at(file, index, what));
            if let Some(path) = MACHINE.iter().find(|path| starts_a_path(line, path)) {
                say(format!("`{path}…` is a path of one machine"));
            } else if line.contains(&root) {
                say("this is a path of one machine".to_owned());
            }
            if shipped && let Some(sink) = SINKS.iter().find(|sink| is_used(line, sink)) {
                say(format!("`{sink}` turns text into HTML or script; use text nodes"));
            }
            let safe = shipped && file.ends_with(".rs") && !file.starts_with(UNSAFE);
            if safe && is_used(line, "unsafe") && !line.contains("forbid(unsafe_code)") {
                say(format!("`unsafe` has no place outside `{UNSAFE}`"));
            }
        }
    }
    if tree.text("package-lock.json")?.contains("\"resolved\"") {
        let what = "it names a registry; set `omit-lockfile-registry-resolved` in npm and make it anew";
        problems.push(Problem::of("package-lock.json", what));
    }
    Ok(problems)
}

/// Whether a word is used in a line of code, as a whole word and not in a comment.
fn is_used(line: &str, word: &str) -> bool {
    let code = line.split("//").next().unwrap_or(line);
    // A hyphen joins words of other languages, as in `wasm-unsafe-eval`.
    let in_word = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    code.match_indices(word).any(|(place, _)| {
        let after = &code[place + word.len()..];
        !code[..place].ends_with(in_word) && (word.ends_with('(') || !after.starts_with(in_word))
    })
}

/// Whether a path from the top of a file system begins so, as against the middle of an address.
fn starts_a_path(line: &str, path: &str) -> bool {
    let before = |char: char| char.is_ascii_alphanumeric() || "._-~/}*".contains(char);
    line.match_indices(path).any(|(place, _)| !line[..place].ends_with(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_code_only() {
        assert!(is_used("node.set_inner_html(x); node.inner_html", "inner_html"));
        assert!(is_used("unsafe { f() }", "unsafe"));
        assert!(!is_used("// unsafe", "unsafe"));
        assert!(!is_used("retrieval(x)", "eval("));
        assert!(!is_used("let unsafely = 1;", "unsafe"));
        assert!(!is_used("\"'wasm-unsafe-eval'\"", "unsafe"));
    }

    #[test]
    fn addresses_are_not_paths_of_a_machine() {
        let path = concat!("/ho", "me/");
        assert!(starts_a_path(&format!("at {path}ann/x"), path));
        assert!(!starts_a_path(&format!("https://shop.example{path}x"), path));
    }
}
