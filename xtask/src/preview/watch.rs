//! Building again on every change, while the server runs.

use crate::{build, files, paths};
use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// What the preview is made of.
const SOURCES: [&str; 7] =
    ["index.html", "src", "styles", "locales", "crates/core/src", "crates/studio", "examples/shop"];

/// How often to look. An editor that writes several files is done by the second look.
const PAUSE: Duration = Duration::from_millis(400);

/// Starts the server and builds after every change until the server ends. A build that fails is told, and the next change tried.
pub fn rebuild_beside(server: &mut Command) -> Result<()> {
    let mut server = server.spawn().context("cannot start the server")?;
    let mut built = state(paths::root());
    let mut seen = built;
    loop {
        sleep(PAUSE);
        if server.try_wait()?.is_some() {
            return Ok(());
        }
        let now = state(paths::root());
        // Twice the same: nobody is writing any more.
        if now != built && now == seen {
            built = now;
            match build::run() {
                Ok(()) => eprintln!("Built; the page loads again by itself"),
                Err(error) => eprintln!("error: {error:#}\nWaiting for the next change"),
            }
        }
        seen = now;
    }
}

/// A number that another time or length of any source changes, and a source that comes or goes.
fn state(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        let source = root.join(source);
        let found = if source.is_dir() { files::walk(&source).unwrap_or_default() } else { vec![source] };
        for file in found {
            // One that is gone between two looks is not there.
            if let Ok(about) = file.metadata() {
                (&file, about.modified().ok(), about.len()).hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_a_new_and_a_removed_file_are_noticed() {
        let root = std::env::temp_dir().join(format!("meetpunt-watch-{}", std::process::id()));
        let style = root.join("styles/a.css");
        files::write(&style, b"a {}").expect("a file");
        let first = state(&root);
        assert_eq!(state(&root), first, "nothing changed");
        files::write(&style, b"a { color: red }").expect("a file");
        let second = state(&root);
        let other = root.join("crates/studio/src/new.rs");
        files::write(&other, b"").expect("a file");
        let third = state(&root);
        files::remove(&other).expect("a file");
        let fourth = state(&root);
        std::fs::remove_dir_all(&root).expect("the folder");
        assert!(first != second && second != third, "a change went unnoticed");
        assert_eq!(fourth, second, "all is as it was");
    }
}
