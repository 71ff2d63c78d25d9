//! Runs `esbuild`, which bundles and minifies scripts and styles, and `terser`, which makes scripts smaller still.

use crate::{exec, files, paths};
use anyhow::Result;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The oldest browsers that the widget runs in.
const BROWSERS: &str = "--target=chrome114,firefox125,safari17.4";

/// A script to be bundled with all it imports.
pub struct Script {
    /// The file to begin with.
    pub entry: PathBuf,
    pub format: Format,
    /// Constants of the sources, such as `__VERSION__`, with their values.
    pub defines: Vec<(&'static str, Value)>,
    /// Modules that sources import by a bare name, with the files that stand behind it.
    pub aliases: Vec<(&'static str, PathBuf)>,
}

/// How a script is loaded.
#[derive(Clone, Copy)]
pub enum Format {
    /// By a `<script>` tag of either kind.
    Classic,
    /// By `import`.
    Module,
}

impl Script {
    /// The finished script.
    pub fn bundle(&self) -> Result<Vec<u8>> {
        let mut esbuild = exec::command(paths::npm_program("esbuild"));
        esbuild.arg(&self.entry).args([
            "--bundle",
            "--minify",
            "--legal-comments=none",
            "--charset=utf8",
            "--log-level=warning",
        ]);
        esbuild.args([BROWSERS, "--loader:.css=text", "--log-override:empty-import-meta=silent"]);
        esbuild.arg(match self.format {
            Format::Classic => "--format=iife",
            Format::Module => "--format=esm",
        });
        for (name, value) in &self.defines {
            esbuild.arg(format!("--define:{name}={value}"));
        }
        for (name, file) in &self.aliases {
            esbuild.arg(format!("--alias:{name}={}", file.display()));
        }
        exec::output(&mut esbuild)
    }
}

/// The same script in fewer bytes: functions that are called once become part of their caller, which `esbuild` does not do.
pub fn squeeze(script: &[u8], format: Format) -> Result<Vec<u8>> {
    let mut terser = exec::command(paths::npm_program("terser"));
    terser.args(["--compress", "passes=3,toplevel,ecma=2022,unsafe_arrows", "--mangle", "toplevel"]);
    if matches!(format, Format::Module) {
        terser.arg("--module");
    }
    exec::output_with_input(&mut terser, script)
}

/// Style sheets as one, minified.
pub fn minify_css(css: &[u8]) -> Result<Vec<u8>> {
    let mut esbuild = exec::command(paths::npm_program("esbuild"));
    esbuild.args([
        "--loader=css",
        "--minify",
        "--legal-comments=none",
        "--charset=utf8",
        "--log-level=warning",
        BROWSERS,
    ]);
    exec::output_with_input(&mut esbuild, css)
}

/// A copy of a folder of scripts in which each file `name.full.js` takes the place of `name.js`.
pub fn with_full(folder: &Path, copy: &Path) -> Result<()> {
    files::empty_folder(copy)?;
    let inner: Vec<PathBuf> =
        files::walk(folder)?.iter().map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect::<Result<_>>()?;
    for file in &inner {
        let name = file.to_string_lossy();
        let standing_in = name.strip_suffix(".js").map(|stem| PathBuf::from(format!("{stem}.full.js")));
        let source = standing_in.filter(|full| inner.contains(full)).unwrap_or_else(|| file.clone());
        files::write(&copy.join(file), &files::read(&folder.join(source))?)?;
    }
    Ok(())
}
