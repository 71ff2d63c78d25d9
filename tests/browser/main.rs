//! Browser tests: each plays a visitor of a shop in Chromium, Firefox and WebKit and asserts what the collector received.
//!
//! `cargo xtask test` runs them. Alone: `cargo xtask build`, then `MEETPUNT_BROWSERS=firefox cargo test --test browser NAME`.

// One event written down whole is a long `json!`.
#![recursion_limit = "256"]

mod harness;

mod accessibility;
mod answers;
mod asking;
mod bar;
mod changes;
mod consent;
mod delivery;
mod direction;
mod drafts;
mod early;
mod endpoints;
mod events;
mod examples;
mod faults;
mod follow_up;
mod forced_colours;
mod further;
mod fuzz;
mod growth;
mod guest;
mod handover;
mod host;
mod hostile;
mod integrity;
mod keyboard;
mod languages;
mod leaving;
mod linked;
mod loader;
mod looks;
mod modal;
mod not_applicable;
mod placing;
mod policy;
mod popover;
mod rules;
mod sheet;
mod site_file;
mod sizes;
mod steps;
mod storage;
mod studio;
mod tab;
mod tap;
mod trees;
mod triggers;
mod yew_app;

fn main() -> std::process::ExitCode {
    harness::runner::run(&[
        answers::TESTS,
        keyboard::TESTS,
        steps::TESTS,
        looks::TESTS,
        sizes::TESTS,
        further::TESTS,
        follow_up::TESTS,
        not_applicable::TESTS,
        tap::TESTS,
        events::TESTS,
        popover::TESTS,
        modal::TESTS,
        tab::TESTS,
        bar::TESTS,
        sheet::TESTS,
        placing::TESTS,
        languages::TESTS,
        direction::TESTS,
        changes::TESTS,
        delivery::TESTS,
        leaving::TESTS,
        faults::network::TESTS,
        faults::answers::TESTS,
        faults::page_life::TESTS,
        faults::storage::TESTS,
        faults::tabs::TESTS,
        faults::host_page::TESTS,
        faults::wasm::TESTS,
        faults::attacks::TESTS,
        endpoints::TESTS,
        consent::TESTS,
        storage::TESTS,
        guest::TESTS,
        growth::TESTS,
        host::TESTS,
        hostile::TESTS,
        fuzz::TESTS,
        loader::TESTS,
        site_file::TESTS,
        triggers::TESTS,
        asking::TESTS,
        linked::TESTS,
        drafts::TESTS,
        early::TESTS,
        policy::TESTS,
        integrity::TESTS,
        accessibility::TESTS,
        rules::TESTS,
        trees::TESTS,
        forced_colours::TESTS,
        studio::TESTS,
        handover::TESTS,
        examples::TESTS,
        yew_app::TESTS,
    ])
}
