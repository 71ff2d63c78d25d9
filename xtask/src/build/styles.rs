//! The style sheets, each minified.

use super::bundle::minify_css;
use crate::{files, paths};
use anyhow::Result;
use std::path::PathBuf;

/// The file with the styles of the small cut: the tokens, then the rules.
pub fn small() -> Result<PathBuf> {
    sheet("small.css", &["tokens.css", "widget.css"])
}

/// The file with the styles of the whole cut, which has looks and displays of its own.
pub fn whole() -> Result<PathBuf> {
    sheet("whole.css", &["tokens.css", "widget.css", "whole.css"])
}

fn sheet(name: &str, sources: &[&str]) -> Result<PathBuf> {
    let css = sources.iter().map(|name| source(name)).collect::<Result<Vec<_>>>()?.join(&b'\n');
    let file = paths::work().join(name);
    // The text goes into a script: a line end at its end would only weigh.
    files::write(&file, minify_css(&css)?.trim_ascii_end())?;
    Ok(file)
}

/// The styles of the preview page.
pub fn studio() -> Result<Vec<u8>> {
    minify_css(&source("studio.css")?)
}

fn source(name: &str) -> Result<Vec<u8>> {
    files::read(&paths::root().join("styles").join(name))
}
