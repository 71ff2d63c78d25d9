//! What people look at and a clock can measure, in Chromium: `pictures FOLDER` draws the contact sheets of the widget and the studio there,
//! `paint` measures how soon an interaction is painted, `peers FOLDER` what other people's widgets cost beside ours,
//! `load` how soon the studio stands.
//!
//! No part of the tests. `cargo xtask pictures`, `cargo xtask bench widget`, `bench peers` and `bench studio` run it.

// One event written down whole is a long `json!`.
#![recursion_limit = "256"]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use all of it")]
mod harness;

mod line;
mod load;
mod paint;
mod peers;
mod pictures;
mod sheet;
mod sheets;
mod studio;

use harness::browser::Browser;
use harness::{Engine, Stage};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["pictures", folder] => in_chromium(&[], |stage| pictures::draw(stage, Path::new(folder), None)),
        ["pictures", folder, only] => in_chromium(&[], |stage| pictures::draw(stage, Path::new(folder), Some(only))),
        ["paint"] => in_chromium(&paint::FLAGS, paint::measure),
        ["peers", folder] => in_chromium(&[], |stage| peers::measure(stage, Path::new(folder))),
        ["load"] => in_chromium(&[], load::measure),
        _ => Err("say `pictures FOLDER`, `paint`, `peers FOLDER` or `load`".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Gives a visitor's browser, in front of a shop that serves the release, to `work`.
fn in_chromium(flags: &[&str], work: impl FnOnce(&Stage<'_>) -> Result<(), String>) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let release = std::env::var_os("MEETPUNT_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
    if !release.join("meetpunt.js").is_file() {
        return Err(format!("there is no release in {}: run `cargo xtask build` first", release.display()));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start tokio: {error}"))?;
    let browser =
        Browser::start_with(Engine::Chromium, flags, runtime.handle(), Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    eprintln!("{}", browser.version);
    let outcome = work(&Stage::new(&browser, runtime.handle(), release));
    browser.close();
    outcome
}
