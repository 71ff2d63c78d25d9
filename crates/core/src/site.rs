//! The site file: all surveys of a site in one JSON document. For native programs.
//!
//! ```json
//! {"version": 1, "defaults": {"brand": "Example Shop"}, "surveys": [{"id": "nps", "metric": "nps"}]}
//! ```
//!
//! [`SETTINGS`] lists every setting once. [`schema()`] is that table for editors, [`check()`] reads a file as a person wrote it and
//! says what to mend, [`check_colours()`] looks at a style sheet, [`flatten()`] turns one survey into the pairs that [`settings`](crate::settings) reads.

mod check;
mod colours;
mod finding;
mod flatten;
mod number;
mod schema;
mod setting;
mod table;

pub use check::check;
pub use colours::check_colours;
pub use finding::{Finding, Severity};
pub use flatten::flatten;
pub use schema::schema;
pub use setting::{Kind, Setting, camel, kebab};
pub use table::{SETTINGS, setting};

/// The version of the format.
pub const VERSION: u64 = 1;
