//! The command line.

mod backup;
mod check;
mod export;
mod import;
mod serve;
mod verify;

use std::path::PathBuf;

use clap::{Args, CommandFactory as _, Parser, Subcommand};

/// Serves the Meetpunt preview and stores the answers that the widget posts
#[derive(Debug, Parser)]
#[command(name = "meetpunt", version, about)]
pub struct Meetpunt {
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Serve the release folder at /, accept answers at /collect, give them back at /events
    Serve(serve::Serve),
    /// Write the answers as CSV or as lines of JSON, also while they are collected
    Export(export::Export),
    /// Copy the database into one file, also while answers are collected
    Backup(backup::Backup),
    /// Check the database: every page, every index, every answer
    Verify(verify::Verify),
    /// Say what is wrong in site files, and where
    ///
    /// Exit code: 0 when there is no error, whatever warnings there are; 1 when there is one, or a file cannot be read; 2 when
    /// the command line is wrong.
    Check(check::Check),
    /// Turn a survey of another program into a site file
    ///
    /// The site file goes to standard output, a line for each thing without a counterpart to standard error.
    Import(import::Import),
}

/// Where the answers are.
#[derive(Debug, Args)]
struct Database {
    /// Database file
    #[arg(long, value_name = "FILE", default_value = "meetpunt.db")]
    db: PathBuf,
}

/// Does what the command line says. The error is one line that says what to do.
pub fn run(command: Meetpunt) -> Result<(), String> {
    match command.action {
        Some(Action::Serve(serve)) => serve.run(),
        Some(Action::Export(export)) => export.run(),
        Some(Action::Backup(backup)) => backup.run(),
        Some(Action::Verify(verify)) => verify.run(),
        Some(Action::Check(check)) => check.run(),
        Some(Action::Import(import)) => import.run(),
        None => Meetpunt::command().print_help().map_err(|error| error.to_string()),
    }
}
