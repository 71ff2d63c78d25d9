//! Turns the Wasm of the widget into plain JavaScript, for pages on which no Wasm may run.

use super::bindgen::{self, Bound};
use super::scripts::Plain;
use super::{optimize, statics};
use crate::cache::{self, Key};
use crate::{exec, files, paths};
use anyhow::{Result, ensure};
use std::path::Path;

/// Features of Wasm that wasm-bindgen uses where it finds them switched on, and that have no like in JavaScript.
const WITHOUT: [&str; 2] = ["reference-types", "multivalue"];

/// What else the compiler uses; `wasm2js` knows the first by itself, the others are put into words that it knows.
const FEATURES: [&str; 4] =
    ["--enable-bulk-memory", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
const LOWERED: [&str; 2] = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering"];

/// What is changed in the script that `wasm2js` writes; each must fit exactly once.
///
/// Memory that grows moves to a larger buffer. The old one must be seen to be gone, as it is in Wasm: by that the glue knows
/// that its views of the memory are no good any more.
const PATCHES: [(&str, &str); 3] = [
    ("new ArrayBuffer(newPages << 16)", "buffer.transfer(newPages << 16)"),
    ("newHEAP8.set(HEAP8);", ""),
    ("function instantiate(", "export function instantiate("),
];

/// Translates a program and generates its glue. `wasm` is what the linker wrote.
pub fn bind(wasm: &[u8]) -> Result<Plain> {
    let Bound { glue, wasm } = bindgen::bind("plain", &statics::answer(&without_features(wasm)?)?)?;
    statics::check(&glue)?;
    let key = Key::new("plain-script").text(&FEATURES.join(" ")).text(&LOWERED.join(" ")).content(&wasm);
    let folder = cache::folder(key, |folder| {
        let lowered = optimize::run_with(folder, &wasm, &[&FEATURES[..], &["-Oz"], &LOWERED].concat())?;
        files::write(&folder.join("program.js"), patch(&translate(folder, &lowered)?)?.as_bytes())
    })?;
    Ok(Plain { glue, program: files::read_text(&folder.join("program.js"))? })
}

/// The same program, said to be compiled without [`WITHOUT`]: wasm-bindgen then keeps the browser's objects in an array of its
/// glue instead of a table.
fn without_features(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut wasm = wasm.to_vec();
    for name in WITHOUT {
        let entry = [&[b'+', u8::try_from(name.len())?], name.as_bytes()].concat();
        let places: Vec<usize> = (0..wasm.len()).filter(|&place| wasm[place..].starts_with(&entry)).collect();
        ensure!(places.len() == 1, "the compiler lists the feature {name} {} times, not once", places.len());
        wasm[places[0]] = b'-';
    }
    Ok(wasm)
}

/// Runs `wasm2js` in `folder`.
fn translate(folder: &Path, wasm: &[u8]) -> Result<String> {
    let (input, output) = (folder.join("input.wasm"), folder.join("output.js"));
    files::write(&input, wasm)?;
    let mut command = exec::command(paths::npm_program("wasm2js"));
    command.args(FEATURES).args(["-Oz", "--emscripten"]).arg(&input).arg("-o").arg(&output);
    exec::output(&mut command)?;
    let script = files::read_text(&output)?;
    files::remove(&input)?;
    files::remove(&output)?;
    Ok(script)
}

fn patch(script: &str) -> Result<String> {
    let mut patched = script.to_owned();
    for (from, to) in PATCHES {
        let found = script.matches(from).count();
        ensure!(found == 1, "wasm2js writes other code now: `{from}` stands {found} times in it");
        patched = patched.replacen(from, to, 1);
    }
    Ok(patched)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_switched_off_where_they_are_listed() {
        let wasm = without_features(b"\x02+\x0freference-types+\x0amultivalue").unwrap();
        assert_eq!(wasm, b"\x02-\x0freference-types-\x0amultivalue");
        let error = without_features(b"\x01+\x0amultivalue").unwrap_err().to_string();
        assert_eq!(error, "the compiler lists the feature reference-types 0 times, not once");
    }

    #[test]
    fn memory_that_grows_leaves_nothing_behind() {
        let script = "function instantiate(info) {
var newBuffer = new ArrayBuffer(newPages << 16);
var newHEAP8 = new Int8Array(newBuffer);
newHEAP8.set(HEAP8);";
        let expected = "export function instantiate(info) {
var newBuffer = buffer.transfer(newPages << 16);
var newHEAP8 = new Int8Array(newBuffer);
";
        assert_eq!(patch(script).unwrap(), expected);
        let error = patch("").unwrap_err().to_string();
        assert!(error.starts_with("wasm2js writes other code now"), "{error}");
    }
}
