//! The settings that say when a survey may show: what the loader and eligibility go by.

mod audience;
mod frequency;
mod listed;
mod pages;
mod trigger;
mod vocabulary;
mod window;

pub use audience::{Audience, Condition};
pub use pages::Pattern;
pub use trigger::Trigger;
pub use vocabulary::{Adapter, Device, Mode, Storage};
pub use window::Window;

use super::Warning;
use super::input::Input;

/// When and to whom a survey may show. Those of its rules that the rest of the widget needs too, such as `sample` and
/// `ask-again`, are in [`Settings`](super::Settings).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What makes it show; any of them does.
    pub triggers: Vec<Trigger>,
    /// The pages that it may show on; none is all.
    pub pages: Vec<Pattern>,
    /// The kinds of device that it may show on; none is all.
    pub devices: Vec<Device>,
    /// The visitors who may be asked.
    pub audience: Audience,
    /// From when until when.
    pub window: Window,
    /// The least number of days between two surveys of the site.
    pub quiet: u16,
    /// How many surveys a visit has at most.
    pub per_session: u16,
    /// The higher one wins where several are due.
    pub priority: u16,
    /// Whether persons answer, or a kiosk counts presses.
    pub mode: Mode,
    /// Where it is kept who was asked.
    pub storage: Storage,
    /// Whom else on the page the answer is handed to.
    pub adapters: Vec<Adapter>,
}

/// Resolves the rules, from the pairs that [`resolve`](super::resolve) takes, and says what had to be corrected.
///
/// A function of its own, so that a program that decides elsewhere does not carry it.
#[must_use]
pub fn rules(pairs: &[(&str, &str)]) -> (Rules, Vec<Warning>) {
    let mut input = Input::new(pairs);
    let rules = Rules {
        triggers: trigger::resolve(&mut input),
        pages: pages::resolve(&mut input),
        devices: listed::words(&mut input, "devices"),
        audience: audience::resolve(&mut input),
        window: window::resolve(&mut input),
        quiet: frequency::quiet(&mut input),
        per_session: frequency::per_session(&mut input),
        priority: frequency::priority(&mut input),
        mode: input.word("mode", Mode::Normal),
        storage: input.word("storage", Storage::Local),
        adapters: listed::words(&mut input, "adapters"),
    };
    (rules, input.into_warnings())
}
