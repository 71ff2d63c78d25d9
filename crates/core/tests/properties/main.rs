//! Properties that hold for every sample, not only for those of the golden files.

mod asking;
mod counting;
mod intervals;
mod models;
mod samples;
