//! Turns `locales/en.json` into the list of English texts that is compiled in, sorted by key. The small cut has none: whoever mounts it gives
//! them, for the first question is drawn before the Wasm is there (see `src/shell/early.js`).

use std::{env, fs, path::PathBuf};

use serde_json::Value;

fn main() {
    let source = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../locales/en.json");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed=build.rs");

    let text =
        fs::read_to_string(&source).unwrap_or_else(|error| panic!("{} cannot be read: {error}", source.display()));
    let locale: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", source.display()));
    let strings = locale["strings"].as_object().expect("en.json has an object `strings`");

    let mut rows: Vec<(&str, &str)> = strings
        .iter()
        .map(|(key, entry)| {
            let text = entry["text"].as_str().unwrap_or_else(|| panic!("en.json: strings.{key}.text is not a text"));
            (key.as_str(), text)
        })
        .collect();
    let whole = env::var_os("CARGO_FEATURE_WHOLE").is_some();
    rows.retain(|_| whole);
    // Sorted here, whatever map serde_json was built with: the same file makes the same program, and what is alike
    // stands together, which compresses well.
    rows.sort_unstable();

    let mut list = String::new();
    for part in rows.into_iter().flat_map(|(key, text)| [key, text]) {
        assert!(!part.contains('\0'), "en.json: {part:?} has a character that parts texts");
        list.push_str(part);
        list.push('\0');
    }
    let target = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("english.txt");
    fs::write(&target, list).unwrap_or_else(|error| panic!("{} cannot be written: {error}", target.display()));
}
