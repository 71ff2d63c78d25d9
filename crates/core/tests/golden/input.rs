//! Reading the input of a vector.

use meetpunt_core::Scale;
use meetpunt_core::stats::{Classes, Confidence, Histogram, NetScore};
use serde_json::Value;

/// The `input` of a vector, or a part of it.
#[derive(Clone, Copy)]
pub struct Input<'a>(pub &'a Value);

impl<'a> Input<'a> {
    /// A field, if it is there.
    pub fn get(self, name: &str) -> Option<Input<'a>> {
        self.0.get(name).map(Input)
    }

    /// A field that must be there.
    #[track_caller]
    pub fn field(self, name: &str) -> Input<'a> {
        self.get(name).unwrap_or_else(|| panic!("input without {name}: {}", self.0))
    }

    #[track_caller]
    pub fn number(self) -> f64 {
        self.0.as_f64().unwrap_or_else(|| panic!("{} is not a number", self.0))
    }

    #[track_caller]
    pub fn whole(self) -> u64 {
        self.0.as_u64().unwrap_or_else(|| panic!("{} is not a whole number", self.0))
    }

    #[track_caller]
    pub fn text(self) -> &'a str {
        self.0.as_str().unwrap_or_else(|| panic!("{} is not a text", self.0))
    }

    #[track_caller]
    pub fn list(self) -> Vec<Input<'a>> {
        self.0.as_array().unwrap_or_else(|| panic!("{} is not a list", self.0)).iter().map(Input).collect()
    }

    #[track_caller]
    pub fn numbers(self) -> Vec<f64> {
        self.list().into_iter().map(Input::number).collect()
    }

    #[track_caller]
    pub fn wholes(self) -> Vec<u64> {
        self.list().into_iter().map(Input::whole).collect()
    }

    /// The level asked for; 95 % where none is.
    pub fn confidence(self) -> Confidence {
        let Some(level) = self.get("confidence") else {
            return Confidence::default();
        };
        let same = |known: &Confidence| (1.0 - known.alpha() - level.number()).abs() < 1e-9;
        Confidence::ALL.into_iter().find(same).unwrap_or_else(|| panic!("no intervals of confidence {}", level.0))
    }

    /// Three counts: a list, or named for classes.
    pub fn classes(self) -> Option<Classes> {
        if self.0.is_array() {
            let [negative, neutral, positive] = self.wholes()[..] else { panic!("{} is not three counts", self.0) };
            return Some(Classes::new(negative, neutral, positive));
        }
        for [negative, neutral, positive] in [
            ["detractors", "passives", "promoters"],
            ["negative", "neutral", "positive"],
            ["neg", "neutral", "pos"],
            ["not", "somewhat", "very"],
            ["no", "partly", "yes"],
            ["down", "", "up"],
        ] {
            if let (Some(first), Some(last)) = (self.get(negative), self.get(positive)) {
                let middle = self.get(neutral).map_or(0, Input::whole);
                return Some(Classes::new(first.whole(), middle, last.whole()));
            }
        }
        None
    }

    /// The counts of `histogram_1_7` and the like.
    pub fn histogram(self) -> Option<Histogram> {
        let (name, counts) = self.0.as_object()?.iter().find(|(name, _)| name.starts_with("histogram_"))?;
        let (min, max) = name.trim_start_matches("histogram_").split_once('_')?;
        let point = |text: &str| text.parse().unwrap_or_else(|_| panic!("{name} names no scale"));
        let scale = Scale { min: point(min), max: point(max) };
        let counts = Input(counts).wholes();
        Some(
            Histogram::from_counts(scale, &counts)
                .unwrap_or_else(|| panic!("{name} does not have {} counts", counts.len())),
        )
    }

    /// The net score of three counts that must be there.
    #[track_caller]
    pub fn net(self) -> NetScore {
        let classes = self.classes().unwrap_or_else(|| panic!("{} has no classes", self.0));
        classes.net().unwrap_or_else(|| panic!("{} has no answers", self.0))
    }
}
