//! What the name of a file says about it.

/// Types by extension. Texts say their encoding: not every file can say it inside.
const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("md", "text/plain; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
];

/// Digits of the hash in a file's name.
const HASH_DIGITS: usize = 10;

/// The media type of the file at this path of an address; a folder is its `index.html`.
pub(super) fn media_type(path: &str) -> Option<&'static str> {
    let extension = if path.ends_with('/') { "html" } else { path.rsplit_once('.')?.1 };
    TYPES.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind)
}

/// Whether the name carries the hash of the content, as `meetpunt-0123456789.wasm` does: such a file never changes.
pub(super) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let Some((_, tail)) = name.rsplit_once('-') else {
        return false;
    };
    let digits = tail.split_once('.').map_or("", |(digits, _)| digits);
    digits.len() == HASH_DIGITS && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_with_a_hash_in_their_name_are_kept_for_good() {
        for (path, hashed) in [
            ("/meetpunt-0123456789.mjs", true),
            ("/locales/pt-BR-0a1b2c3d4e.json", true),
            ("/preview/studio-abcdef0123.css", true),
            ("/meetpunt.js", false),
            ("/preview/", false),
            ("/part-stars.js", false),
            ("/meetpunt-01234567.mjs", false),
            ("/meetpunt-0123456789ab.mjs", false),
            ("/meetpunt-ABCDEF0123.mjs", false),
            ("/meetpunt-0123456789", false),
            ("/folder-0123456789.x/index.html", false),
        ] {
            assert_eq!(is_hashed(path), hashed, "{path}");
        }
    }
}
