//! One survey of the file, as the widget will read it.

use jsonc_parser::ast::{Object, Value as Node};
use serde_json::Value;

use super::root::last;
use super::{endpoint, keys, place, shape, wording};
use crate::locale::Catalogue;
use crate::settings::{self, Warning};
use crate::site::finding::Findings;
use crate::site::setting::{Kind, kebab};
use crate::site::{flatten, setting};

/// A survey and what surrounds it.
pub(super) struct Place<'a> {
    /// Its own keys.
    pub(super) own: &'a Object<'a>,
    /// Those that all surveys have.
    pub(super) defaults: Option<&'a Object<'a>>,
    /// `surveys[0]`.
    pub(super) at: &'a str,
    /// The whole file.
    pub(super) site: &'a Value,
}

impl<'a> Place<'a> {
    /// Where a setting of this attribute stands, and its value: with the survey, else with the defaults.
    fn find(&self, attribute: &str) -> Option<(String, &'a Node<'a>)> {
        let of = |object: &'a Object<'a>, at: &str| {
            let mut properties = object.properties.iter().rev();
            let property = properties.find(|property| kebab(place::name(property)) == attribute)?;
            Some((format!("{at}.{}", place::name(property)), &property.value))
        };
        of(self.own, self.at).or_else(|| of(self.defaults?, "defaults"))
    }

    /// Every setting that holds, with where it stands.
    pub(super) fn settings(&self) -> Vec<(String, String, &'a Node<'a>)> {
        let names = |object: &'a Object<'a>| object.properties.iter().map(|property| kebab(place::name(property)));
        let mut attributes: Vec<String> = self.defaults.into_iter().flat_map(names).chain(names(self.own)).collect();
        attributes.sort();
        attributes.dedup();
        let found = attributes.into_iter().filter_map(|attribute| {
            let (at, value) = self.find(&attribute)?;
            Some((attribute, at, value))
        });
        found.collect()
    }
}

/// Looks at a survey; `ids` are those of the surveys before it.
pub(super) fn check(survey: &Place<'_>, ids: &mut Vec<String>, findings: &mut Findings<'_>) {
    keys::settings(survey.own, survey.at, &["id"], findings);
    shape::check(survey.own, survey.at, findings);
    let id = id(survey, ids, findings);
    resolved(survey, id.as_deref(), findings);
    words(survey, findings);
    endpoint::check(survey, findings);
    wording::check(survey, findings);
}

fn id(survey: &Place<'_>, ids: &mut Vec<String>, findings: &mut Findings<'_>) -> Option<String> {
    const EXPECTED: &str = "1 to 64 of the characters a-z, 0-9 and -";
    let at = survey.at;
    let Some(value) = last(survey.own, "id") else {
        findings.error(survey.own.range.start, format!("{at}: id is missing; write {EXPECTED}"));
        return None;
    };
    let found = value.as_string_lit().map(|text| text.value.clone().into_owned());
    let id = found.filter(|id| settings::is_id(id));
    match &id {
        None => {
            let found = place::shown(value);
            findings.error(place::start(value), format!("{at}.id: found {found}; write {EXPECTED}"));
        }
        Some(id) if ids.contains(id) => {
            let message = format!("{at}.id: {id:?} is the id of another survey; write one of its own");
            findings.error(place::start(value), message);
        }
        Some(id) => ids.push(id.clone()),
    }
    id
}

/// What the widget would say, in every language of the file.
fn resolved(survey: &Place<'_>, id: Option<&str>, findings: &mut Findings<'_>) {
    // Read alone: another survey may have the same id, and this one may have none.
    let mut own = survey.site.clone();
    let index = survey.at.trim_start_matches("surveys[").trim_end_matches(']').parse::<usize>().unwrap_or_default();
    let id = id.unwrap_or("x");
    if let Some(surveys) = own.get_mut("surveys").and_then(Value::as_array_mut) {
        let mut one = surveys.get(index).cloned().unwrap_or_default();
        if let Some(entries) = one.as_object_mut() {
            entries.insert("id".to_owned(), id.into());
        }
        *surveys = vec![one];
    }
    let pairs = flatten(&own, id, &[]).unwrap_or_default();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();

    // What has the wrong shape was told; what it would be read as, helps nobody.
    let misshapen: Vec<String> = survey
        .settings()
        .into_iter()
        .filter(|(_, _, value)| findings.is_noted(place::bytes(value)))
        .map(|(attribute, ..)| attribute)
        .collect();
    let corrected = |warning: &Warning, findings: &mut Findings<'_>| {
        if !misshapen.contains(&warning.setting) {
            corrected(survey, warning, findings);
        }
    };
    for warning in settings::rules(&pairs).1 {
        corrected(&warning, findings);
    }
    for tag in languages(survey) {
        let catalogue = Catalogue::new([("language.tag", tag.as_str())]);
        match settings::resolve(&pairs, &catalogue) {
            Ok(resolved) => resolved.warnings.iter().for_each(|warning| corrected(warning, findings)),
            Err(error) => {
                match survey.find(&error.setting) {
                    Some((_, value)) if findings.is_noted(place::bytes(value)) => {}
                    Some((at, value)) => findings.error(place::start(value), format!("{at}: {}", error.reason)),
                    None => findings.error(survey.own.range.start, format!("{}: {}", survey.at, error.reason)),
                }
                return;
            }
        }
    }
}

/// Words that nothing in the widget reads yet.
fn words(survey: &Place<'_>, findings: &mut Findings<'_>) {
    for (attribute, at, value) in survey.settings() {
        let kind = setting(&attribute).map(|setting| setting.kind);
        if let (Some(Kind::Word(words)), Node::StringLit(text)) = (kind, value)
            && !words.iter().any(|word| word.eq_ignore_ascii_case(text.value.trim_ascii()))
            && !findings.is_noted(place::bytes(value))
        {
            let message = format!("{at}: found {:?}; write one of: {}", text.value, words.join(", "));
            findings.error(text.range.start, message);
        }
    }
}

/// The languages that texts of this survey are written in, English first.
fn languages(survey: &Place<'_>) -> Vec<String> {
    let mut tags = vec!["en".to_owned()];
    for (attribute, _, value) in survey.settings() {
        let kind = setting(&attribute).map(|setting| setting.kind);
        if let (Some(Kind::Text | Kind::Texts | Kind::Reasons), Node::Object(object)) = (kind, value) {
            let inner = object.properties.iter().filter_map(|property| property.value.as_object());
            let names = [object].into_iter().chain(inner).flat_map(|object| object.properties.iter().map(place::name));
            tags.extend(names.filter(|name| shape::is_tag(name)).map(str::to_owned));
        }
    }
    tags.sort_by_key(|tag| tag != "en");
    tags.dedup();
    tags
}

/// Notes what the widget corrects, at the place where it stands.
fn corrected(survey: &Place<'_>, warning: &Warning, findings: &mut Findings<'_>) {
    let Some((at, value)) = survey.find(&warning.setting) else {
        return;
    };
    // As it is printed, without what parts the items of a list.
    let found = warning.found.replace('\u{1f}', ", ");
    let found = found.trim_end_matches(", ");
    let byte = place::within(value, found);
    let message = format!("{at}: found {found:?}; write {}", warning.expected);
    // An attribute on the page may fill in what a text waits for.
    let is_text = setting(&warning.setting).is_some_and(|setting| setting.kind == Kind::Text);
    if is_text { findings.warning(byte, message) } else { findings.error(byte, message) }
}
