//! The ways to an interval for a share.

use super::super::estimate::Method;

/// How the interval of a share is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProportionMethod {
    /// The score interval of Wilson 1927: recommended by Agresti and Coull 1998 and by Brown, Cai and DasGupta 2001.
    #[default]
    Wilson,
    /// Wald after adding z²/2 hits and as many misses (Agresti and Coull 1998).
    AgrestiCoull,
    /// Exact: covers at least as often as it says, and is wider than need be (Clopper and Pearson 1934).
    ClopperPearson,
    /// Quantiles of Beta(hits + ½, misses + ½); at 0 hits from 0, without misses to 1 (Brown, Cai and DasGupta 2001).
    Jeffreys,
    /// Share ± z · standard error: only for teaching.
    Wald,
}

impl ProportionMethod {
    /// All methods.
    pub const ALL: [Self; 5] = [Self::Wilson, Self::AgrestiCoull, Self::ClopperPearson, Self::Jeffreys, Self::Wald];
}

impl From<ProportionMethod> for Method {
    fn from(method: ProportionMethod) -> Self {
        match method {
            ProportionMethod::Wilson => Self::Wilson,
            ProportionMethod::AgrestiCoull => Self::AgrestiCoull,
            ProportionMethod::ClopperPearson => Self::ClopperPearson,
            ProportionMethod::Jeffreys => Self::Jeffreys,
            ProportionMethod::Wald => Self::Wald,
        }
    }
}
