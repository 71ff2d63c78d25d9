//! A shop's own measure: its scale and the points of its classes, as it writes them.

use super::SettingError;
use super::input::{Input, each_item};
use crate::metric::{Measure, Metric, Points, Scale, ScaleTable, no_point, no_scale, off_scale};
use crate::text::number;

/// Reads `scale`, `negative`, `neutral`, `positive` and `layer`.
///
/// Without `neutral`, the points that are neither negative nor positive are neutral; there may be none.
///
/// # Errors
/// [`SettingError`] for what [`Measure::custom`] refuses, for a list that is there and empty, and for what is no number.
pub(super) fn table(input: &mut Input<'_>) -> Result<ScaleTable, SettingError> {
    let found = input.text("scale").unwrap_or_default();
    let scale = Scale::parse(found).ok_or_else(|| no_scale(found))?;
    let [negative, neutral, positive] = Metric::Custom.classes().map(|name| set(input, name, scale));
    let (negative, positive) = (negative?.unwrap_or_default(), positive?.unwrap_or_default());
    let rest = scale.set().without(negative).without(positive);
    let sets = [negative, neutral?.unwrap_or(rest), positive];
    let layer = input.any("layer");
    Measure::of_sets(scale, sets, layer).map(ScaleTable::custom)
}

/// The points of a class; `None` where the setting is not there.
fn set(input: &Input<'_>, name: &str, scale: Scale) -> Result<Option<Points>, SettingError> {
    let Some(list) = input.raw(name) else {
        return Ok(None);
    };
    let mut points = Points::NONE;
    let mut wrong = None;
    each_item(list, &mut |item| match number(item).and_then(|point| u8::try_from(point).ok()) {
        Some(point) if scale.contains(point.into()) => points = points.with(point),
        _ => wrong = wrong.or(Some(item)),
    });
    match wrong {
        Some(item) => Err(off_scale(name, item, scale)),
        None if points.is_empty() => Err(no_point(name, scale)),
        None => Ok(Some(points)),
    }
}
