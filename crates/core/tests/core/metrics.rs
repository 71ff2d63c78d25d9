//! The table of metrics: scales, classes, looks, layers.

use meetpunt_core::settings::{self, Look};
use meetpunt_core::wire::Data;
use meetpunt_core::{Band, Catalogue, Layer, Measure, Metric, Points, Scale, Score, Word};
use proptest::prelude::*;

use crate::score::measures;

/// Metric, scale, negative, neutral and positive points, looks, layer: as the contract prints them, the default scale
/// and look first.
const TABLE: [[&str; 7]; 17] = [
    ["nps", "0-10", "detractor 0–6", "passive 7–8", "promoter 9–10", "numbers, labels", "strategic"],
    ["enps", "0-10", "detractor 0–6", "passive 7–8", "promoter 9–10", "numbers, labels", ""],
    ["ces", "1-7", "hard 1–3", "neutral 4", "easy 5–7", "numbers, labels", "experience"],
    ["ces", "1-5", "hard 1–2", "neutral 3", "easy 4–5", "numbers, labels, faces", "experience"],
    ["ces1", "1-5", "hard 4–5", "neutral 3", "easy 1–2", "numbers, labels", "experience"],
    ["ces5", "1-5", "hard 1–2", "neutral 3", "easy 4–5", "numbers, labels, faces", "experience"],
    ["csat", "1-5", "dissatisfied 1–2", "neutral 3", "satisfied 4–5", "numbers, labels, stars, faces", "basics"],
    ["csat", "1-7", "dissatisfied 1–3", "neutral 4–5", "satisfied 6–7", "numbers", "basics"],
    ["csat", "1-10", "dissatisfied 1–5", "neutral 6–7", "satisfied 8–10", "numbers", "basics"],
    ["csat", "0-10", "dissatisfied 0–6", "neutral 7–8", "satisfied 9–10", "numbers", "basics"],
    ["csat", "1-3", "dissatisfied 1", "neutral 2", "satisfied 3", "faces, labels", "basics"],
    ["csat", "0-1", "dissatisfied 0", "neutral none", "satisfied 1", "thumbs, labels", "basics"],
    ["delight", "1-5", "shortfall 1–2", "met 3", "exceeded 4–5", "labels, numbers, faces", "special"],
    ["importance", "1-10", "low 1–5", "middle 6–7", "high 8–10", "numbers", ""],
    ["goal", "1-3", "no 1", "partly 2", "yes 3", "labels", ""],
    ["promise", "1-3", "no 1", "partly 2", "yes 3", "labels", ""],
    ["pmf", "1-3", "not 1", "somewhat 2", "very 3", "labels", ""],
];

/// `detractor 0–6` as the name and its points; no points for `none`.
fn class(text: &str) -> (&str, Vec<u8>) {
    let (name, points) = text.split_once(' ').expect("a name and points");
    let (from, to) = points.split_once('–').unwrap_or((points, points));
    let end = |text: &str| text.parse::<u8>().ok();
    (name, end(from).zip(end(to)).map_or_else(Vec::new, |(from, to)| (from..=to).collect()))
}

fn survey(metric: &str, scale: &str, look: &str) -> settings::Resolved {
    let pairs = [("metric", metric), ("scale", scale), ("look", look)];
    settings::resolve(&pairs, &Catalogue::english()).expect("a survey")
}

#[test]
fn every_point_of_every_scale_is_in_the_class_of_the_contract() {
    let mut points = 0;
    for [metric, scale, negative, neutral, positive, ..] in TABLE {
        let settings = survey(metric, scale, "").settings;
        let measure = settings.first.measure;
        assert_eq!((measure.metric().key(), measure.scale().to_string()), (metric, scale.to_owned()));
        let mut expected = Vec::new();
        for (band, text) in
            [Band::Negative, Band::Neutral, Band::Positive].into_iter().zip([negative, neutral, positive])
        {
            let (name, of_class) = class(text);
            assert_eq!(measure.name(band), name, "{measure}");
            assert!(measure.points(band).iter().eq(of_class.iter().copied()), "{measure} {name}");
            expected.extend(of_class.into_iter().map(|point| (point, band, name)));
        }
        expected.sort_by_key(|(point, ..)| *point);
        let found: Vec<_> = (0..=255)
            .filter_map(|value| Score::new(measure, value).ok())
            .map(|score| (score.value(), score.class().band, score.class().name))
            .collect();
        assert_eq!(found, expected, "{measure}");
        points += found.len();
    }
    assert_eq!(points, 11 + 11 + 7 + 5 + 5 + 5 + 5 + 7 + 10 + 11 + 3 + 2 + 5 + 10 + 3 + 3 + 3);
}

