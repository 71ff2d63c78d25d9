//! Regression of the score on subsets of the drivers, from correlations.

use super::correlation::Correlations;

/// A driver whose part outside the others is smaller than this repeats them.
const COLLINEAR: f64 = 1e-10;

/// Standardised regression weights of all drivers. `None` when one repeats others, and the weights are not determined.
pub(super) fn weights(correlations: &Correlations) -> Option<Vec<f64>> {
    let all: Vec<usize> = (0..correlations.len()).collect();
    let fit = Fit::of(correlations, &all);
    if fit.used.len() < all.len() {
        return None;
    }
    // Back substitution: Lᵀ β = z.
    let mut weights = fit.projections.clone();
    for row in (0..weights.len()).rev() {
        for below in row + 1..weights.len() {
            weights[row] -= fit.factor[below][row] * weights[below];
        }
        weights[row] /= fit.factor[row][row];
    }
    Some(weights)
}

/// The part of R² of each driver: its gain averaged over all orders of adding drivers, by subsets.
///
/// A subset of k of the other m − 1 drivers stands before a driver in k! (m − 1 − k)! of m! orders.
pub(super) fn parts(correlations: &Correlations) -> Vec<f64> {
    let m = correlations.len();
    let members = |subset: usize| (0..m).filter(move |driver| subset >> driver & 1 == 1);
    let explained: Vec<f64> =
        (0..1_usize << m).map(|subset| Fit::of(correlations, &members(subset).collect::<Vec<_>>()).r2()).collect();
    let mut parts = vec![0.0; m];
    for subset in 0..1_usize << m {
        for (driver, part) in parts.iter_mut().enumerate() {
            if subset >> driver & 1 == 0 {
                let gain = explained[subset | 1 << driver] - explained[subset];
                *part += gain * share_of_orders(members(subset).count(), m);
            }
        }
    }
    parts
}

/// k! (m − 1 − k)! / m!, which is 1 / (m · (m − 1 choose k)).
fn share_of_orders(k: usize, m: usize) -> f64 {
    let choices: f64 = (1..=k).map(|step| small(m - 1 - k + step) / small(step)).product();
    (small(m) * choices).recip()
}

/// At most [`MOST`](super::MOST).
fn small(number: usize) -> f64 {
    u8::try_from(number).map_or(0.0, f64::from)
}

/// The Cholesky factor of a subset's correlations, leaving out drivers that repeat those before them.
struct Fit {
    used: Vec<usize>,
    factor: Vec<Vec<f64>>,
    /// The score in the directions of the factor.
    projections: Vec<f64>,
}

impl Fit {
    fn of(correlations: &Correlations, subset: &[usize]) -> Self {
        let mut fit = Self { used: Vec::new(), factor: Vec::new(), projections: Vec::new() };
        for driver in subset {
            let mut row: Vec<f64> = Vec::with_capacity(fit.used.len() + 1);
            for (before, known) in fit.used.iter().zip(&fit.factor) {
                let rest = correlations.between(*driver, *before) - product(&row, known);
                let scale = known.last().copied().unwrap_or(1.0);
                row.push(rest / scale);
            }
            let outside = 1.0 - product(&row, &row);
            if outside < COLLINEAR {
                continue;
            }
            let direction = outside.sqrt();
            fit.projections.push((correlations.with_score(*driver) - product(&row, &fit.projections)) / direction);
            row.push(direction);
            fit.used.push(*driver);
            fit.factor.push(row);
        }
        fit
    }

    /// The share of the score's variance that the subset explains, 0 to 1.
    fn r2(&self) -> f64 {
        product(&self.projections, &self.projections).clamp(0.0, 1.0)
    }
}

/// Over as many as both have.
fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>()
}
