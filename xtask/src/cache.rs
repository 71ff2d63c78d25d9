//! Skips a step of the build whose inputs have not changed, and keeps two builds apart.

use crate::{files, paths};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What the result of a step depends on.
pub struct Key {
    step: &'static str,
    text: String,
}

impl Key {
    /// The key of a step. It depends on this program, too: a changed step must run again.
    pub fn new(step: &'static str) -> Self {
        let program = std::env::current_exe().and_then(fs::metadata);
        let built = program.and_then(|program| program.modified()).ok();
        let built = built.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        Self { step, text: format!("{built:?}\n") }
    }

    /// Adds a text, such as an option.
    pub fn text(mut self, text: &str) -> Self {
        self.text += text;
        self.text.push('\n');
        self
    }

    /// Adds the content of an input.
    pub fn content(self, content: &[u8]) -> Self {
        let hash = files::sha256(content);
        self.text(&hash)
    }
}

/// The folder with the result of a step: the one of an earlier run, or what `make` writes into it now.
pub fn folder(key: Key, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let folder = paths::work().join(key.step);
    let mark = folder.join("key");
    let hash = files::sha256(key.text.as_bytes());
    if fs::read_to_string(&mark).is_ok_and(|old| old == hash) {
        return Ok(folder);
    }
    files::empty_folder(&folder)?;
    make(&folder)?;
    // Last, so that a step cut short runs again.
    files::write(&mark, hash.as_bytes())?;
    Ok(folder)
}

/// Waits until no other build works in the same folders. They are this one's until the returned file is dropped.
#[must_use = "another build may begin when this is dropped"]
pub fn lock() -> Result<File> {
    let path = paths::work().join("lock");
    files::write(&path, b"")?;
    let file = File::open(&path)?;
    if file.try_lock().is_err() {
        eprintln!("Waiting for another build to end");
        file.lock().context("cannot lock the folder of the build")?;
    }
    Ok(file)
}
