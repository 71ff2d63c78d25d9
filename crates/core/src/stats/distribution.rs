//! The distributions behind the intervals: normal, Student t, beta and χ².
//!
//! Error and log-gamma function come from `libm`. The incomplete beta function is our own, because the intervals ask for
//! quantiles at parameters from ½ to 10¹⁹ and must come back from all of them; each is checked against SciPy in the
//! golden files. Every function answers `None` outside its domain, so that no NaN leaves.

pub mod beta;
pub mod chi_square;
pub mod normal;
pub(crate) mod root;
mod stirling;
pub mod student_t;
