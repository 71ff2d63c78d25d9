//! What the widget asks of whoever mounts it. The other side is `src/shell/effects.js`, for the loader and for Yew programs alike.

#[cfg(any(feature = "component", feature = "embed"))]
mod effects;
#[cfg(any(feature = "component", feature = "embed"))]
mod read;

use meetpunt_core::wire::State;

#[cfg(any(feature = "component", feature = "embed"))]
pub(crate) use effects::{Callback, Effects};
#[cfg(any(feature = "component", feature = "embed"))]
pub(crate) use read::config;

/// Carries effects of a survey out. Implementations must not panic and must not call back into the survey at once.
pub trait Host {
    /// The survey stands on the page now: it can be looked whether the visitor sees it.
    fn opened(&self);

    /// Asks the page whether it minds that this event (a CloudEvent as JSON) is saved. Returns context to add, or `None`
    /// when the page takes care of the event itself.
    fn submit(&self, event: &str) -> Option<Vec<(String, String)>>;

    /// Takes the short form of the body that is saved next, for an endpoint that finds that one too large.
    fn shorten(&self, body: &str);

    /// Keeps and sends a body. After a completed one the survey waits to be told whether it is safe.
    fn save(&self, id: &str, body: &str, state: State);

    /// Tells the page: event name without prefix, and its detail as JSON.
    fn emit(&self, name: &str, detail: &str);

    /// Notes an outcome (`answered`, `dismissed`) with the record of who was asked.
    fn remember(&self, outcome: &str);

    /// Sends what waits, because the visitor asked for it.
    fn retry(&self);

    /// The visitor closed the survey.
    fn close(&self);
}
