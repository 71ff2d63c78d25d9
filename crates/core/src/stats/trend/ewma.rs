//! A smoothed line.

/// The weight of the newest figure that charts use.
pub const ALPHA: f64 = 0.3;

/// The exponentially weighted moving average, seeded with the first figure: sₖ = α xₖ + (1 − α) sₖ₋₁. `None` unless `alpha`
/// is above 0 and at most 1 and all figures are finite. For the eye only: signals come from [`Xmr`](super::Xmr).
#[must_use]
pub fn ewma(figures: &[f64], alpha: f64) -> Option<Vec<f64>> {
    if !(alpha > 0.0 && alpha <= 1.0) {
        return None;
    }
    let mut smoothed: Option<f64> = None;
    let mut next = |figure: &f64| {
        let now = smoothed.map_or(*figure, |before| alpha * figure + (1.0 - alpha) * before);
        smoothed = Some(now);
        figure.is_finite().then_some(now)
    };
    figures.iter().map(&mut next).collect()
}
