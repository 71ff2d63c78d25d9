//! What must not ship: code that turns text into HTML or script, paths of this machine, names that nobody filled in.

use super::dist::Dist;
use crate::paths;
use anyhow::{Result, bail, ensure};

/// Code that a page's Trusted Types would refuse, or that opens a door.
const SINKS: [&str; 11] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "setHTMLUnsafe",
    "parseFromString",
    "srcdoc",
    "document.write",
    "eval(",
    "Function(",
    "javascript:",
];

/// Constants that the bundler fills in.
const CONSTANTS: [&str; 12] = [
    "__FALLBACK__",
    "__WIDGET__",
    "__WHOLE__",
    "__DRAFTS__",
    "__DELIVERY__",
    "__PAGE__",
    "__SITE__",
    "__WASM__",
    "__WASM_INTEGRITY__",
    "__LANGUAGES__",
    "__LOCALES__",
    "__VERSION__",
];

/// Fails on the first thing that must not ship.
pub fn check(dist: &Dist) -> Result<()> {
    let machine = machine_paths();
    for (name, content) in &dist.0 {
        let text = String::from_utf8_lossy(content);
        if name.ends_with("js") {
            check_script(name, &text)?;
        }
        for path in &machine {
            ensure!(!text.contains(path), "{name} names a path of this machine: {}", around(&text, path));
        }
    }
    Ok(())
}

fn check_script(name: &str, text: &str) -> Result<()> {
    if let Some(sink) = SINKS.iter().find(|sink| holds(text, sink)) {
        bail!("{name} must not hold `{sink}`: {}", around(text, sink));
    }
    if let Some(constant) = CONSTANTS.iter().find(|constant| holds(text, constant)) {
        bail!("{name} uses {constant}, which is not known yet when it is bundled (see xtask/src/build/scripts.rs)");
    }
    Ok(())
}

/// Whether `word` stands in `text` and is not the end of a longer word, as `Function(` is in `isFunction(`.
fn holds(text: &str, word: &str) -> bool {
    let in_word = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
    text.match_indices(word).any(|(place, _)| !text[..place].ends_with(in_word))
}

/// Folders of whoever builds; compilers like to write them into what they make.
fn machine_paths() -> Vec<String> {
    let home = std::env::home_dir().filter(|home| home.components().count() > 1);
    let folders = [Some(paths::root().to_owned()), home];
    folders.into_iter().flatten().map(|folder| format!("{}/", folder.display())).collect()
}

/// The text around the first place of `word`.
fn around(text: &str, word: &str) -> String {
    let place = text.find(word).unwrap_or_default();
    let start = text.floor_char_boundary(place.saturating_sub(40));
    let end = text.ceil_char_boundary(place + word.len() + 40);
    text[start..end].escape_debug().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sinks_are_found_and_words_that_only_end_alike_are_not() {
        assert_eq!(check_script("a.js", "isFunction(a);retrieval(b)").map_err(|error| error.to_string()), Ok(()));
        let found = check_script("a.js", "x.innerHTML=1").unwrap_err().to_string();
        assert_eq!(found, "a.js must not hold `innerHTML`: x.innerHTML=1");
        assert!(check_script("a.js", "new Function(a)").is_err());
        let constant = check_script("a.js", "import(__WIDGET__)").unwrap_err().to_string();
        assert!(constant.starts_with("a.js uses __WIDGET__"), "{constant}");
    }
}
