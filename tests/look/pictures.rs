//! Draws the sheets.

use crate::harness::Stage;
use crate::sheet::Sheet;
use crate::sheets;
use serde_json::{Value, json};
use std::path::Path;

/// The most that a picture may weigh, in bytes: it lies in the repository.
const MOST: usize = 300_000;

/// Draws every sheet, or the one named, into a folder.
pub fn draw(stage: &Stage<'_>, folder: &Path, only: Option<&str>) -> Result<(), String> {
    stage.site.add_file("/look/sheet.css", include_str!("sheet.css"));
    stage.site.add_file("/look/page.css", include_str!("page.css"));
    stage.site.add_file("/look/draw.js", include_str!("draw.js"));
    std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut heavy = Vec::new();
    for sheet in sheets::all()?.iter().filter(|sheet| only.is_none_or(|only| sheet.name == only)) {
        let picture = take(stage, sheet)?;
        let file = folder.join(sheet.name).with_extension("png");
        println!("{}: {} bytes", file.display(), picture.len());
        if picture.len() > MOST {
            heavy.push(sheet.name);
        }
        std::fs::write(&file, picture).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    match heavy.is_empty() {
        true => Ok(()),
        false => Err(format!("these are over {MOST} bytes: {}", heavy.join(", "))),
    }
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
    let features = json!([
        {"name": "prefers-reduced-motion", "value": "reduce"},
        {"name": "prefers-color-scheme", "value": if sheet.dark { "dark" } else { "light" }},
        {"name": "forced-colors", "value": if sheet.forced { "active" } else { "none" }},
    ]);
    browser.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
    browser.devtools("Emulation.setScrollbarsHidden", json!({"hidden": true}));
    resize(stage, sheet.width, 1000);
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
    resize(stage, sheet.width, height);
    browser.run_async(PAINTED, Vec::new());
    browser.screenshot().ok_or_else(|| format!("{}: the browser gave no picture", sheet.name))
}

/// Draws one frame; returns what went wrong.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    draw(document.querySelectorAll('iframe')[arguments[0]]).then(() => done(null), (error) => done(String(error)));";

/// Returns when the window, in its new size, was painted.
const PAINTED: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";

fn resize(stage: &Stage<'_>, width: u32, height: u32) -> Value {
    let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    stage.browser.devtools("Emulation.setDeviceMetricsOverride", size)
}
