//! Faults and attacks, each in a test that is named for it. `docs/security.md` lists all of them, with the tests of other files.

pub mod answers;
pub mod attacks;
pub mod host_page;
pub mod network;
pub mod page_life;
pub mod storage;
pub mod tabs;
pub mod wasm;

use crate::harness::page::Page;
use crate::harness::{Stage, survey};

/// The usual survey.
const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// The loader's attribute for answers that go to the collector's own origin, which can go down.
fn elsewhere(stage: &Stage<'_>) -> String {
    format!(r#"data-endpoint="{}""#, stage.collector.elsewhere())
}

/// A page whose answers go there.
fn shop(stage: &Stage<'_>) -> Page {
    survey(NPS).loader(&elsewhere(stage))
}
