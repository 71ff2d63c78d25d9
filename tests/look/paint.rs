//! From a click to the paint that shows its effect.

use crate::harness::{Stage, survey};
use serde_json::json;
use std::fmt::Write;

/// How often each interaction is measured.
const ROUNDS: usize = 40;

/// How much slower than this machine, and the most milliseconds that the median may take.
const SPEEDS: [(u32, f64); 2] = [(1, 16.0), (4, 50.0)];

/// What a visitor does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Interaction {
    /// A click on a point.
    Choosing,
    /// Send on a step that another one follows, and Back from there.
    Stepping,
    /// Send on the last step: the answer is saved.
    Sending,
}

const INTERACTIONS: [(Interaction, &str); 3] =
    [(Interaction::Choosing, "choosing"), (Interaction::Stepping, "stepping"), (Interaction::Sending, "sending")];

/// One interaction, in milliseconds since the input.
#[derive(Clone, Copy)]
struct Sample {
    what: Interaction,
    /// Until its scripts had run.
    script: f64,
    /// Until it was painted.
    paint: f64,
}

/// Prints a table in Markdown; an error names the targets that were missed.
pub fn measure(stage: &Stage<'_>) -> Result<(), String> {
    let mut table = String::from(
        "| interaction | CPU | script, median | paint, median | paint, worst | target of the median |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut witness = String::new();
    let mut missed = Vec::new();
    for (slower, target) in SPEEDS {
        let (samples, timings) = visit(stage, slower);
        for (what, name) in INTERACTIONS {
            let of = |value: fn(&Sample) -> f64| sorted(samples.iter().filter(|sample| sample.what == what).map(value));
            let (scripts, paints) = (of(|sample| sample.script), of(|sample| sample.paint));
            let (script, paint, worst) =
                (median(&scripts), median(&paints), paints.last().copied().unwrap_or_default());
            let _ = writeln!(table, "| {name} | 1/{slower} | {script:.1} | {paint:.1} | {worst:.1} | {target:.0} |");
            if paint > target {
                missed.push(format!("{name} with 1/{slower} of the CPU takes {paint:.1} ms"));
            }
        }
        let longest = timings.last().map_or_else(|| "below 16 ms".to_owned(), |longest| format!("{longest:.0} ms"));
        let _ = write!(witness, " With 1/{slower} of the CPU: {longest}.");
    }
    println!("{table}");
    println!("Milliseconds since the input; {ROUNDS} rounds in {}.", stage.browser.version);
    println!("Longest duration by the browser's own Event Timing, which rounds to 8 ms.{witness}");
    if missed.is_empty() { Ok(()) } else { Err(format!("over the target: {}", missed.join("; "))) }
}

/// Answers one survey again and again. Returns what was measured, and the durations of 16 ms and more that Event Timing reported.
fn visit(stage: &Stage<'_>, slower: u32) -> (Vec<Sample>, Vec<f64>) {
    // A survey of its own each time: what was answered is not asked again.
    let page = survey(&format!(r#"metric="nps" touchpoint="at-{slower}" brand="Example Shop" trigger="load""#));
    let survey = stage.open(&page.at(&format!("/paint/{slower}")).script(include_str!("paint.js")));
    survey.until("question");
    let mut samples = Vec::new();
    let mut act = |what: Interaction, inside: &str, then: &str| {
        stage.run("paints.length = 0");
        survey.click_on(inside);
        let paints =
            stage.until_page("the paint", "paints.length === 3 && paints.every((paint) => paint.paint) && paints");
        survey.until(then);
        let worst = |key: &str| sorted(paints.as_array().into_iter().flatten().filter_map(|paint| paint[key].as_f64()));
        let worst = |key: &str| worst(key).last().copied().unwrap_or_default();
        samples.push(Sample { what, script: worst("script"), paint: worst("paint") });
    };
    stage.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": slower}));
    for round in 0..ROUNDS {
        act(Interaction::Choosing, &format!("[name=score][value=\"{}\"]", round % 11), "scale");
        act(Interaction::Stepping, "[part~=send]", "comment");
        act(Interaction::Stepping, "[part~=back]", "scale");
        act(Interaction::Stepping, "[part~=send]", "comment");
        act(Interaction::Sending, "[part~=send]", "thanks");
        survey.look("", "host.reset()");
        survey.until("scale");
    }
    stage.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1}));
    let timings = stage.run("return timings");
    (samples, sorted(timings.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64)))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The middle one; of an even number, the higher of the two.
fn median(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
