//! The finished files, held until all of them are there.

use crate::{files, paths};
use anyhow::Result;
use std::collections::BTreeMap;

/// Files of `dist/` by name, such as `preview/index.html`.
#[derive(Default)]
pub struct Dist(pub BTreeMap<String, Vec<u8>>);

impl Dist {
    /// Adds a file.
    pub fn add(&mut self, name: &str, content: Vec<u8>) {
        self.0.insert(name.to_owned(), content);
    }

    /// Adds a file whose name carries the hash of its content; returns that name.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, content: Vec<u8>) -> String {
        let name = format!("{stem}-{}.{extension}", &files::sha256(&content)[..8]);
        self.add(&name, content);
        name
    }

    /// Makes `dist/` hold these files and `more`, and no others.
    pub fn write(&self, more: &Dist) -> Result<()> {
        let folder = paths::dist();
        for (name, content) in self.0.iter().chain(&more.0) {
            files::write(&folder.join(name), content)?;
        }
        for file in files::walk(&folder)? {
            let name = file.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
            if !self.0.contains_key(&name) && !more.0.contains_key(&name) {
                files::remove(&file)?;
            }
        }
        Ok(())
    }
}
