//! What holds whatever a function is given, numbers that are none among it: no panic, and nothing published that is not a
//! number in its range.

use std::num::NonZeroUsize;

use meetpunt_core::models::{
    Balance, Crosshair, Drivers, Engagement, Funnel, Gate, LoyaltyRule, LoyaltyTally, Rated, Source, Triple, cells,
    importance,
};
use meetpunt_core::rounding::{net, share};
use meetpunt_core::settings::Look;
use meetpunt_core::stats::distribution::{beta, chi_square, normal, student_t};
use meetpunt_core::stats::posterior::{NetPosterior, SharePosterior};
use meetpunt_core::stats::strata::{self, Stratum};
use meetpunt_core::stats::trend::{Xmr, ewma, rolling};
use meetpunt_core::stats::{
    Bands, Better, Confidence, Histogram, Interval, Objective, Population, Proportion, Series, Weight, WeightedTally,
    compare, sample_size,
};
use meetpunt_core::time::rfc3339;
use meetpunt_core::{Layer, Measure, Metric, Points, Scale, Score};
use proptest::collection::vec;
use proptest::num::f64::ANY;
use proptest::prelude::*;
use proptest::sample::select;

use super::samples::{classes, confidence, count, histograms, series};

const SIDES: [Better; 2] = [Better::Higher, Better::Lower];

/// Any float, most often one that a caller might mean.
fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => ANY,
        3 => -120.0..120.0_f64,
        2 => 0.0..=1.0_f64,
        1 => select(&[0.0, -0.0, 1.0, 100.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE][..]),
    ]
}

fn anywhere() -> impl Strategy<Value = Scale> {
    prop_oneof![1 => any::<(u8, u8)>(), 1 => (0_u8..12, 0_u8..12)].prop_map(|(min, max)| Scale { min, max })
}

/// Some number, of which nothing more is promised.
fn finite(found: Option<f64>) -> bool {
    found.is_none_or(f64::is_finite)
}

/// A probability.
fn likely(found: Option<f64>) -> bool {
    found.is_none_or(|p| (0.0..=1.0).contains(&p))
}

