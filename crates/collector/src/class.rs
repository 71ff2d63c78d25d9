//! The class and the normalised score follow from the score. What a sender claims about them is replaced where it does not
//! fit, so that nobody can paint a report by posting `"score": 0, "class": "promoter"`.

use meetpunt_core::{Measure, Metric, Points, Scale, Score};
use serde_json::{Map, Number, Value};

use crate::error::Error;
use crate::field::Fields;

/// Settles the answer in `data` and those in `more`. What was replaced is added to `claimed`, by its path within `data`.
///
/// Metrics and scales that this version does not know are left as they are.
///
/// # Errors
///
/// A score outside its scale, fractional, or absent without `na`; `path` is how the sender names the place of `data`.
pub(crate) fn settle(data: &mut Map<String, Value>, path: &str, claimed: &mut Map<String, Value>) -> Result<(), Error> {
    settle_one(data, path, "", claimed)?;
    let Some(Value::Array(more)) = data.get_mut("more") else {
        return Ok(());
    };
    for (index, further) in more.iter_mut().enumerate() {
        if let Value::Object(answer) = further {
            let place = format!("more[{index}].");
            settle_one(answer, &format!("{path}{place}"), &place, claimed)?;
        }
    }
    Ok(())
}

fn settle_one(
    answer: &mut Map<String, Value>,
    path: &str,
    place: &str,
    claimed: &mut Map<String, Value>,
) -> Result<(), Error> {
    let fields = Fields { map: answer, path };
    if let Some(measure) = own_measure(fields) {
        return read_score(fields, measure).map(drop);
    }
    let Some(measure) = measure(fields) else {
        return Ok(());
    };
    let score = read_score(fields, measure)?;
    let class = score.map_or(Value::Null, |score| score.class().name.into());
    let normalised = score.map_or(Value::Null, |score| {
        score.normalised().to_string().parse::<Number>().map_or(Value::Null, Value::Number)
    });
    for (name, right) in [("class", class), ("normalised", normalised)] {
        let found = answer.get(name).unwrap_or(&Value::Null);
        if !same(found, &right) {
            claimed.insert(format!("{place}{name}"), found.clone());
            answer.insert(name.into(), right);
        }
    }
    Ok(())
}

/// The metric on its scale, whose classes are known here. No scale means the first one of the metric; the classes of a
/// `custom` metric are known to its sender only.
fn measure(fields: Fields<'_>) -> Option<Measure> {
    let metric = Metric::parse(fields.get("metric")?.as_str()?)?;
    match fields.get("scale") {
        Some(found) => Measure::of(metric, scale(found)?),
        None => metric.measure(),
    }
}

/// The scale of a shop's own measure, with classes that are not looked at; `None` for other metrics and unknown scales.
fn own_measure(fields: Fields<'_>) -> Option<Measure> {
    if Metric::parse(fields.get("metric")?.as_str()?)? != Metric::Custom {
        return None;
    }
    let scale = scale(fields.get("scale")?)?;
    let ends = [Points::from_to(scale.min, scale.min), Points::from_to(scale.max, scale.max)];
    let between = Points::from_to(scale.min, scale.max).without(ends[0]).without(ends[1]);
    Measure::custom(scale, [ends[0], between, ends[1]], None).ok()
}

fn scale(value: &Value) -> Option<Scale> {
    let end = |name| u8::try_from(value.get(name)?.as_u64()?).ok();
    Some(Scale { min: end("min")?, max: end("max")? })
}

/// The score, or `None` for "not applicable".
fn read_score(fields: Fields<'_>, measure: Measure) -> Result<Option<Score>, Error> {
    let not_applicable = fields.get("na") == Some(&Value::Bool(true));
    let Some(value) = fields.get("score") else {
        return if not_applicable { Ok(None) } else { Err(fields.error("score", "missing")) };
    };
    if not_applicable {
        return Err(fields.expected("score", "null because na is true", value));
    }
    Score::from_json(measure, value).map(Some).map_err(|rejected| fields.error("score", rejected.reason()))
}

/// Whether two values say the same; 90 and 90.0 do.
fn same(found: &Value, right: &Value) -> bool {
    match (found, right) {
        (Value::Number(found), Value::Number(right)) => found.as_f64() == right.as_f64(),
        _ => found == right,
    }
}
