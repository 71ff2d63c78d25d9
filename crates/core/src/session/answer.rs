//! What a visitor chooses and gives.

use crate::metric::Measure;
use crate::score::Score;
use crate::wire::More;

/// What is chosen on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A point.
    Point(u8),
    /// That the question does not apply.
    NotApplicable,
}

impl Choice {
    /// The point, if it is one.
    #[must_use]
    pub fn point(self) -> Option<u8> {
        match self {
            Self::Point(point) => Some(point),
            Self::NotApplicable => None,
        }
    }

    /// What it becomes when it is given; `None` for a point beyond the scale.
    pub(super) fn answer(self, measure: Measure) -> Option<Answer> {
        match self {
            Self::Point(point) => Score::new(measure, point.into()).ok().map(Answer::Score),
            Self::NotApplicable => Some(Answer::NotApplicable),
        }
    }
}

/// What was given to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A score.
    Score(Score),
    /// That the question does not apply.
    NotApplicable,
}

impl Answer {
    /// The score, if it is one.
    #[must_use]
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Score(score) => Some(score),
            Self::NotApplicable => None,
        }
    }

    /// The answer to a further question as it travels.
    pub(super) fn more(self, measure: Measure) -> More {
        match self {
            Self::Score(score) => More::of(score),
            Self::NotApplicable => More::not_applicable(measure),
        }
    }
}
