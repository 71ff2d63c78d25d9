//! The accessibility rules of axe-core, run in the page.

use super::stage::{Stage, strings};
use serde_json::json;
use std::path::Path;

/// Runs the rules once nothing moves: colours that still fade in have no contrast worth measuring.
const RUN: &str = r#"const done = arguments[arguments.length - 1];
    const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
    const still = roots.flatMap((root) => root.getAnimations()).map((animation) => animation.finished);
    Promise.allSettled(still).then(() => axe.run(document, {resultTypes: ["violations"]})).then(
        (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`))),
        (error) => done([String(error)]));"#;

impl Stage<'_> {
    /// axe-core finds nothing on the page as it stands, the survey's shadow root included.
    #[track_caller]
    pub fn axe_finds_nothing(&self, step: &str) {
        if self.run("return typeof axe") == "undefined" {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(&file).unwrap_or_else(|error| {
                panic!("cannot read {}: {error}; `cargo xtask setup` installs it", file.display())
            });
            // By the driver, not by a script element: no policy of the page is in its way.
            self.browser.run(&source, vec![json!(null)]);
        }
        let found = strings(&self.browser.run_async(RUN, Vec::new()));
        assert!(found.is_empty(), "axe on {step}:\n{}", found.join("\n"));
    }
}
