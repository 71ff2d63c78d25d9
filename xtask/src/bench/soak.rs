//! What takes minutes with real browsers and a real collector: `tests/soak/` plays it.

use crate::setup::browsers::{self, Browser};
use crate::{build, exec};
use anyhow::Result;

/// What `bench soak` asks for; 150 answers with 12 kills in Chromium unless it says otherwise.
pub struct Soak {
    pub answers: Option<usize>,
    pub kills: Option<usize>,
    pub browser: Option<Browser>,
    pub seed: Option<u64>,
}

/// Answers while browsers are killed and the endpoint fails at random; prints what was acknowledged, delivered, duplicated and lost, and
/// fails unless the last two are none.
pub fn run(wanted: &Soak) -> Result<()> {
    build::run()?;
    let browser = wanted.browser.unwrap_or(Browser::Chromium);
    browsers::install(&[browser])?;
    let mut words = vec!["--browser".to_owned(), browser.to_string()];
    let numbers = [
        ("--answers", wanted.answers.map(|number| number as u64)),
        ("--kills", wanted.kills.map(|number| number as u64)),
        ("--seed", wanted.seed),
    ];
    words.extend(named(&numbers));
    exec::run(program().arg("soak").args(words))
}

/// Plays random sequences of all that can happen to the delivery part against a model; fails when an answer that was saved does not
/// arrive once.
pub fn model(sequences: Option<usize>, seed: Option<u64>) -> Result<()> {
    build::run()?;
    browsers::install(&[Browser::Chromium])?;
    let numbers = [("--sequences", sequences.map(|number| number as u64)), ("--seed", seed)];
    exec::run(program().arg("model").args(named(&numbers)))
}

/// Prints how soon an answer is on disk after the click, and delivered after an outage.
pub fn delivery() -> Result<()> {
    build::run()?;
    browsers::install(&[Browser::Chromium])?;
    exec::run(program().arg("delivery"))
}

/// Plays the scenarios that other people's programs were measured with, and prints a table; fails unless all are passed.
pub fn faults() -> Result<()> {
    build::run()?;
    browsers::install(&[Browser::Chromium])?;
    exec::run(program().arg("faults"))
}

/// Those that were given, each after its name.
fn named(numbers: &[(&str, Option<u64>)]) -> Vec<String> {
    let given = numbers.iter().filter_map(|(name, number)| Some((name, (*number)?)));
    given.flat_map(|(name, number)| [(*name).to_owned(), number.to_string()]).collect()
}

fn program() -> std::process::Command {
    let mut cargo = exec::command("cargo");
    cargo.args(["test", "--quiet", "--package=meetpunt", "--test=soak", "--"]);
    cargo
}
