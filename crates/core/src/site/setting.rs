//! What a setting is.

/// One setting, as the table lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The attribute, in kebab-case.
    pub name: &'static str,
    /// What its value may be.
    pub kind: Kind,
    /// What holds without it.
    pub default: &'static str,
    /// What it is for.
    pub meaning: &'static str,
}

impl Setting {
    /// The key in a site file, in camelCase.
    #[must_use]
    pub fn key(&self) -> String {
        camel(self.name)
    }
}

/// The kinds of value in a site file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of some of these words.
    Words(&'static [&'static str]),
    /// A text, or one for each language.
    Text,
    /// A list of texts, or one for each language.
    Texts,
    /// A text of at most so many characters that travels with the answer.
    Label(usize),
    /// `true` or `false`.
    Flag,
    /// A whole number from one to another.
    Whole(u32, u32),
    /// A text of this form, for example this.
    Form {
        /// A regular expression of ECMA 262.
        pattern: &'static str,
        /// A text of that form.
        example: &'static str,
    },
    /// A list of texts of this form, for example this.
    Forms {
        /// A regular expression of ECMA 262.
        pattern: &'static str,
        /// A text of that form.
        example: &'static str,
    },
    /// A list of points of a scale.
    Points,
    /// A list of reasons, or one for each class, or for each language.
    Reasons,
    /// A condition on attributes.
    Audience,
    /// Names with texts.
    Object,
    /// `true`, or an address.
    FlagOrAddress,
}

impl Kind {
    /// Whether the value crosses to the widget as the text of its JSON.
    #[must_use]
    pub const fn is_json(self) -> bool {
        matches!(self, Self::Audience | Self::Object)
    }
}

/// `low-label` as `lowLabel`.
#[must_use]
pub fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let mut key = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        key.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        key.push_str(letters.as_str());
    }
    key
}

/// `lowLabel` as `low-label`. Only A to Z count as capitals.
#[must_use]
pub fn kebab(key: &str) -> String {
    let mut name = String::new();
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
