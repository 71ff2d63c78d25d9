//! How many tests a runner says it ran.

use std::ops::AddAssign;

/// How the checks of a step are counted.
#[derive(Clone, Copy)]
pub enum Counting {
    /// The step is one check.
    One,
    /// By the lines `test result: …` of `cargo test`.
    Libtest,
    /// By the line `Summary …` of cargo-nextest.
    Nextest,
}

/// Numbers of checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
}

impl Counts {
    /// The counts of a step that ended with `success` and wrote `text`. A step that failed counts at least one failure,
    /// whatever its runner says: it may not even have compiled.
    pub fn of(counting: Counting, success: bool, text: &str) -> Self {
        let counts = match counting {
            Counting::One => Self { passed: usize::from(success), failed: 0 },
            Counting::Libtest => Self::sum(text, "test result: "),
            Counting::Nextest => Self::sum(text, " run: "),
        };
        let ran_none = counts == Self::default();
        Self { failed: counts.failed.max(usize::from(!success || ran_none)), ..counts }
    }

    /// Adds up the numbers before `passed`, `failed`, `timed out` in each line, after `mark`.
    fn sum(text: &str, mark: &str) -> Self {
        let mut counts = Self::default();
        for line in text.lines().filter_map(|line| line.split_once(mark)).map(|(_, line)| line) {
            for part in line.split([',', ';', '.']) {
                let mut words = part.split_whitespace();
                let (number, what) = (words.next().and_then(|word| word.parse::<usize>().ok()), words.next());
                match (number, what) {
                    (Some(number), Some("passed")) => counts.passed += number,
                    (Some(number), Some("failed" | "timed" | "exec")) => counts.failed += number,
                    _ => {}
                }
            }
        }
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counting: Counting, success: bool, text: &str, passed: usize, failed: usize) {
        assert_eq!(Counts::of(counting, success, text), Counts { passed, failed });
    }

    #[test]
    fn the_runners_are_believed() {
        let two = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        check(Counting::Libtest, false, two, 7, 2);
        check(Counting::Nextest, true, "     Summary [   0.012s] 12 tests run: 12 passed, 3 skipped", 12, 0);
        let mixed = "     Summary [   1.5s] 9 tests run: 5 passed (1 slow), 2 failed, 2 timed out, 0 skipped";
        check(Counting::Nextest, false, mixed, 5, 4);
    }

    #[test]
    fn a_step_that_failed_without_counting_is_one_failure() {
        check(Counting::One, true, "", 1, 0);
        check(Counting::One, false, "", 0, 1);
        check(Counting::Libtest, false, "error: could not compile", 0, 1);
        check(Counting::Libtest, false, "test result: ok. 3 passed; 0 failed;", 3, 1);
    }

    #[test]
    fn a_runner_that_ran_nothing_has_failed() {
        check(Counting::Libtest, true, "running 0 tests", 0, 1);
    }
}
