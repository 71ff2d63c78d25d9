//! The widget that a visitor meets: one micro-survey as a Yew component.
//!
//! | room | holds |
//! | --- | --- |
//! | [`component`] | `<Survey>` for Yew programs: typed settings, one callback (feature `component`, on by default) |
//! | [`view`] | the survey itself and what it draws: frame, question, scale, follow-up, thanks |
//! | [`browser`] | the little that the view needs of web-sys: clock, random bytes, focus, popovers |
//! | [`host`] | what the view asks of whoever mounts it: keep, send, tell |
//! | `embed` | the functions that the loader calls (feature `embed`) |
//!
//! Scoring, settings, steps and the posted body are `meetpunt-core`; storing and sending are `src/shell/`.
//! The view only carries effects out: it decides nothing about measurement.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod browser;
#[cfg(feature = "component")]
pub mod component;
pub mod host;
pub mod view;

#[cfg(feature = "embed")]
mod embed;

/// The release carries an allocator of few bytes (1.7 kB less than the standard library's).
#[cfg(all(feature = "embed", target_arch = "wasm32"))]
#[global_allocator]
static HEAP: meetpunt_heap::WasmHeap = meetpunt_heap::WasmHeap::new();

#[cfg(feature = "component")]
pub use component::{Answered, Storage, Submit, Survey, SurveyConfig, SurveyEvent, SurveyProps, send_leftovers};
pub use host::Host;

/// What the typed settings of [`SurveyConfig`] take, and what is said about wrong ones.
#[cfg(feature = "component")]
pub use meetpunt_core::{
    Metric, Scale,
    settings::{Display, FollowUp, Format, Look, Position, Sending, SettingError, Theme, Warning, Wording},
};
