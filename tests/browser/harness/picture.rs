//! Pictures of the window, compared byte for byte.

use super::stage::Stage;
use std::path::Path;

/// A picture of the window that another one after it confirms: WebKit may give one of a moment ago.
#[track_caller]
pub fn settled(stage: &Stage<'_>) -> Vec<u8> {
    let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
    let mut last = Vec::new();
    stage.until("two pictures that are the same", || {
        stage.browser.run_async(frames, Vec::new());
        let next = stage.browser.screenshot().expect("a picture");
        let confirmed = next == last;
        last = next;
        confirmed.then(|| last.clone())
    })
}

/// Fails where two pictures differ, and keeps both.
#[track_caller]
pub fn check_same(stage: &Stage<'_>, name: &str, with: &[u8], without: &[u8]) {
    if with == without {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser");
    for (kind, picture) in [("with", with), ("without", without)] {
        let file = folder.join(format!("{}-{name}-{kind}.png", stage.browser.engine));
        std::fs::write(&file, picture).expect("the target folder can be written");
    }
    panic!("{name} looks otherwise: see {}", folder.display());
}
