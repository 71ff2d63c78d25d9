//! Rules that wait for days to pass.

use super::Case;
use super::check::{Checks, Found};
use super::passing::Over;
use crate::settings::Wait;
use crate::text::push_integer;
use crate::time::DAY;

/// The time between two surveys of the site.
pub(super) fn quiet(case: &Case<'_>, checks: &mut Checks) {
    let over = Over { inline: true, ..Over::FREQUENCY };
    wait(case, checks, "quiet", case.history.last_shown(), Wait::Days(case.rules.quiet), over);
}

/// The survey's own clocks.
pub(super) fn own(case: &Case<'_>, checks: &mut Checks) {
    let waits = case.settings.ask_again;
    let record = case.history.of(&case.settings.survey);
    for (rule, day, own) in [
        ("answered", record.answered, waits.answered),
        ("dismissed", record.dismissed, waits.dismissed),
        ("ignored", record.left_alone(), waits.ignored),
    ] {
        wait(case, checks, rule, day, own, Over::FREQUENCY);
    }
}

fn wait(case: &Case<'_>, checks: &mut Checks, rule: &'static str, day: Option<u32>, wait: Wait, over: Over) {
    let today = case.now / DAY;
    let day = day.map(u64::from);
    // Further ahead than a clock set back by hours explains.
    let Some(day) = day.filter(|day| *day <= today + 1) else {
        return checks.add(rule, Found::Passes, "not before", over);
    };
    let since = today.saturating_sub(day);
    let mut value = String::new();
    push_integer(&mut value, since);
    let found = match wait {
        Wait::Never => {
            value.push_str(" days ago, never again");
            Found::Refuses
        }
        Wait::Days(days) => {
            let days = u64::from(days);
            value.push_str(" of ");
            push_integer(&mut value, days);
            value.push_str(" days");
            // A day ahead is today: counted from there, the wait would be a day too long.
            if since >= days { Found::Passes } else { Found::Waits((day.min(today) + days) * DAY) }
        }
    };
    checks.add(rule, found, value, over);
}
