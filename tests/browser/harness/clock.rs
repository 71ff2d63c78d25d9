//! A clock of the page that a test may set.

/// A script for a page on which time passes ten times faster.
pub const TEN_TIMES: &str = "{
    const wait = window.setTimeout, now = Date.now, begin = now();
    window.setTimeout = (call, time, ...words) => wait(call, time / 10, ...words);
    Date.now = () => begin + (now() - begin) * 10;
    window.heard?.mark();
}";

/// A script for a page whose clock is ahead by so many milliseconds (`shift`), which may change later.
pub fn shifted(milliseconds: i64) -> String {
    format!("{{ const now = Date.now; window.shop = {{shift: {milliseconds}}}; Date.now = () => now() + shop.shift; }}")
}
