//! Two shares.

use super::super::confidence::Confidence;
use super::super::distribution::normal;
use super::super::estimate::{Interval, Method, Unit};
use super::super::proportion::{Proportion, ProportionMethod};
use super::Difference;

/// B less A in percentage points: p from the pooled z test, the interval after Newcombe 1998, by square-and-add of the two
/// Wilson intervals. Statistic and p are `None` when both samples are all hits or all misses.
#[must_use]
pub fn proportions(a: &Proportion, b: &Proportion, confidence: Confidence) -> Difference {
    let value = b.percent() - a.percent();
    let pooled = (a.hits() + b.hits()) / (a.n() + b.n());
    let error = 100.0 * (pooled * (1.0 - pooled) * (a.n().recip() + b.n().recip())).max(0.0).sqrt();
    let statistic = (error > 0.0).then(|| value / error);
    Difference {
        observed: value,
        value,
        unit: Unit::Percent,
        standard_error: error,
        statistic,
        degrees: None,
        p: statistic.and_then(normal::two_sided),
        interval: newcombe(a, b, confidence),
        method: Method::Newcombe,
        confidence,
        n: [a.answers(), b.answers()],
    }
}

fn newcombe(a: &Proportion, b: &Proportion, confidence: Confidence) -> Interval {
    // How far the Wilson interval reaches to each side of the share.
    let reach = |sample: &Proportion| {
        let interval = sample.estimate(ProportionMethod::Wilson, confidence).interval;
        interval.map_or((0.0, 0.0), |ends| (sample.percent() - ends.lower, ends.upper - sample.percent()))
    };
    let ((a_down, a_up), (b_down, b_up)) = (reach(a), reach(b));
    let value = b.percent() - a.percent();
    Interval::new(value - b_down.hypot(a_up), value + b_up.hypot(a_down))
}
