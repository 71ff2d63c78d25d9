//! `meetpunt`: serves the preview, accepts answers, stores them, looks over site files.

mod command;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match command::run(command::Meetpunt::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("meetpunt: {reason}");
            ExitCode::FAILURE
        }
    }
}
