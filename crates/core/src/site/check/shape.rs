//! The shapes of values: text, number, list, object. What a value of the right shape means is looked at with the survey.

use jsonc_parser::ast::{Object, Value as Node};

use super::place;
use crate::site::finding::Findings;
use crate::site::setting;
use crate::site::setting::{Kind, kebab};

/// Looks at the shape of every setting in an object.
pub(super) fn check(object: &Object<'_>, at: &str, findings: &mut Findings<'_>) {
    for property in &object.properties {
        let name = place::name(property);
        let at = format!("{at}.{name}");
        let attribute = kebab(name);
        match (setting(&attribute), &property.value) {
            // Takes a default away.
            (_, Node::NullKeyword(_)) => {}
            (Some(setting), value) => one(setting.kind, value, &at, findings),
            (None, value) if attribute.starts_with("context-") && !is_scalar(value) => {
                wrong(value, &at, "a text of at most 200 characters", findings);
            }
            (None, _) => {}
        }
    }
}

fn one(kind: Kind, value: &Node<'_>, at: &str, findings: &mut Findings<'_>) {
    match kind {
        Kind::Word(_) if value.as_string_lit().is_some() => {}
        Kind::Word(words) => wrong(value, at, &format!("one of: {}", words.join(", ")), findings),
        Kind::Words(words) => list(value, at, &format!("a list of words, of {}", words.join(", ")), findings),
        Kind::Text => text(value, at, "a text, or an object with one for each language", findings),
        Kind::Texts => lists(value, at, "a list of texts, or an object with one for each language", findings),
        Kind::Label(_) if is_scalar(value) => {}
        Kind::Label(most) => wrong(value, at, &format!("a text of at most {most} characters"), findings),
        Kind::Flag if value.as_boolean_lit().is_some() => {}
        Kind::Flag => wrong(value, at, "true or false", findings),
        Kind::Whole(..) if value.as_number_lit().is_some() => {}
        Kind::Whole(least, most) => wrong(value, at, &format!("a whole number from {least} to {most}"), findings),
        Kind::Form { .. } if value.as_string_lit().is_some() => {}
        Kind::Form { example, .. } => wrong(value, at, &format!("a text such as {example:?}"), findings),
        Kind::Forms { .. } if value.as_string_lit().is_some() => {}
        Kind::Forms { example, .. } => list(value, at, &format!("a list of texts such as {example:?}"), findings),
        Kind::Points => match value {
            Node::Array(points) => {
                points.elements.iter().filter(|point| point.as_number_lit().is_none()).for_each(|point| {
                    wrong(point, at, "a point of the scale, such as 1", findings);
                })
            }
            _ => wrong(value, at, "a list of points, such as [1, 2]", findings),
        },
        Kind::Reasons => reasons(value, at, findings),
        // The rules read it and say what is wrong in it.
        Kind::Audience if value.as_object().is_some() => {}
        Kind::Audience => wrong(value, at, "an object such as {\"attribute\": \"plan\", \"is\": \"pro\"}", findings),
        Kind::Object => texts_by_name(value, at, findings),
        Kind::FlagOrAddress if matches!(value, Node::BooleanLit(_) | Node::StringLit(_)) => {}
        Kind::FlagOrAddress => wrong(value, at, "true, or an address", findings),
    }
}

fn is_scalar(value: &Node<'_>) -> bool {
    matches!(value, Node::StringLit(_) | Node::NumberLit(_) | Node::BooleanLit(_))
}

/// A list of texts, where a lone text is a list, too.
fn list(value: &Node<'_>, at: &str, expected: &str, findings: &mut Findings<'_>) {
    match value {
        Node::StringLit(_) => {}
        Node::Array(items) => items.elements.iter().filter(|item| item.as_string_lit().is_none()).for_each(|item| {
            wrong(item, at, "a text in this list", findings);
        }),
        _ => wrong(value, at, expected, findings),
    }
}

/// A text, or one for each language.
fn text(value: &Node<'_>, at: &str, expected: &str, findings: &mut Findings<'_>) {
    match value {
        Node::StringLit(_) => {}
        Node::Object(languages) => by_language(languages, at, findings, &mut |value, at, findings| {
            if value.as_string_lit().is_none() {
                wrong(value, at, "a text", findings);
            }
        }),
        _ => wrong(value, at, expected, findings),
    }
}

/// A list, or one for each language.
fn lists(value: &Node<'_>, at: &str, expected: &str, findings: &mut Findings<'_>) {
    match value {
        Node::Array(_) => list(value, at, expected, findings),
        Node::Object(languages) => by_language(languages, at, findings, &mut |value, at, findings| match value {
            Node::Array(_) => list(value, at, "a list of texts", findings),
            _ => wrong(value, at, "a list of texts", findings),
        }),
        _ => wrong(value, at, expected, findings),
    }
}

/// A list, or one for each class, or for each language; classes may have languages, too.
fn reasons(value: &Node<'_>, at: &str, findings: &mut Findings<'_>) {
    const CLASSES: [&str; 3] = ["negative", "neutral", "positive"];
    const EXPECTED: &str = "a list such as [\"late:It came late\"], or an object with one for each class or language";
    let is_class = |name: &str| CLASSES.contains(&name);
    match value {
        Node::Object(object) if object.properties.iter().any(|property| is_class(place::name(property))) => {
            for property in &object.properties {
                let name = place::name(property);
                let at = format!("{at}.{name}");
                if is_class(name) {
                    lists(&property.value, &at, EXPECTED, findings);
                } else {
                    let message = format!("{at}: {name:?} is no class; write negative, neutral or positive");
                    findings.error(place::of_name(property), message);
                }
            }
        }
        _ => lists(value, at, EXPECTED, findings),
    }
}

fn texts_by_name(value: &Node<'_>, at: &str, findings: &mut Findings<'_>) {
    match value {
        Node::Object(object) => {
            for property in object.properties.iter().filter(|property| property.value.as_string_lit().is_none()) {
                wrong(&property.value, &format!("{at}.{}", place::name(property)), "a text", findings);
            }
        }
        _ => wrong(value, at, "an object with a text for each name", findings),
    }
}

fn by_language(
    object: &Object<'_>,
    at: &str,
    findings: &mut Findings<'_>,
    one: &mut dyn FnMut(&Node<'_>, &str, &mut Findings<'_>),
) {
    for property in &object.properties {
        let tag = place::name(property);
        if !is_tag(tag) {
            let message = format!("{at}: {tag:?} is no language; write a tag of BCP 47 such as nl or pt-BR");
            findings.error(place::of_name(property), message);
        }
        one(&property.value, &format!("{at}.{tag}"), findings);
    }
}

/// Whether a text looks like a tag of BCP 47: two or three letters, and subtags.
pub(super) fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_language && parts.all(is_subtag)
}

fn wrong(value: &Node<'_>, at: &str, expected: &str, findings: &mut Findings<'_>) {
    findings.error(place::start(value), format!("{at}: found {}; write {expected}", place::shown(value)));
}
