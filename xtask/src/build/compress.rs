//! Compresses the finished files as a good server would send them.

use super::dist::Dist;
use crate::{files, paths};
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What compresses well, by the end of its name; pictures are compressed already.
const COMPRESSED: [&str; 10] = ["css", "html", "js", "json", "mjs", "svg", "ts", "txt", "wasm", "xml"];

/// A way to compress.
#[derive(Clone, Copy)]
pub enum Encoding {
    /// Quality 11, window 22.
    Brotli,
    /// Level 9.
    Gzip,
}

impl Encoding {
    const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The end of the name of a compressed file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// The compressed content.
    pub fn compress(self, content: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut result = Vec::new();
                let options =
                    BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*content, &mut result, &options)?;
                Ok(result)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
                encoder.write_all(content)?;
                Ok(encoder.finish()?)
            }
        }
    }
}

/// Whether a file is of a kind that is compressed.
pub fn applies(file: &Path) -> bool {
    COMPRESSED.contains(&extension(&file.to_string_lossy()))
}

/// Each text and Wasm file of `dist`, compressed both ways. Results of earlier runs are kept by the hash of the content.
pub fn compress(dist: &Dist) -> Result<Dist> {
    let kept = paths::work().join("compressed");
    let files = dist.0.iter().filter(|(name, _)| COMPRESSED.contains(&extension(name)));
    let jobs: Vec<_> =
        files.flat_map(|(name, content)| Encoding::ALL.map(|encoding| (name, content, encoding))).collect();
    let queue = Mutex::new(jobs.into_iter());
    let (result, used) = (Mutex::new(Dist::default()), Mutex::new(BTreeSet::new()));
    let work = || -> Result<()> {
        loop {
            let Some((name, content, encoding)) = queue.lock().expect("no worker panics").next() else {
                return Ok(());
            };
            let file = kept.join(format!("{}.{}", files::sha256(content), encoding.extension()));
            let compressed = match fs::read(&file) {
                Ok(compressed) => compressed,
                Err(_) => encoding.compress(content).with_context(|| format!("cannot compress {name}"))?,
            };
            files::write(&file, &compressed)?;
            used.lock().expect("no worker panics").insert(file);
            result.lock().expect("no worker panics").add(&format!("{name}.{}", encoding.extension()), compressed);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("no worker panics"))
    })?;
    forget_unused(&kept, &used.into_inner()?)?;
    Ok(result.into_inner()?)
}

/// Deletes results that this build did not use.
fn forget_unused(kept: &Path, used: &BTreeSet<PathBuf>) -> Result<()> {
    files::walk(kept)?.iter().filter(|file| !used.contains(*file)).try_for_each(|file| files::remove(file))
}

fn extension(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}
