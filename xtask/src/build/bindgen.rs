//! Runs wasm-bindgen, as a library at the version that the programs are compiled with.

use super::{glue, names, shims};
use crate::cache::{self, Key};
use crate::files;
use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// A program ready for the browser, before it is optimised.
pub struct Bound {
    /// The script that the program calls the browser through, patched.
    pub glue: String,
    /// The Wasm, with short names towards the glue.
    pub wasm: Vec<u8>,
}

/// Generates the glue of a program and what of the Wasm belongs to it. `step` names the program.
pub fn bind(step: &'static str, wasm: &[u8]) -> Result<Bound> {
    let folder = cache::folder(Key::new(step).text("bindgen").content(wasm), |folder| {
        let bound = generate(wasm, Names::Removed)?;
        files::write(&folder.join("glue.js"), bound.glue.as_bytes())?;
        files::write(&folder.join("program.wasm"), &bound.wasm)
    })?;
    Ok(Bound { glue: files::read_text(&folder.join("glue.js"))?, wasm: files::read(&folder.join("program.wasm"))? })
}

/// What happens to the names of functions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Nothing: to see what weighs.
    Kept,
    /// They go: what ships.
    Removed,
}

/// As [`bind`], anew each time.
pub fn generate(wasm: &[u8], function_names: Names) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_bytes("program", wasm.to_vec())
        .web(true)
        .map(|bindgen| {
            bindgen
                .typescript(false)
                .demangle(false)
                .remove_name_section(function_names == Names::Removed)
                .remove_producers_section(true)
        })
        .and_then(Bindgen::generate_output)
        .context("wasm-bindgen cannot read what the compiler wrote")?;
    let snippets: Vec<_> =
        output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(name, _)| name.as_str()).collect();
    ensure!(output.local_modules().is_empty(), "the program imports a JavaScript file, which nothing bundles");
    ensure!(
        snippets.is_empty(),
        "a crate brings JavaScript of its own, which nothing bundles: {}",
        snippets.join(", ")
    );
    shims::empty_unused(output.wasm_mut());
    let patched = glue::patch(output.js())?;
    let glue = names::shorten(&mut output, patched)?;
    Ok(Bound { glue, wasm: output.wasm_mut().emit_wasm() })
}
