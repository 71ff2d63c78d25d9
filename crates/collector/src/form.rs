//! An answer as an HTML form sends it: flat names, all values texts. `docs/payload.md` lists them.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Number, Value};

use crate::error::{Error, Kind};

/// Pairs of one form: an answer with everything in it has about eighty.
const PAIRS: usize = 256;

/// Names whose text is a number, also behind `more-1-`.
const NUMBERS: [&str; 6] = ["sequence", "score", "normalised", "sampleRate", "scale-min", "scale-max"];

/// Names whose text is `true` or `false`, also behind `more-1-`.
const FLAGS: [&str; 4] = ["test", "na", "gpc", "truncated"];

/// Names of maps, by what stands before the name of an entry, and whether their texts are numbers.
const MAPS: [(&str, bool); 3] = [("context", false), ("redactions", true), ("losses", true)];

/// The flat event that a form stands for, as the format `json` would have it.
///
/// A text that is not of the kind its name asks for stays a text, so that it is refused where fields are checked, by its name.
///
/// # Errors
///
/// A name or a text that is not UTF-8, a name that stands twice, more than 256 names, or further answers with a gap
/// between their numbers.
pub(crate) fn read(body: &str) -> Result<Value, Error> {
    let mut event = Map::new();
    let pairs = body.split('&').filter(|pair| !pair.is_empty());
    for (count, pair) in pairs.enumerate() {
        if count == PAIRS {
            return Err(Kind::Body(format!("the form has more than {PAIRS} fields")).into());
        }
        let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, text) = (decode(name)?, decode(text)?);
        let place = place(&mut event, &name)?;
        if place.0.insert(place.1.to_owned(), typed(place.1, place.2, text)).is_some() {
            return Err(Error::field(name, "stands twice"));
        }
    }
    Ok(Value::Object(event))
}

/// Plus signs are spaces, `%20` and its like are bytes of UTF-8.
fn decode(text: &str) -> Result<String, Error> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    decoded.map(Into::into).map_err(|_| Kind::Body("the form is not UTF-8".into()).into())
}

/// What the text of a name is.
#[derive(Clone, Copy)]
enum Is {
    /// Read by its name.
    Named,
    /// A text whatever its name is.
    Text,
    /// A number whatever its name is.
    Number,
}

/// The object into which a flat name leads, the name in it, and how its text is read.
fn place<'a, 'n>(
    event: &'a mut Map<String, Value>,
    name: &'n str,
) -> Result<(&'a mut Map<String, Value>, &'n str, Is), Error> {
    for (map, is_number) in MAPS {
        if let Some(entry) = name.strip_prefix(map).and_then(|rest| rest.strip_prefix('-')) {
            let is = if is_number { Is::Number } else { Is::Text };
            return Ok((object(event, map)?, entry, is));
        }
    }
    let (answer, name) = match name.strip_prefix("more-").and_then(|rest| rest.split_once('-')) {
        Some((number, inner)) => (further(event, number, name)?, inner),
        None => (event, name),
    };
    match name.strip_prefix("scale-") {
        Some(end @ ("min" | "max")) => Ok((object(answer, "scale")?, end, Is::Number)),
        _ => Ok((answer, name, Is::Named)),
    }
}

/// The further answer of a number, counted from 1; the next one is made.
fn further<'a>(
    event: &'a mut Map<String, Value>,
    number: &str,
    name: &str,
) -> Result<&'a mut Map<String, Value>, Error> {
    let wrong = || Error::field(name, "further answers are numbered from 1 without a gap");
    let list = event.entry("more").or_insert_with(|| Value::Array(Vec::new()));
    let Value::Array(list) = list else { return Err(wrong()) };
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).ok_or_else(wrong)?;
    if place == list.len() {
        list.push(Value::Object(Map::new()));
    }
    list.get_mut(place).and_then(Value::as_object_mut).ok_or_else(wrong)
}

/// The object under a name, made where there is none. A field of that very name is in its way.
fn object<'a>(event: &'a mut Map<String, Value>, name: &str) -> Result<&'a mut Map<String, Value>, Error> {
    let value = event.entry(name).or_insert_with(|| Value::Object(Map::new()));
    value.as_object_mut().ok_or_else(|| Error::field(name, "stands twice"))
}

fn typed(name: &str, is: Is, text: String) -> Value {
    let named = |known: &[&str]| matches!(is, Is::Named) && known.contains(&name);
    if matches!(is, Is::Number) || named(&NUMBERS) {
        return text.parse::<Number>().map_or(Value::String(text), Value::Number);
    }
    if named(&FLAGS) {
        return text.parse::<bool>().map_or(Value::String(text), Value::Bool);
    }
    if named(&["reasons"]) {
        return text.split(',').filter(|reason| !reason.is_empty()).map(Value::from).collect();
    }
    Value::String(text)
}
