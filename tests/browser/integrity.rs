//! Every hash that the release names is one that browsers read and hold the file to. A malformed one would bind nothing, and no
//! browser would say so.

use crate::harness::{Stage, page};
use serde_json::{Value, json};
use std::collections::BTreeMap;

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

/// Whether a browser reads it as one hash: 48 bytes in Base64.
fn is_well_formed(hash: &str) -> bool {
    let digits = hash.strip_prefix("sha384-").unwrap_or_default();
    digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
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
    let mut held = 0;
    for script in files.keys().filter(|name| name.ends_with("js") && !name.starts_with("preview/")) {
        let text = std::fs::read_to_string(stage.release.join(script)).expect("a script of the release");
        for (place, _) in text.match_indices("sha384-") {
            let hash = text[place..].split(['"', '\'', '`']).next().unwrap_or_default();
            assert!(is_well_formed(hash), "no browser reads {hash} in {script}");
            let file = files.iter().find(|(name, other)| name.ends_with(".wasm") && *other == hash);
            let (wasm, _) = file.unwrap_or_else(|| panic!("{script} holds the hash of nothing that ships: {hash}"));
            assert!(text.contains(wasm.as_str()), "{script} holds the hash of {wasm} and does not fetch it");
            held += 1;
        }
    }
    assert_eq!(held, 4, "both cuts, each in a script of its own and in meetpunt.full.js");
}

fn a_file_with_the_hash_of_another_is_refused(stage: &Stage<'_>) {
    let files = hashes(stage);
    let mut shifted: BTreeMap<String, String> =
        files.keys().cloned().zip(files.values().cycle().skip(1).cloned()).collect();
    shifted.retain(|name, hash| files[name] != *hash);
    stage.open(&page(""));
    assert_eq!(refused(stage, &shifted), shifted.keys().cloned().collect::<Vec<_>>());
}
