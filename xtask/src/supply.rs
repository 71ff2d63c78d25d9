//! `cargo xtask supply`: what the project is made from is allowed, comes from where it should, and has no known weakness.

use crate::{Command, exec, setup};
use anyhow::{Result, bail};

pub const COMMAND: Command = Command {
    name: "supply",
    usage: "[--offline]",
    about: "check licences, sources and known weaknesses of all dependencies (offline: without the weaknesses)",
    run: |args| {
        let offline = args.flag("--offline");
        args.finish()?;
        crates(offline)?;
        if offline { Ok(()) } else { npm_packages() }
    },
};

/// By cargo-deny, which reads `deny.toml`.
fn crates(offline: bool) -> Result<()> {
    if exec::first_line("cargo", &["deny", "--version"]).is_none() {
        bail!("cargo-deny is missing: run `cargo install --locked cargo-deny`");
    }
    let mut deny = exec::command("cargo");
    deny.args(["deny", "--locked", "check"]);
    if offline {
        // Only the known weaknesses are asked for elsewhere. Crates that are not here yet are fetched, as by any build.
        deny.args(["bans", "licenses", "sources"]);
    }
    exec::run(&mut deny)
}

/// Development packages; none of them ships.
fn npm_packages() -> Result<()> {
    let mut npm = exec::command(setup::packages::NPM);
    exec::run(npm.args(["audit", "--audit-level=low", "--audit"]))
}
