//! What is believed after the answers: posteriors of shares and net scores.

mod net;
mod share;

pub use net::NetPosterior;
pub use share::SharePosterior;

/// Priors that are taken: a mass from a tenth of an answer to a million answers.
const PRIORS: core::ops::RangeInclusive<f64> = 0.1..=1e6;
