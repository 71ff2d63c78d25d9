//! Other people's survey widgets beside ours: the same server, compression and slow line, in Chromium. `tests/look/peers.rs` measures.

use crate::build::bindgen;
use crate::build::bundle::{Format, Script};
use crate::build::compress::{self, Encoding};
use crate::build::optimize;
use crate::build::wasm::{self, Program};
use crate::setup::{packages, toolchain};
use crate::{exec, files, paths, pictures};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Files of the packages of `bench/peers` that their pages ask for, each with the path under which it is asked for.
const PACKAGED: [(&str, &str); 6] = [
    ("posthog-js/dist/array.js", "packages/posthog-js/dist/array.js"),
    ("posthog-js/dist/surveys.js", "static/1.449.2/surveys.js"),
    ("@formbricks/surveys/dist/index.umd.js", "packages/@formbricks/surveys/dist/index.umd.js"),
    ("survey-core/survey-core.min.css", "packages/survey-core/survey-core.min.css"),
    ("survey-core/survey.core.min.js", "packages/survey-core/survey.core.min.js"),
    ("survey-js-ui/survey-js-ui.min.js", "packages/survey-js-ui/survey-js-ui.min.js"),
];

/// Files of `bench/peers` likewise. What PostHog's own server would answer is among them.
const OWN: [(&str, &str); 7] = [
    ("watch.js", "watch.js"),
    ("html.js", "html.js"),
    ("posthog/start.js", "posthog/start.js"),
    ("posthog/config.json", "array/phc_bench/config"),
    ("posthog/surveys.json", "api/surveys/index"),
    ("formbricks/start.js", "formbricks/start.js"),
    ("surveyjs/start.js", "surveyjs/start.js"),
];

/// Prints the table.
pub fn run() -> Result<()> {
    let sources = paths::root().join("bench/peers");
    packages::install_in(&sources)?;
    let site = paths::target().join("peers");
    files::empty_folder(&site)?;
    for (from, to) in PACKAGED {
        put(&site, to, &files::read(&sources.join("node_modules").join(from))?)?;
    }
    for (from, to) in OWN {
        put(&site, to, &files::read(&sources.join(from))?)?;
    }
    for page in files::walk(&sources.join("pages"))? {
        put(&site, &page.file_name().unwrap_or_default().to_string_lossy(), &files::read(&page)?)?;
    }
    for file in files::walk(&paths::dist())?.iter().filter(|file| compress::applies(file)) {
        put(&site, &format!("meetpunt/{}", file.strip_prefix(paths::dist())?.display()), &files::read(file)?)?;
    }
    let (script, wasm) = bare()?;
    put(&site, "bare/bare.js", &script)?;
    put(&site, "bare/bare.wasm", &wasm)?;
    exec::run(pictures::look()?.arg("peers").arg(&site))
}

/// Writes a file and its compressed form.
fn put(site: &Path, name: &str, content: &[u8]) -> Result<()> {
    let file = site.join(name);
    files::write(&file, content)?;
    let compressed = PathBuf::from(format!("{}.{}", file.display(), Encoding::Brotli.extension()));
    files::write(&compressed, &Encoding::Brotli.compress(content)?)
}

/// The script and the Wasm of one Yew component, built as the widget is but with Yew as it comes.
fn bare() -> Result<(Vec<u8>, Vec<u8>)> {
    const START: &str = "import { imports, start } from \"program\";
const { instance, module } = await WebAssembly.instantiateStreaming(fetch(\"/bare/bare.wasm\"), imports());
start(instance, module);
";
    let program = wasm::compile(toolchain::prepare()?, Program::Bare)?;
    let bound = bindgen::bind("bare", &program)?;
    let [glue, guard, entry] = ["glue", "guard", "start"].map(|part| paths::work().join(format!("bare-{part}.js")));
    files::write(&glue, bound.glue.as_bytes())?;
    files::write(&guard, b"export const guard = (exports) => exports;\n")?;
    files::write(&entry, START.as_bytes())?;
    let aliases = vec![("program", glue), ("guard", guard)];
    let script = Script { entry, format: Format::Module, defines: Vec::new(), aliases }.bundle()?;
    Ok((script, optimize::optimize("bare", &bound.wasm)?))
}
