//! The visitor's clock.

/// Milliseconds since 1970, as the visitor's clock has it.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}
