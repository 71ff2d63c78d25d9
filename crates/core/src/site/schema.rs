//! The JSON Schema of the site file, for the completion and the hints of editors.

use serde_json::{Map, Value, json};

use super::setting::Kind;
use super::{SETTINGS, Setting, VERSION};

/// The names of `context-NAME` as keys.
const CONTEXT: &str = "^context([A-Z]|-).*$";

/// The schema (draft-07, which editors know best), made from [`SETTINGS`].
#[must_use]
pub fn schema() -> Value {
    let definitions: Map<String, Value> =
        SETTINGS.iter().map(|setting| (setting.key(), definition(setting))).chain(helpers()).collect();
    let properties = |first: Option<(&str, Value)>| {
        let first = first.map(|(key, value)| (key.to_owned(), value));
        let settings = SETTINGS.iter().map(|setting| (setting.key(), reference(&setting.key())));
        first.into_iter().chain(settings).collect::<Map<_, _>>()
    };
    let id = json!({
        "description": "the stable id: frequency, results and events are keyed by it",
        "type": "string",
        "pattern": "^[a-z0-9-]{1,64}$"
    });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Meetpunt site file",
        "description": "All surveys of a site. Attributes of an element win over these keys.",
        "type": "object",
        "required": ["version", "surveys"],
        "additionalProperties": false,
        "properties": {
            "$schema": {"type": "string"},
            "version": {"const": VERSION},
            "defaults": {
                "description": "settings of every survey; its own keys win",
                "type": "object",
                "additionalProperties": false,
                "properties": properties(None),
                "patternProperties": {CONTEXT: reference("context")}
            },
            "surveys": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id"],
                    "additionalProperties": false,
                    "properties": properties(Some(("id", id))),
                    "patternProperties": {CONTEXT: reference("context")}
                }
            }
        },
        "definitions": definitions
    })
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn definition(setting: &Setting) -> Value {
    let mut schema = of_kind(setting.kind);
    let description = format!("{}. Default: {}", setting.meaning, setting.default);
    if let Value::Object(entries) = &mut schema {
        entries.insert("description".to_owned(), description.into());
    }
    schema
}

fn of_kind(kind: Kind) -> Value {
    let list = |items: Value| json!({"type": "array", "items": items});
    match kind {
        Kind::Word(words) => json!({"enum": words}),
        Kind::Words(words) => {
            json!({"anyOf": [{"enum": words}, {"type": "array", "items": {"enum": words}, "uniqueItems": true}]})
        }
        Kind::Text => any_of([json!({"type": "string"}), by_language(json!({"type": "string"}))]),
        Kind::Texts => any_of([reference("texts"), by_language(reference("texts"))]),
        Kind::Label(most) => json!({"type": "string", "maxLength": most}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Whole(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Kind::Form { pattern, example } => json!({"type": "string", "pattern": pattern, "examples": [example]}),
        Kind::Forms { pattern, example } => {
            let one = json!({"type": "string", "pattern": pattern, "examples": [example]});
            any_of([json!({"type": "string", "examples": [example]}), list(one)])
        }
        Kind::Points => list(json!({"type": "integer", "minimum": 0, "maximum": 10})),
        Kind::Reasons => {
            let one_or_languages = any_of([reference("reasonList"), by_language(reference("reasonList"))]);
            let class = |_: &str| one_or_languages.clone();
            let classes = ["negative", "neutral", "positive"].map(|name| (name.to_owned(), class(name)));
            let classes: Map<_, _> = classes.into_iter().collect();
            let by_class = json!({"type": "object", "additionalProperties": false, "properties": classes});
            any_of([reference("reasonList"), by_language(reference("reasonList")), by_class])
        }
        Kind::Audience => reference_to("condition"),
        Kind::Object => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        Kind::FlagOrAddress => any_of([json!({"type": "boolean"}), json!({"type": "string", "format": "uri"})]),
    }
}

/// A reference that can have a description beside it, which draft-07 passes over otherwise.
fn reference_to(name: &str) -> Value {
    json!({"allOf": [reference(name)]})
}

fn any_of<const N: usize>(schemas: [Value; N]) -> Value {
    json!({"anyOf": schemas.to_vec()})
}

/// One value for each language.
fn by_language(of: Value) -> Value {
    json!({
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"},
        "additionalProperties": of
    })
}

/// Definitions that others refer to.
fn helpers() -> impl Iterator<Item = (String, Value)> {
    let scalar = json!({"type": ["string", "number", "boolean"]});
    let decimal = json!({"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}]});
    let conditions = json!({"type": "array", "items": reference("condition")});
    let only = |name: &str, of: Value| json!({"type": "object", "required": [name], "additionalProperties": false, "properties": {name: of}});
    let attribute = json!({
        "type": "object",
        "required": ["attribute"],
        "minProperties": 2,
        "additionalProperties": false,
        "properties": {
            "attribute": {"description": "set by meetpunt('set', …); never travels", "type": "string", "minLength": 1},
            "is": scalar,
            "isNot": scalar,
            "in": {"type": "array", "items": scalar},
            "exists": {"type": "boolean"},
            "above": decimal,
            "below": decimal
        }
    });
    let condition = json!({"anyOf": [
        only("all", conditions.clone()),
        only("any", conditions),
        only("not", reference("condition")),
        attribute
    ]});
    let reason =
        json!({"type": "string", "pattern": r"^\s*[a-z0-9-]{1,64}\s*:\s*\S", "examples": ["late:It came late"]});
    let context = json!({
        "description": "free context that travels with the answer",
        "type": ["string", "number", "boolean"],
        "maxLength": super::table::CONTEXT
    });
    [
        ("texts", json!({"type": "array", "items": {"type": "string"}})),
        ("reasonList", json!({"type": "array", "items": reason, "maxItems": 20})),
        ("condition", condition),
        ("context", context),
    ]
    .into_iter()
    .map(|(name, schema)| (name.to_owned(), schema))
}
