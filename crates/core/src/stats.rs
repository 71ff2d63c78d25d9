//! The statistics of survey answers.
//!
//! Answers are counted in a [`Tally`], one for each [`Series`]; a tally becomes a [`Histogram`] of points and, with the
//! [`Bands`] of its metric, three [`Classes`]. From these come figures: a [`NetScore`], a [`Proportion`], a [`Mean`]. A
//! figure's [`Estimate`] says how sure it is, by which method, and from how many answers.
//!
//! ```
//! use meetpunt_core::stats::{Classes, Confidence, NetMethod};
//!
//! let answers = Classes::new(20, 35, 45);
//! let nps = answers.net().expect("a hundred answers");
//! let estimate = nps.estimate(NetMethod::AdjustedWald, Confidence::NinetyFive);
//! assert_eq!(estimate.value, 25.0);
//! let interval = estimate.interval.expect("a net score has one");
//! assert_eq!(format!("{:.1} to {:.1}", interval.lower, interval.upper), "9.5 to 39.1");
//! ```
//!
//! Everything is generic over scales and classes: nothing here asks which metric it is. A sample without answers has no
//! figures (`None`), never 0 and never NaN. No function panics, whatever it is given.
//!
//! | module | what |
//! | --- | --- |
//! | [`compare`] | two scores, shares or means; many tests at once |
//! | [`sample_size`] | how many answers are needed |
//! | [`posterior`] | Dirichlet and Beta posteriors |
//! | [`strata`] | post-stratification |
//! | [`trend`] | rolling windows, XmR signals, EWMA; months and weeks with the feature `zones` |
//! | [`coverage`] | how often the intervals are right |
//! | [`distribution`] | normal, t, beta, χ² |

mod bands;
mod better;
mod classes;
pub mod compare;
mod confidence;
mod count;
pub mod coverage;
pub mod distribution;
mod estimate;
mod histogram;
mod mean;
mod merge;
mod net;
mod objective;
mod population;
pub mod posterior;
mod proportion;
mod quadrature;
pub mod sample_size;
pub mod sampling;
mod series;
pub mod strata;
mod tallies;
mod tally;
pub mod trend;
mod weighted;

pub use bands::{BadSets, Bands};
pub use better::Better;
pub use classes::Classes;
pub use confidence::Confidence;
pub use estimate::{Estimate, Interval, Method, Unit};
pub use histogram::{Histogram, OtherScale};
pub use mean::Mean;
pub use merge::Merge;
pub use net::{NetMethod, NetScore};
pub use objective::Objective;
pub use population::Population;
pub use proportion::{Proportion, ProportionMethod};
pub use series::{NotPooled, Series};
pub use tallies::Tallies;
pub use tally::{OtherMeasure, Tally};
pub use weighted::{Refused, Weight, WeightedTally};
