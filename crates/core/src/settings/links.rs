//! Links that the widget shows.

use super::input::Input;

/// The privacy page: an absolute `https:` address without a user name.
pub(super) fn privacy(input: &mut Input<'_>) -> Option<String> {
    let expected = "an address that begins with https://";
    input.parsed("privacy-link", None, expected, |text| {
        let (scheme, rest) = text.split_at_checked(8)?;
        let ends_host = |byte: u8| matches!(byte, b'/' | b'?' | b'#');
        let host = rest.bytes().take_while(|byte| !ends_host(*byte));
        let mut host_bytes = 0;
        for byte in host {
            if matches!(byte, b'@' | b'\\') {
                return None;
            }
            host_bytes += 1;
        }
        let usable = scheme.eq_ignore_ascii_case("https://")
            && host_bytes > 0
            && !text.bytes().any(|byte| byte <= b' ' || byte == 0x7f);
        usable.then(|| Some(text.to_owned()))
    })
}
