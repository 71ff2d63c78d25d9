//! How soon what a visitor does in the widget is painted, in Chromium on this machine: `tests/look/paint.rs` measures.

use crate::{exec, pictures};
use anyhow::Result;

/// Prints the table; fails when a target is missed.
pub fn run() -> Result<()> {
    exec::run(pictures::look()?.arg("paint"))
}
