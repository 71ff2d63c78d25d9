//! Random sequences of what can happen, against a model, in Chromium.

use super::shop::Shop;
use super::words;
use crate::harness::Engine;
use std::time::Instant;

/// Plays `--sequences N` from `--seed S` on; prints how many answers were saved, and fails on the first sequences in which something
/// happened that must not.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (mut count, mut seed) = (10_000, 1);
    for (name, value) in words(arguments)? {
        let number = value.parse().map_err(|_| format!("`{name}` cannot be `{value}`"))?;
        match name {
            "--sequences" => count = number,
            "--seed" => seed = number,
            _ => return Err(format!("`{name}` is not known here")),
        }
    }
    let begin = Instant::now();
    let mut shop = Shop::open(Engine::Chromium)?;
    let mut saved = 0;
    // A new browser now and then, which gives back the memory of thousands of pages that never were.
    for first in (0..count).step_by(500) {
        let number = 500.min(count - first);
        let told = shop.play(seed + first, number)?;
        if !told.wrong.is_empty() {
            return Err(told.wrong.join("\n"));
        }
        saved += told.saved;
        shop.kill();
    }
    println!(
        "{count} sequences from seed {seed}, {} s: {saved} answers saved, each arrived once",
        begin.elapsed().as_secs()
    );
    shop.close();
    Ok(())
}
