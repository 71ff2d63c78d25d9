//! What visitors get: loader, widget, delivery, languages.

use super::bundle::{Format, Script, with_full};
use super::dist::Dist;
use super::{integrity, locales, styles};
use crate::{files, paths};
use anyhow::Result;
use serde_json::{Map, Value};
use std::path::Path;

/// Adds them. A file that names another by its hash is made after it.
pub fn add(dist: &mut Dist, glue: &str, wasm: Vec<u8>) -> Result<()> {
    let shell = paths::root().join("src/shell");
    let glue_file = paths::work().join("widget-glue.js");
    files::write(&glue_file, glue.as_bytes())?;
    let styles = styles::widget()?;

    let mut defines: Vec<(&'static str, Value)> = vec![("__VERSION__", env!("CARGO_PKG_VERSION").into())];
    defines.push(("__WASM_INTEGRITY__", integrity::of(&wasm).into()));
    defines.push(("__WASM__", dist.add_hashed("meetpunt", "wasm", wasm).into()));
    defines.push(("__LOCALES__", Value::Object(languages(dist)?)));

    let script = |folder: &Path, name: &str, format, defines: &[_]| {
        // The guard of the very folder that is bundled: it holds state, so there must not be two.
        let aliases = [("glue", &glue_file), ("guard", &folder.join("guard.js")), ("styles", &styles)];
        let aliases = aliases.map(|(name, file)| (name, file.clone())).to_vec();
        Script { entry: folder.join(name), format, defines: defines.to_vec(), aliases }.bundle()
    };
    let delivery = script(&shell, "delivery.js", Format::Module, &defines)?;
    defines.push(("__DELIVERY__", dist.add_hashed("delivery", "mjs", delivery).into()));
    let widget = script(&shell, "widget.js", Format::Module, &defines)?;
    defines.push(("__WIDGET__", dist.add_hashed("meetpunt", "mjs", widget).into()));
    dist.add("meetpunt.js", script(&shell, "element.js", Format::Classic, &defines)?);

    let full = paths::work().join("shell-full");
    with_full(&shell, "parts", &full)?;
    dist.add("meetpunt.full.js", script(&full, "element.js", Format::Classic, &defines)?);
    dist.add("meetpunt.d.ts", files::read(&shell.join("meetpunt.d.ts"))?);
    Ok(())
}

/// Adds the languages that are fetched, which are all but the compiled-in English; returns their files by tag.
fn languages(dist: &mut Dist) -> Result<Map<String, Value>> {
    let mut found = Map::new();
    for locale in locales::all()?.iter().filter(|locale| locale.tag != "en") {
        let file = dist.add_hashed(&format!("locales/{}", locale.tag), "json", locale.flat());
        found.insert(locale.tag.clone(), file.into());
    }
    Ok(found)
}
