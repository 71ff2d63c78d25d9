use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::error::{Error, Kind};

/// At most one line in this time: a flood of bad posts must not fill the disk with lines about them.
const PAUSE: Duration = Duration::from_secs(1);

/// Writes refused requests to the log: status and field, never a value, an address or a comment.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Mutex<Unsaid>);

#[derive(Debug, Default)]
struct Unsaid {
    since: Option<Instant>,
    count: u64,
}

impl Refusals {
    pub(crate) fn note(&self, error: &Error) {
        let Some(unsaid) = self.turn(Instant::now()) else {
            return;
        };
        let status = error.status().as_u16();
        match error.kind() {
            Kind::Field { path, .. } => {
                tracing::warn!(status, field = path, unsaid, "request refused");
            }
            _ => tracing::warn!(status, unsaid, "request refused"),
        }
    }

    /// How many were left unsaid since the last line, when it is time for the next.
    fn turn(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.since.is_some_and(|since| now.saturating_duration_since(since) < PAUSE) {
            state.count += 1;
            return None;
        }
        state.since = Some(now);
        Some(std::mem::take(&mut state.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_bad_posts_writes_one_line_a_second_and_counts_the_rest() {
        let refusals = Refusals::default();
        let start = Instant::now();
        let at = |milliseconds| refusals.turn(start + Duration::from_millis(milliseconds));
        assert_eq!(at(0), Some(0));
        assert_eq!(at(1), None);
        assert_eq!(at(999), None);
        assert_eq!(at(1_000), Some(2));
        assert_eq!(at(5_000), Some(0));
    }
}
