//! Figures over time: windows that pool counts, signals, smoothing, calendar months and weeks.

#[cfg(feature = "zones")]
pub mod calendar;
mod ewma;
mod rolling;
mod xmr;

pub use ewma::{ALPHA, ewma};
pub use rolling::{Window, rolling};
pub use xmr::Xmr;
