//! The site file.

mod check;
mod colours;
mod documents;
mod flatten;
mod schema;
