//! What a month brings: how many answers, and how well they tell the score.

use meetpunt_core::Metric;
use meetpunt_core::stats::Confidence;
use meetpunt_core::stats::sample_size::{net_difference, net_margin, proportion_margin};

/// The variance of one answer at an NPS of 25: more spread than most shops have.
const VARIANCE: f64 = 0.59;

/// A month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// Expected answers.
    pub answers: u64,
    /// The score is known within ± so many points or percentage points, with 95 % confidence; none for too few answers.
    pub margin: Option<u32>,
    /// The least difference between two such months that would be noticed four times out of five; none where no such
    /// calculation exists or nothing would be.
    pub difference: Option<u32>,
}

impl Month {
    /// From visitors a month, the share asked in basis points, and how many of a hundred that are asked answer.
    pub fn of(metric: Metric, visitors: u64, sample: u16, response: u64) -> Self {
        let answers = visitors.saturating_mul(sample.into()).saturating_mul(response.min(100)) / 1_000_000;
        let is_net = matches!(metric, Metric::Nps | Metric::Enps);
        let sure = Confidence::NinetyFive;
        let least = |needed: &dyn Fn(f64) -> Option<u64>| {
            (1..=100_u32).find(|points| needed(f64::from(*points)).is_some_and(|needed| needed <= answers))
        };
        let margin = least(&|points| {
            let size = if is_net { net_margin(VARIANCE, points, sure) } else { proportion_margin(0.5, points, sure) };
            size.map(|size| size.answers)
        });
        let difference = least(&|points| net_difference([VARIANCE; 2], points, sure, 0.8).map(|size| size.answers));
        Self { answers, margin: margin.filter(|_| answers >= 5), difference: difference.filter(|_| is_net) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_a_middling_shop() {
        // 20,000 visitors, a quarter asked, 8 % answer. By hand: z = 1.96, sqrt(.59 / 403) · 196 = 7.5, so 8 points.
        let month = Month::of(Metric::Nps, 20_000, 2_500, 8);
        // sqrt(1.18 / 403) · 280.2 = 15.2.
        assert_eq!(month, Month { answers: 400, margin: Some(8), difference: Some(16) });
        // sqrt(.25 / 400) · 196 = 4.9.
        let month = Month::of(Metric::Csat, 20_000, 2_500, 8);
        assert_eq!(month, Month { answers: 400, margin: Some(5), difference: None });
    }

    #[test]
    fn too_few_answers_promise_nothing() {
        assert_eq!(Month::of(Metric::Nps, 10, 10_000, 10), Month { answers: 1, margin: None, difference: None });
        assert_eq!(Month::of(Metric::Nps, u64::MAX, 10_000, 100).margin, Some(1));
    }
}
