//! Where things lie.

use std::path::{Path, PathBuf};

/// The top folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the top folder")
}

/// Where Cargo puts native builds.
pub fn target() -> PathBuf {
    // Cargo resolves a relative one from where it was called, which is where we were called from.
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| std::path::absolute(&folder).unwrap_or_else(|_| folder.into()))
}

/// Where Cargo puts Wasm builds: their unstable options must not disturb the native cache.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// Where the build keeps what lies between two of its steps.
pub fn work() -> PathBuf {
    target().join("xtask")
}

/// The finished files.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A program that an npm package brought.
pub fn npm_program(name: &str) -> PathBuf {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    root().join("node_modules").join(".bin").join(file)
}
