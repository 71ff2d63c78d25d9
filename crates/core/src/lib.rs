//! Scoring without a browser.
//!
//! A survey's settings become one resolved value ([`settings::resolve`]); a chosen point becomes a [`Score`] with
//! its [`Class`]; an answer becomes a [`wire::Event`], and its JSON is what an endpoint receives. Time, randomness
//! and stored state are arguments: nothing here knows a browser, a clock or a network.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
// What the small cut does not reach, the linker drops.
#![cfg_attr(not(feature = "whole"), allow(dead_code))]

pub mod cut;
mod decimal;
pub mod eligibility;
mod error;
pub mod id;
mod json;
pub mod keys;
pub mod locale;
pub mod metric;
#[cfg(feature = "whole")]
pub mod models;
pub mod redact;
pub mod rounding;
pub mod score;
pub mod series;
pub mod session;
pub mod settings;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "whole")]
pub mod stats;
mod text;
pub mod theme;
pub mod time;
pub mod wire;
pub mod words;

pub use error::Error;
pub use locale::Catalogue;
pub use metric::{Band, Class, Layer, Measure, Metric, Points, Scale, ScaleTable};
pub use score::{Rejected, Score, Tenths};
pub use words::Word;
