//! `cargo xtask bench`: measures.

mod collector;
mod scores;
pub mod size;
mod why;
mod widget;

use crate::{Command, build};
use anyhow::bail;

pub const COMMAND: Command = Command {
    name: "bench",
    usage: "size [--why] | widget | coverage | scores | collector [--stored N]",
    about: "measure what a visitor fetches, how soon a click is painted, how often intervals hold the truth, how fast answers are counted and stored",
    run: |args| {
        let what = args.word();
        let why = args.flag("--why");
        let stored = args.value("--stored")?;
        args.finish()?;
        match what.as_deref() {
            Some("size") if why => why::run(),
            Some("size") => {
                build::run()?;
                size::run()
            }
            Some("widget") => {
                build::run()?;
                widget::run()
            }
            Some("coverage") => scores::coverage(),
            Some("scores") => scores::run(),
            Some("collector") => collector::run(stored.unwrap_or(collector::STORED)),
            _ => bail!("say what to measure: `cargo xtask bench size`, `widget`, `coverage`, `scores` or `collector`"),
        }
    },
};
