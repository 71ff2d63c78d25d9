//! Identifiers and hashes, from values that the caller brings.

use crate::text::{push, push_digit};

/// A UUID version 7 (RFC 9562) in lower case: 48 bits of `milliseconds` since 1970 UTC, then `random`.
///
/// Of the 80 random bits the standard's version and variant take six.
#[must_use]
pub fn uuid_v7(milliseconds: u64, random: [u8; 10]) -> String {
    let mut bytes = [0_u8; 16];
    bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
    bytes[6..].copy_from_slice(&random);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);

    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            push(&mut text, '-');
        }
        push_hex(&mut text, byte);
    }
    text
}

/// The 32-bit FNV-1a hash: offset basis 2166136261, prime 16777619.
#[must_use]
pub fn fnv1a32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The 64-bit FNV-1a hash: offset basis 14695981039346656037, prime 1099511628211.
#[must_use]
pub fn fnv1a64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A 32-bit hash as eight lower-case hexadecimal digits.
#[must_use]
pub fn hex32(hash: u32) -> String {
    let mut text = String::with_capacity(8);
    for byte in hash.to_be_bytes() {
        push_hex(&mut text, byte);
    }
    text
}

pub(crate) fn push_hex(text: &mut String, byte: u8) {
    for nibble in [byte >> 4, byte & 0x0f] {
        push_digit(text, nibble.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_comes_out() {
        // RFC 9562, appendix A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        let random = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        let id = uuid_v7(1_645_557_742_000, random);
        assert_eq!(id, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    #[test]
    fn version_and_variant_hold_whatever_the_random_bits_are() {
        for random in [[0; 10], [0xff; 10]] {
            let id = uuid_v7(u64::MAX, random);
            assert_eq!(id.len(), 36);
            assert_eq!(&id[14..15], "7");
            assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"), "{id}");
        }
    }

    #[test]
    fn later_ids_sort_later() {
        let ids: Vec<String> =
            [0, 1, 999, 1_000, 1_700_000_000_000].into_iter().map(|at| uuid_v7(at, [7; 10])).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn hashes_match_their_published_check_values() {
        assert_eq!(fnv1a32(b""), 0x811c_9dc5);
        assert_eq!(fnv1a32(b"a"), 0xe40c_292c);
        assert_eq!(fnv1a32(b"foobar"), 0xbf9c_f968);
        assert_eq!(fnv1a64(b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(hex32(0x000c_292c), "000c292c");
    }
}
