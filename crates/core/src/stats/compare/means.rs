//! Two means.

use super::super::confidence::Confidence;
use super::super::distribution::student_t;
use super::super::estimate::{Interval, Method, Unit};
use super::super::mean::Mean;
use super::Difference;

/// B less A on the points of the scale, by Welch's t test, which does not assume equal variances. `None` unless both
/// samples have two answers; statistic and p are `None` when neither sample varies.
#[must_use]
pub fn means(a: &Mean, b: &Mean, confidence: Confidence) -> Option<Difference> {
    let value = b.value() - a.value();
    let (first, second) = (a.variance()? / a.n(), b.variance()? / b.n());
    let error = (first + second).sqrt();
    // Welch and Satterthwaite: (v_A + v_B)² / (v_A²/df_A + v_B²/df_B), v the squared standard errors.
    let spread = first * first / a.degrees() + second * second / b.degrees();
    let degrees = (spread > 0.0).then(|| (first + second) * (first + second) / spread);
    let statistic = degrees.map(|_| value / error);
    let t = degrees.and_then(|degrees| student_t::quantile(1.0 - confidence.alpha() / 2.0, degrees));
    Some(Difference {
        observed: value,
        value,
        unit: Unit::Scale,
        standard_error: error,
        statistic,
        degrees,
        p: statistic.zip(degrees).and_then(|(t, degrees)| student_t::two_sided(t, degrees)),
        interval: Interval::around(value, t.map_or(0.0, |t| t * error)),
        method: Method::Welch,
        confidence,
        n: [a.answers(), b.answers()],
    })
}
