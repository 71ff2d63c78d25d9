//! `cargo xtask test`: every check there is. Continuous integration runs the very same.
//!
//! The checks run in two lanes beside each other: native code in one, what ships to browsers in the other. The browser
//! tests come last, for they need both.

mod counts;
mod report;
mod steps;

use crate::args::Args;
use crate::setup::browsers::{self, Browser};
use crate::{Command, setup};
use anyhow::{Result, bail};
use report::Report;

pub const COMMAND: Command = Command {
    name: "test",
    usage: "[--browsers chromium,firefox,webkit]",
    about: "run every check (in the browsers that are installed; with CI=true in all three)",
    run,
};

fn run(args: &mut Args) -> Result<()> {
    let wanted = setup::browsers_of(args)?;
    args.finish()?;
    let toolchain = setup::for_build()?;
    let browsers = choose(wanted)?;

    let report = Report::new();
    std::thread::scope(|scope| {
        scope.spawn(|| steps::native().into_iter().for_each(|step| report.run(step)));
        scope.spawn(|| steps::shipped(toolchain).into_iter().for_each(|step| report.run(step)));
    });
    steps::in_browsers(&browsers).into_iter().for_each(|step| report.run(step));
    if browsers.contains(&Browser::Chromium) {
        report.run(steps::under_kills());
    }
    report.finish()
}

/// The browsers to test in; those asked for are installed where that can be done.
fn choose(wanted: Option<Vec<Browser>>) -> Result<Vec<Browser>> {
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    let installed: Vec<_> = Browser::ALL.into_iter().filter(|browser| browser.is_installed()).collect();
    let chosen = match wanted {
        Some(wanted) => wanted,
        None if in_ci || installed.is_empty() => Browser::ALL.to_vec(),
        None => installed,
    };
    if chosen.is_empty() {
        bail!("`--browsers` names none; known are chromium, firefox and webkit");
    }
    browsers::install(&chosen)?;
    for browser in Browser::ALL.into_iter().filter(|browser| !chosen.contains(browser)) {
        eprintln!("note: not tested in {browser}");
    }
    Ok(chosen)
}
