//! Class and normalised score again from the score, for receivers that trust their own table only.

use super::{Data, Event, More};
use crate::error::Error;
use crate::metric::{Metric, Scale};
use crate::score::{Rejected, Score};

impl Event {
    /// The event with layer, class and normalised score computed anew from metric and score, whatever the
    /// sender said. The alert stays: only the sender knows whether a touchpoint is essential.
    ///
    /// # Errors
    /// [`Error::is_answer`] when the scale is none of the metric's, a score is not on it, is missing without `na`, or is there although `na` is
    /// true.
    pub fn rescored(mut self) -> Result<Self, Error> {
        let Data { metric, scale, score, na, .. } = self.data;
        let first = answer(metric, scale, score, na).map_err(|reason| Error::answer("data.score", reason))?;
        self.data.layer = first.layer;
        self.data.class = first.class;
        self.data.normalised = first.normalised;
        for (place, more) in self.data.more.iter_mut().enumerate() {
            *more = answer(more.metric, more.scale, more.score, more.na)
                .map_err(|reason| Error::answer(format!("data.more[{place}].score"), reason))?;
        }
        Ok(self)
    }
}

fn answer(metric: Metric, found: Scale, score: Option<u8>, na: bool) -> Result<More, Rejected> {
    let scale = metric.scale();
    if found != scale {
        let Scale { min, max } = found;
        let what = format!("{min}-{max} is not a scale of {} that is known here", metric.key());
        return Err(Rejected::because(scale, &what));
    }
    match (score, na) {
        (Some(_), true) => Err(Rejected::because(scale, "The answer is \"not applicable\" and a score")),
        (Some(value), false) => Score::new(metric, value.into()).map(More::of),
        (None, true) => Ok(More::not_applicable(metric)),
        (None, false) => Err(Rejected::because(scale, "The score is missing")),
    }
}
