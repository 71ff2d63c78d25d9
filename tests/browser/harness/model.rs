//! Random sequences with the delivery part of the release against a model: `faults/model.js` plays them.

use super::browser::Browser;
use super::page::page;
use super::site::Site;
use serde_json::json;
use std::path::Path;

/// What came of some sequences.
pub struct Told {
    /// Everything that must not happen, each with the seed that plays it again.
    pub wrong: Vec<String>,
    /// Answers that were saved in them.
    pub saved: u64,
}

/// Sequences in one call: a driver ends scripts that run for long.
const AT_ONCE: u32 = 20;

/// Plays `count` sequences from `seed` on, on a page of `site`, which serves the release in `release`.
#[track_caller]
pub fn play(browser: &Browser, site: &Site, release: &Path, seed: u32, count: u32) -> Told {
    let files = std::fs::read_dir(release).expect("a release").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let part = names.into_iter().find(|name| name.starts_with("delivery-") && name.ends_with(".mjs"));
    let address = format!("/meetpunt/{}", part.expect("the delivery part of the release"));
    browser.open(&site.add(&page("").at("/model").without_loader().script(include_str!("../faults/model.js"))));
    let mut told = Told { wrong: Vec::new(), saved: 0 };
    for first in (seed..seed + count).step_by(AT_ONCE as usize) {
        let script = "const [address, seed, count, done] = arguments;
            play(address, seed, count).then(done, (error) => done({wrong: [String(error.stack || error)], saved: 0}))";
        let number = AT_ONCE.min(seed + count - first);
        let found = browser.run_async(script, vec![json!(address), json!(first), json!(number)]);
        told.wrong.extend(super::stage::strings(&found["wrong"]));
        told.saved += found["saved"].as_u64().unwrap_or_default();
    }
    told
}
