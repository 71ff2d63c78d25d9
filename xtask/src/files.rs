//! Reading, writing and walking files, with the path in every error.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not sources.
const NOT_SOURCES: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// The content of a file.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", shown(file)))
}

/// The content of a text file.
pub fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", shown(file)))
}

/// Writes a file, with the folders it lies in, unless it already has this content.
pub fn write(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", shown(folder)))?;
    }
    fs::write(file, content).with_context(|| format!("cannot write {}", shown(file)))
}

/// Deletes a file.
pub fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).with_context(|| format!("cannot delete {}", shown(file)))
}

/// Makes a folder that is empty, whatever was there before.
pub fn empty_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot delete {}", shown(folder)))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", shown(folder)))
}

/// Every file in and below `folder` that is not a product of a build, sorted.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", shown(&folder)))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default();
            if !path.is_dir() {
                found.push(path);
            } else if !NOT_SOURCES.iter().any(|other| name == *other) {
                folders.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A path from the top folder of the repository on, with `/` on every system, where it lies there.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(crate::paths::root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
