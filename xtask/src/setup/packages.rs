//! The npm packages that building and testing use; nothing of them ships.

use crate::{exec, files, paths};
use anyhow::{Context, Result};

/// The program that fetches them.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs `npm ci` unless `node_modules` was made from the very `package-lock.json` that is here.
pub fn install() -> Result<()> {
    let lock = files::read(&paths::root().join("package-lock.json"))?;
    let mark = paths::root().join("node_modules").join(".made-from");
    let hash = files::sha256(&lock);
    if std::fs::read_to_string(&mark).is_ok_and(|old| old == hash) {
        return Ok(());
    }
    eprintln!("Getting the npm development packages");
    // No script of a package is needed, so none runs.
    exec::run(exec::command(NPM).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
        .context("cannot get the npm packages (is the network there?)")?;
    files::write(&mark, hash.as_bytes())
}
