//! What holds of the models.

use meetpunt_core::models::{Balance, Drivers, Loyal, LoyaltyRule, LoyaltyTally, Triple, cells};
use meetpunt_core::stats::trend::{Xmr, ewma};
use proptest::collection::vec;
use proptest::prelude::*;

use super::samples::{classes, count};

fn answer() -> impl Strategy<Value = Option<u8>> {
    proptest::option::of(0_u8..=12)
}

proptest! {
    #[test]
    fn what_is_hidden_cannot_be_told_by_subtraction(counts in vec(prop_oneof![0_u64..12, count()], 0..12)) {
        let hidden = cells::hidden(&counts);
        let of = |shown: bool| -> Vec<u64> {
            counts.iter().zip(&hidden).filter_map(|(count, hidden)| (*hidden != shown && *count > 0).then_some(*count)).collect()
        };
        let (shown, unseen) = (of(true), of(false));
        prop_assert!(shown.iter().all(|count| *count >= 5));
        if !unseen.is_empty() && !shown.is_empty() {
            prop_assert!(unseen.len() >= 2, "{:?}", counts);
            prop_assert!(unseen.iter().fold(0_u64, |sum, count| sum.saturating_add(*count)) >= 5, "{:?}", counts);
        }
    }

    #[test]
    fn parts_of_drivers_sum_to_what_all_explain(
        rows in vec((vec(1_u8..=10, 4), 0_u8..=10), 3..60),
    ) {
        let ratings: Vec<Vec<f64>> =
            rows.iter().map(|(row, _)| row.iter().map(|rating| f64::from(*rating)).collect()).collect();
        let scores: Vec<f64> = rows.iter().map(|(_, score)| f64::from(*score)).collect();
        if let Some(found) = Drivers::derive(&ratings, &scores) {
            let sum: f64 = found.drivers.iter().flatten().map(|driver| driver.part).sum();
            prop_assert!((sum - found.r2).abs() < 1e-9);
            prop_assert!((0.0..=1.0).contains(&found.r2));
            for driver in found.drivers.iter().flatten() {
                prop_assert!(driver.correlation.abs() <= 1.0 + 1e-9);
                prop_assert!(driver.weight.is_none_or(f64::is_finite));
                prop_assert!(driver.part >= -1e-9);
            }
        }
    }

    #[test]
    fn every_respondent_is_loyal_not_or_unknown(all in vec((answer(), answer(), answer()), 0..50)) {
        let (rule, mut tally) = (LoyaltyRule::default(), LoyaltyTally::default());
        for (satisfaction, ease, delight) in &all {
            tally.add(&rule, &Triple { satisfaction: *satisfaction, ease: *ease, delight: *delight });
        }
        let sum = tally.count(Loyal::Yes) + tally.count(Loyal::No) + tally.count(Loyal::Unknown);
        prop_assert_eq!(sum, all.len() as u64);
        prop_assert!(tally.count(Loyal::Yes) <= tally.complete());
        prop_assert_eq!(tally.share().is_none(), tally.complete() == 0);
    }

    #[test]
    fn the_balance_is_between_its_weights(classes in classes()) {
        let balance = Balance::default();
        let found = balance.of(&classes).expect("a sample");
        prop_assert!((-6.0 - 1e-9..=1.0 + 1e-9).contains(&found));
        prop_assert!(balance.normalised(&classes).is_none_or(|share| (-1.0..=1.0).contains(&share)));
    }

    #[test]
    fn trends_of_any_figures_are_finite(figures in vec(any::<f64>(), 0..30), alpha in any::<f64>()) {
        if let Some(line) = ewma(&figures, alpha) {
            prop_assert!(line.iter().all(|figure| figure.is_finite()));
            prop_assert_eq!(line.len(), figures.len());
        }
        if let Some(limits) = Xmr::from_reference(&figures) {
            prop_assert!(limits.lower <= limits.centre && limits.centre <= limits.upper);
            prop_assert_eq!(limits.signals(&figures).len(), figures.len());
        }
    }
}
