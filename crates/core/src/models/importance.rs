//! Importance against performance: where to put the effort.
//!
//! After Martilla and James, Importance-Performance Analysis (1977).

use core::cmp::Ordering;

use crate::metric::Layer;
use crate::words::words;

/// How important a touchpoint is and how it does, on one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rated {
    /// Its importance: stated by respondents, or derived by [`drivers`](super::drivers).
    pub importance: f64,
    /// Its performance.
    pub performance: f64,
    /// The layer that it is measured for.
    pub layer: Option<Layer>,
}

words! {
    /// What to do about a touchpoint.
    pub enum Quadrant {
        /// Important and weak.
        ConcentrateHere = "concentrate-here",
        /// Important and strong.
        KeepUp = "keep-up",
        /// Unimportant and strong.
        PossibleOverkill = "possible-overkill",
        /// Unimportant and weak.
        LowPriority = "low-priority",
    }
}

/// How importance was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Respondents were asked. The default.
    #[default]
    Stated,
    /// From its association with an overall score. Basics look unimportant there while they are steadily good, so that they
    /// always count as important.
    Derived,
}

/// Where the field is parted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Crosshair {
    /// At the means of all touchpoints. The default.
    #[default]
    Means,
    /// At fixed values, such as the middles of the scales.
    At {
        /// From here on importance is high.
        importance: f64,
        /// From here on performance is high.
        performance: f64,
    },
}

/// The place of one touchpoint in the field.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// What to do about it.
    pub quadrant: Quadrant,
    /// Importance less performance: the greater, the more is to be gained.
    pub gap: f64,
    /// Its rank by gap, from 1; equal gaps in the order given.
    pub rank: usize,
}

/// The field with all touchpoints in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// From here on importance counts as high.
    pub importance: f64,
    /// From here on performance counts as high.
    pub performance: f64,
    /// The touchpoints, in the order given.
    pub places: Vec<Place>,
}

/// Places touchpoints in the four quadrants. Exactly at the cross-hair is high. `None` without touchpoints and for figures
/// that are not finite.
#[must_use]
pub fn field(touchpoints: &[Rated], crosshair: Crosshair, source: Source) -> Option<Field> {
    let finite = |rated: &Rated| rated.importance.is_finite() && rated.performance.is_finite();
    if touchpoints.is_empty() || !touchpoints.iter().all(finite) {
        return None;
    }
    let (importance, performance) = match crosshair {
        Crosshair::At { importance, performance } => (importance, performance),
        Crosshair::Means => (mean(touchpoints, |rated| rated.importance), mean(touchpoints, |rated| rated.performance)),
    };
    let mut places: Vec<Place> = touchpoints
        .iter()
        .map(|rated| {
            let basic = source == Source::Derived && rated.layer == Some(Layer::Basics);
            let important = basic || is_high(rated.importance, importance);
            let quadrant = match (important, is_high(rated.performance, performance)) {
                (true, false) => Quadrant::ConcentrateHere,
                (true, true) => Quadrant::KeepUp,
                (false, true) => Quadrant::PossibleOverkill,
                (false, false) => Quadrant::LowPriority,
            };
            Place { quadrant, gap: rated.importance - rated.performance, rank: 0 }
        })
        .collect();
    let mut order: Vec<&mut Place> = places.iter_mut().collect();
    order.sort_by(|a, b| b.gap.partial_cmp(&a.gap).unwrap_or(Ordering::Equal));
    for (place, rank) in order.into_iter().zip(1..) {
        place.rank = rank;
    }
    (importance.is_finite() && performance.is_finite()).then_some(Field { importance, performance, places })
}

/// At least the bound, or so near to it that only the rounding of a mean lies between.
fn is_high(figure: f64, bound: f64) -> bool {
    figure >= bound - 1e-12 * bound.abs()
}

fn mean(touchpoints: &[Rated], of: impl Fn(&Rated) -> f64) -> f64 {
    let (sum, count) = touchpoints.iter().fold((0.0, 0.0), |(sum, count), rated| (sum + of(rated), count + 1.0));
    sum / count
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn rated(importance: f64, performance: f64, layer: Option<Layer>) -> Rated {
        Rated { importance, performance, layer }
    }

    #[test]
    fn basics_are_never_a_low_priority_by_derived_importance() {
        let touchpoints =
            [rated(0.1, 6.0, Some(Layer::Basics)), rated(0.1, 6.0, None), rated(0.8, 9.0, Some(Layer::Special))];
        let quadrants = |source| {
            let field = field(&touchpoints, Crosshair::Means, source).expect("three touchpoints");
            field.places.iter().map(|place| place.quadrant).collect::<Vec<_>>()
        };
        use Quadrant::{ConcentrateHere, KeepUp, LowPriority};
        assert_eq!(quadrants(Source::Derived), [ConcentrateHere, LowPriority, KeepUp]);
        assert_eq!(quadrants(Source::Stated), [LowPriority, LowPriority, KeepUp]);
    }

    #[test]
    fn touchpoints_that_are_all_alike_are_all_at_the_mean_and_so_high() {
        let touchpoints = [rated(0.1, 0.7, None); 7];
        let field = field(&touchpoints, Crosshair::Means, Source::Stated).expect("touchpoints");
        assert!(field.places.iter().all(|place| place.quadrant == Quadrant::KeepUp));
        assert!(field.places.iter().map(|place| place.rank).eq(1..=7));
    }

    #[test]
    fn nothing_and_nonsense_have_no_field() {
        assert_eq!(field(&[], Crosshair::Means, Source::Stated), None);
        assert_eq!(field(&[rated(f64::NAN, 1.0, None)], Crosshair::Means, Source::Stated), None);
        let at = Crosshair::At { importance: f64::NAN, performance: 5.0 };
        assert_eq!(field(&[rated(1.0, 1.0, None)], at, Source::Stated), None);
    }
}
