//! Properties that hold for every sample, not only for those of the golden files, and for whatever else is read.
//!
//! `PROPTEST_CASES` sets how many inputs each is tried on; without it 256. Without a finding ran:
//!
//! ```text
//! PROPTEST_CASES=1000000 cargo test --release -p meetpunt-core --all-features --test properties
//! ```

mod anything;
mod asking;
mod counting;
#[cfg(feature = "read")]
mod events;
mod intervals;
mod languages;
mod models;
mod samples;
mod settings;
