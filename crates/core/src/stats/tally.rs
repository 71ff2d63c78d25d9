//! The tally of a series: all that its statistics need.

use core::fmt;

use serde::Serialize;

use super::bands::Bands;
use super::classes::Classes;
use super::count;
use super::histogram::Histogram;
use super::merge::Merge;
use super::series::{NotPooled, Series};
use crate::metric::{Measure, Metric};
use crate::score::Score;

/// The answers of one series, counted. Takes the same memory for ten answers and for ten billion.
///
/// Tallies of the same series merge in any order and any grouping to the same result; tallies of different series do
/// not merge at all. A count stays at 2⁵³ when it would go beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    series: Series,
    histogram: Histogram,
    not_applicable: u64,
    rejected: u64,
    partial: u64,
    unscored: u64,
}

impl Tally {
    /// No answers yet.
    #[must_use]
    pub const fn new(series: Series) -> Self {
        let histogram = Histogram::empty(series.scale());
        Self { series, histogram, not_applicable: 0, rejected: 0, partial: 0, unscored: 0 }
    }

    /// Counts an answer: as such on the scale, as rejected off it. Says whether it was valid.
    #[inline]
    pub fn add(&mut self, answer: i64) -> bool {
        self.add_many(answer, 1)
    }

    /// The same for `count` answers that are alike.
    #[inline]
    pub fn add_many(&mut self, answer: i64, count: u64) -> bool {
        let valid = u8::try_from(answer).is_ok_and(|point| self.histogram.add_many(point, count));
        if !valid {
            self.rejected = count::sum(self.rejected, count);
        }
        valid
    }

    /// Counts an answer whose follow-up was abandoned. The score counts like any other, and as partial besides.
    pub fn add_partial(&mut self, answer: i64) -> bool {
        let valid = self.add(answer);
        if valid {
            self.partial = count::sum(self.partial, 1);
        }
        valid
    }

    /// Counts a checked score.
    ///
    /// # Errors
    /// [`OtherMeasure`] when it is of another metric or scale than the series.
    pub fn add_score(&mut self, score: Score) -> Result<(), OtherMeasure> {
        let found = score.measure();
        if (found.metric(), found.scale()) != (self.series.metric(), self.series.scale()) {
            return Err(OtherMeasure { expected: self.series, found });
        }
        self.add(score.value().into());
        Ok(())
    }

    /// Counts a "not applicable": no answer, but worth knowing.
    pub const fn add_not_applicable(&mut self) {
        self.not_applicable = count::sum(self.not_applicable, 1);
    }

    /// Counts something that is no whole number on the scale: a fraction, a text, null.
    pub const fn add_rejected(&mut self) {
        self.rejected = count::sum(self.rejected, 1);
    }

    /// Counts a response that was begun and ended without a score.
    pub const fn add_unscored(&mut self) {
        self.unscored = count::sum(self.unscored, 1);
    }

    /// What is counted.
    #[must_use]
    pub const fn series(&self) -> Series {
        self.series
    }

    /// Counts per point, of which all statistics are made.
    #[must_use]
    pub const fn histogram(&self) -> &Histogram {
        &self.histogram
    }

    /// Counts per class. `None` when the bands are of another scale.
    #[must_use]
    pub fn classes(&self, bands: &Bands) -> Option<Classes> {
        self.histogram.classes(bands)
    }

    /// The Net Promoter Score in whole points, −100 to 100: see [`Classes::net_rounded`]. `None` without answers and for
    /// metrics other than `nps` and `enps`, whatever their scale.
    #[must_use]
    pub fn nps(&self) -> Option<i32> {
        let metric = self.series.metric();
        let measure = matches!(metric, Metric::Nps | Metric::Enps).then(|| Measure::of(metric, self.series.scale()));
        self.classes(&measure??.into())?.net_rounded()
    }

