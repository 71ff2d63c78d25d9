//! Debian's packages, where they can be had without asking.

use crate::exec;
use anyhow::Result;
use std::path::Path;

/// Whether packages can be installed without a password: as root on Debian or what comes from it.
pub fn may_install() -> bool {
    Path::new("/etc/debian_version").exists()
        && exec::find(&["apt-get"]).is_some()
        && exec::first_line("id", &["-u"]).as_deref() == Some("0")
}

/// Installs packages.
pub fn install(packages: &[&str]) -> Result<()> {
    eprintln!("Getting {} with apt-get", packages.join(", "));
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = exec::command("apt-get");
    exec::run(command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2").args(arguments))
}
