//! The visitors who may be asked, by attributes that the page sets and that never travel.

use core::cmp::Ordering;

use super::super::input::Input;
use crate::decimal;
use crate::json::Json;

const SETTING: &str = "audience";

/// A condition on a visitor. As settings write it: an object of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Every one of these holds; so it is where there is none.
    All(Vec<Self>),
    /// One of these holds at least; never so where there is none.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// The conditions on one attribute, of which every one holds.
    Attribute(String, Vec<Condition>),
}

/// A condition on one attribute. Texts are compared letter by letter, numbers in [`Condition::Above`] and
/// [`Condition::Below`] by value.
///
/// | the attribute is | `is` | `isNot` | `in` | `exists: true` | `above` `below` |
/// | --- | --- | --- | --- | --- | --- |
/// | not set | no | yes | no | no | no |
/// | the same text | yes | no | yes where listed | yes | no |
/// | no decimal number | by text | by text | by text | yes | no |
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is this text.
    Is(String),
    /// It is another text, or not set.
    IsNot(String),
    /// It is one of these texts.
    In(Vec<String>),
    /// It is set, or not.
    Exists(bool),
    /// It is a greater number.
    Above(String),
    /// It is a smaller number.
    Below(String),
}

impl Default for Audience {
    /// Everybody.
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Audience {
    /// Whether a visitor with these attributes is meant.
    #[must_use]
    pub fn includes(&self, attributes: &[(&str, &str)]) -> bool {
        match self {
            Self::All(of) => of.iter().all(|one| one.includes(attributes)),
            Self::Any(of) => of.iter().any(|one| one.includes(attributes)),
            Self::Not(one) => !one.includes(attributes),
            Self::Attribute(name, conditions) => {
                // The last one wins where a name comes twice, as with settings.
                let found = attributes.iter().rev().find(|attribute| attribute.0 == name);
                let found = found.map(|attribute| attribute.1);
                conditions.iter().all(|condition| condition.holds(found))
            }
        }
    }
}

impl Condition {
    fn holds(&self, found: Option<&str>) -> bool {
        let compares = |limit: &str, order| found.and_then(|found| decimal::compare(found, limit)) == Some(order);
        match self {
            Self::Is(text) => found == Some(text),
            Self::IsNot(text) => found != Some(text),
            Self::In(texts) => found.is_some_and(|found| texts.iter().any(|text| text == found)),
            Self::Exists(wanted) => found.is_some() == *wanted,
            Self::Above(limit) => compares(limit, Ordering::Greater),
            Self::Below(limit) => compares(limit, Ordering::Less),
        }
    }
}

/// Reads `audience`. Where any part of it cannot be read, everybody is meant.
pub(super) fn resolve(input: &mut Input<'_>) -> Audience {
    let Some(text) = input.text(SETTING) else {
        return Audience::default();
    };
    let read = Json::parse(text).ok_or(("", "JSON, such as {\"attribute\": \"plan\", \"is\": \"pro\"}"));
    match read.as_ref().map_err(|wrong| *wrong).and_then(node) {
        Ok(audience) => audience,
        Err((found, expected)) => {
            input.warn(SETTING, if found.is_empty() { text } else { found }, expected);
            Audience::default()
        }
    }
}

/// What was found, empty for all of it, and what to write instead.
type Wrong<'a> = (&'a str, &'static str);

fn node<'a>(json: &'a Json<'_>) -> Result<Audience, Wrong<'a>> {
    match json.entries() {
        [(name, of)] if name == "all" => nodes(of).map(Audience::All),
        [(name, of)] if name == "any" => nodes(of).map(Audience::Any),
        [(name, one)] if name == "not" => node(one).map(|one| Audience::Not(Box::new(one))),
        entries => attribute(entries),
    }
}

fn nodes<'a>(json: &'a Json<'_>) -> Result<Vec<Audience>, Wrong<'a>> {
    match json {
        Json::List(items) => items.iter().map(node).collect(),
        _ => Err(("", "a list after all and any")),
    }
}

fn attribute<'a>(entries: &'a [(String, Json<'_>)]) -> Result<Audience, Wrong<'a>> {
    const WANTED: &str = "objects with all, any or not, or with attribute and is, isNot, in, exists, above or below";
    let mut attribute = None;
    let mut conditions = Vec::new();
    for (name, value) in entries {
        match (name.as_str(), value) {
            ("attribute", Json::Text(name)) if !name.is_empty() => attribute = Some(name.clone()),
            ("attribute", _) => return Err(("attribute", "the name of an attribute as text")),
            _ => conditions.push(condition(name, value, WANTED)?),
        }
    }
    match attribute {
        Some(name) if !conditions.is_empty() => Ok(Audience::Attribute(name, conditions)),
        _ => Err(("", WANTED)),
    }
}

fn condition<'a>(name: &'a str, value: &'a Json<'_>, wanted: &'static str) -> Result<Condition, Wrong<'a>> {
    let text = || value.scalar().map(str::to_owned).ok_or((name, "a text, a number, true or false"));
    let limit = || {
        let found = value.scalar().unwrap_or_default();
        decimal::compare(found, "0").map(|_| found.to_owned()).ok_or((name, "a number without exponent, such as 49.95"))
    };
    Ok(match (name, value) {
        ("is", _) => Condition::Is(text()?),
        ("isNot", _) => Condition::IsNot(text()?),
        ("in", Json::List(items)) => {
            let texts: Option<Vec<String>> = items.iter().map(|item| item.scalar().map(str::to_owned)).collect();
            Condition::In(texts.ok_or((name, "a list of texts or numbers"))?)
        }
        ("in", _) => return Err((name, "a list of texts or numbers")),
        ("exists", Json::Bool(wanted)) => Condition::Exists(*wanted),
        ("exists", _) => return Err((name, "true or false")),
        ("above", _) => Condition::Above(limit()?),
        ("below", _) => Condition::Below(limit()?),
        _ => return Err((name, wanted)),
    })
}
