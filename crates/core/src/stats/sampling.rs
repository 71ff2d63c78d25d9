//! Deterministic sampling: the same key always falls on the same side.

use crate::id::fnv1a64;

/// How many buckets there are: basis points.
pub const BUCKETS: u16 = 10_000;

/// The bucket of a key, 0 to 9,999: its 64-bit FNV-1a hash modulo 10,000.
#[must_use]
pub fn bucket(key: &str) -> u16 {
    u16::try_from(fnv1a64(key.as_bytes()) % u64::from(BUCKETS)).unwrap_or_default()
}

/// Whether a key is in a sample of `rate` basis points: 2,500 takes a quarter, 10,000 everybody.
#[must_use]
pub fn takes(key: &str, rate: u16) -> bool {
    bucket(key) < rate
}