#[test]
fn there_is_no_other_scale() {
    let listed: Vec<(&str, &str)> = TABLE.iter().map(|[metric, scale, ..]| (*metric, *scale)).collect();
    let found: Vec<(&str, String)> =
        measures().iter().map(|measure| (measure.metric().key(), measure.scale().to_string())).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(metric, scale)| (*metric, scale.as_str())).collect();
    assert_eq!(found, listed);
    assert_eq!(Metric::Custom.tables(), []);
    assert_eq!(Metric::Custom.measure(), None);
    assert_eq!(Measure::of(Metric::Nps, Scale { min: 1, max: 10 }), None);
}

#[test]
fn each_scale_has_its_looks_and_no_other() {
    for [metric, scale, .., looks, _] in TABLE {
        let looks: Vec<&str> = looks.split(", ").collect();
        let default = survey(metric, scale, "");
        assert_eq!((default.settings.first.look.key(), default.warnings.len()), (looks[0], 0), "{metric} {scale}");
        for look in Look::ALL {
            let resolved = survey(metric, scale, look.key());
            if looks.contains(&look.key()) {
                assert_eq!(resolved.settings.first.look, *look, "{metric} {scale}");
                assert_eq!(resolved.warnings, [], "{metric} {scale}");
            } else {
                assert_eq!(resolved.settings.first.look.key(), looks[0], "{metric} {scale}");
                assert_eq!(resolved.warnings.len(), 1, "{metric} {scale}");
                let expected = format!("one of: {}", looks.join(", "));
                assert_eq!(resolved.warnings[0].expected, expected, "{metric} {scale}");
            }
        }
    }
}

#[test]
fn each_metric_has_its_layer() {
    for [metric, scale, .., layer] in TABLE {
        let layer = Layer::parse(layer);
        let settings = survey(metric, scale, "").settings;
        assert_eq!(settings.first.measure.layer(), layer, "{metric} {scale}");
        assert_eq!(settings.first.measure.metric().layer(), layer);
        let sent = Data::opened(&settings, "").layer;
        assert_eq!(sent.as_deref(), layer.map(Layer::key), "{metric} {scale}");
    }
}

#[test]
fn the_first_scale_is_the_default() {
    for metric in Metric::ALL.iter().filter(|metric| metric.table().is_some()) {
        let first = TABLE.iter().find(|row| row[0] == metric.key()).expect("every metric is in the table");
        let settings =
            settings::resolve(&[("metric", metric.key())], &Catalogue::english()).expect("a survey").settings;
        assert_eq!(settings.first.measure.scale().to_string(), first[1]);
        assert_eq!(metric.measure(), Some(settings.first.measure));
    }
    let constants = [
        Measure::NPS,
        Measure::ENPS,
        Measure::CES,
        Measure::CES1,
        Measure::CES5,
        Measure::CSAT,
        Measure::DELIGHT,
        Measure::IMPORTANCE,
        Measure::GOAL,
        Measure::PROMISE,
        Measure::PMF,
    ];
    assert_eq!(constants.map(Some), Metric::ALL[..11].iter().map(|metric| metric.measure()).collect::<Vec<_>>()[..]);
}

#[test]
fn the_documents_print_the_same_table() {
    const PAYLOAD: &str = include_str!("../../../../docs/payload.md");
    for [metric, scale, negative, neutral, positive, ..] in TABLE {
        let cell = |text: &str| match text.split_once(' ') {
            Some((name, "none")) => format!("`{name}` –"),
            Some((name, points)) => format!("`{name}` {points}"),
            None => text.to_owned(),
        };
        let scale = scale.replace('-', "–");
        let row = format!("| `{metric}` | {scale} | {} | {} | {} |", cell(negative), cell(neutral), cell(positive));
        assert!(PAYLOAD.contains(&row), "docs/payload.md has no row {row}");
    }
}