    /// How many valid answers there are, the partial ones among them.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.histogram.n()
    }

    /// How many said "not applicable". Not part of [`Tally::n`].
    #[must_use]
    pub const fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// How many answers were not valid. Not part of [`Tally::n`].
    #[must_use]
    pub const fn rejected(&self) -> u64 {
        self.rejected
    }

    /// How many of the valid answers were left at a later step.
    #[must_use]
    pub const fn partial(&self) -> u64 {
        self.partial
    }

    /// How many responses ended without a score. Not part of [`Tally::n`].
    #[must_use]
    pub const fn unscored(&self) -> u64 {
        self.unscored
    }
}

impl Merge for Tally {
    type Error = NotPooled;

    fn merge(&mut self, other: &Self) -> Result<(), NotPooled> {
        let apart = || NotPooled { expected: self.series, found: other.series };
        self.series.same(&other.series)?;
        let mut histogram = self.histogram;
        histogram.merge(&other.histogram).map_err(|_| apart())?;
        *self = Self {
            series: self.series,
            histogram,
            not_applicable: count::sum(self.not_applicable, other.not_applicable),
            rejected: count::sum(self.rejected, other.rejected),
            partial: count::sum(self.partial, other.partial),
            unscored: count::sum(self.unscored, other.unscored),
        };
        Ok(())
    }
}

/// A score of one metric and scale was to be counted with scores of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherMeasure {
    /// What the tally counts.
    pub expected: Series,
    /// What the score is of.
    pub found: Measure,
}

impl fmt::Display for OtherMeasure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found } = self;
        let (metric, scale) = (expected.metric().key(), expected.scale());
        write!(
            formatter,
            "a score of {found} cannot be counted with scores of {metric} {scale}; keep one tally for each"
        )
    }
}

impl core::error::Error for OtherMeasure {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Catalogue;
    use crate::metric::{Band, Scale};
    use crate::score::Tenths;
    use crate::settings::{Look, resolve};

    fn series(measure: Measure, hash: u32) -> Series {
        Series::new(measure.metric(), measure.scale(), Look::Numbers, hash).expect("a scale of the metric")
    }

    fn counted(measure: Measure, answers: &[i64]) -> (Tally, Classes) {
        let mut tally = Tally::new(series(measure, 1));
        for answer in answers {
            assert!(tally.add(*answer), "{answer} is off the scale");
        }
        (tally, tally.classes(&measure.into()).expect("bands of the scale"))
    }

    #[test]
    fn nothing_answered_is_no_score_rather_than_zero() {
        let (mut empty, classes) = counted(Measure::NPS, &[]);
        empty.add_not_applicable();
        empty.add_rejected();
        assert_eq!((empty.n(), empty.nps()), (0, None));
        assert_eq!((classes.net_rounded(), classes.net()), (None, None));
        assert_eq!((classes.share_rounded(Band::Positive), classes.share(Band::Positive)), (None, None));
        assert_eq!((classes.percents(), classes.tenths()), (None, None));
        assert_eq!((empty.histogram().mean(), empty.histogram().median()), (None, None));
    }

    #[test]
    fn each_metric_has_its_figure() {
        let figures = |measure, answers: &[i64]| {
            let (tally, classes) = counted(measure, answers);
            (tally.nps(), classes.share_rounded(Band::Positive), classes.net_rounded())
        };
        assert_eq!(figures(Measure::NPS, &[0, 6, 7, 8, 9, 10, 10, 10]), (Some(25), Some(Tenths(500)), Some(25)));
        assert_eq!(figures(Measure::ENPS, &[10, 10, 7, 0]), (Some(25), Some(Tenths(500)), Some(25)));
        assert_eq!(figures(Measure::CES, &[1, 3, 4, 5, 6, 7]), (None, Some(Tenths(500)), Some(17)));
        assert_eq!(figures(Measure::CSAT, &[1, 3, 4, 5, 5, 4]), (None, Some(Tenths(667)), Some(50)));
        // Low is good: three of four found it easy.
        assert_eq!(figures(Measure::CES1, &[1, 2, 2, 5]), (None, Some(Tenths(750)), Some(50)));
        // A question of satisfaction from 0 to 10 makes no NPS.
        let from_zero = Measure::of(Metric::Csat, Measure::NPS.scale()).expect("a scale of the metric");
        assert_eq!(figures(from_zero, &[10, 10, 7, 0]), (None, Some(Tenths(500)), Some(25)));
    }

