//! Tallies of many series at once.

use super::series::Series;
use super::tally::Tally;

/// Values from 0 on that are counted apart; the last stands for everything else.
const SLOTS: usize = 16;

/// Many tallies side by side, for counting a column of answers fast: a series takes 32 bytes of what is written to at each
/// answer, so that a thousand of them stay in the processor's nearest cache.
///
/// What is counted is the same as by one [`Tally::add`] for each answer.
#[derive(Clone, Debug)]
pub struct Tallies {
    tallies: Vec<Tally>,
    /// What is not in the tallies yet, by series and value.
    recent: Vec<[u16; SLOTS]>,
}

impl Tallies {
    /// How many bytes of a series are written to while counting, beside its tally.
    pub const WRITTEN: usize = size_of::<[u16; SLOTS]>();

    /// One empty tally for each series, in the order given.
    #[must_use]
    pub fn new(series: impl IntoIterator<Item = Series>) -> Self {
        let tallies: Vec<Tally> = series.into_iter().map(Tally::new).collect();
        let recent = vec![[0; SLOTS]; tallies.len()];
        Self { tallies, recent }
    }

    /// Counts an answer of the series at `place`: as such on its scale, as rejected off it. `false`, and nothing counted,
    /// when there is no such series.
    #[inline]
    pub fn add(&mut self, place: usize, answer: i64) -> bool {
        let Some(slots) = self.recent.get_mut(place) else {
            return false;
        };
        let slot = usize::try_from(answer).map_or(SLOTS - 1, |value| value.min(SLOTS - 1));
        slots[slot] += 1;
        if slots[slot] == u16::MAX {
            self.settle(place);
        }
        true
    }

    /// The tallies, in the order of the series.
    #[must_use]
    pub fn into_tallies(mut self) -> Vec<Tally> {
        for place in 0..self.tallies.len() {
            self.settle(place);
        }
        self.tallies
    }

    /// Moves what was counted lately into the tally.
    #[cold]
    fn settle(&mut self, place: usize) {
        if let (Some(tally), Some(slots)) = (self.tallies.get_mut(place), self.recent.get_mut(place)) {
            for (value, count) in (0..).zip(slots) {
                tally.add_many(value, u64::from(core::mem::take(count)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Measure, Metric};
    use crate::settings::Look;

    #[test]
    fn many_answers_of_many_series_are_counted_as_one_by_one() {
        let scale = Measure::CSAT.scale();
        let series: Vec<Series> =
            (0..3).filter_map(|hash| Series::new(Metric::Csat, scale, Look::Numbers, hash)).collect();
        let mut apart: Vec<Tally> = series.iter().copied().map(Tally::new).collect();
        let mut together = Tallies::new(series);
        // More than a slot holds, and every kind of value.
        for round in 0..200_000_i64 {
            let answer = [5, 0, 4, -1, 1, 15, 16, i64::MAX, i64::MIN][(round % 9) as usize];
            for (place, tally) in apart.iter_mut().enumerate() {
                let answer = if place == 2 { 3 } else { answer };
                tally.add(answer);
                assert!(together.add(place, answer));
            }
        }
        assert!(!together.add(3, 5));
        assert_eq!(together.into_tallies(), apart);
    }
}
