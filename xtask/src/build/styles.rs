//! The style sheets, each minified.

use super::bundle::minify_css;
use crate::{files, paths};
use anyhow::Result;
use std::path::PathBuf;

/// The file with the styles of the widget: its tokens, then its rules.
pub fn widget() -> Result<PathBuf> {
    let css = [source("tokens.css")?, source("widget.css")?].join(&b'\n');
    let file = paths::work().join("widget.css");
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
