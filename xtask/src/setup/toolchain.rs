//! The Rust that compiles the widget to Wasm.
//!
//! The widget is built together with its standard library, so the sources of that are needed: rustup's component
//! `rust-src` or, where rustup cannot fetch, Debian's packages, which bring a whole toolchain of their own.

use super::apt;
use crate::exec;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Debian's toolchain with the sources of its standard library, a linker for Wasm, and the linter.
const DEBIAN: [&str; 5] = ["cargo-web", "lld-22", "rust-web-clippy", "rust-web-src", "rustc-web"];

/// A compiler that has the sources of its standard library.
#[derive(Clone, Debug)]
pub struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
    /// The linker, where the toolchain brings none of its own.
    linker: Option<PathBuf>,
    /// Where a standard library for browsers lies, if the toolchain brings one.
    std: PathBuf,
    /// What `rustc --version` prints.
    pub version: String,
}

impl Toolchain {
    /// The toolchain of this `rustc`, if it can compile for browsers.
    fn of(cargo: &Path, rustc: &Path) -> Option<Self> {
        let version = exec::first_line(rustc, &["--version"])?;
        let sysroot = PathBuf::from(exec::first_line(rustc, &["--print=sysroot"])?);
        let host = exec::first_line(rustc, &["--print=host-tuple"])?;
        let sources = sysroot.join("lib/rustlib/src/rust/library/Cargo.lock");
        let own_linker = sysroot.join("lib/rustlib").join(host).join("bin").join(if cfg!(windows) {
            "rust-lld.exe"
        } else {
            "rust-lld"
        });
        let linker = exec::find(&["wasm-ld", "wasm-ld-22"]);
        if !sources.is_file() || (!own_linker.is_file() && linker.is_none()) {
            return None;
        }
        let linker = if own_linker.is_file() { None } else { linker };
        let std = sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib");
        Some(Self { cargo: cargo.to_owned(), rustc: rustc.to_owned(), linker, std, version })
    }

    /// The one in `PATH`, else Debian's beside it.
    fn find() -> Option<Self> {
        let in_path = Self::of(Path::new("cargo"), Path::new("rustc"));
        in_path.or_else(|| Self::of(Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc")))
    }

    /// Whether it brings a standard library for browsers, so that none need be built.
    pub fn has_std(&self) -> bool {
        self.std.is_dir()
    }

    /// A command of Cargo that compiles for browsers, and may build the standard library.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = exec::command(&self.cargo);
        cargo.arg(subcommand).args(["--target", "wasm32-unknown-unknown"]);
        // Building std is not stable yet; the compiler is.
        cargo.env("RUSTC_BOOTSTRAP", "1");
        if let Some(linker) = &self.linker {
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        if self.rustc.is_absolute() {
            // What rustup set for the toolchain that this program was started with is wrong for another one.
            cargo.env("RUSTC", &self.rustc).env_remove("RUSTUP_TOOLCHAIN").env_remove("LD_LIBRARY_PATH");
        }
        cargo
    }
}

/// The toolchain for Wasm; fetches what is missing.
pub fn prepare() -> Result<&'static Toolchain> {
    static FOUND: OnceLock<Toolchain> = OnceLock::new();
    if let Some(found) = FOUND.get() {
        return Ok(found);
    }
    let toolchain = match Toolchain::find() {
        Some(toolchain) => toolchain,
        None => fetch()?,
    };
    Ok(FOUND.get_or_init(|| toolchain))
}

fn fetch() -> Result<Toolchain> {
    eprintln!("Getting the sources of the Rust standard library");
    let by_rustup = exec::run(exec::command("rustup").args(["component", "add", "rust-src"]));
    if let (Ok(()), Some(toolchain)) = (&by_rustup, Toolchain::find()) {
        return Ok(toolchain);
    }
    if apt::may_install() {
        apt::install(&DEBIAN)?;
        if let Some(toolchain) = Toolchain::find() {
            return Ok(toolchain);
        }
    }
    bail!(
        "the sources of the Rust standard library are missing; run `rustup component add rust-src` (or, on Debian, \
         `sudo apt-get install {}`)",
        DEBIAN.join(" ")
    )
}
