//! How fast the collector stores: a benchmark of its crate, beside nginx.

use crate::exec;
use anyhow::Result;

/// Events that are stored before the last measurement: several gigabytes.
pub const STORED: u64 = 10_000_000;

/// Prints durable events a second, times, memory, and the ceiling where nginx is installed.
pub fn run(stored: u64) -> Result<()> {
    let arguments = ["bench", "--package=meetpunt-collector", "--bench=durable", "--", "--stored", &stored.to_string()];
    exec::run(exec::command("cargo").args(arguments))
}
