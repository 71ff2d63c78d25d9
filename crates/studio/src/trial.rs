//! Trying the rules: a visitor who comes and goes, and what a month of visitors would bring.

mod forecast;
mod panel;
mod pattern;
mod story;

pub use panel::Trial;
