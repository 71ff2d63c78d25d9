//! Class and normalised score again from the score, for receivers that trust their own table only.

use super::{Data, Event, More};
use crate::error::Error;
use crate::metric::{Measure, Metric, Points, Scale};
use crate::score::{Rejected, Score, point};

impl Event {
    /// The event with layer, class and normalised score computed anew from metric, scale and score, whatever the sender
    /// said. The alert stays: only the sender knows whether a touchpoint is essential. So do layer, class and normalised
    /// score of a `custom` metric, whose classes do not travel.
    ///
    /// # Errors
    /// [`Error::is_answer`] when the scale is none of the metric's or none at all, a score is not on it, is missing without `na`, or is
    /// there although `na` is true.
    pub fn rescored(mut self) -> Result<Self, Error> {
        let Data { metric, scale, score, na, .. } = self.data;
        if let Some(first) = answer(metric, scale, score, na).map_err(|reason| Error::answer("data.score", reason))? {
            self.data.layer = first.layer;
            self.data.class = first.class;
            self.data.normalised = first.normalised;
        }
        for (place, more) in self.data.more.iter_mut().enumerate() {
            let again = answer(more.metric, more.scale, more.score, more.na)
                .map_err(|reason| Error::answer(format!("data.more[{place}].score"), reason))?;
            if let Some(again) = again {
                *more = again;
            }
        }
        Ok(self)
    }
}

/// The answer as the tables have it; `None` for a valid answer on a scale of the shop's own.
fn answer(metric: Metric, scale: Scale, score: Option<u8>, na: bool) -> Result<Option<More>, Rejected> {
    let measure = Measure::of(metric, scale);
    if let (None, Some(default)) = (measure, metric.table()) {
        let what = format!("{scale} is not a scale of {} that is known here", metric.key());
        return Err(Rejected::because(default.scale(), &what));
    }
    if !scale.is_usable() {
        let what = format!("{scale} is not a scale that can be scored");
        return Err(Rejected::because(Scale { min: 0, max: Points::HIGHEST }, &what));
    }
    match (score, na) {
        (Some(_), true) => Err(Rejected::because(scale, "The answer is \"not applicable\" and a score")),
        (None, false) => Err(Rejected::because(scale, "The score is missing")),
        (None, true) => Ok(measure.map(More::not_applicable)),
        (Some(value), false) => match measure {
            Some(measure) => Score::new(measure, value.into()).map(|score| Some(More::of(score))),
            None => point(scale, value.into()).map(|_| None),
        },
    }
}
