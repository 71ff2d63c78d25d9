//! What a browser remembers of who was asked.

use crate::id::fnv1a32;
use crate::json::Json;
use crate::text::number;

/// The name in the record that stands for all surveys of a site but inline ones: when any of them was last shown. No id
/// of a survey can be it.
pub const ANY: &str = "*";

/// How many occasions are remembered.
const OCCASIONS: usize = 5;

/// What became of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was seen. Until something better is noted, it counts as ignored.
    Shown,
    /// A score was given.
    Answered,
    /// It was closed without a score.
    Dismissed,
}

/// What is remembered of one survey and one visitor. Days are numbers, counted from 1970 in UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// When the survey was last shown.
    pub shown: Option<u32>,
    /// When a score was last given.
    pub answered: Option<u32>,
    /// When it was last closed without a score.
    pub dismissed: Option<u32>,
    /// When it was last shown and left alone.
    pub ignored: Option<u32>,
    /// The draw of sampling, from 0 to 9999.
    pub draw: Option<u16>,
    /// The hashes of the last occasions, the latest last: see [`Record::hash`].
    pub occasions: Vec<u32>,
}

impl Record {
    /// When the survey was last left alone: noted so, or shown after every noted outcome.
    pub(super) fn left_alone(&self) -> Option<u32> {
        let outcome = self.answered.max(self.dismissed).max(self.ignored);
        self.shown.filter(|shown| outcome.is_none_or(|outcome| outcome < *shown)).max(self.ignored)
    }

    /// An occasion as it is remembered: the 32-bit FNV-1a hash of its text in UTF-8.
    #[must_use]
    pub fn hash(occasion: &str) -> u32 {
        fnv1a32(occasion.as_bytes())
    }

    fn read(json: &Json<'_>) -> Self {
        let mut record = Self::default();
        for (name, value) in json.entries() {
            let day = || whole(value).and_then(|day| u32::try_from(day).ok());
            match name.as_str() {
                "shown" => record.shown = day(),
                "answered" => record.answered = day(),
                "dismissed" => record.dismissed = day(),
                "ignored" => record.ignored = day(),
                "draw" => record.draw = whole(value).and_then(|draw| u16::try_from(draw).ok()).filter(is_draw),
                "occasions" => {
                    let hashes = value.items().iter().filter_map(whole);
                    record.occasions = hashes.filter_map(|hash| u32::try_from(hash).ok()).collect();
                }
                // From a newer version.
                _ => {}
            }
        }
        record
    }
}

fn is_draw(draw: &u16) -> bool {
    *draw < super::DRAWS
}

fn whole(json: &Json<'_>) -> Option<u64> {
    match json {
        Json::Number(digits) => number(digits),
        _ => None,
    }
}

/// What is remembered of all surveys of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<(String, Record)>);

impl History {
    /// Reads the text under `meetpunt.v1` of the browser's storage. What cannot be read is as if it were not there, and
    /// so is what a newer version added.
    ///
    /// ```
    /// use meetpunt_core::eligibility::History;
    ///
    /// let history = History::read(r#"{"*": {"shown": 20000}, "nps": {"shown": 20000, "answered": 20000, "draw": 17}}"#);
    /// assert_eq!(history.of("nps").answered, Some(20_000));
    /// assert_eq!(history.last_shown(), Some(20_000));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Self {
        let json = Json::parse(text);
        let entries = json.as_ref().map_or([].as_slice(), Json::entries);
        Self(entries.iter().map(|(survey, record)| (survey.clone(), Record::read(record))).collect())
    }

    /// What is remembered of one survey. As in JavaScript, the last one wins where a name comes twice.
    #[must_use]
    pub fn of(&self, survey: &str) -> Record {
        let found = self.0.iter().rev().find(|entry| entry.0 == survey);
        found.map(|entry| entry.1.clone()).unwrap_or_default()
    }

    /// When a survey that was not inline was last shown.
    #[must_use]
    pub fn last_shown(&self) -> Option<u32> {
        self.of(ANY).shown
    }

    /// Keeps the draw of a survey.
    pub fn keep_draw(&mut self, survey: &str, draw: u16) {
        self.entry(survey).draw = Some(draw);
    }

    /// Notes what became of a survey on a day. `occasion` is what it was about; `counts` is false for inline surveys, which
    /// keep no others waiting.
    pub fn note(&mut self, survey: &str, outcome: Outcome, day: u32, occasion: Option<&str>, counts: bool) {
        if counts && outcome == Outcome::Shown {
            self.entry(ANY).shown = Some(day);
        }
        let record = self.entry(survey);
        record.ignored = None;
        match outcome {
            Outcome::Shown => {
                record.shown = Some(day);
                record.ignored = Some(day);
                if let Some(occasion) = occasion {
                    let hash = Record::hash(occasion);
                    record.occasions.retain(|known| *known != hash);
                    record.occasions.push(hash);
                    let old = record.occasions.len().saturating_sub(OCCASIONS);
                    record.occasions.drain(..old);
                }
            }
            Outcome::Answered => record.answered = Some(day),
            Outcome::Dismissed => record.dismissed = Some(day),
        }
    }

    fn entry(&mut self, survey: &str) -> &mut Record {
        let place = self.0.iter().rposition(|entry| entry.0 == survey).unwrap_or_else(|| {
            self.0.push((survey.to_owned(), Record::default()));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }
}
