//! The npm packages that building and testing use; nothing of them ships.

use crate::{exec, files, paths};
use anyhow::{Context, Result};
use std::path::Path;

/// The program that fetches them.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Gets those of this repository.
pub fn install() -> Result<()> {
    install_in(paths::root())
}

/// Runs `npm ci` in a folder unless its `node_modules` was made from the very `package-lock.json` that is here.
pub fn install_in(folder: &Path) -> Result<()> {
    let lock = files::read(&folder.join("package-lock.json"))?;
    let mark = folder.join("node_modules").join(".made-from");
    let hash = files::sha256(&lock);
    if std::fs::read_to_string(&mark).is_ok_and(|old| old == hash) {
        return Ok(());
    }
    eprintln!("Getting npm packages");
    let mut npm = exec::command(NPM);
    npm.current_dir(folder);
    // No script of a package is needed, so none runs.
    exec::run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
        .context("cannot get the npm packages (is the network there?)")?;
    files::write(&mark, hash.as_bytes())
}
