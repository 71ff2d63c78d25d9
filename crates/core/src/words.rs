//! Closed vocabularies: enums whose values have exactly one word, in settings and on the wire.

/// A closed vocabulary. Implemented by the enums of this crate only.
pub trait Word: Copy + Sized + 'static {
    /// Every value, in the order of the contract.
    const ALL: &'static [Self];
    /// The words of [`Word::ALL`], in the same order.
    const WORDS: &'static [&'static str];

    /// The word of this value.
    fn word(self) -> &'static str;

    /// The value of a word; `None` for any other text.
    fn from_word(word: &str) -> Option<Self> {
        let place = Self::WORDS.iter().position(|known| *known == word)?;
        Self::ALL.get(place).copied()
    }
}

/// Defines an enum with its words: `key()`, `parse()`, `Serialize`, and `Deserialize` with feature `read`.
macro_rules! words {
    ($(#[$of_enum:meta])* pub enum $name:ident {
        $($(#[$of_value:meta])* $value:ident = $word:literal,)+
    }) => {
        $(#[$of_enum])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$of_value])* $value,)+
        }

        impl $name {
            /// The word of this value in settings and on the wire.
            #[must_use]
            pub const fn key(self) -> &'static str {
                // The one table of words: a `match` would become two more, of addresses and of lengths.
                <Self as $crate::words::Word>::WORDS[self as usize]
            }

            /// The value of a word, spelled exactly; `None` for any other text.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                <Self as $crate::words::Word>::from_word(word)
            }
        }

        impl $crate::words::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                self.key()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"enum": <Self as $crate::words::Word>::WORDS})
            }
        }

        #[cfg(feature = "read")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::words::read(deserializer)
            }
        }
    };
}
pub(crate) use words;

/// Reads a word, or says what was found and which words there are.
#[cfg(feature = "read")]
pub(crate) fn read<'de, W: Word, D: serde::Deserializer<'de>>(deserializer: D) -> Result<W, D::Error> {
    use serde::{Deserialize as _, de::Error as _};
    let found = String::deserialize(deserializer)?;
    W::from_word(&found).ok_or_else(|| {
        let known = W::WORDS.join(", ");
        D::Error::custom(format_args!("found {found:?}; write one of: {known}"))
    })
}
