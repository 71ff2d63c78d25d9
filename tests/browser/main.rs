//! Browser tests: each plays a visitor of a shop in Chromium, Firefox and WebKit and asserts what the collector received.
//!
//! `cargo xtask test` runs them. Alone: `cargo xtask build`, then `MEETPUNT_BROWSERS=firefox cargo test --test browser NAME`.

// One event written down whole is a long `json!`.
#![recursion_limit = "256"]

mod harness;

mod accessibility;
mod answers;
mod changes;
mod consent;
mod delivery;
mod endpoints;
mod events;
mod examples;
mod growth;
mod guest;
mod host;
mod keyboard;
mod leaving;
mod loader;
mod policy;
mod popover;
mod steps;
mod storage;
mod studio;

fn main() -> std::process::ExitCode {
    harness::runner::run(&[
        answers::TESTS,
        keyboard::TESTS,
        steps::TESTS,
        events::TESTS,
        popover::TESTS,
        changes::TESTS,
        delivery::TESTS,
        leaving::TESTS,
        endpoints::TESTS,
        consent::TESTS,
        storage::TESTS,
        guest::TESTS,
        growth::TESTS,
        host::TESTS,
        loader::TESTS,
        policy::TESTS,
        accessibility::TESTS,
        studio::TESTS,
        examples::TESTS,
    ])
}
