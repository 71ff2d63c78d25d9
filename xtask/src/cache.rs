//! Skips a step of the build whose inputs have not changed.

use crate::{files, paths};
use anyhow::Result;
use std::fs;
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
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    make(&folder)?;
    // Last, so that a step cut short runs again.
    fs::write(mark, hash)?;
    Ok(folder)
}
