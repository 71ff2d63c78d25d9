//! `cargo xtask build --verify`: the release is the same, byte for byte, wherever it is built.

use crate::{cache, exec, files, paths};
use anyhow::{Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::Path;

/// Builds the release of `dist/` again from a copy of the sources, in another folder with nothing kept from earlier builds, and
/// compares all files.
pub fn run() -> Result<()> {
    let copy = paths::work().join("elsewhere");
    {
        let _lock = cache::lock()?;
        files::empty_folder(&copy)?;
        for file in files::walk(paths::root())? {
            files::write(&copy.join(file.strip_prefix(paths::root())?), &files::read(&file)?)?;
        }
    }
    let mut build = exec::command("cargo");
    build.args(["run", "--locked", "--package=xtask", "--", "build"]).current_dir(&copy);
    build.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR");
    exec::run(&mut build)?;
    let [here, there] = [paths::dist(), copy.join("dist")].map(|folder| contents(&folder));
    let (here, there) = (here?, there?);
    ensure!(!here.is_empty(), "dist/ is empty");
    let different = differences(&here, &there);
    if !different.is_empty() {
        bail!("two builds of the same sources differ in {} (see {})", different.join(", "), files::shown(&copy));
    }
    std::fs::remove_dir_all(&copy)?;
    println!("two builds in two folders are the same: {} files", here.len());
    Ok(())
}

/// Each file of a folder by its name, with the hash of its content.
fn contents(folder: &Path) -> Result<BTreeMap<String, String>> {
    let named =
        |file: &Path| Ok((file.strip_prefix(folder)?.display().to_string(), files::sha256(&files::read(file)?)));
    files::walk(folder)?.iter().map(|file| named(file)).collect()
}

/// The names of files that only one has, or that are not the same in both.
fn differences(here: &BTreeMap<String, String>, there: &BTreeMap<String, String>) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    names.into_iter().filter(|name| here.get(*name) != there.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use std::collections::BTreeMap;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let folder = |files: &[(&str, &str)]| -> BTreeMap<String, String> {
            files.iter().map(|(name, hash)| (name.to_string(), hash.to_string())).collect()
        };
        let here = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differences(&here, &here).is_empty());
        assert_eq!(differences(&here, &folder(&[("a", "1"), ("b", "4"), ("d", "3")])), ["b", "c", "d"]);
    }
}
