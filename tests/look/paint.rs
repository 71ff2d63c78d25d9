//! From a click to the paint that shows its effect.

use crate::harness::page::element;
use crate::harness::{Stage, page};
use serde_json::json;
use std::fmt::Write;

/// A screen that takes each frame when it is ready. At 60 Hz an interaction waits for the next refresh as well: a bare checkbox of the page
/// and the widget both take 16 ms then, and more where the machine is busy.
pub const FLAGS: [&str; 2] = ["--disable-gpu-vsync", "--disable-frame-rate-limit"];

/// How often each interaction is measured.
const ROUNDS: usize = 40;

/// How much slower than this machine, and the most milliseconds that the median may take.
const SPEEDS: [(u32, f64); 2] = [(1, 16.0), (4, 50.0)];

/// What a visitor does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Interaction {
    /// A click on a checkbox of the page, which has nothing to do with the widget: the least there can be.
    Bare,
    /// A click on a point.
    Choosing,
    /// Send on a step that another one follows, and Back from there.
    Stepping,
    /// Send on the last step: the answer is saved.
    Sending,
}

const INTERACTIONS: [(Interaction, &str); 4] = [
    (Interaction::Choosing, "choosing"),
    (Interaction::Stepping, "stepping"),
    (Interaction::Sending, "sending"),
    (Interaction::Bare, "a checkbox of the page"),
];

/// One interaction: its events, in milliseconds since the input.
struct Sample {
    what: Interaction,
    /// When its events came, by the clock of the page.
    begins: Vec<f64>,
    /// Until its scripts had run.
    script: f64,
    /// Until its frame was handed over.
    frame: f64,
    /// Until it was presented, by Event Timing: a multiple of 8, and 8 for all that took less than 16.
    paint: f64,
}

/// Prints a table in Markdown; an error names the targets that were missed.
pub fn measure(stage: &Stage<'_>) -> Result<(), String> {
    let mut table = String::from(
        "| interaction | CPU | script, median | frame, median | paint, median | paint, worst | target |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut missed = Vec::new();
    for (slower, target) in SPEEDS {
        let samples = visit(stage, slower);
        for (what, name) in INTERACTIONS {
            let of = |value: fn(&Sample) -> f64| sorted(samples.iter().filter(|sample| sample.what == what).map(value));
            let [script, frame] = [of(|sample| sample.script), of(|sample| sample.frame)].map(|all| median(&all));
            let paints = of(|sample| sample.paint);
            let (paint, worst) = (median(&paints), paints.last().copied().unwrap_or_default());
            let _ = writeln!(
                table,
                "| {name} | 1/{slower} | {script:.1} | {frame:.1} | {paint:.0} | {worst:.0} | {target:.0} |"
            );
            if paint > target && what != Interaction::Bare {
                missed.push(format!("{name} with 1/{slower} of the CPU takes {paint:.0} ms"));
            }
        }
    }
    println!("{table}");
    println!(
        "Milliseconds since the input, {ROUNDS} rounds in {}, on a screen without a refresh rate.",
        stage.browser.version
    );
    println!(
        "Paint is Event Timing's duration: rounded to 8 ms, and 8 where it was below 16. The target is that of its median."
    );
    if missed.is_empty() { Ok(()) } else { Err(format!("over the target: {}", missed.join("; "))) }
}

/// Answers one survey again and again.
fn visit(stage: &Stage<'_>, slower: u32) -> Vec<Sample> {
    // A survey of its own each time: what was answered is not asked again.
    let attributes = format!(r#"metric="nps" touchpoint="at-{slower}" brand="Example Shop" trigger="load""#);
    let page = page(&format!(r#"{}<input id="bare" type="checkbox">"#, element(&attributes)));
    let survey = stage.open(&page.at(&format!("/paint/{slower}")).script(include_str!("paint.js")));
    survey.until("question");
    let mut samples = Vec::new();
    let mut act = |what: Interaction, inside: &str, then: &str| {
        stage.run("paints.length = 0");
        match what {
            Interaction::Bare => stage.click_host(inside),
            _ => survey.click_on(inside),
        }
        let painted = "paints.length === 3 && paints.every((paint) => paint.frame) && paints";
        let events = stage.until_page("the paint", painted);
        survey.until(then);
        let all = |key: &str| sorted(events.as_array().into_iter().flatten().filter_map(|event| event[key].as_f64()));
        let worst = |key: &str| all(key).last().copied().unwrap_or_default();
        let (begins, script, frame) = (all("begin"), worst("script"), worst("frame"));
        samples.push(Sample { what, begins, script, frame, paint: 8.0 });
    };
    stage.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": slower}));
    for round in 0..ROUNDS {
        act(Interaction::Choosing, &format!("[name=score][value=\"{}\"]", round % 11), "scale");
        act(Interaction::Stepping, "[part~=send]", "comment");
        act(Interaction::Stepping, "[part~=back]", "scale");
        act(Interaction::Stepping, "[part~=send]", "comment");
        act(Interaction::Sending, "[part~=send]", "thanks");
        act(Interaction::Bare, "#bare", "thanks");
        survey.look("", "host.reset()");
        survey.until("scale");
    }
    stage.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1}));
    for timing in stage.run("return timings").as_array().into_iter().flatten() {
        let [begin, duration] = [0, 1].map(|place| timing[place].as_f64().unwrap_or_default());
        let is_its = |sample: &&mut Sample| sample.begins.iter().any(|other| (other - begin).abs() < 0.5);
        if let Some(sample) = samples.iter_mut().find(is_its) {
            sample.paint = sample.paint.max(duration);
        }
    }
    samples
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
