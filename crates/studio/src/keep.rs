//! Where drafts are kept: in this browser, and in the part of an address that no server sees.

use web_sys::Storage;

use crate::draft::Draft;
use crate::map::Map;
use crate::strings::Tongue;
use crate::touchpoint::Touchpoint;

const DRAFT: &str = "meetpunt-studio.draft";
const JOURNEY: &str = "meetpunt-studio.journey";
const TONGUE: &str = "meetpunt-studio.language";
/// What a link with a draft has after its `#`.
const FRAGMENT: &str = "draft=";
/// The same on a page of the shop, as `src/shell/page/draft.js` reads it.
const SHOP_FRAGMENT: &str = "meetpunt-draft=";

/// None where the browser denies it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Keeps a draft; false where it cannot be kept.
pub fn keep(draft: &Draft, touchpoint: Touchpoint) -> bool {
    let text = draft.to_json(touchpoint).to_string();
    storage().is_some_and(|storage| storage.set_item(DRAFT, &text).is_ok())
}

/// The draft that was kept.
pub fn kept() -> Option<(Draft, Touchpoint)> {
    let text = storage()?.get_item(DRAFT).ok()??;
    Draft::of_json(&serde_json::from_str(&text).ok()?)
}

/// Keeps the journey file; what cannot be kept can still be copied.
pub fn keep_journey(map: &Map) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(JOURNEY, &map.written());
    }
}

/// The journey file that was kept.
pub fn journey() -> Option<Map> {
    Map::read(&storage()?.get_item(JOURNEY).ok()??).ok()
}

/// The language that the studio was set to, or the browser's own.
pub fn tongue() -> Tongue {
    let kept = storage().and_then(|storage| storage.get_item(TONGUE).ok()?);
    let own = || web_sys::window().and_then(|window| window.navigator().language());
    kept.or_else(own).map_or(Tongue::English, |tag| Tongue::of(&tag))
}

/// Remembers the language, and tells it to readers of the page.
pub fn keep_tongue(tongue: Tongue) {
    if let Some(storage) = storage() {
        // Then it is the browser's own next time.
        let _ = storage.set_item(TONGUE, tongue.tag());
    }
}

/// The draft in the address, taken out of it so that a reload keeps later changes.
pub fn linked() -> Option<(Draft, Touchpoint)> {
    let window = web_sys::window()?;
    let fragment = window.location().hash().ok()?;
    let draft = read(fragment.strip_prefix('#')?)?;
    let page = window.location().pathname().ok()? + &window.location().search().ok()?;
    // Nothing depends on a clean address.
    let _ = window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&page));
    Some(draft)
}

/// The fragment of a link to the studio with this draft.
pub fn fragment(draft: &Draft, touchpoint: Touchpoint) -> String {
    format!("{FRAGMENT}{}", encode(draft.to_json(touchpoint).to_string().as_bytes()))
}

/// The fragment of a link to a page of the shop, where the loader shows this draft.
pub fn shop_fragment(draft: &Draft, touchpoint: Touchpoint) -> String {
    let mut site = draft.site(touchpoint);
    if let Some(accent) = draft.accent {
        site["accent"] = accent.to_string().into();
    }
    format!("{SHOP_FRAGMENT}{}", encode(site.to_string().as_bytes()))
}

/// The draft of a fragment, without its `#`; `None` for any other.
pub fn read(fragment: &str) -> Option<(Draft, Touchpoint)> {
    let bytes = decode(fragment.strip_prefix(FRAGMENT)?)?;
    Draft::of_json(&serde_json::from_slice(&bytes).ok()?)
}

/// The alphabet of RFC 4648, section 5: all of it stands in addresses as it is.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|place| u32::from(chunk.get(place).copied().unwrap_or_default()));
        let bits = a << 16 | b << 8 | c;
        for place in 0..=chunk.len() {
            let digit = bits >> (18 - 6 * place) & 63;
            text.push(char::from(ALPHABET[digit as usize]));
        }
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let digit = match chunk.get(place) {
                Some(letter) => ALPHABET.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(digit).ok()?;
        }
        let [_, a, b, c] = bits.to_be_bytes();
        bytes.extend(&[a, b, c][..chunk.len().checked_sub(1)?]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_the_address() {
        for length in 0..10_u8 {
            let bytes: Vec<u8> = (0..length).map(|place| place.wrapping_mul(91)).collect();
            let text = encode(&bytes);
            assert!(text.bytes().all(|letter| ALPHABET.contains(&letter)), "{text}");
            assert_eq!(decode(&text), Some(bytes));
        }
        // RFC 4648, section 10, without the padding.
        assert_eq!(encode(b"foobar"), "Zm9vYmFy");
        assert_eq!(encode(b"foob"), "Zm9vYg");
        assert_eq!(decode("Zm9v=mFy"), None);
    }

    #[test]
    fn a_link_brings_the_draft() {
        let mut draft = Draft::default();
        draft.set(Touchpoint::Order, "question", Some("Tevreden? ✓".into()));
        let link = fragment(&draft, Touchpoint::Order);
        assert_eq!(read(&link), Some((draft, Touchpoint::Order)));
        assert_eq!(read("draft=%%"), None);
        assert_eq!(read("panel"), None);
    }
}