    #[test]
    fn every_point_is_counted_where_it_is() {
        let (csat, classes) = counted(Measure::CSAT, &[1, 5, 5]);
        let points: Vec<_> = csat.histogram().points().collect();
        assert_eq!(points, [(1, 1), (2, 0), (3, 0), (4, 0), (5, 2)]);
        assert_eq!(classes.count(Band::Positive), 2);
    }

    #[test]
    fn own_classes_make_an_own_series() {
        let of = |negative, positive| {
            let pairs = [
                ("metric", "custom"),
                ("scale", "1-5"),
                ("question", "How was it?"),
                ("negative", negative),
                ("neutral", "3"),
                ("positive", positive),
            ];
            let settings = resolve(&pairs, &Catalogue::english()).expect("a survey").settings;
            let measure = settings.first.measure;
            let series = Series::parse(measure.metric(), measure.scale(), settings.first.look, &settings.series);
            Tally::new(series.expect("digits"))
        };
        let mut high_is_good = of("1,2", "4,5");
        let error = high_is_good.merge(&of("4,5", "1,2")).expect_err("other classes");
        assert_eq!(error.differs_in(), "wording");
        assert!(high_is_good.merge(&of("2,1", "5,4")).is_ok());
    }

    #[test]
    fn tallies_of_different_series_stay_apart() {
        let mut nps = Tally::new(series(Measure::NPS, 1));
        nps.add(9);
        let before = nps;
        let csat = Tally::new(series(Measure::CSAT, 2));
        let error = nps.merge(&csat).expect_err("another metric");
        assert_eq!(
            error.to_string(),
            "scores of csat 1-5 as numbers, series 00000002 cannot be pooled with scores of nps 0-10 as numbers, \
             series 00000001: another metric; keep one tally for each"
        );
        assert_eq!(nps, before);
        let other_scale = Series::new(Metric::Nps, Scale { min: 1, max: 5 }, Look::Numbers, 1).expect("a scale");
        let other_wording = series(Measure::NPS, 3);
        for (other, what) in [(other_scale, "scale"), (other_wording, "wording")] {
            let error = nps.merge(&Tally::new(other)).expect_err("another series");
            assert_eq!(error.differs_in(), what);
        }
    }

    #[test]
    fn a_score_of_another_metric_or_scale_is_not_counted() {
        let mut tally = Tally::new(series(Measure::CSAT, 1));
        let on = |metric, min, max| Measure::of(metric, Scale { min, max }).expect("a scale of the metric");
        for (other, name) in [
            (Measure::NPS, "nps 0-10"),
            (on(Metric::Csat, 1, 10), "csat 1-10"),
            (Measure::DELIGHT, "delight 1-5"),
            // The versions of CES, on scales with the same points.
            (on(Metric::Ces, 1, 5), "ces 1-5"),
            (Measure::CES1, "ces1 1-5"),
            (Measure::CES5, "ces5 1-5"),
        ] {
            let score = Score::new(other, 5).expect("on the scale");
            let error = tally.add_score(score).expect_err("another measure");
            assert_eq!(
                error.to_string(),
                format!("a score of {name} cannot be counted with scores of csat 1-5; keep one tally for each")
            );
        }
        assert_eq!(tally.n(), 0);
        tally.add_score(Score::new(Measure::CSAT, 5).expect("on the scale")).expect("of the series");
        assert_eq!(tally.n(), 1);
    }

    #[test]
    fn what_is_no_answer_is_counted_beside_the_answers() {
        let mut tally = Tally::new(series(Measure::NPS, 1));
        for answer in [10, 0, 11, -1, i64::MAX, i64::MIN] {
            tally.add(answer);
        }
        tally.add_partial(7);
        tally.add_partial(12);
        tally.add_not_applicable();
        tally.add_unscored();
        assert_eq!((tally.n(), tally.rejected(), tally.partial()), (3, 5, 1));
        assert_eq!((tally.not_applicable(), tally.unscored()), (1, 1));
    }

    #[test]
    fn a_tally_is_small() {
        assert!(size_of::<Tally>() <= 144, "{}", size_of::<Tally>());
    }
}
