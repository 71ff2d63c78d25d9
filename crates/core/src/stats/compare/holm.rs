//! Many tests at once.

/// Holm's step-down adjustment (1979): p-values that may be held against α together, in the order given.
///
/// The smallest of m is multiplied by m, the next by m − 1, and so on; none is above 1 and none below the one before it.
/// What is no probability counts as 1, which rejects nothing.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let p: Vec<f64> = p.iter().map(|p| if (0.0..=1.0).contains(p) { *p } else { 1.0 }).collect();
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 0.0_f64;
    let mut left = 0.0;
    for place in order.iter().rev() {
        // Counted up from the end, so that no length has to become a float.
        left += 1.0;
        adjusted[*place] = p[*place] * left;
    }
    for place in order {
        least = least.max(adjusted[place].min(1.0));
        adjusted[place] = least;
    }
    adjusted
}
