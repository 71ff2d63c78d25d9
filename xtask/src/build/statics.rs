//! Tells a program without tables which objects of the browser are never let go.
//!
//! wasm-bindgen's run-time asks for the first place after them by an import that wasm-bindgen answers only where the objects
//! lie in a table. Elsewhere the import would be left over, and nothing answers it.

use anyhow::{Context, Result, bail, ensure};
use walrus::{ImportKind, Module};

/// The import.
const QUESTION: (&str, &str) = ("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end");

/// How the glue fills the first places of its array, and how many that are.
const KEPT: [&str; 2] = ["let heap = new Array(1024).fill(undefined);", "heap.push(undefined, null, true, false);"];
const END: i32 = 1028;

/// Answers the question inside a program that wasm-bindgen has not seen yet.
pub fn answer(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let import =
        module.imports.find(QUESTION.0, QUESTION.1).context("the run-time of wasm-bindgen asks otherwise now")?;
    let ImportKind::Function(function) = module.imports.get(import).kind else {
        bail!("`{}` is no function", QUESTION.1);
    };
    module.replace_imported_func(function, |(body, _)| {
        body.i32_const(END);
    })?;
    Ok(module.emit_wasm())
}

/// Fails where the glue keeps other objects than were counted here.
pub fn check(glue: &str) -> Result<()> {
    ensure!(KEPT.iter().all(|line| glue.contains(line)), "wasm-bindgen keeps other objects for good now");
    Ok(())
}
