//! Runs the steps, says how each ended, and counts.

use super::counts::Counts;
use super::steps::Step;
use crate::exec::{self, Captured};
use anyhow::Result;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// How often a step that is still running says so.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// How the browser tests begin a line about a test that passed only when it was tried again.
const FLAKY: &str = "FLAKY ";

/// What has been found so far; steps may run beside each other.
pub struct Report {
    start: Instant,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    counts: Counts,
    failed: Vec<&'static str>,
}

impl Report {
    /// Nothing has run yet.
    pub fn new() -> Self {
        Self { start: Instant::now(), state: Mutex::default() }
    }

    /// Runs a step and shows what it wrote where it failed.
    pub fn run(&self, mut step: Step) {
        if let Some(needed) = step.needs.filter(|needed| self.state().failed.contains(needed)) {
            let text = format!("not run: {needed} failed\n");
            self.end(&step, Duration::ZERO, &Captured { success: false, text });
            return;
        }
        // No colours, so that the counts can be read and the output fits any log.
        step.command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
        let start = Instant::now();
        let last_line = Mutex::new(String::new());
        let captured = with_heartbeat(step.name, &last_line, || {
            exec::captured(&mut step.command, |line| {
                line.trim().clone_into(&mut last_line.lock().expect("no reader panics"))
            })
        });
        let captured = captured.unwrap_or_else(|error| Captured { success: false, text: format!("{error:#}\n") });
        self.end(&step, start.elapsed(), &captured);
    }

    fn end(&self, step: &Step, took: Duration, captured: &Captured) {
        let counts = Counts::of(step.counting, captured.success, &captured.text);
        let failed = counts.failed > 0;
        let mut state = self.state();
        state.counts += counts;
        if failed {
            state.failed.push(step.name);
        }
        // Printed under the lock: the lanes must not write into each other's lines.
        let word = if failed { "FAILED" } else { "ok" };
        println!("{word:6} {:<30} {:>6.1} s {:>5} passed", step.name, took.as_secs_f32(), counts.passed);
        if failed {
            println!("{}", without_passed(&captured.text));
        } else {
            captured.text.lines().filter(|line| line.starts_with(FLAKY)).for_each(|line| println!("       {line}"));
        }
    }

    /// Prints the counts, as the last line; fails when anything failed.
    pub fn finish(self) -> Result<()> {
        let state = self.state();
        println!("\nTook {} s.", self.start.elapsed().as_secs());
        if !state.failed.is_empty() {
            println!("Failed: {}.", state.failed.join(", "));
        }
        println!("{} passed, {} failed", state.counts.passed, state.counts.failed);
        if state.counts.failed > 0 {
            std::process::exit(1);
        }
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no step panics while it reports")
    }
}

/// What a runner wrote, without the tests that passed or were left out: the failures must be found at a glance.
fn without_passed(text: &str) -> String {
    let is_worth = |line: &&str| {
        let is_test = line.starts_with("test ") || line.trim_start().starts_with("PASS [");
        !is_test || line.ends_with("FAILED")
    };
    text.lines().filter(is_worth).map(|line| format!("{line}\n")).collect()
}

/// Does `work`; while that takes, says so from time to time, with the last line it wrote.
fn with_heartbeat<T>(name: &str, last_line: &Mutex<String>, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut beats = 0;
            // The other end is dropped when the work is done.
            while waiting.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
                beats += 1;
                let line = last_line.lock().expect("no reader panics");
                eprintln!("...    {name}, {} s: {line}", beats * HEARTBEAT.as_secs());
            }
        });
        let result = work();
        drop(done);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::without_passed;

    #[test]
    fn only_what_failed_is_shown() {
        let libtest =
            "running 3 tests\ntest one ... ok\ntest two ... FAILED\ntest three ... ignored\n\nfailures:\n    two\n";
        assert_eq!(without_passed(libtest), "running 3 tests\ntest two ... FAILED\n\nfailures:\n    two\n");
        let nextest = "        PASS [   0.1s] core one\n        FAIL [   0.1s] core two\n";
        assert_eq!(without_passed(nextest), "        FAIL [   0.1s] core two\n");
    }
}