proptest! {
    #[test]
    fn distributions_take_any_number(x in figure(), a in figure(), b in figure(), degrees in any::<u32>()) {
        prop_assert!(likely(normal::cdf(x)) && likely(normal::two_sided(x)) && finite(normal::quantile(x)));
        prop_assert!(likely(student_t::cdf(x, a)) && likely(student_t::two_sided(x, a)) && finite(student_t::quantile(x, a)));
        prop_assert!(likely(beta::cdf(x, a, b)) && likely(beta::quantile(x, a, b)));
        for degrees in [degrees, degrees % 40] {
            prop_assert!(likely(chi_square::cdf(x, degrees)) && finite(chi_square::quantile(x, degrees)));
        }
    }

    #[test]
    fn sample_sizes_take_any_number(a in figure(), b in figure(), c in figure(), d in figure(), confidence in confidence()) {
        let sizes = [
            sample_size::net_margin(a, b, confidence),
            sample_size::net_difference([a, b], c, confidence, d),
            sample_size::proportion_margin(a, b, confidence),
        ];
        for size in sizes.into_iter().flatten() {
            prop_assert!(size.exact.is_finite() && size.answers >= 1, "{:?}", size);
        }
    }

    #[test]
    fn objectives_take_any_number(reference in figure(), goal in figure(), now in figure(), low in figure(), scale in anywhere()) {
        for better in SIDES {
            let objective = Objective { reference, objective: goal, better };
            prop_assert!(finite(objective.progress(now)));
            if let Some(interval) = Interval::from_ends(low, now) {
                let surely = objective.is_surely_reached_by(&interval);
                prop_assert!(!surely || objective.is_reached_by(low) || objective.is_reached_by(now));
            }
            prop_assert!(better.normalised(now, scale).is_none_or(|share| (0.0..=100.0).contains(&share)));
        }
    }

    #[test]
    fn models_take_any_number(
        classes in classes(),
        a in figure(),
        b in figure(),
        points in [any::<Option<u8>>(), any::<Option<u8>>(), any::<Option<u8>>()],
        rule in any::<[u8; 3]>(),
        counts in any::<[u64; 6]>(),
    ) {
        if let Some(balance) = Balance::new(a, b) {
            prop_assert!(finite(balance.of(&classes)));
            prop_assert!(balance.normalised(&classes).is_none_or(|share| (-1.0..=1.0).contains(&share)));
        }
        let _ = Gate { basics: a, experience: b }.verdict(Some(b), Some(a)).effective(a);
        let [satisfied_from, easy_from, exceeded_from] = rule;
        let [satisfaction, ease, delight] = points;
        let mut tally = LoyaltyTally::default();
        tally.add(&LoyaltyRule { satisfied_from, easy_from, exceeded_from }, &Triple { satisfaction, ease, delight });
        prop_assert!(tally.share().is_none_or(|share| (0.0..=1.0).contains(&share.share())));

        let [eligible, sampled, shown, answered, completed, dismissed] = counts;
        let funnel = Funnel { eligible, sampled, shown, answered, completed, dismissed };
        let rates = [
            funnel.sampling_rate(), funnel.view_rate(), funnel.response_rate(), funnel.completion_rate(), funnel.dismiss_rate(),
            Engagement::new(eligible, sampled).and_then(|engagement| engagement.rate_of(shown).or(engagement.rate())),
        ];
        prop_assert!(rates.into_iter().flatten().all(|rate| (0.0..=1.0).contains(&rate.share())));
        let _ = funnel.ignored();
        prop_assert_eq!(cells::hidden(&counts).len(), counts.len());
        prop_assert_eq!(cells::hidden_of_employees(&counts).len(), counts.len());
    }

    #[test]
    fn importance_takes_any_number(
        rated in vec((figure(), figure(), any::<bool>()), 0..6),
        at in proptest::option::of((figure(), figure())),
        rows in vec(vec(figure(), 0..4), 0..6),
        scores in vec(figure(), 0..6),
    ) {
        let layer = |basic: bool| basic.then_some(Layer::Basics);
        let touchpoints: Vec<Rated> =
            rated.iter().map(|(importance, performance, basic)| Rated { importance: *importance, performance: *performance, layer: layer(*basic) }).collect();
        let crosshair = at.map_or(Crosshair::Means, |(importance, performance)| Crosshair::At { importance, performance });
        for source in [Source::Stated, Source::Derived] {
            if let Some(field) = importance::field(&touchpoints, crosshair, source) {
                prop_assert_eq!(field.places.len(), touchpoints.len());
                prop_assert!(field.importance.is_finite() && field.performance.is_finite());
            }
        }
        if let Some(found) = Drivers::derive(&rows, &scores) {
            prop_assert!((0.0..=1.0).contains(&found.r2));
            for driver in found.drivers.iter().flatten() {
                prop_assert!(driver.part.is_finite() && driver.correlation.is_finite() && finite(driver.weight), "{:?}", driver);
            }
        }
    }

    #[test]
    fn samples_take_any_number(
        scale in anywhere(),
        points in vec(any::<u8>(), 0..20),
        sets in any::<[u16; 3]>(),
        weights in vec((any::<i64>(), figure()), 0..12),
        series in series(),
        answers in any::<[u64; 3]>(),
    ) {
        let [negative, neutral, positive] = sets.map(|set| (0..16).filter(|point| set >> point & 1 == 1).collect::<Vec<u8>>());
        let bands = Bands::from_sets(scale, &negative, &neutral, &positive);
        prop_assert!(bands.err().is_none_or(|error| !error.to_string().is_empty()));
        let points_of = |set: &Vec<u8>| set.iter().copied().collect::<Points>();
        let measure = Measure::custom(scale, [&negative, &neutral, &positive].map(points_of), None);
        if let Ok(measure) = measure {
            for point in 0..=u8::MAX {
                prop_assert!(Score::new(measure, point.into()).is_ok_and(|score| score.normalised().0 <= 1000) == scale.contains(point.into()));
            }
        }
        prop_assert_eq!(Series::new(Metric::Custom, scale, Look::Labels, 0).is_some(), scale.is_usable());
        if let Some(mut histogram) = Histogram::new(scale) {
            let on = points.iter().filter(|point| histogram.add(**point)).count();
            prop_assert_eq!(histogram.n(), on as u64);
            for boxes in &points {
                let shares = [histogram.top(*boxes), histogram.bottom(*boxes), histogram.at_least(*boxes)];
                prop_assert!(shares.into_iter().flatten().all(|share| (0.0..=1.0).contains(&share.share())));
                let _ = Bands::from_boxes(scale, *boxes);
            }
            prop_assert!(finite(histogram.median()) && finite(histogram.mean().map(|mean| mean.value())));
        }
        let mut weighted = WeightedTally::new(series);
        for (answer, weight) in weights {
            if let Some(weight) = Weight::new(weight) {
                weighted.add(answer % 12, weight);
            }
        }
        prop_assert!(finite(weighted.effective_n()) && finite(weighted.design_effect()));
        prop_assert!(weighted.mean().is_ok_and(|mean| mean.value().is_finite()) || weighted.mean().is_err());
        let [negative, positive, n] = answers;
        prop_assert!(net(negative, positive, n).is_none_or(|points| n < negative.max(positive) || (-100..=100).contains(&points)));
        prop_assert_eq!(share(negative, n).is_some(), n > 0 && negative <= n);
        prop_assert_eq!(Proportion::new(negative, n).is_some(), n > 0 && negative <= n);
        prop_assert!(Population::new(negative).is_none_or(|population| population.correction(n).is_none_or(|factor| (0.0..=1.0).contains(&factor))));
        prop_assert_eq!(rfc3339(negative).len(), 24);
    }

    #[test]
    fn comparisons_and_trends_take_any_number(
        one in histograms(),
        p in vec(figure(), 0..20),
        figures in vec(figure(), 0..20),
        alpha in figure(),
        shares in vec((figure(), classes()), 0..4),
        counts in vec(vec(count(), 3), 0..6),
        length in 1_usize..8,
        confidence in confidence(),
    ) {
        prop_assert!(compare::holm(&p).into_iter().all(|p| (0.0..=1.0).contains(&p)));
        prop_assert!(ewma(&figures, alpha).is_none_or(|line| line.iter().all(|figure| figure.is_finite())));
        if let Some(limits) = Xmr::from_reference(&figures) {
            prop_assert!(limits.lower.is_finite() && limits.upper.is_finite());
            prop_assert_eq!(limits.signals(&p).len(), p.len());
        }
        let strata: Vec<Stratum> = shares.iter().map(|(share, classes)| Stratum { share: *share, classes: *classes }).collect();
        if let Ok(estimate) = strata::net(&strata, confidence) {
            prop_assert!((-100.0 - 1e-3..=100.0 + 1e-3).contains(&estimate.value), "{:?}", estimate);
        }
        let periods: Vec<Histogram> =
            counts.iter().map(|counts| Histogram::from_counts(Scale { min: 1, max: 3 }, counts).expect("three points")).collect();
        let windows = rolling(&periods, NonZeroUsize::new(length).expect("not zero")).expect("one scale");
        prop_assert_eq!(windows.len(), periods.len());
        let (again, mean) = (one.mean().expect("a sample"), one.mean().expect("a sample"));
        prop_assert!(compare::means(&again, &mean, confidence).is_none_or(|difference| difference.value == 0.0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn posteriors_take_any_number(classes in classes(), prior in [figure(), figure(), figure()], points in figure()) {
        let sample = classes.net().expect("a sample");
        if let Some(posterior) = NetPosterior::new(&sample, prior) {
            prop_assert!(likely(Some(posterior.probability_above(points))), "{:?}", posterior);
            prop_assert!(posterior.mean().is_finite() && posterior.standard_deviation().is_finite());
        }
        let share = Proportion::new(classes.counts()[2], classes.n()).expect("a share");
        if let Some(posterior) = SharePosterior::new(&share, [prior[0], prior[1]]) {
            prop_assert!(likely(Some(posterior.probability_above(points))), "{:?}", posterior);
            let interval = posterior.interval(Confidence::NinetyFive);
            prop_assert!(0.0 <= interval.lower && interval.upper <= 100.0, "{:?}", interval);
        }
    }
}

#[cfg(feature = "zones")]
mod zones {
    use meetpunt_core::stats::trend::calendar::{Month, Zone};
    use proptest::prelude::*;
    use proptest::sample::select;

    proptest! {
        #[test]
        fn calendars_take_any_moment(
            at in prop_oneof![any::<u64>(), 0..300_000_000_000_000_u64],
            zone in select(&["UTC", "Europe/Amsterdam", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"][..]),
            year in any::<i16>(),
            month in any::<i8>(),
        ) {
            let zone = Zone::named(zone).expect("a zone of the database");
            let _ = (zone.week(at), zone.day(at));
            if let Some(bounds) = zone.month(at).and_then(|month| zone.bounds(month)) {
                prop_assert!(bounds.contains(&at), "{:?} has no {}", bounds, at);
            }
            let _ = Month::new(year, month).and_then(|month| zone.bounds(month));
        }

        #[test]
        fn no_name_of_a_zone_panics(name: String) {
            prop_assert!(Zone::named(&name).map_or_else(|error| !error.to_string().is_empty(), |_| true));
        }
    }
}
