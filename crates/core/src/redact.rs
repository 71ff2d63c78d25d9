//! Masks personal data in comments before they are stored.
//!
//! Finds what has a form: e-mail addresses, phone numbers, bank accounts and payment cards. Names and postal
//! addresses have none and stay. Every scanner is written by hand and takes time in proportion to the text.

mod card;
mod email;
mod iban;
mod letters;
mod phone;

use crate::text::push;
use crate::wire::Map;

/// The longest comment, in characters.
pub const LONGEST: usize = 2_000;

/// How much was masked, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// E-mail addresses.
    pub email: u32,
    /// Phone numbers.
    pub phone: u32,
    /// Bank accounts.
    pub iban: u32,
    /// Payment cards.
    pub card: u32,
}

impl Counts {
    /// The kinds that occurred, for the wire.
    #[must_use]
    pub fn to_map(self) -> Map<u32> {
        let mut found = Map::default();
        for (kind, count) in [("email", self.email), ("phone", self.phone), ("iban", self.iban), ("card", self.card)] {
            if count > 0 {
                found.0.push((kind.to_owned(), count));
            }
        }
        found
    }
}

/// A text without personal data, as far as patterns find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// The text, at most [`LONGEST`] characters.
    pub text: String,
    /// What was masked in it.
    pub counts: Counts,
}

/// Masks a comment and cuts it to [`LONGEST`] characters.
///
/// | masked as | what |
/// | --- | --- |
/// | `[email]` | `name@host.tld` |
/// | `[iban]` | a bank account of a known country with its length and a valid checksum (mod 97) |
/// | `[card]` | 13 to 19 digits with a valid checksum (Luhn), in groups or not |
/// | `[phone]` | 9 to 15 digits that begin with `0` or `+`, or come in two to five groups; not dates, not parts of codes |
///
/// Line breaks become `\n`, tabs become spaces, other control characters go. The text grows by no more than one
/// character an address: `a@b.nl` is shorter than its mask.
#[must_use]
pub fn mask(text: &str) -> Masked {
    let mut letters = letters::clean(text);
    let mut masks = vec![None; letters.len()];
    // In this order: an address may hold digits, and of a run of digits the checksums know more than its length.
    for (kind, scan) in [
        (Kind::Email, email::find as Scanner),
        (Kind::Iban, iban::find),
        (Kind::Card, card::find),
        (Kind::Phone, phone::find),
    ] {
        let mut from = 0;
        while let Some((start, end)) = scan(&letters, from) {
            // What is masked is neither letter nor digit to the scanners after this.
            for letter in letters.iter_mut().take(end).skip(start) {
                *letter = letters::TAKEN;
            }
            if let Some(mask) = masks.get_mut(start) {
                *mask = Some(kind);
            }
            from = end;
        }
    }
    written(&letters, &masks)
}

/// Finds the next match that starts at or after the given place: its start and end.
type Scanner = fn(&[char], usize) -> Option<(usize, usize)>;

#[derive(Clone, Copy)]
enum Kind {
    Email,
    Iban,
    Card,
    Phone,
}

impl Kind {
    const fn mask(self) -> &'static str {
        match self {
            Self::Email => "[email]",
            Self::Iban => "[iban]",
            Self::Card => "[card]",
            Self::Phone => "[phone]",
        }
    }

    const fn count(self, counts: &mut Counts) {
        match self {
            Self::Email => counts.email += 1,
            Self::Iban => counts.iban += 1,
            Self::Card => counts.card += 1,
            Self::Phone => counts.phone += 1,
        }
    }
}

/// Puts the masks in, each where its match started. One that would not fit whole ends the text: half a mask helps
/// nobody.
fn written(letters: &[char], masks: &[Option<Kind>]) -> Masked {
    let mut masked = Masked { text: String::with_capacity(letters.len()), counts: Counts::default() };
    let mut room = LONGEST;
    for (letter, mask) in letters.iter().zip(masks) {
        let length = match mask {
            Some(kind) => kind.mask().len(),
            None => usize::from(*letter != letters::TAKEN),
        };
        let Some(left) = room.checked_sub(length) else {
            break;
        };
        room = left;
        match mask {
            Some(kind) => {
                masked.text.push_str(kind.mask());
                kind.count(&mut masked.counts);
            }
            None if *letter != letters::TAKEN => push(&mut masked.text, *letter),
            None => {}
        }
    }
    masked
}
