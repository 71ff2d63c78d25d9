//! The journey file: every contact moment of a shop, how important it is, who owns it, and where it is measured.

mod panel;

use meetpunt_core::Word as _;
use meetpunt_core::models::{Phase, Touchpoint as Known};
use serde::{Deserialize, Serialize};

pub use panel::JourneyMap;

/// A contact moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Moment {
    /// As in the setting `touchpoint`.
    pub key: String,
    /// A phase of the journey; empty where it may be any.
    pub phase: String,
    /// To the customer, from 1 to 10.
    pub importance: Option<u8>,
    /// Who sees to it.
    pub owner: String,
    /// Whether it must always go well.
    pub essential: bool,
    /// What makes it better, and worse.
    pub influences: String,
    /// How it is, and how it should be.
    pub current: String,
    pub desired: String,
    /// Where it is measured: the id of a survey.
    pub survey: String,
}

/// The whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Map {
    /// The version of the format.
    pub journey: u8,
    /// Customer groups that see the same moment differently.
    pub segments: Vec<String>,
    /// Each with a name and a story of its own.
    pub personas: Vec<String>,
    /// In the order of the journey.
    pub touchpoints: Vec<Moment>,
}

impl Default for Map {
    /// The contact moments that a web shop usually has.
    fn default() -> Self {
        let moment = |known: Known| Moment {
            key: known.key.replace('_', "-"),
            phase: known.phase.map(|phase| phase.word().to_owned()).unwrap_or_default(),
            ..Moment::default()
        };
        Self { journey: 1, segments: Vec::new(), personas: Vec::new(), touchpoints: Known::all().map(moment).collect() }
    }
}

impl Map {
    /// Reads a file; else what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let map: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let wrong = map.touchpoints.iter().find(|moment| {
            let is_phase = moment.phase.is_empty() || Phase::parse(&moment.phase).is_some();
            let is_importance = moment.importance.is_none_or(|importance| (1..=10).contains(&importance));
            moment.key.trim().is_empty() || !is_phase || !is_importance
        });
        match wrong {
            _ if map.journey != 1 => Err(format!("found \"journey\": {}; write 1", map.journey)),
            Some(moment) => Err(format!(
                "{:?}: a touchpoint has a key, a phase ({}), and an importance from 1 to 10",
                moment.key,
                Phase::WORDS.join(", ")
            )),
            None => Ok(map),
        }
    }

    /// The file as text.
    pub fn written(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The moments of a phase, with their places; those of no phase for an empty one.
    pub fn of_phase(&self, phase: &str) -> Vec<(usize, &Moment)> {
        self.touchpoints.iter().enumerate().filter(|(_, moment)| moment.phase == phase).collect()
    }
}

/// The survey that measures a moment: its own, or one of those drafted, as pairs of touchpoint and id.
pub fn survey_of(moment: &Moment, drafted: &[(String, String)]) -> Option<String> {
    let plain = |key: &str| key.replace('_', "-");
    let drafted = || drafted.iter().find(|(touchpoint, _)| plain(touchpoint) == plain(&moment.key));
    Some(moment.survey.clone()).filter(|survey| !survey.is_empty()).or_else(|| drafted().map(|(_, id)| id.clone()))
}

/// How many moments have a survey, how many there are, and the essential ones that have none.
pub fn coverage<'a>(map: &'a Map, drafted: &[(String, String)]) -> (usize, usize, Vec<&'a str>) {
    let has = |moment: &&Moment| survey_of(moment, drafted).is_some();
    let bare = map.touchpoints.iter().filter(|moment| moment.essential && !has(moment));
    (
        map.touchpoints.iter().filter(has).count(),
        map.touchpoints.len(),
        bare.map(|moment| moment.key.as_str()).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_as_it_was_written() {
        let mut map = Map::default();
        map.touchpoints[3].owner = "Service".to_owned();
        map.touchpoints[3].importance = Some(9);
        assert_eq!(Map::read(&map.written()), Ok(map));
    }

    #[track_caller]
    fn check_wrong(text: &str, part: &str) {
        let found = Map::read(text).expect_err("wrong");
        assert!(found.contains(part), "{found}");
    }

    #[test]
    fn what_is_wrong_in_a_file_is_said() {
        check_wrong("{", "line 1");
        check_wrong(r#"{"journey": 2}"#, "write 1");
        check_wrong(r#"{"journey": 1, "touchpoints": [{"key": "cart", "phase": "buying"}]}"#, "consideration");
        check_wrong(r#"{"journey": 1, "touchpoints": [{"key": "cart", "importance": 11}]}"#, "from 1 to 10");
    }

    #[test]
    fn a_moment_is_measured_by_its_own_survey_or_a_drafted_one() {
        let mut map = Map::default();
        let drafted = [("product_page".to_owned(), "ces-product-page".to_owned())];
        assert_eq!(coverage(&map, &drafted), (1, 29, Vec::new()));
        let place = map.touchpoints.iter().position(|moment| moment.key == "delivery").expect("it exists");
        map.touchpoints[place].essential = true;
        assert_eq!(coverage(&map, &drafted), (1, 29, vec!["delivery"]));
        map.touchpoints[place].survey = "csat-delivery".to_owned();
        assert_eq!(coverage(&map, &drafted), (2, 29, Vec::new()));
    }
}
