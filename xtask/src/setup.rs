//! `cargo xtask setup`: gets what is missing.
//!
//! Every other command calls the parts it needs first, so nobody has to remember this one.

mod apt;
pub mod browsers;
pub mod packages;
pub mod toolchain;

use crate::Command;
use crate::args::Args;
use anyhow::Result;
use browsers::Browser;
use toolchain::Toolchain;

pub const COMMAND: Command = Command {
    name: "setup",
    usage: "[--browsers chromium,firefox,webkit]",
    about: "get what building and testing need (the other commands do it by themselves)",
    run: |args| {
        let wanted = browsers_of(args)?.unwrap_or_else(|| Browser::ALL.to_vec());
        args.finish()?;
        for_build()?;
        browsers::install(&wanted)
    },
};

/// What a build needs: the npm packages and the Rust for Wasm, which is returned.
pub fn for_build() -> Result<&'static Toolchain> {
    packages::install()?;
    toolchain::prepare()
}

/// The browsers named by `--browsers`, if it was given.
pub fn browsers_of(args: &mut Args) -> Result<Option<Vec<Browser>>> {
    let list: Option<String> = args.value("--browsers")?;
    list.map(|list| list.split(',').filter(|word| !word.is_empty()).map(str::parse).collect()).transpose()
}
