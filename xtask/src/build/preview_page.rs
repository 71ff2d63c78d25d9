//! The preview page: a Yew program of its own, and the pages of a shop that it shows.

use super::bundle::{Format, Script};
use super::dist::Dist;
use super::styles;
use crate::{files, paths};
use anyhow::{Result, ensure};

/// Starts the program. `program` is its glue, `__WASM__` the name of its Wasm beside this script.
const START: &str = "import { imports, start } from \"program\";
const response = fetch(new URL(__WASM__, import.meta.url));
const { instance, module } = await WebAssembly.instantiateStreaming(response, imports());
start(instance, module);
";

/// What stands in for the widget's guard: here a broken program should be seen, not hidden.
const NO_GUARD: &str = "export const guard = (exports) => exports;\n";

/// Adds it, in the folder `preview/`.
pub fn add(dist: &mut Dist, glue: &str, wasm: Vec<u8>) -> Result<()> {
    let work = paths::work();
    let [glue_file, guard_file, entry] = ["glue", "guard", "start"].map(|part| work.join(format!("studio-{part}.js")));
    files::write(&glue_file, glue.as_bytes())?;
    files::write(&guard_file, NO_GUARD.as_bytes())?;
    files::write(&entry, START.as_bytes())?;

    let wasm = dist.add_hashed("preview/studio", "wasm", wasm);
    let script = Script {
        entry,
        format: Format::Module,
        defines: vec![("__WASM__", wasm.trim_start_matches("preview/").into())],
        aliases: vec![("program", glue_file), ("guard", guard_file)],
    };
    let script = dist.add_hashed("preview/studio", "js", script.bundle()?);
    let style = dist.add_hashed("preview/studio", "css", styles::studio()?);

    let mut page = files::read_text(&paths::root().join("index.html"))?;
    for (name, hashed) in [("studio.js", script), ("studio.css", style)] {
        let quoted = format!("\"{name}\"");
        ensure!(page.contains(&quoted), "index.html does not load {quoted}");
        page = page.replace(&quoted, &format!("\"{}\"", hashed.trim_start_matches("preview/")));
    }
    dist.add("preview/index.html", page.into_bytes());

    let shop = paths::root().join("examples/shop");
    for file in files::walk(&shop)? {
        let name = file.strip_prefix(&shop)?.to_string_lossy().replace('\\', "/");
        dist.add(&format!("preview/shop/{name}"), files::read(&file)?);
    }
    Ok(())
}
