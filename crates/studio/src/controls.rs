//! The form controls of the panel: native inputs with a label, help and a look.

mod choices;
mod incoming;
mod notes;
mod pick;
mod section;
mod ticks;
mod typed;
mod writing;

pub use choices::{Choice, Choices, Shape};
pub use incoming::Incoming;
pub use notes::note;
pub use pick::Pick;
pub use section::Section;
pub use ticks::{Tick, Ticks};
pub use typed::Typed;
pub use writing::Writing;
