//! The models around the metrics: layers, loyalty, importance, the journey, and what may be shown of small samples.
//!
//! A model joins figures of [`stats`](crate::stats) under a rule of its own. Each says what it does not know: a verdict is
//! `unknown` or `None` where an answer is missing, never a guess.

pub mod balance;
pub mod cells;
pub mod drivers;
pub mod engagement;
pub mod funnel;
pub mod gate;
pub mod importance;
pub mod journey;
pub mod loyalty;
pub mod touchpoint;

pub use balance::Balance;
pub use cells::Visibility;
pub use drivers::{Driver, Drivers};
pub use engagement::Engagement;
pub use funnel::Funnel;
pub use gate::{Gate, Verdict};
pub use importance::{Crosshair, Field, Place, Quadrant, Rated, Source};
pub use journey::{LifecycleStep, Phase, WaveStep};
pub use loyalty::{Loyal, LoyaltyRule, LoyaltyTally, Triple};
pub use touchpoint::Touchpoint;
