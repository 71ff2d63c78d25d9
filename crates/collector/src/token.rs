use std::fmt;

use axum::http::{HeaderMap, header};
use subtle::ConstantTimeEq as _;

/// The shortest token, in characters: shorter ones can be guessed.
const SHORTEST: usize = 16;

/// The secret with which other machines may read: `Authorization: Bearer TOKEN`.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadToken(String);

impl ReadToken {
    /// A token of 16 to 200 visible ASCII characters.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it, without repeating it.
    pub fn new(token: impl Into<String>) -> Result<Self, &'static str> {
        let token = token.into();
        let usable = (SHORTEST..=200).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic());
        if usable { Ok(Self(token)) } else { Err("a token has 16 to 200 visible ASCII characters") }
    }

    /// Whether a request brings it. Takes as long for a nearly right one as for a wrong one.
    pub(crate) fn is_in(&self, headers: &HeaderMap) -> bool {
        let value = headers.get(header::AUTHORIZATION).map_or(&b""[..], |value| value.as_bytes());
        let (scheme, token) = value.split_at_checked(7).unwrap_or_default();
        scheme.eq_ignore_ascii_case(b"bearer ") && bool::from(token.ct_eq(self.0.as_bytes()))
    }
}

/// Keeps it out of logs.
impl fmt::Debug for ReadToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadToken(…)")
    }
}
