//! The JSON Schemas in the documents are those that the Rust types make.

use super::{Problem, Tree};
use crate::schema::written;
use anyhow::Result;

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for (file, text) in written() {
        let is_there = tree.files.iter().any(|known| known == file);
        if !is_there || tree.text(file)? != text {
            problems.push(Problem::of(file, "it is not what the types make; run `cargo xtask schema`"));
        }
    }
    Ok(problems)
}
