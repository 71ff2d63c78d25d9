//! Every hash that the release names is one that browsers read and hold the file to. A malformed one would bind nothing, and no
//! browser would say so.

use crate::harness::{Stage, page};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

crate::tests![
    every_hash_of_the_release_is_read_and_fits,
    scripts_hold_the_hash_of_the_wasm_that_they_fetch,
    a_file_with_the_hash_of_another_is_refused,
];

/// The hash of each file, as `integrity.json` lists it.
fn hashes(stage: &Stage<'_>) -> BTreeMap<String, String> {
    let list = std::fs::read(stage.release.join("integrity.json")).expect("the release has an integrity.json");
    let list: Value = serde_json::from_slice(&list).expect("integrity.json is JSON");
    serde_json::from_value(list["files"].clone()).expect("files with a hash each")
}

/// Whether a browser reads it as one hash: 48 or 32 bytes in Base64.
fn is_well_formed(hash: &str) -> bool {
    let (digits, length) = match hash.split_once('-') {
        Some(("sha384", digits)) => (digits, 64),
        Some(("sha256", digits)) => (digits.strip_suffix('=').unwrap_or_default(), 43),
        _ => return false,
    };
    digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
}

/// Fetches files of the release with a hash each; returns the names of those that the browser did not give.
#[track_caller]
fn refused(stage: &Stage<'_>, files: &BTreeMap<String, String>) -> Vec<String> {
    let script = "const [files, done] = arguments;
        Promise.all(Object.entries(files).map(([name, integrity]) =>
            fetch('/meetpunt/' + name, {integrity}).then((got) => got.arrayBuffer()).then(() => null, () => name),
        )).then((names) => done(names.filter(Boolean)))";
    let found = stage.browser.run_async(script, vec![json!(files)]);
    serde_json::from_value(found).expect("names")
}

fn every_hash_of_the_release_is_read_and_fits(stage: &Stage<'_>) {
    let files = hashes(stage);
    assert!(files.len() > 30, "integrity.json lists {} files", files.len());
    for (name, hash) in &files {
        assert!(is_well_formed(hash), "no browser reads {hash} of {name}");
    }
    stage.open(&page(""));
    assert_eq!(refused(stage, &files), Vec::<String>::new());
}

fn scripts_hold_the_hash_of_the_wasm_that_they_fetch(stage: &Stage<'_>) {
    let files = hashes(stage);
    stage.open(&page(""));
    let mut held = Vec::new();
    for script in files.keys().filter(|name| name.ends_with("js") && !name.starts_with("preview/")) {
        let text = std::fs::read_to_string(stage.release.join(script)).expect("a script of the release");
        let hashes: BTreeSet<&str> = text
            .match_indices("sha256-")
            .map(|(place, _)| text[place..].split(['"', '\'', '`']).next().unwrap_or_default())
            .collect();
        for hash in hashes {
            assert!(is_well_formed(hash), "no browser reads {hash} in {script}");
            let named: BTreeMap<String, String> = files
                .keys()
                .filter(|name| name.ends_with(".wasm") && text.contains(name.as_str()))
                .map(|name| (name.clone(), hash.to_owned()))
                .collect();
            let others = refused(stage, &named).len();
            assert_eq!(others + 1, named.len(), "{script}: {hash} must be of one Wasm that it names, of {named:?}");
            held.push(script.clone());
        }
    }
    assert_eq!(held.len(), 4, "both cuts, each in a script of its own and in meetpunt.full.js: {held:?}");
}

fn a_file_with_the_hash_of_another_is_refused(stage: &Stage<'_>) {
    let files = hashes(stage);
    let mut shifted: BTreeMap<String, String> =
        files.keys().cloned().zip(files.values().cycle().skip(1).cloned()).collect();
    shifted.retain(|name, hash| files[name] != *hash);
    stage.open(&page(""));
    assert_eq!(refused(stage, &shifted), shifted.keys().cloned().collect::<Vec<_>>());
}
