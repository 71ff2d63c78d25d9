//! Rounding whole counts to figures that people read, in whole numbers only.

use crate::score::Tenths;

/// Splits `total` in proportion to `counts` so that the parts sum to exactly `total`: the largest remainder method,
/// ties to the lower index. `None` when every count is 0.
#[must_use]
pub fn largest_remainder(counts: &[u64], total: u32) -> Option<Vec<u32>> {
    let sum: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    if sum == 0 {
        return None;
    }
    let exact = |count: &u64| u128::from(*count) * u128::from(total);
    let whole = |count| u32::try_from(exact(count) / sum).unwrap_or(total);
    let mut parts: Vec<u32> = counts.iter().map(whole).collect();
    let missing = total.saturating_sub(parts.iter().sum());
    let mut order: Vec<(&u64, &mut u32)> = counts.iter().zip(&mut parts).collect();
    // Sorting is stable: equal remainders stay in the order of their index.
    order.sort_by_key(|(count, _)| core::cmp::Reverse(exact(count) % sum));
    for ((_, part), _) in order.into_iter().zip(0..missing) {
        *part += 1;
    }
    Some(parts)
}

/// 100 × (positive − negative) / n, halves away from zero, rounded once: sign · ⌊(200·|p − q| + n) / 2n⌋.
/// `None` without answers.
#[must_use]
pub fn net(negative: u64, positive: u64, n: u64) -> Option<i32> {
    let (difference, n) = (u128::from(positive.abs_diff(negative)), u128::from(n));
    let points = (200 * difference + n).checked_div(2 * n)?;
    let points = i32::try_from(points).unwrap_or(100);
    Some(if positive < negative { -points } else { points })
}

/// 100 × hits / n to one decimal, halves up, rounded once. `None` without answers and when there are more hits than
/// answers.
#[must_use]
pub fn share(hits: u64, n: u64) -> Option<Tenths> {
    let (hits, n) = (u128::from(hits), u128::from(n));
    let tenths = (hits <= n).then_some(2000 * hits + n)?.checked_div(2 * n)?;
    u16::try_from(tenths).ok().map(Tenths)
}
