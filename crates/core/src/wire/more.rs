//! Answers to further metrics of the same survey.

use serde::Serialize;

use crate::metric::{Measure, Metric, Scale};
use crate::score::{Score, Tenths};

/// The answer to a further metric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct More {
    /// What was measured.
    pub metric: Metric,
    /// The points of the scale.
    pub scale: Scale,
    /// The layer that the metric measures.
    pub layer: Option<String>,
    /// The chosen point; null when not applicable.
    pub score: Option<u8>,
    /// The class of the score.
    pub class: Option<String>,
    /// The score from 0.0 to 100.0.
    pub normalised: Option<Tenths>,
    /// Whether the visitor said that the question does not apply.
    #[cfg_attr(feature = "read", serde(default))]
    pub na: bool,
}

impl More {
    /// The answer to a further metric, as a score.
    #[must_use]
    pub fn of(score: Score) -> Self {
        Self {
            score: Some(score.value()),
            class: Some(score.class().name.to_owned()),
            normalised: Some(score.normalised()),
            na: false,
            ..Self::not_applicable(score.measure())
        }
    }

    /// "Not applicable": no score, no class.
    #[must_use]
    pub fn not_applicable(measure: Measure) -> Self {
        Self {
            metric: measure.metric(),
            scale: measure.scale(),
            layer: layer_of(measure),
            score: None,
            class: None,
            normalised: None,
            na: true,
        }
    }
}

/// The layer as it travels.
pub(super) fn layer_of(measure: Measure) -> Option<String> {
    measure.layer().map(|layer| layer.key().to_owned())
}
