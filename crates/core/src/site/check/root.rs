//! The file as a whole.

use jsonc_parser::ast::{Object, Value as Node};

use super::{keys, place, shape, survey};
use crate::site::VERSION;
use crate::site::finding::Findings;

/// Looks at everything.
pub(super) fn check(root: &Node<'_>, site: &serde_json::Value, findings: &mut Findings<'_>) {
    let Some(file) = root.as_object() else {
        let found = place::shown(root);
        return findings.error(place::start(root), format!("found {found}; write {{\"version\": 1, \"surveys\": []}}"));
    };
    keys::known(file, "file", &["$schema", "version", "defaults", "surveys"], findings);
    version(file, findings);
    let defaults = last(file, "defaults").and_then(|defaults| object(defaults, "defaults", findings));
    if let Some(defaults) = defaults {
        keys::settings(defaults, "defaults", &[], findings);
        shape::check(defaults, "defaults", findings);
    }
    let Some(surveys) = last(file, "surveys") else {
        return findings.error(file.range.start, "surveys is missing; write a list of surveys");
    };
    let Some(list) = surveys.as_array() else {
        let found = place::shown(surveys);
        return findings.error(place::start(surveys), format!("surveys: found {found}; write a list of surveys"));
    };
    if list.elements.is_empty() {
        findings.warning(list.range.start, "surveys: the list is empty, so nothing is ever asked");
    }
    let mut ids = Vec::new();
    for (index, element) in list.elements.iter().enumerate() {
        let at = format!("surveys[{index}]");
        if let Some(own) = object(element, &at, findings) {
            survey::check(&survey::Place { own, defaults, at: &at, site }, &mut ids, findings);
        }
    }
}

fn version(file: &Object<'_>, findings: &mut Findings<'_>) {
    match last(file, "version") {
        None => findings.error(file.range.start, format!("version is missing; write \"version\": {VERSION}")),
        Some(value) if value.as_number_lit().is_some_and(|number| number.value == VERSION.to_string()) => {}
        Some(value) => {
            let found = place::shown(value);
            findings.error(
                place::start(value),
                format!("version: found {found}; write {VERSION}, the version that there is"),
            );
        }
    }
}

/// The value of a name; the last one counts where it comes twice, as in a browser.
pub(super) fn last<'a, 'b>(object: &'b Object<'a>, name: &str) -> Option<&'b Node<'a>> {
    let mut properties = object.properties.iter().rev();
    properties.find(|property| place::name(property) == name).map(|property| &property.value)
}

fn object<'a, 'b>(value: &'b Node<'a>, at: &str, findings: &mut Findings<'_>) -> Option<&'b Object<'a>> {
    let object = value.as_object();
    if object.is_none() {
        findings.error(place::start(value), format!("{at}: found {}; write an object", place::shown(value)));
    }
    object
}
