//! The Yew program of `examples/yew-app`, for its browser test: what a shop gets that uses `<Survey>` without the loader. No part
//! of a release.

use crate::cache::{self, Key};
use crate::setup::toolchain::Toolchain;
use crate::{exec, files, paths};
use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The program, and the folder between two steps of the build that it is written to.
const NAME: &str = "yew-app";

/// Compiles the program and generates its glue, by the plain ways that its readers use.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    let _lock = cache::lock()?;
    let mut cargo = toolchain.cargo("build");
    cargo.arg("--package").arg(NAME).arg("--profile=example").arg("--target-dir").arg(paths::wasm_target());
    if !toolchain.has_std() {
        cargo.arg("-Zbuild-std=std,panic_abort");
    }
    exec::run(&mut cargo)?;
    let program = paths::wasm_target().join("wasm32-unknown-unknown/example").join(NAME).with_extension("wasm");
    let wasm = files::read(&program)?;
    cache::folder(Key::new(NAME).text("bindgen").content(&wasm), |folder| {
        Bindgen::new()
            .input_bytes(NAME, wasm.clone())
            .web(true)
            .map(|bindgen| bindgen.typescript(false).remove_name_section(true).omit_default_module_path(false))
            .and_then(|bindgen| bindgen.generate(folder))
            .context("wasm-bindgen cannot read what the compiler wrote")
    })?;
    Ok(())
}
