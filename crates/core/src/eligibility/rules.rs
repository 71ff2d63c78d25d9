//! The rules that look at the moment: time, page, visit.

use super::check::{Checks, Found};
use super::passing::Over;
use super::{Case, Record};
use crate::settings::{Audience, Consent};
use crate::text::{join, push_integer};
use crate::time::rfc3339;

pub(super) fn window(case: &Case<'_>, checks: &mut Checks) {
    let window = case.rules.window;
    let value = |moment: Option<u64>| moment.map_or_else(|| "always".to_owned(), rfc3339);
    let starts = match window.starts {
        Some(starts) if case.now < starts => Found::Waits(starts),
        _ => Found::Passes,
    };
    checks.add("starts", starts, value(window.starts), Over::NONE);
    let has_ended = window.ends.is_some_and(|ends| case.now >= ends);
    checks.add("ends", Found::when(!has_ended), value(window.ends), Over::NONE);
}

pub(super) fn device(case: &Case<'_>, checks: &mut Checks) {
    let listed = &case.rules.devices;
    let found = case.signals.device;
    let fits = listed.is_empty() || found.is_none_or(|device| listed.contains(&device));
    checks.add("devices", Found::when(fits), found.map_or("unknown", |device| device.key()), Over::NONE);
}

pub(super) fn language(case: &Case<'_>, checks: &mut Checks) {
    checks.add("lang", Found::Passes, case.settings.lang.as_str(), Over::NONE);
}

pub(super) fn page(case: &Case<'_>, checks: &mut Checks) {
    let value = match (case.rules.pages.is_empty(), case.signals.on_page) {
        (true, _) => "all pages",
        (false, true) => "matches",
        (false, false) => "does not match",
    };
    let fits = case.rules.pages.is_empty() || case.signals.on_page;
    checks.add("match", Found::when(fits), value, Over { page: true, ..Over::NONE });
}

pub(super) fn audience(case: &Case<'_>, checks: &mut Checks) {
    let attributes = &case.signals.attributes;
    let mut value = String::new();
    push_seen(&mut value, &case.rules.audience, attributes);
    if value.is_empty() {
        value.push_str("everybody");
    }
    checks.add("audience", Found::when(case.rules.audience.includes(attributes)), value, Over::NONE);
}

/// Appends the attributes that an audience looks at, each once: `plan=pro, orders not set`.
fn push_seen(seen: &mut String, audience: &Audience, attributes: &[(&str, &str)]) {
    match audience {
        Audience::All(of) | Audience::Any(of) => of.iter().for_each(|one| push_seen(seen, one, attributes)),
        Audience::Not(one) => push_seen(seen, one, attributes),
        Audience::Attribute(name, _) => {
            let found = attributes.iter().rev().find(|attribute| attribute.0 == name);
            let part = match found {
                Some((_, text)) => join(&[name, text], "="),
                None => join(&[name, "not set"], " "),
            };
            if seen.split(", ").all(|known| known != part) {
                if !seen.is_empty() {
                    seen.push_str(", ");
                }
                seen.push_str(&part);
            }
        }
    }
}

pub(super) fn consent(case: &Case<'_>, checks: &mut Checks) {
    let (passes, value) = match (case.settings.consent, case.signals.consent) {
        (Consent::NotRequired, _) => (true, "not required"),
        (Consent::Required, true) => (true, "given"),
        (Consent::Required, false) => (false, "not given"),
    };
    checks.add("consent", Found::when(passes), value, Over { preview: true, ..Over::NONE });
}

pub(super) fn outbox(case: &Case<'_>, checks: &mut Checks) {
    let full = case.signals.outbox_full;
    let value = if full { "full" } else { "has room" };
    checks.add("outbox", Found::when(!full), value, Over { preview: true, ..Over::NONE });
}

pub(super) fn open(case: &Case<'_>, checks: &mut Checks) {
    let other = case.signals.open.filter(|open| *open != case.settings.survey);
    let over = Over { inline: true, ..Over::NONE };
    checks.add("open", Found::when(other.is_none()), other.unwrap_or("no other"), over);
}

pub(super) fn block(case: &Case<'_>, checks: &mut Checks) {
    let block = case.signals.block;
    checks.add("block", Found::when(block.is_none()), block.unwrap_or("nothing"), Over::NONE);
}

pub(super) fn occasion(case: &Case<'_>, checks: &mut Checks) {
    let Some(occasion) = &case.settings.labels.occasion else {
        return checks.add("occasion", Found::Passes, "none", Over::FREQUENCY);
    };
    let asked = case.history.of(&case.settings.survey).occasions.contains(&Record::hash(occasion));
    checks.add("occasion", Found::when(!asked), if asked { "asked before" } else { "new" }, Over::FREQUENCY);
}

pub(super) fn per_session(case: &Case<'_>, checks: &mut Checks) {
    let (shown, most) = (case.signals.session, case.rules.per_session);
    let mut value = String::new();
    push_integer(&mut value, shown.into());
    value.push_str(" of ");
    push_integer(&mut value, most.into());
    let over = Over { inline: true, ..Over::FREQUENCY };
    checks.add("per-session", Found::when(shown < most), value, over);
}

/// The highest priority comes first, and of equals the one that stands first in the site file.
pub(super) fn priority(case: &Case<'_>, checks: &mut Checks) {
    let own = case.rules.priority;
    let mut before_own = true;
    let mut first = None;
    for due in &case.signals.due {
        if due.survey == case.settings.survey {
            before_own = false;
        } else if due.priority > own || due.priority == own && before_own {
            first = first.or(Some(due.survey));
        }
    }
    let over = Over { inline: true, kiosk: false, ..Over::FREQUENCY };
    let mut value = String::new();
    push_integer(&mut value, own.into());
    if let Some(first) = first {
        value.push_str(", after ");
        value.push_str(first);
    }
    checks.add("priority", Found::when(first.is_none()), value, over);
}
