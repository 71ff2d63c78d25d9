//! How soon a marketer can begin: the studio from an empty cache, on a laptop.

use crate::harness::Stage;
use crate::harness::house::House;
use crate::line::Line;
use std::time::Duration;

/// How often it is opened.
const ROUNDS: usize = 5;

/// An ordinary line at home, and half of this processor.
const LINE: Line = Line { bits: 10_000_000, latency: 40, slower: 2 };

/// What is waited for, each with when it is there, in milliseconds since the page was asked for; 0 as long as it is not.
const MARKS: [(&str, &str); 2] = [
    ("its templates can be chosen", "return document.querySelector('dialog[open] .template') ? performance.now() : 0"),
    (
        "the sample shop asks its question",
        "return document.querySelector('iframe:not(.away)')?.contentDocument?.querySelector('meetpunt-survey')
            ?.shadowRoot?.querySelector('[part~=question]') ? performance.now() : 0",
    ),
];

/// Opens it again and again and prints when each could be seen.
pub fn measure(stage: &Stage<'_>) -> Result<(), String> {
    let house = House::open(stage);
    let mut found = [const { Vec::new() }; MARKS.len()];
    let mut bytes = 0.0;
    for _ in 0..ROUNDS {
        stage.browser.open(&house.url("/healthz"));
        stage.run("localStorage.clear(); return true");
        LINE.through(stage, || {
            stage.browser.open(&house.url("/preview/"));
            for ((what, script), of_mark) in MARKS.iter().zip(&mut found) {
                let seen = || stage.run(script).as_f64().filter(|&at| at > 0.0);
                of_mark.push(stage.look_for(Duration::from_secs(30), seen).ok_or(format!("{what}: not within 30 s"))?);
            }
            Ok::<_, String>(())
        })?;
        let sum =
            "return performance.getEntriesByType('resource').reduce((sum, file) => sum + file.encodedBodySize, 0)";
        bytes = stage.run(sum).as_f64().unwrap_or_default();
    }
    println!("| the studio | s |\n| --- | ---: |");
    for ((what, _), mut of_mark) in MARKS.iter().zip(found) {
        of_mark.sort_by(f64::total_cmp);
        println!("| {what} | {:.2} |", of_mark[ROUNDS / 2] / 1e3);
    }
    println!(
        "Medians of {ROUNDS} visits in {}, {:.0} kB, nothing in the cache: {LINE}.",
        stage.browser.version,
        bytes / 1e3
    );
    Ok(())
}
