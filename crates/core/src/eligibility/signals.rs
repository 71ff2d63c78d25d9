//! What the page and the visit say at the moment of a decision.

use crate::settings::Device;
use crate::text::{number, split};
use crate::words::words;

words! {
    /// What wants to open the survey.
    pub enum Opening {
        /// One of its triggers.
        Trigger = "trigger",
        /// The page's `show()`, or a link that the visitor followed: passes over trigger, sampling, clocks and quiet.
        Page = "page",
        /// The visitor, by the handle of a tab: passes over clocks, quiet and sampling.
        Visitor = "visitor",
    }
}

/// A survey that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// Its id.
    pub survey: &'a str,
    /// Its setting of that name.
    pub priority: u16,
}

/// Facts about the page and the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signals<'a> {
    /// What wants to open the survey.
    pub opening: Opening,
    /// The device; `None` passes, as nobody is left out for what is not known.
    pub device: Option<Device>,
    /// Whether the address matches `match`, as the browser's URLPattern says.
    pub on_page: bool,
    /// Whether consent was given.
    pub consent: bool,
    /// Whether no more answers can be kept.
    pub outbox_full: bool,
    /// Another survey that is open; inline ones do not count.
    pub open: Option<&'a str>,
    /// What blocks surveys: `data-meetpunt-block`, an open dialog, a payment step.
    pub block: Option<&'a str>,
    /// Surveys shown in this visit; inline ones do not count.
    pub session: u16,
    /// Every survey that is due at this moment, in the order of the site file.
    pub due: Vec<Due<'a>>,
    /// What the page set by `meetpunt('set', …)`.
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl Default for Signals<'_> {
    /// A trigger on a page where nothing stands in the way.
    fn default() -> Self {
        Self {
            opening: Opening::Trigger,
            device: None,
            on_page: true,
            consent: false,
            outbox_full: false,
            open: None,
            block: None,
            session: 0,
            due: Vec::new(),
            attributes: Vec::new(),
        }
    }
}

impl<'a> Signals<'a> {
    /// Reads key–text pairs, as the shell hands them over. Unknown keys are left alone; what is missing or cannot be read
    /// is as in [`Signals::default`].
    ///
    /// | key | text |
    /// | --- | --- |
    /// | `opening` | `trigger` `page` `visitor` |
    /// | `device` | `phone` `tablet` `desktop` |
    /// | `match` `consent` `full` | `true` `false` |
    /// | `open` `block` | what is open, what blocks; absent or empty for nothing |
    /// | `session` | a whole number |
    /// | `due.SURVEY` | its priority; once for each survey that is due, in the order of the site file |
    /// | `set.NAME` | an attribute |
    #[must_use]
    pub fn read(pairs: &[(&'a str, &'a str)]) -> Self {
        let mut signals = Self::default();
        for &(key, text) in pairs {
            let named = (!text.is_empty()).then_some(text);
            match key {
                "opening" => signals.opening = Opening::parse(text).unwrap_or(Opening::Trigger),
                "device" => signals.device = Device::parse(text),
                "match" => signals.on_page = text != "false",
                "consent" => signals.consent = text == "true",
                "full" => signals.outbox_full = text == "true",
                "open" => signals.open = named,
                "block" => signals.block = named,
                "session" => signals.session = small(text),
                _ => match split(key, b'.') {
                    Some(("due", survey)) => signals.due.push(Due { survey, priority: small(text) }),
                    Some(("set", name)) => signals.attributes.push((name, text)),
                    _ => {}
                },
            }
        }
        signals
    }
}

/// A whole number, the largest where it is larger, 0 where it is none.
fn small(text: &str) -> u16 {
    number(text).map_or(0, |number| u16::try_from(number).unwrap_or(u16::MAX))
}
