//! Prints how often 95 % intervals for a net score contain the true score: exactly, over six mixes, and by simulation.
//!
//! `cargo run --release --example coverage`. Ends with an error when the default method is off by more than 2.5 points
//! of percent for 10 answers or more.

use std::process::ExitCode;

use meetpunt_core::stats::coverage::{Coverage, MIXES, exact, simulated};
use meetpunt_core::stats::{Confidence, Method, NetMethod};

const SIZES: [u32; 6] = [5, 10, 20, 30, 50, 100];
const METHODS: [NetMethod; 4] =
    [NetMethod::Wald, NetMethod::AdjustedWald, NetMethod::AdjustedWaldSquared, NetMethod::Score];
const CONFIDENCE: Confidence = Confidence::NinetyFive;
/// How far coverage may be from 95 %, as a share, from 10 answers on.
const TOLERANCE: f64 = 0.025;
const RUNS: u32 = 40_000;
const SEED: u64 = 20_261_121;

fn main() -> ExitCode {
    println!("Coverage of 95 % intervals for a net score, every possible sample counted:");
    println!("mean (least) over {} mixes; mean width in points.\n", MIXES.len());
    println!("{:>4}  {}", "n", METHODS.map(|method| format!("{:<26}", Method::from(method).name())).join(""));
    for n in SIZES {
        let cells = METHODS.map(|method| {
            let all = MIXES.map(|mix| exact(mix, n, method, CONFIDENCE));
            let all: Vec<Coverage> = all.into_iter().flatten().collect();
            let mean = |of: fn(&Coverage) -> f64| all.iter().map(of).sum::<f64>() / MIXES.len() as f64;
            let least = all.iter().map(|one| one.covered).fold(1.0, f64::min);
            format!("{:<26}", format!("{:.3} ({least:.3})  {:>3.0}", mean(|one| one.covered), mean(|one| one.width)))
        });
        println!("{n:>4}  {}", cells.join(""));
    }

    println!(
        "\nThe default method, {}, mix by mix: exact / simulated ({RUNS} samples).\n",
        Method::from(NetMethod::default()).name()
    );
    println!("{:>4}  {}", "n", MIXES.map(|[d, m, p]| format!("{:<16}", format!("{d}/{m}/{p}"))).join(""));
    let mut off = 0;
    for n in SIZES.into_iter().filter(|n| *n >= 10) {
        let cells = MIXES.map(|mix| {
            let method = NetMethod::default();
            let pair = exact(mix, n, method, CONFIDENCE).zip(simulated(mix, n, method, CONFIDENCE, RUNS, SEED));
            let Some((exact, drawn)) = pair else { return String::new() };
            let far = |one: &Coverage| (one.covered - 0.95).abs() > TOLERANCE;
            off += usize::from(far(&exact)) + usize::from(far(&drawn));
            format!("{:<16}", format!("{:.4} / {:.4}", exact.covered, drawn.covered))
        });
        println!("{n:>4}  {}", cells.join(""));
    }
    println!("\n{off} of them are more than {:.1} points away from 95 %.", 100.0 * TOLERANCE);
    if off == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
