//! May this visitor be asked now? One pure function, [`decide`], that looks at every rule and explains each.
//!
//! The rules in the order in which they decide; the first that does not pass is the reason:
//!
//! | rule | passes when | passed over |
//! | --- | --- | --- |
//! | `starts` | the time has come | never |
//! | `ends` | the time has not come | never |
//! | `devices` | the device is listed, or none is | never |
//! | `lang` | always: a survey falls back to English | |
//! | `match` | the address matches | page |
//! | `audience` | the attributes fit | never |
//! | `consent` | it is given, or not required | preview |
//! | `outbox` | there is room for an answer | preview |
//! | `open` | no other survey is open | inline |
//! | `block` | nothing on the page blocks surveys | never |
//! | `quiet` | no survey of the site was shown for so long | preview, page, visitor, inline, kiosk |
//! | `answered` | the last answer is long enough ago | preview, page, visitor, kiosk |
//! | `dismissed` | the last time it was closed is long enough ago | preview, page, visitor, kiosk |
//! | `ignored` | the last time it was left alone is long enough ago | preview, page, visitor, kiosk |
//! | `occasion` | this order was not asked about | preview, page, visitor, kiosk |
//! | `per-session` | the visit has had fewer surveys | preview, page, visitor, inline, kiosk |
//! | `priority` | no survey that is due at the same time comes first | preview, page, visitor, inline |
//! | `sample` | the visitor was drawn | preview, page, visitor |
//!
//! "Page" is `show()` and a link, "visitor" the handle of a tab, "inline" the display, "kiosk" the mode. What was passed
//! over is still looked at, and says so.

mod check;
mod clock;
mod history;
mod passing;
mod rules;
mod sampling;
mod signals;

pub use check::{Check, Verdict};
pub use history::{ANY, History, Outcome, Record};
pub use sampling::{DRAWS, bucket, drawn};
pub use signals::{Due, Opening, Signals};

use crate::settings::{Rules, Settings};
use check::Checks;
use passing::Passing;

/// What is asked of eligibility: one survey and one visitor at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The survey.
    pub settings: &'a Settings,
    /// Its rules.
    pub rules: &'a Rules,
    /// What the browser remembers.
    pub history: &'a History,
    /// What the page and the visit say.
    pub signals: &'a Signals<'a>,
    /// Milliseconds since 1970.
    pub now: u64,
    /// A fresh draw from 0 to 9999, see [`drawn`]. It decides where none is remembered; the caller then keeps it.
    pub draw: u16,
}

/// Looks at every rule.
///
/// Waits are whole days of UTC: the day number of `now` less that of the record. A day in the record that is one ahead,
/// after a clock was set back, counts as today; one that is further ahead was noted while the clock was wrong and means
/// nothing.
///
/// | days since | wait `30d` | wait `0d` | `never` |
/// | --- | --- | --- | --- |
/// | no such day, or two and more ahead | passes | passes | passes |
/// | −1 | waits | passes | no |
/// | 0 | waits | passes | no |
/// | 29 | waits | passes | no |
/// | 30 | passes | passes | no |
#[must_use]
pub fn decide(case: &Case<'_>) -> Verdict {
    let mut checks = Checks::new(Passing::of(case));
    rules::window(case, &mut checks);
    rules::device(case, &mut checks);
    rules::language(case, &mut checks);
    rules::page(case, &mut checks);
    rules::audience(case, &mut checks);
    rules::consent(case, &mut checks);
    rules::outbox(case, &mut checks);
    rules::open(case, &mut checks);
    rules::block(case, &mut checks);
    clock::quiet(case, &mut checks);
    clock::own(case, &mut checks);
    rules::occasion(case, &mut checks);
    rules::per_session(case, &mut checks);
    rules::priority(case, &mut checks);
    sampling::check(case, &mut checks);
    checks.verdict()
}
