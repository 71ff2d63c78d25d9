//! What takes minutes: `soak` lets a visitor answer for long while browsers are killed and the endpoint fails at random, and counts
//! what arrived; `faults` plays the scenarios that other people's programs were measured with.
//!
//! No part of the tests. `cargo xtask bench soak` and `cargo xtask bench faults` run it.

// One event written down whole is a long `json!`.
#![recursion_limit = "256"]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use all of it")]
mod harness;

mod account;
mod random;
mod scenarios;
mod shop;
mod soak;

use soak::Wanted;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("soak") => Wanted::read(&words[1..]).and_then(|wanted| soak::run(&wanted)),
        Some("faults") => scenarios::run(),
        _ => Err("say `soak --answers N --kills K --browser B --seed S` or `faults`".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}
