//! Runs `wasm-opt`, which comes with the npm package `binaryen`.

use super::order;
use crate::cache::{self, Key};
use crate::{exec, files, paths};
use anyhow::Result;
use std::path::Path;

/// What every browser that the widget runs in has. Others stay off: `wasm-opt` would use them.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is done to it, in this order; sizes are brotli of the widget.
const PASSES: [&str; 9] = [
    // A panic is a trap and none is meant to happen, so code that only traps may go.
    "--traps-never-happen",
    // The lowest kilobyte is the end of the stack: no address there is ever used (-0.1 kB).
    "--low-memory-unused",
    // Tiny functions go where they are called, as long as that is no longer than the call (-0.1 kB).
    "--always-inline-max-function-size=6",
    "-Oz",
    "--converge",
    // Control flow made anew is shorter and more alike than what the compiler wrote (-0.4 kB).
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// Smaller Wasm that does the same, and compresses better. `step` names the program.
pub fn optimize(step: &'static str, wasm: &[u8]) -> Result<Vec<u8>> {
    let step = match step {
        "widget" => "widget-optimized",
        "whole" => "whole-optimized",
        "bare" => "bare-optimized",
        _ => "studio-optimized",
    };
    let key = Key::new(step).text(&FEATURES.join(" ")).text(&PASSES.join(" ")).content(wasm);
    let folder = cache::folder(key, |folder| {
        let result = order::by_shape(&run(folder, wasm, &[])?)?;
        files::write(&folder.join("program.wasm"), &result)
    })?;
    files::read(&folder.join("program.wasm"))
}

/// Does all of it to a program, in `folder`, with more `options`.
pub fn run(folder: &Path, wasm: &[u8], options: &[&str]) -> Result<Vec<u8>> {
    run_with(folder, wasm, &[&FEATURES[..], &PASSES[..], options].concat())
}

/// Runs `wasm-opt` in `folder`.
pub fn run_with(folder: &Path, wasm: &[u8], options: &[&str]) -> Result<Vec<u8>> {
    let (input, output) = (folder.join("input.wasm"), folder.join("output.wasm"));
    files::write(&input, wasm)?;
    let mut command = exec::command(paths::npm_program("wasm-opt"));
    command.args(options).arg(&input).arg("-o").arg(&output);
    exec::output(&mut command)?;
    let result = files::read(&output)?;
    files::remove(&input)?;
    files::remove(&output)?;
    Ok(result)
}
