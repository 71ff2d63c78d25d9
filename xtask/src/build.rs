//! `cargo xtask build`: everything that ships, in `dist/`.
//!
//! Sources → Wasm ([`wasm`]) → glue and Wasm of wasm-bindgen ([`bindgen`], [`glue`], [`names`]) → optimised ([`optimize`], [`order`])
//! → scripts ([`bundle`], [`scripts`]) → checked ([`check`]) → compressed ([`compress`]) → `dist/` ([`dist`]).

pub mod bindgen;
mod bundle;
mod check;
pub mod compress;
mod dist;
mod example;
mod glue;
mod integrity;
mod locales;
mod names;
pub mod optimize;
mod order;
mod preview_page;
mod scripts;
mod shims;
mod styles;
pub mod wasm;
mod yew;

use crate::{Command, cache, setup};
use anyhow::Result;
use dist::Dist;
use std::time::Instant;
use wasm::{Cut, Program};

pub const COMMAND: Command = Command {
    name: "build",
    usage: "[--example]",
    about: "write everything that ships to dist/ (or the program of examples/yew-app to target/, for its test)",
    run: |args| {
        let is_example = args.flag("--example");
        args.finish()?;
        if is_example { example::build(setup::toolchain::prepare()?) } else { run() }
    },
};

/// Builds `dist/`; steps whose inputs did not change are skipped.
pub fn run() -> Result<()> {
    let start = Instant::now();
    let toolchain = setup::for_build()?;
    let _lock = cache::lock()?;
    let mut dist = Dist::default();

    say("widget");
    let [small, whole] = [(Cut::Small, "widget"), (Cut::Whole, "whole")].map(|(cut, step)| {
        let program = wasm::compile(toolchain, Program::Widget(cut))?;
        let bound = bindgen::bind(step, &program)?;
        let wasm = optimize::optimize(step, &bound.wasm)?;
        Ok::<_, anyhow::Error>(scripts::Program { glue: bound.glue, wasm })
    });
    scripts::add(&mut dist, small?, whole?)?;

    say("preview page");
    let studio = wasm::compile(toolchain, Program::Studio)?;
    let studio = bindgen::bind("studio", &studio)?;
    let studio_wasm = optimize::optimize("studio", &studio.wasm)?;
    preview_page::add(&mut dist, &studio.glue, studio_wasm)?;

    check::check(&dist)?;
    say("compression");
    integrity::add(&mut dist, toolchain)?;
    let compressed = compress::compress(&dist)?;
    dist.write(&compressed)?;
    eprintln!("dist/ is up to date ({:.1} s)", start.elapsed().as_secs_f32());
    Ok(())
}

/// Names the part that is built now.
fn say(part: &str) {
    eprintln!("Building: {part}");
}
