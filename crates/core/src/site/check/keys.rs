//! Names: known, written as they should be, and once.

use jsonc_parser::ast::Object;

use super::place;
use crate::site::finding::Findings;
use crate::site::setting::{camel, kebab};
use crate::site::{SETTINGS, setting};

/// How alike two names must be to mean one for the other (Jaro–Winkler, 0 to 1).
const ALIKE: f64 = 0.85;

/// Looks at the names of an object that may have these.
pub(super) fn known(object: &Object<'_>, at: &str, names: &[&str], findings: &mut Findings<'_>) {
    for property in &object.properties {
        let name = place::name(property);
        if !names.contains(&name) {
            findings.error(place::of_name(property), unknown(at, name, names.iter().copied()));
        }
    }
    once(object, at, findings);
}

/// Looks at the names of an object of settings.
pub(super) fn settings(object: &Object<'_>, at: &str, also: &[&str], findings: &mut Findings<'_>) {
    let keys: Vec<String> = SETTINGS.iter().map(|setting| setting.key()).collect();
    for property in &object.properties {
        let (name, byte) = (place::name(property), place::of_name(property));
        let attribute = kebab(name);
        let is_context = attribute.strip_prefix("context-").is_some_and(|name| !name.is_empty());
        if also.contains(&name) {
        } else if name == "survey" || name == "id" {
            findings
                .error(byte, format!("{at}: found {name:?}; the id of a survey is its \"id\", and defaults have none"));
        } else if name == "context" {
            findings
                .error(byte, format!("{at}: found \"context\"; write one key for each, such as \"contextOrderBand\""));
        } else if setting(&attribute).is_none() && !is_context {
            findings.error(byte, unknown(at, name, keys.iter().map(String::as_str)));
        } else if name != camel(&attribute) {
            findings.warning(byte, format!("{at}: found {name:?}; write {:?}, as keys of JSON are", camel(&attribute)));
        }
    }
    once(object, at, findings);
}

fn once(object: &Object<'_>, at: &str, findings: &mut Findings<'_>) {
    for (index, property) in object.properties.iter().enumerate() {
        let name = place::name(property);
        let is_same = |other: &str| other == name || kebab(other) == kebab(name);
        if object.properties.iter().take(index).any(|other| is_same(place::name(other))) {
            findings
                .error(place::of_name(property), format!("{at}: {name:?} stands here for the second time; keep one"));
        }
    }
}

fn unknown<'a>(at: &str, found: &str, names: impl Iterator<Item = &'a str> + Clone) -> String {
    let likeness = |name: &str| strsim::jaro_winkler(&found.to_lowercase(), &name.to_lowercase());
    let nearest = names.clone().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|name| likeness(name) >= ALIKE) {
        Some(name) => format!("{at}: {found:?} is not known; did you mean {name:?}?"),
        None if names.clone().count() < 6 => {
            format!("{at}: {found:?} is not known; there are {}", names.collect::<Vec<_>>().join(", "))
        }
        None => format!("{at}: {found:?} is not known; docs/schema/config.v1.json lists every setting"),
    }
}
