//! What the shell reads before any Rust does, tried on random texts. `MEETPUNT_FUZZ` sets how many for each reader; without it 10,000.

use crate::harness::{Stage, page};
use serde_json::{Value, json};
use std::path::Path;

crate::tests![no_text_misleads_what_the_shell_reads];

/// Texts a call: a driver ends scripts that run for long.
const BATCH: u32 = 10_000;

fn no_text_misleads_what_the_shell_reads(stage: &Stage<'_>) {
    let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell");
    for folder in ["", "page/", "delivery/"] {
        for file in std::fs::read_dir(shell.join(folder)).expect("a folder of the shell") {
            let file = file.expect("a file of the shell");
            let name = file.file_name().to_string_lossy().into_owned();
            if name.ends_with(".js") {
                let text = std::fs::read_to_string(file.path()).unwrap_or_else(|error| panic!("{name}: {error}"));
                stage.site.add_file(&format!("/shell/{folder}{name}"), &text);
            }
        }
    }
    stage.open(&page("").without_loader().script(include_str!("harness/fuzz.js")));
    let wanted = std::env::var("MEETPUNT_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(BATCH);
    let script = "const [rounds, seed, done] = arguments; fuzz(rounds, seed).then((wrong) => done(wrong ?? null), (error) => done(String(error)))";
    for batch in 0..wanted.div_ceil(BATCH) {
        let wrong = stage.browser.run_async(script, vec![json!(BATCH), json!(batch * 7919)]);
        assert_eq!(wrong, Value::Null, "batch {batch}");
    }
}
