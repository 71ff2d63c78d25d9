//! The site file.

mod check;
mod colours;
mod flatten;
mod schema;
