//! Tallies ten million answers in a thousand series on one core and scores every series, with its interval.
//!
//! `cargo run --release --example scores` makes answers of its own; with two files, of the series numbers (16 bit, little
//! endian) and of the scores (8 bit), it takes those. Prints one line of JSON, with a sum over all scores and interval ends
//! by which another program can check that it did the same work.

use std::error::Error;
use std::time::Instant;
use std::{env, fs};

use meetpunt_core::settings::Look;
use meetpunt_core::stats::{Bands, Confidence, NetMethod, Series, Tallies, Tally};
use meetpunt_core::{Measure, Metric};

const ANSWERS: usize = 10_000_000;
const SERIES: u16 = 1_000;
/// The best of so many runs counts: the others were disturbed.
const RUNS: u32 = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = env::args().skip(1).collect();
    let (series, scores) = match &files[..] {
        [] => made(),
        [series, scores] => (numbers(&fs::read(series)?), fs::read(scores)?),
        _ => return Err("give no file, or one of series numbers and one of scores".into()),
    };
    if series.len() != scores.len() || series.iter().any(|number| *number >= SERIES) {
        return Err(format!("each score needs a series number below {SERIES}").into());
    }

    let mut best = f64::INFINITY;
    let mut sum = 0.0;
    let mut bytes = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        let tallies = tally(&series, &scores);
        sum = score(&tallies);
        best = best.min(start.elapsed().as_secs_f64());
        bytes = size_of_val(&tallies[..]) + tallies.len() * Tallies::WRITTEN;
    }
    let n = scores.len() as f64;
    println!(
        "{{\"answers\": {}, \"series\": {SERIES}, \"seconds\": {best:.6}, \"answers_per_second\": {:.0}, \
         \"bytes_held\": {bytes}, \"bytes_per_answer\": {:.6}, \"sum\": {sum:.6}}}",
        scores.len(),
        n / best,
        bytes as f64 / n,
    );
    Ok(())
}

fn tally(series: &[u16], scores: &[u8]) -> Vec<Tally> {
    let key = |hash| Series::new(Metric::Nps, Measure::NPS.scale(), Look::Numbers, hash);
    let mut tallies = Tallies::new((0..u32::from(SERIES)).filter_map(key));
    for (series, score) in series.iter().zip(scores) {
        tallies.add(usize::from(*series), i64::from(*score));
    }
    tallies.into_tallies()
}

/// Scores with their adjusted Wald intervals, summed over all series.
fn score(tallies: &[Tally]) -> f64 {
    let bands = Bands::from(Measure::NPS);
    let figures = |tally: &Tally| -> Option<f64> {
        let net = tally.classes(&bands)?.net()?;
        let estimate = net.estimate(NetMethod::AdjustedWald, Confidence::NinetyFive);
        let interval = estimate.interval?;
        Some(estimate.value + interval.lower + interval.upper)
    };
    tallies.iter().filter_map(figures).sum()
}

/// Answers from a small generator (xorshift): any series, more high scores than low ones.
fn made() -> (Vec<u16>, Vec<u8>) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let mut answers = (Vec::with_capacity(ANSWERS), Vec::with_capacity(ANSWERS));
    for _ in 0..ANSWERS {
        answers.0.push(u16::try_from(draw(u64::from(SERIES))).unwrap_or_default());
        answers.1.push(u8::try_from(draw(11).max(draw(11))).unwrap_or_default());
    }
    answers
}

fn numbers(bytes: &[u8]) -> Vec<u16> {
    bytes.as_chunks().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect()
}
