//! What takes minutes: `soak` lets a visitor answer for long while browsers are killed and the endpoint fails at random, and counts
//! what arrived; `faults` plays the scenarios that other people's programs were measured with; `model` plays random sequences of all
//! that can happen to the delivery part; `delivery` measures how soon an answer is safe.
//!
//! No part of the tests. `cargo xtask bench soak`, `faults`, `model` and `delivery` run it.

// One event written down whole is a long `json!`.
#![recursion_limit = "256"]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use all of it")]
mod harness;

mod account;
mod random;
mod scenarios;
mod sequences;
mod shop;
mod soak;
mod speed;

use soak::Wanted;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("soak") => Wanted::read(&words[1..]).and_then(|wanted| soak::run(&wanted)),
        Some("faults") => scenarios::run(),
        Some("model") => sequences::run(&words[1..]),
        Some("delivery") => speed::run(),
        _ => Err("say `soak`, `faults`, `model` or `delivery`".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Names with their values, such as `--seed 7`.
fn words(all: &[String]) -> Result<Vec<(&str, &str)>, String> {
    all.chunks(2)
        .map(|pair| match pair {
            [name, value] => Ok((name.as_str(), value.as_str())),
            _ => Err(format!("`{}` needs a value", pair[0])),
        })
        .collect()
}
