//! Comparing two samples: is the difference more than chance?
//!
//! For independent samples only. Overlapping rolling windows, and the same respondents asked twice, are not.

mod difference;
mod holm;
mod means;
mod nets;
mod proportions;

pub use difference::Difference;
pub use holm::holm;
pub use means::means;
pub use nets::nets;
pub use proportions::proportions;
