//! `cargo xtask bench`: measures.

pub mod size;
mod why;

use crate::{Command, build};
use anyhow::bail;

pub const COMMAND: Command = Command {
    name: "bench",
    usage: "size [--why]",
    about: "measure the size of what a visitor fetches; --why lists what it is made of",
    run: |args| {
        let what = args.word();
        let why = args.flag("--why");
        args.finish()?;
        match what.as_deref() {
            Some("size") if why => why::run(),
            Some("size") => {
                build::run()?;
                size::run()
            }
            _ => bail!("say what to measure: `cargo xtask bench size`"),
        }
    },
};
