//! The promises of the core, each from outside.

mod custom;
mod documents;
mod eligibility;
#[cfg(feature = "whole")]
mod form;
mod locales;
mod metrics;
mod questions;
#[cfg(feature = "read")]
mod read;
mod redact;
mod rules;
mod score;
mod series;
mod settings;
#[cfg(feature = "site")]
mod site;
mod theme;
mod time;
mod wire;
