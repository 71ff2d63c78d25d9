//! Draws the sheets, and the studio.

use crate::harness::Stage;
use crate::sheet::Sheet;
use crate::sheets;
use crate::studio;
use serde_json::json;
use std::path::Path;

/// The most that a picture may weigh, in bytes: it lies in the repository.
const MOST: usize = 300_000;

/// Draws every sheet and every scene of the studio, or the one named, into a folder.
pub fn draw(stage: &Stage<'_>, folder: &Path, only: Option<&str>) -> Result<(), String> {
    stage.site.add_file("/look/sheet.css", include_str!("sheet.css"));
    stage.site.add_file("/look/page.css", include_str!("page.css"));
    stage.site.add_file("/look/draw.js", include_str!("draw.js"));
    std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut heavy = Vec::new();
    for sheet in sheets::all()?.iter().filter(|sheet| only.is_none_or(|only| sheet.name == only)) {
        keep(folder, sheet.name, &take(stage, sheet)?, &mut heavy)?;
    }
    for scene in studio::SCENES.iter().filter(|scene| only.is_none_or(|only| scene.name == only)) {
        keep(folder, scene.name, &studio::take(stage, scene)?, &mut heavy)?;
    }
    match heavy.is_empty() {
        true => Ok(()),
        false => Err(format!("these are over {MOST} bytes: {}", heavy.join(", "))),
    }
}

/// Writes a picture, and notes where it is too heavy.
fn keep(folder: &Path, name: &'static str, picture: &[u8], heavy: &mut Vec<&'static str>) -> Result<(), String> {
    let file = folder.join(name).with_extension("png");
    println!("{}: {} bytes", file.display(), picture.len());
    if picture.len() > MOST {
        heavy.push(name);
    }
    std::fs::write(&file, picture).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

/// The picture of a sheet, as PNG.
fn take(stage: &Stage<'_>, sheet: &Sheet) -> Result<Vec<u8>, String> {
    let pages = sheet.cells().enumerate().map(|(place, cell)| {
        cell.address.clone().unwrap_or_else(|| {
            let path = format!("/look/{}-{place}.html", sheet.name);
            stage.site.add_file(&path, &sheet.page(cell));
            path
        })
    });
    let pages: Vec<String> = pages.collect();
    let path = format!("/look/{}.html", sheet.name);
    stage.site.add_file(&path, &sheet.html(&pages));

    let browser = stage.browser;
    let paper = Paper { dark: sheet.dark, forced: sheet.forced, width: sheet.width, height: 1000 };
    paper.lay(stage);
    browser.open(&stage.site.url(&path));
    // One after the other: focus is one for all frames.
    for (place, cell) in sheet.cells().enumerate() {
        let wrong = browser.run_async(DRAWN, vec![json!(place)]);
        if let Some(wrong) = wrong.as_str() {
            return Err(format!("{}, {}: {wrong}", sheet.name, cell.caption));
        }
    }
    let height = browser.run("return layOut()", Vec::new()).as_u64().unwrap_or_default();
    let height = u32::try_from(height).map_err(|_| format!("{} is {height} px high", sheet.name))?;
    Paper { height, ..paper }.resize(stage);
    browser.run_async(PAINTED, Vec::new());
    browser.screenshot().ok_or_else(|| format!("{}: the browser gave no picture", sheet.name))
}

/// Draws one frame; returns what went wrong.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    draw(document.querySelectorAll('iframe')[arguments[0]]).then(() => done(null), (error) => done(String(error)));";

/// Returns when the window, in its new size, was painted.
pub const PAINTED: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";

/// What a picture is drawn on.
pub struct Paper {
    /// What the visitor's system prefers.
    pub dark: bool,
    /// Whether the system forces its own colours.
    pub forced: bool,
    /// CSS pixels.
    pub width: u32,
    pub height: u32,
}

impl Paper {
    /// Makes the window so.
    pub fn lay(&self, stage: &Stage<'_>) {
        let features = json!([
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "prefers-color-scheme", "value": if self.dark { "dark" } else { "light" }},
            {"name": "forced-colors", "value": if self.forced { "active" } else { "none" }},
        ]);
        stage.browser.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
        stage.browser.devtools("Emulation.setScrollbarsHidden", json!({"hidden": true}));
        self.resize(stage);
    }

    fn resize(&self, stage: &Stage<'_>) {
        let size = json!({"width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": false});
        stage.browser.devtools("Emulation.setDeviceMetricsOverride", size);
    }
}
