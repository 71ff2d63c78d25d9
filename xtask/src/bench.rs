//! `cargo xtask bench`: measures.

mod collector;
mod peers;
mod scores;
pub mod size;
mod soak;
mod why;
mod widget;

use crate::{Command, build, exec, pictures};
use anyhow::bail;

pub const COMMAND: Command = Command {
    name: "bench",
    usage: "size [--why] | widget | peers | studio | coverage | scores | collector [--stored N] | soak [--answers N] [--kills K] [--browser B] [--seed S] | delivery | faults | model [--sequences N] [--seed S]",
    about: "measure what a visitor fetches, how soon a click is painted, other people's widgets, how soon the studio stands, how often intervals hold the truth, how fast answers are counted and stored, what arrives of answers when everything fails",
    run: |args| {
        let what = args.word();
        let why = args.flag("--why");
        let stored = args.value("--stored")?;
        let soak = soak::Soak {
            answers: args.value("--answers")?,
            kills: args.value("--kills")?,
            browser: args.value("--browser")?,
            seed: args.value("--seed")?,
        };
        let sequences = args.value("--sequences")?;
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
            Some("peers") => {
                build::run()?;
                peers::run()
            }
            Some("studio") => {
                build::run()?;
                exec::run(pictures::look()?.arg("load"))
            }
            Some("coverage") => scores::coverage(),
            Some("scores") => scores::run(),
            Some("collector") => collector::run(stored.unwrap_or(collector::STORED)),
            Some("soak") => soak::run(&soak),
            Some("delivery") => soak::delivery(),
            Some("faults") => soak::faults(),
            Some("model") => soak::model(sequences, soak.seed),
            _ => bail!(
                "say what to measure: `cargo xtask bench size`, `widget`, `peers`, `studio`, `coverage`, `scores`, `collector`, `soak`, `delivery`, `faults` or `model`"
            ),
        }
    },
};
