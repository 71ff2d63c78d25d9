//! `cargo xtask pictures`: draws the contact sheets of the widget and the pictures of the studio anew.

use crate::setup::browsers::{self, Browser};
use crate::{Command, build, exec, paths};
use anyhow::Result;
use std::process;

pub const COMMAND: Command = Command {
    name: "pictures",
    usage: "[NAME]",
    about: "draw the contact sheets in docs/pictures/ anew, or one of them: every look, step and display, and the studio, in Chromium",
    run: |args| {
        let only = args.word();
        args.finish()?;
        build::run()?;
        let mut draw = look()?;
        exec::run(draw.arg("pictures").arg(paths::root().join("docs/pictures")).args(only))
    },
};

/// The program of `tests/look/`, which drives Chromium.
pub fn look() -> Result<process::Command> {
    browsers::install(&[Browser::Chromium])?;
    let mut cargo = exec::command("cargo");
    cargo.args(["test", "--quiet", "--package=meetpunt", "--test=look", "--"]);
    Ok(cargo)
}
