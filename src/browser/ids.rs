//! Identifiers of showings.

use meetpunt_core::id;

/// Mints the id of one showing: an UUIDv7 from the visitor's clock and the browser's random bytes.
///
/// Without random bytes (an ancient or crippled page) the id rests on the clock alone; a receiver may then take two
/// answers of the same millisecond for one.
pub fn submission_id(now: u64) -> String {
    let mut random = [0; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    id::uuid_v7(now, random)
}
