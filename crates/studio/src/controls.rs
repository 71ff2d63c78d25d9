//! The form controls of the panel: native inputs with a label, help and a look.

mod choices;
mod section;
mod writing;

pub use choices::{Choice, Choices, Shape};
pub use section::Section;
pub use writing::Writing;
