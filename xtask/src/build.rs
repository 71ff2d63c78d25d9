//! `cargo xtask build`: everything that ships, in `dist/`.
//!
//! Sources → Wasm ([`wasm`]) → glue and Wasm of wasm-bindgen ([`bindgen`], [`glue`], [`names`]) → optimised ([`optimize`], [`order`]),
//! or made plain JavaScript ([`plain`]) → scripts ([`bundle`], [`scripts`]) → checked ([`check`]) → compressed ([`compress`]) → `dist/` ([`dist`]).

mod bill;
pub mod bindgen;
pub mod bundle;
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
mod plain;
mod preview_page;
mod scripts;
mod shims;
mod statics;
mod styles;
mod verify;
pub mod wasm;
mod yew;

use crate::{Command, cache, setup};
use anyhow::Result;
use dist::Dist;
use std::time::Instant;
use wasm::{Cut, Program};

pub const COMMAND: Command = Command {
    name: "build",
    usage: "[--verify] [--example]",
    about: "write everything that ships to dist/, and see that a second build is the same (or build examples/yew-app for its test)",
    run: |args| {
        let (verifies, is_example) = (args.flag("--verify"), args.flag("--example"));
        args.finish()?;
        if is_example {
            return example::build(setup::toolchain::prepare()?);
        }
        run()?;
        if verifies { verify::run() } else { Ok(()) }
    },
};

/// Builds `dist/`; steps whose inputs did not change are skipped.
pub fn run() -> Result<()> {
    let start = Instant::now();
    let toolchain = setup::for_build()?;
    let _lock = cache::lock()?;
    let mut dist = Dist::default();

    say("widget");
    let small = wasm::compile(toolchain, Program::Widget(Cut::Small))?;
    let whole = wasm::compile(toolchain, Program::Widget(Cut::Whole))?;
    let plain = plain::bind(&whole)?;
    scripts::add(&mut dist, program("widget", &small)?, program("whole", &whole)?, plain)?;

    say("preview page");
    let studio = wasm::compile(toolchain, Program::Studio)?;
    let studio = bindgen::bind("studio", &studio)?;
    let studio_wasm = optimize::optimize("studio", &studio.wasm)?;
    preview_page::add(&mut dist, &studio.glue, studio_wasm)?;

    check::check(&dist)?;
    say("compression");
    bill::add(&mut dist, &toolchain.version)?;
    integrity::add(&mut dist, toolchain)?;
    let compressed = compress::compress(&dist)?;
    dist.write(&compressed)?;
    eprintln!("dist/ is up to date ({:.1} s)", start.elapsed().as_secs_f32());
    Ok(())
}

/// A cut of the widget, ready for the browser.
fn program(step: &'static str, wasm: &[u8]) -> Result<scripts::Program> {
    let bound = bindgen::bind(step, wasm)?;
    Ok(scripts::Program { glue: bound.glue, wasm: optimize::optimize(step, &bound.wasm)? })
}

/// Names the part that is built now.
fn say(part: &str) {
    eprintln!("Building: {part}");
}
