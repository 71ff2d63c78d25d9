//! The ways to an interval for a net score.

use super::super::confidence::Confidence;
use super::super::estimate::Method;

/// How the interval of a net score is computed.
///
/// Exact coverage of a nominal 95 % over six mixes of classes, mean (least), by full enumeration:
///
/// | n | Wald | adjusted Wald | z²/3 | score |
/// | --- | --- | --- | --- | --- |
/// | 10 | .846 (.649) | .943 (.930) | .951 (.930) | .960 (.948) |
/// | 30 | .916 (.841) | .951 (.942) | .950 (.939) | .954 (.947) |
/// | 100 | .942 (.930) | .952 (.948) | .952 (.949) | .951 (.948) |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NetMethod {
    /// Score ± z · standard error. Too narrow below 100 answers, and of width 0 when all are in one class.
    Wald,
    /// Wald after adding ¾ to the negative, 1½ to the neutral and ¾ to the positive class: Rocks 2016, and the default of
    /// the R package NPS.
    #[default]
    AdjustedWald,
    /// Wald after adding z²/3 to each class: another method of nearly the same name, with other numbers.
    AdjustedWaldSquared,
    /// The score interval of Tango 1998, "iterative" in the R package NPS.
    Score,
    /// Simultaneous for all contrasts of the three shares (Goodman 1964): too wide for one score.
    Goodman,
}

impl NetMethod {
    /// All methods.
    pub const ALL: [Self; 5] = [Self::Wald, Self::AdjustedWald, Self::AdjustedWaldSquared, Self::Score, Self::Goodman];

    /// What is added to the negative, neutral and positive class.
    pub(super) const fn pseudo_observations(self, confidence: Confidence) -> [f64; 3] {
        match self {
            Self::AdjustedWald => [0.75, 1.5, 0.75],
            Self::AdjustedWaldSquared => [confidence.z() * confidence.z() / 3.0; 3],
            Self::Wald | Self::Score | Self::Goodman => [0.0; 3],
        }
    }
}

impl From<NetMethod> for Method {
    fn from(method: NetMethod) -> Self {
        match method {
            NetMethod::Wald => Self::Wald,
            NetMethod::AdjustedWald => Self::AdjustedWald,
            NetMethod::AdjustedWaldSquared => Self::AdjustedWaldSquared,
            NetMethod::Score => Self::Score,
            NetMethod::Goodman => Self::Goodman,
        }
    }
}
