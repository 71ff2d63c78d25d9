//! The catalogue: every text that a visitor may read, by key and language.

mod direction;
mod fill;

pub use direction::Direction;
pub use fill::{Missing, fill};

use crate::metric::{Band, Metric, ScaleTable};
use crate::settings::Wording;
use crate::text;

/// Key, text, key, text … of every English string, each ended by U+0000, sorted by key; made from `locales/en.json` by
/// the build script. A table of references would compress badly, and reading through a few kilobytes takes microseconds. Empty in
/// the small cut, whose words all come with [`Catalogue::new`]: those whose keys begin as a line of `locale/small.txt` says.
static ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

/// The texts of one language, with English where it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    words: Vec<(String, String)>,
}

impl Catalogue {
    /// The English that is compiled in; nothing in the small cut.
    #[must_use]
    pub const fn english() -> Self {
        Self { words: Vec::new() }
    }

    /// A language, from the keys and texts of its file; none for English.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let owned = |(key, text): (&str, &str)| (key.to_owned(), text.to_owned());
        Self { words: words.into_iter().map(owned).collect() }
    }

    /// The BCP 47 tag of the language, as its own texts say.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.text("language.tag")
    }

    /// The direction that the language is read in, as its own texts say.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::parse(self.text("language.direction")).unwrap_or(Direction::Ltr)
    }

    /// The text of a key in this language, else in English, else nothing: a key that exists nowhere is a mistake
    /// in the program.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        let text = self.find(key);
        debug_assert!(text.is_some(), "no text has the key {key:?}");
        text.unwrap_or_default()
    }

    /// The text of a key, if any language here has it.
    pub(crate) fn find(&self, key: &str) -> Option<&str> {
        let own = self.words.iter().find(|word| word.0 == key);
        let own = own.map(|word| word.1.as_str());
        own.or_else(|| english(key))
    }

    /// The text of a key with its placeholders filled from `values`, such as `("step", "1")`. One that has no
    /// value is left out.
    #[must_use]
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        let value = |name: &str| {
            let found = values.iter().find(|pair| pair.0 == name);
            Some(found.map_or("", |pair| pair.1))
        };
        fill(self.text(key), &value).unwrap_or_default()
    }

    /// The label of a point in words; `None` where the catalogue has none, as between the ends of NPS.
    #[must_use]
    pub fn label(&self, table: &ScaleTable, point: u8) -> Option<&str> {
        self.find(&table.label_key(point)?)
    }

    /// The question of a scale in one wording: its text, and the plain one for surveys that name no brand or topic.
    /// `None` where only the shop knows what to ask.
    pub(crate) fn question(&self, table: &ScaleTable, wording: Wording) -> Option<(&str, &str)> {
        if table.texts.is_empty() {
            return None;
        }
        let key = join(&[table.texts, "question", wording.key()]);
        let text = self.text(&key);
        Some((text, self.find(&join(&[&key, "plain"])).unwrap_or(text)))
    }

    /// The open question after a score of this band, or the one for all bands.
    pub(crate) fn follow_up(&self, metric: Metric, band: Option<Band>) -> &str {
        match (metric.follow_up(), band) {
            ("", _) | (_, None) => self.text("follow-up.any"),
            (texts, Some(band)) => self.text(&join(&[texts, "follow-up", band.key()])),
        }
    }

    /// The words of thanks after a score of this band.
    pub(crate) fn thanks(&self, metric: Metric, band: Band) -> &str {
        let band = if metric.judges_an_experience() { band } else { Band::Neutral };
        self.text(&join(&["thanks", band.key()]))
    }
}

fn english(key: &str) -> Option<&'static str> {
    let mut rest = ENGLISH;
    loop {
        let (found, after) = text::split(rest, 0)?;
        let (text, others) = text::split(after, 0)?;
        if found == key {
            return Some(text);
        }
        rest = others;
    }
}

fn join(parts: &[&str]) -> String {
    text::join(parts, ".")
}
