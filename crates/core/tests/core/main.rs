//! The promises of the core, each from outside.

mod documents;
mod eligibility;
#[cfg(feature = "form")]
mod form;
mod golden;
mod locales;
#[cfg(feature = "read")]
mod read;
mod redact;
mod score;
mod series;
mod settings;
mod tally;
mod theme;
mod time;
mod wire;
