//! Moments as the marketer's own clock shows them.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// The present, as RFC 3339 in UTC.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// The time of day of an RFC 3339 text, `12:03`.
pub fn time(moment: &str, locale: &str) -> String {
    let date = Date::new(&moment.into());
    let options = options(&[("hour", "2-digit"), ("minute", "2-digit")]);
    date.to_locale_time_string_with_options(locale, &options).into()
}

/// The day of an RFC 3339 text, `Saturday 21 November`.
pub fn day(moment: &str, locale: &str) -> String {
    let date = Date::new(&moment.into());
    let options = options(&[("weekday", "long"), ("day", "numeric"), ("month", "long")]);
    date.to_locale_date_string(locale, &options).into()
}

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    for (name, value) in pairs {
        // A fresh plain object takes every key.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options.into()
}

/// The present in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock before 1970 counts as 1970")]
pub fn milliseconds() -> u64 {
    Date::now() as u64
}
