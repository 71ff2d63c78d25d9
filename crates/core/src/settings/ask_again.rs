//! How long a visitor is left alone after each outcome.

use super::duration;
use super::input::{Input, each_item};
use crate::metric::Metric;
use crate::text::split;

/// How long to wait before asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// So many whole days; 0 is no wait.
    Days(u16),
    /// For good.
    Never,
}

/// The waits of one survey, each from the day of its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskAgain {
    /// After a score was given.
    pub answered: Wait,
    /// After the survey was closed without a score.
    pub dismissed: Wait,
    /// After it was shown and neither answered nor closed.
    pub ignored: Wait,
}

impl AskAgain {
    /// The waits of a survey that sets none: relations (NPS) are asked about less often than transactions.
    #[must_use]
    pub const fn of(metric: Metric) -> Self {
        Self {
            answered: match metric {
                Metric::Nps => Wait::Days(90),
                _ => Wait::Days(30),
            },
            dismissed: Wait::Days(90),
            ignored: Wait::Days(30),
        }
    }
}

/// Reads `answered:90d, dismissed:never`. An outcome that is not named keeps its default; so does one that is
/// wrong, with a warning.
pub(super) fn resolve(input: &mut Input<'_>, metric: Metric) -> AskAgain {
    const SETTING: &str = "ask-again";
    let mut waits = AskAgain::of(metric);
    let list = input.text(SETTING).unwrap_or_default();
    each_item(list, &mut |item| {
        let (outcome, wait) = split(item, b':').unwrap_or((item, ""));
        let place = match outcome.trim_ascii() {
            "answered" => &mut waits.answered,
            "dismissed" => &mut waits.dismissed,
            "ignored" => &mut waits.ignored,
            _ => {
                let expected = "answered, dismissed or ignored, a colon and a duration, such as answered:90d";
                return input.warn(SETTING, item, expected);
            }
        };
        match wait.trim_ascii() {
            "never" => *place = Wait::Never,
            text => match duration::days(text) {
                Some(days) => *place = Wait::Days(days),
                None => input.warn(SETTING, item, "a duration of at most 65535d, or never"),
            },
        }
    });
    waits
}
