//! Samples to try properties on.

use meetpunt_core::stats::{Bands, Classes, Confidence, Histogram, NetMethod, Series, Tally};
use meetpunt_core::{Metric, Scale, ScaleTable, Word as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Any scale that can be counted.
pub fn scales() -> impl Strategy<Value = Scale> {
    (0_u8..10).prop_flat_map(|min| (Just(min), min + 1..=10)).prop_map(|(min, max)| Scale { min, max })
}

/// A series of any metric.
pub fn series() -> impl Strategy<Value = Series> {
    let tables: Vec<&ScaleTable> = Metric::ALL.iter().flat_map(|metric| metric.tables()).collect();
    (select(tables), any::<u32>()).prop_map(|(table, hash)| {
        Series::new(table.measure.metric(), table.scale(), table.looks[0], hash).expect("a scale of the metric")
    })
}

/// What a tally can be told.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    Answer(i64),
    Partial(i64),
    NotApplicable,
    Rejected,
    Unscored,
}

pub fn told() -> impl Strategy<Value = Told> {
    let answer = || prop_oneof![4 => -2_i64..=12, 1 => any::<i64>()];
    prop_oneof![
        8 => answer().prop_map(Told::Answer),
        2 => answer().prop_map(Told::Partial),
        1 => Just(Told::NotApplicable),
        1 => Just(Told::Rejected),
        1 => Just(Told::Unscored),
    ]
}

pub fn tally(series: Series, all: &[Told]) -> Tally {
    let mut tally = Tally::new(series);
    for told in all {
        match *told {
            Told::Answer(answer) => {
                tally.add(answer);
            }
            Told::Partial(answer) => {
                tally.add_partial(answer);
            }
            Told::NotApplicable => tally.add_not_applicable(),
            Told::Rejected => tally.add_rejected(),
            Told::Unscored => tally.add_unscored(),
        }
    }
    tally
}

/// A number of answers: most often small, sometimes as great as can be.
pub fn count() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0), 6 => 0_u64..40, 3 => 0_u64..5000, 1 => any::<u64>()]
}

/// Counts of the three classes, with at least one answer.
pub fn classes() -> impl Strategy<Value = Classes> {
    let any_three =
        (count(), count(), count()).prop_map(|(negative, neutral, positive)| Classes::new(negative, neutral, positive));
    any_three.prop_filter("a sample", |classes| classes.n() > 0)
}

/// A histogram on any scale, with at least one answer.
pub fn histograms() -> impl Strategy<Value = Histogram> {
    let any_counts = (scales(), vec(count(), 11)).prop_map(|(scale, counts)| {
        Histogram::from_counts(scale, &counts[..scale.points().len()]).expect("a count for each point")
    });
    any_counts.prop_filter("a sample", |histogram| histogram.n() > 0)
}

/// Every point of a scale with the number of its set; negative and positive are not empty.
pub fn bands() -> impl Strategy<Value = (Scale, Vec<u8>)> {
    let any_sets = scales().prop_flat_map(|scale| {
        let points = scale.points().len();
        (Just(scale), vec(0_u8..3, points), 0..points, 1..points)
    });
    any_sets.prop_map(|(scale, mut sets, first, apart)| {
        let points = sets.len();
        sets[first] = 0;
        sets[(first + apart) % points] = 2;
        (scale, sets)
    })
}

/// The bands of points and sets.
pub fn made((scale, sets): &(Scale, Vec<u8>)) -> Bands {
    let of =
        |set| -> Vec<u8> { scale.points().zip(sets).filter_map(|(point, of)| (*of == set).then_some(point)).collect() };
    Bands::from_sets(*scale, &of(0), &of(1), &of(2)).expect("a partition")
}

pub fn confidence() -> impl Strategy<Value = Confidence> {
    select(Confidence::ALL.to_vec())
}

pub fn net_method() -> impl Strategy<Value = NetMethod> {
    select(NetMethod::ALL.to_vec())
}
