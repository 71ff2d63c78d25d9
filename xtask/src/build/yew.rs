//! The smaller Yew that the widget is built with: the locked release, less what the widget never uses.
//!
//! What is left out, and why, stands in `patches/yew/README.md`.

use crate::{exec, files, paths};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes a command of Cargo use the smaller Yew: a path override, which leaves `Cargo.lock` as it is.
pub fn use_smaller(cargo: &mut Command) -> Result<()> {
    // A TOML literal string takes every character of a path but the quote.
    cargo.arg("--config").arg(format!("paths=['{}']", prepare()?.display()));
    Ok(())
}

/// Writes the patched source to `target/smaller-yew`, if it is not there as it should be.
fn prepare() -> Result<PathBuf> {
    let patches = paths::root().join("patches").join("yew");
    let (replacing, patch) = (patches.join("src"), patches.join("smaller.patch"));
    let original = original()?;
    let folder = paths::target().join("smaller-yew");
    let mut wanted = original.display().to_string() + &files::read_text(&patch)?;
    read_all(&replacing, &mut wanted)?;
    let stamp = folder.join("made-from");
    if std::fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == wanted) {
        return Ok(folder);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("removing the former source of Yew")?;
    }
    copy(&original, &folder)?;
    copy(&replacing, &folder.join("src"))?;
    let mut apply = Command::new("git");
    // Not as a part of this repository: there, git passes over files that it ignores.
    apply.args(["apply", "-p1"]).arg(patch).current_dir(&folder);
    apply.env("GIT_CEILING_DIRECTORIES", paths::target());
    exec::output(&mut apply).context("patches/yew/smaller.patch does not fit the locked Yew; make it anew")?;
    // What the left-out parts used is still there, unused.
    let library = folder.join("src/lib.rs");
    files::write(&library, format!("#![allow(warnings)]\n{}", files::read_text(&library)?).as_bytes())?;
    files::write(&stamp, wanted.as_bytes())?;
    Ok(folder)
}

/// Where Cargo keeps the source of the locked Yew.
fn original() -> Result<PathBuf> {
    let mut cargo = exec::command("cargo");
    cargo.args(["metadata", "--format-version=1", "--locked"]).current_dir(paths::root());
    let metadata: serde_json::Value = serde_json::from_slice(&exec::output(&mut cargo)?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let yew = packages.iter().find(|package| package["name"] == "yew").context("Cargo.lock has no yew")?;
    let manifest = yew["manifest_path"].as_str().context("cargo metadata names no manifest of yew")?;
    Ok(Path::new(manifest).parent().context("a manifest is in a folder")?.to_owned())
}

/// Adds the names and texts of all files in a folder to `texts`.
fn read_all(folder: &Path, texts: &mut String) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut places: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    places.sort();
    for place in places {
        *texts += &place.display().to_string();
        if place.is_dir() {
            read_all(&place, texts)?;
        } else {
            *texts += &files::read_text(&place)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            ensure!(entry.file_type()?.is_file(), "{} is no file", entry.path().display());
            std::fs::copy(entry.path(), &place).with_context(|| format!("writing {}", place.display()))?;
        }
    }
    Ok(())
}
