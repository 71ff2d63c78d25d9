//! What visitors get: loader, widget, delivery, languages.

use super::bundle::{Format, Script, squeeze, with_full};
use super::dist::Dist;
use super::{integrity, locales, styles};
use crate::{files, paths};
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A cut of the widget: its glue and its Wasm.
pub struct Program {
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// The widget as plain JavaScript.
pub struct Plain {
    pub glue: String,
    /// A module that exports `instantiate`.
    pub program: String,
}

/// Adds them. A file that names another by its hash is made after it.
pub fn add(dist: &mut Dist, small: Program, whole: Program, plain: Plain) -> Result<()> {
    let shell = paths::root().join("src/shell");
    let version = vec![("__VERSION__", Value::from(env!("CARGO_PKG_VERSION")))];

    // The whole cut is a part of its own, with its own glue and guard.
    let cut = Cut::new("whole", whole, styles::whole()?)?;
    let mut defines = version.clone();
    let drafts = locales::all()?.into_iter().filter(|locale| locale.draft).map(|locale| locale.tag);
    defines.push(("__DRAFTS__", drafts.collect()));
    let fallback = fallback(&shell, plain, &cut.styles, &defines)?;
    defines.extend(cut.defines(dist, "part-whole"));
    let part = cut.script(&shell, "whole-cut.js", Format::Module, &defines)?;
    let part_file = paths::work().join("part-whole.mjs");
    files::write(&part_file, &part)?;

    let cut = Cut { part: Some(part_file), ..Cut::new("small", small, styles::small()?)? };
    let mut defines = version;
    defines.push(("__DRAFTS__", Value::Array(Vec::new())));
    defines.push(("__WHOLE__", dist.add_hashed("part-whole", "mjs", part).into()));
    defines.push(("__FALLBACK__", dist.add_hashed("fallback", "mjs", fallback).into()));
    defines.extend(cut.defines(dist, "meetpunt"));
    defines.extend(languages(dist)?);
    let delivery = cut.script(&shell, "delivery.js", Format::Module, &defines)?;
    defines.push(("__DELIVERY__", dist.add_hashed("delivery", "mjs", delivery).into()));
    let floating = cut.script(&shell, "floating.js", Format::Module, &defines)?;
    defines.push(("__FLOATING__", dist.add_hashed("part-floating", "mjs", floating).into()));
    let site = cut.script(&shell, "site-file.js", Format::Module, &defines)?;
    defines.push(("__SITE__", dist.add_hashed("part-site", "mjs", site).into()));
    let draft = cut.script(&shell, "preview.js", Format::Module, &defines)?;
    defines.push(("__DRAFT__", dist.add_hashed("part-draft", "mjs", draft).into()));
    let page = cut.script(&shell, "page.js", Format::Module, &defines)?;
    defines.push(("__PAGE__", dist.add_hashed("part-page", "mjs", page).into()));
    let widget = cut.script(&shell, "widget.js", Format::Module, &defines)?;
    defines.push(("__WIDGET__", dist.add_hashed("meetpunt", "mjs", widget).into()));
    dist.add("meetpunt.js", cut.script(&shell, "element.js", Format::Classic, &defines)?);

    let full = paths::work().join("shell-full");
    with_full(&shell, &full)?;
    dist.add("meetpunt.full.js", cut.script(&full, "element.js", Format::Classic, &defines)?);
    dist.add("meetpunt.d.ts", files::read(&shell.join("meetpunt.d.ts"))?);
    Ok(())
}

/// The finished script of the widget as plain JavaScript.
fn fallback(shell: &Path, plain: Plain, styles: &Path, defines: &[(&'static str, Value)]) -> Result<Vec<u8>> {
    let [glue, program] = ["glue", "program"].map(|part| paths::work().join(format!("plain-{part}.js")));
    files::write(&glue, plain.glue.as_bytes())?;
    files::write(&program, plain.program.as_bytes())?;
    let guard = shell.join("guard.js");
    let aliases = vec![("glue", glue), ("program", program), ("guard", guard), ("styles", styles.to_owned())];
    let entry = shell.join("fallback.js");
    Script { entry, format: Format::Module, defines: defines.to_vec(), aliases }.bundle()
}

/// What stands behind the bare names that the scripts import.
struct Cut {
    glue: PathBuf,
    styles: PathBuf,
    wasm: Vec<u8>,
    /// The finished script of the whole cut, for the release that has every script in one file.
    part: Option<PathBuf>,
}

impl Cut {
    fn new(name: &str, program: Program, styles: PathBuf) -> Result<Self> {
        let glue = paths::work().join(format!("{name}-glue.js"));
        files::write(&glue, program.glue.as_bytes())?;
        Ok(Self { glue, styles, wasm: program.wasm, part: None })
    }

    /// Adds the Wasm; returns what the scripts know of it.
    fn defines(&self, dist: &mut Dist, name: &str) -> [(&'static str, Value); 2] {
        let integrity = integrity::brief(&self.wasm);
        let file = dist.add_hashed(name, "wasm", self.wasm.clone());
        [("__WASM_INTEGRITY__", integrity.into()), ("__WASM__", file.into())]
    }

    fn script(&self, folder: &Path, name: &str, format: Format, defines: &[(&'static str, Value)]) -> Result<Vec<u8>> {
        let mut aliases = vec![
            ("glue", self.glue.clone()),
            // The guard of the very folder that is bundled: it holds state, so there must not be two.
            ("guard", folder.join("guard.js")),
            ("styles", self.styles.clone()),
        ];
        aliases.extend(self.part.clone().map(|part| ("whole", part)));
        let script = Script { entry: folder.join(name), format, defines: defines.to_vec(), aliases }.bundle()?;
        squeeze(&script, format)
    }
}

/// Adds the words of every language but English, which the scripts hold. All names carry one hash, that of all of them: thirty would be a
/// quarter of a kilobyte in every page.
fn languages(dist: &mut Dist) -> Result<[(&'static str, Value); 3]> {
    let locales: Vec<_> = locales::all()?.into_iter().filter(|locale| locale.tag != "en").collect();
    let texts: Vec<Vec<u8>> = locales.iter().map(|locale| locale.flat()).collect();
    let hash = files::sha256(&texts.concat())[..8].to_owned();
    for (locale, text) in locales.iter().zip(texts) {
        dist.add(&format!("locales/{}-{hash}.json", locale.tag), text);
    }
    let tags = Value::from_iter(["en"].into_iter().chain(locales.iter().map(|locale| locale.tag.as_str())));
    Ok([("__LANGUAGES__", tags), ("__LOCALES__", hash.into()), ("__ENGLISH__", english()?.into())])
}

/// What the small cut says in English: key, text, key, text … separated by U+0000.
fn english() -> Result<String> {
    let keys = files::read_text(&paths::root().join("crates/core/src/locale/small.txt"))?;
    let locale = locales::all()?.into_iter().find(|locale| locale.tag == "en").context("there is no English")?;
    let known = locale.strings.into_iter().filter(|(key, _)| keys.lines().any(|known| key.starts_with(known)));
    Ok(known.flat_map(|(key, text)| [key, text]).collect::<Vec<_>>().join("\0"))
}
