//! What makes a survey show.

use super::super::duration;
use super::super::input::{Input, each_item};
use crate::text::{number, split};

/// A moment that the loader waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// At once.
    Load,
    /// After so many milliseconds in which the page could be seen.
    Delay(u64),
    /// When so many per cent of the page were scrolled through.
    Scroll(u8),
    /// After the element could be seen for so many milliseconds.
    Visible(u64),
    /// When the visitor is about to leave.
    Exit,
    /// After so many milliseconds without a sign of the visitor.
    Idle(u64),
    /// At a click on what a selector names.
    Click(String),
    /// When the page tells of an event.
    Event(String),
    /// When the page or the visitor says so.
    Manual,
}

/// Reads `trigger`. Without one that can be read, the default of the display holds.
pub(super) fn resolve(input: &mut Input<'_>) -> Vec<Trigger> {
    const SETTING: &str = "trigger";
    let mut triggers = Vec::new();
    let list = input.text(SETTING).unwrap_or_default();
    each_item(list, &mut |item| match read(item) {
        Ok(trigger) => triggers.push(trigger),
        Err(expected) => input.warn(SETTING, item, expected),
    });
    if triggers.is_empty() {
        triggers.push(match input.text("display") {
            None => Trigger::Visible(0),
            Some(display) if display.eq_ignore_ascii_case("inline") => Trigger::Visible(0),
            Some(display) if display.eq_ignore_ascii_case("tab") => Trigger::Load,
            Some(_) => Trigger::Delay(3_000),
        });
    }
    triggers
}

/// Reads one trigger, or says what to write.
fn read(item: &str) -> Result<Trigger, &'static str> {
    let (word, rest) = match split(item, b':') {
        Some((word, rest)) => (word.trim_ascii_end(), Some(rest.trim_ascii())),
        None => (item, None),
    };
    let time = |expected| rest.and_then(duration::milliseconds).ok_or(expected);
    let name = |expected| rest.filter(|rest| !rest.is_empty()).map(str::to_owned).ok_or(expected);
    match (word, rest) {
        ("load", None) => Ok(Trigger::Load),
        ("exit", None) => Ok(Trigger::Exit),
        ("manual", None) => Ok(Trigger::Manual),
        ("visible", None) => Ok(Trigger::Visible(0)),
        ("visible", _) => time("visible, or with a duration, such as visible:2s").map(Trigger::Visible),
        ("delay", _) => time("delay with a duration, such as delay:3s").map(Trigger::Delay),
        ("idle", _) => time("idle with a duration, such as idle:30s").map(Trigger::Idle),
        ("scroll", _) => {
            let share = rest.and_then(percent).ok_or("scroll with a percentage from 1% to 100%, such as scroll:60%");
            share.map(Trigger::Scroll)
        }
        ("click", _) => name("click with a selector, such as click:#feedback").map(Trigger::Click),
        ("event", _) => name("event with a name, such as event:order-placed").map(Trigger::Event),
        _ => {
            Err("load, delay:3s, scroll:60%, visible, visible:2s, exit, idle:30s, click:#feedback, event:order-placed \
                  or manual")
        }
    }
}

fn percent(text: &str) -> Option<u8> {
    let share = u8::try_from(number(text.strip_suffix('%')?.trim_ascii_end())?).ok()?;
    (1..=100).contains(&share).then_some(share)
}
