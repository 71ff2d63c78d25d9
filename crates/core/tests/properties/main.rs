//! Properties that hold for every sample, not only for those of the golden files.

mod counting;
mod intervals;
mod models;
mod samples;
