//! Identifiers of showings.

use meetpunt_core::id;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn fill_randomly(bytes: &mut [u8]) -> Result<(), JsValue>;
}

/// Mints the id of one showing: an UUIDv7 from the visitor's clock and the browser's random bytes.
///
/// Without random bytes (an ancient or crippled page) the id rests on the clock alone; a receiver may then take two
/// answers of the same millisecond for one.
pub fn submission_id(now: u64) -> String {
    let mut random = [0; 10];
    let _ = fill_randomly(&mut random);
    id::uuid_v7(now, random)
}