#[test]
fn sets_of_points_say_what_is_in_them() {
    let points = Points::from_to(3, 5).with(9);
    assert_eq!(points.to_string(), "3,4,5,9");
    assert_eq!((points.lowest(), points.highest(), points.len()), (Some(3), Some(9), 4));
    assert_eq!((Points::NONE.lowest(), Points::NONE.highest(), Points::NONE.len()), (None, None, 0));
    assert_eq!(Points::from_to(5, 3), Points::NONE);
    assert_eq!(Points::from_to(9, 255), Points::from_to(9, 10));
    assert!(!Points::from_to(0, 10).contains(11));
    assert!(!Points::from_to(0, 10).contains(255));
}

#[test]
fn a_scale_is_two_ends() {
    #[track_caller]
    fn check(text: &str, scale: Option<[u8; 2]>) {
        assert_eq!(Scale::parse(text), scale.map(|[min, max]| Scale { min, max }), "{text:?}");
    }
    check("0-10", Some([0, 10]));
    check("1 - 5", Some([1, 5]));
    for wrong in ["", "5", "-", "1-", "-5", "5-1", "3-3", "0-11", "1-256", "-1-5", "1.5-5", "1–5", "a-b", "1-5-7"] {
        check(wrong, None);
    }
}

/// A partition of a scale into three sets, the outer two of which have a point.
fn partitions() -> impl Strategy<Value = (Scale, [Points; 3])> {
    let bands = prop::collection::vec(0..3_usize, 11);
    (0..10_u8, 1..=10_u8, bands).prop_filter_map("both ends need a point", |(min, width, bands)| {
        let scale = Scale { min, max: min.saturating_add(width).min(10) };
        let set = |band| scale.points().filter(|point| bands[usize::from(*point)] == band).collect();
        let sets: [Points; 3] = [set(0), set(1), set(2)];
        (!sets[0].is_empty() && !sets[2].is_empty()).then_some((scale, sets))
    })
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let custom =
        partitions().prop_map(|(scale, sets)| Measure::custom(scale, sets, None).expect("the sets are a partition"));
    prop_oneof![prop::sample::select(measures()), custom]
}

proptest! {
    #[test]
    fn classes_share_out_every_scale(measure in any_measure(), value in -300_i64..300) {
        let holding = Band::ALL.iter().filter(|band| {
            u8::try_from(value).is_ok_and(|point| measure.points(**band).contains(point))
        });
        let holding: Vec<Band> = holding.copied().collect();
        let score = Score::new(measure, value);
        prop_assert_eq!(score.is_ok(), measure.scale().contains(value));
        prop_assert_eq!(holding, score.map_or_else(|_| Vec::new(), |score| vec![score.band()]));
    }

    #[test]
    fn normalised_goes_one_way_from_end_to_end(measure in any_measure()) {
        let points = measure.scale().points();
        let mut tenths: Vec<u16> =
            points.map(|point| Score::new(measure, point.into()).expect("a point").normalised().0).collect();
        if measure.low_is_good() {
            tenths.reverse();
        }
        prop_assert!(tenths.is_sorted_by(|low, high| low < high));
        prop_assert_eq!((tenths.first(), tenths.last()), (Some(&0), Some(&1000)));
    }

    #[test]
    fn the_good_end_is_where_the_positive_points_are(measure in any_measure()) {
        let mean = |band| {
            let points = measure.points(band);
            f64::from(points.iter().map(u32::from).sum::<u32>()) / f64::from(points.len())
        };
        prop_assert_eq!(measure.low_is_good(), mean(Band::Positive) < mean(Band::Negative));
    }

    #[test]
    fn sets_that_are_no_partition_are_refused(scale in (0..10_u8, 0..12_u8), sets: [u16; 3]) {
        let scale = Scale { min: scale.0, max: scale.1 };
        let sets = sets.map(|set| (0..16).filter(|point| set >> point & 1 == 1).collect::<Points>());
        let times = |point| sets.iter().filter(|set| set.contains(point)).count();
        let is_partition = scale.min < scale.max
            && scale.max <= 10
            && (0..=10).all(|point| times(point) == usize::from(scale.contains(point.into())))
            && !sets[0].is_empty()
            && !sets[2].is_empty();
        prop_assert_eq!(Measure::custom(scale, sets, None).is_ok(), is_partition);
    }
}
