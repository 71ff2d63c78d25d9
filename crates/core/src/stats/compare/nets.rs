//! Two net scores.

use super::super::confidence::Confidence;
use super::super::distribution::normal;
use super::super::estimate::{Interval, Method, Unit};
use super::super::net::{NetMethod, NetScore};
use super::Difference;

/// B less A in points: d = B − A, SE = √(v_A/n_A + v_B/n_B), z = d / SE, p = 2 (1 − Φ(|z|)), all of them from samples
/// adjusted by `method` (MeasuringU 2021; `nps_test` of the R package NPS).
///
/// [`NetMethod::Score`] and [`NetMethod::Goodman`] have no two-sample form; plain Wald is used and named. With plain Wald
/// statistic and p are `None` when each sample has all its answers in one class.
#[must_use]
pub fn nets(a: &NetScore, b: &NetScore, method: NetMethod, confidence: Confidence) -> Difference {
    let [first, second] = [a, b].map(|sample| sample.adjusted(method, confidence));
    let value = second.points() - first.points();
    let error = first.standard_error().hypot(second.standard_error());
    let statistic = (error > 0.0).then(|| value / error);
    Difference {
        observed: b.points() - a.points(),
        value,
        unit: Unit::Points,
        standard_error: error,
        statistic,
        degrees: None,
        p: statistic.and_then(normal::two_sided),
        interval: Interval::around(value, confidence.z() * error).within(-200.0, 200.0),
        method: match method {
            NetMethod::Score | NetMethod::Goodman => Method::Wald,
            NetMethod::Wald | NetMethod::AdjustedWald | NetMethod::AdjustedWaldSquared => method.into(),
        },
        confidence,
        n: [a.answers(), b.answers()],
    }
}
