//! The one entrance to this repository: `cargo xtask` sets it up, shows it, proves it and builds it.
//!
//! Each command is one file; [`COMMANDS`] is the list that the help prints and `tidy` checks the documents against.

mod args;
mod bench;
mod build;
mod cache;
mod exec;
mod files;
mod paths;
mod pictures;
mod preview;
mod schema;
mod setup;
mod supply;
mod test;
mod tidy;

use anyhow::{Result, bail};
use args::Args;
use std::process::ExitCode;

/// A command of `cargo xtask`.
pub struct Command {
    /// The word after `cargo xtask`.
    pub name: &'static str,
    /// What may follow the word, as the help prints it.
    pub usage: &'static str,
    /// One line for the list of commands.
    pub about: &'static str,
    /// Carries the command out.
    pub run: fn(&mut Args) -> Result<()>,
}

/// Every command, in the order of the help.
pub const COMMANDS: [&Command; 9] = [
    &preview::COMMAND,
    &test::COMMAND,
    &build::COMMAND,
    &setup::COMMAND,
    &bench::COMMAND,
    &pictures::COMMAND,
    &tidy::COMMAND,
    &supply::COMMAND,
    &schema::COMMAND,
];

fn main() -> ExitCode {
    match run(Args::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Args) -> Result<()> {
    let help = args.flag("--help") | args.flag("-h");
    let Some(word) = args.word() else {
        print!("{}", overview());
        return Ok(());
    };
    let Some(command) = COMMANDS.into_iter().find(|command| command.name == word) else {
        bail!("there is no command `{word}`; `cargo xtask` lists them");
    };
    if help {
        println!("cargo xtask {} {}\n\n{}", command.name, command.usage, command.about);
        return Ok(());
    }
    (command.run)(&mut args)
}

/// The help: one line a command.
fn overview() -> String {
    let calls: Vec<String> = COMMANDS.iter().map(|command| format!("{} {}", command.name, command.usage)).collect();
    let width = calls.iter().map(String::len).max().unwrap_or_default();
    let mut text = String::from("Usage: cargo xtask COMMAND\n\n");
    for (command, call) in COMMANDS.iter().zip(calls) {
        text += &format!("  {call:width$}  {}\n", command.about);
    }
    text
}
