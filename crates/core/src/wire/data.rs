//! The data of a posted answer.

use serde::Serialize;

use super::more::layer_of;
use super::{Alert, Map, More, SampleRate};
use crate::locale::Direction;
use crate::metric::{Metric, Scale};
use crate::score::{Score, Tenths};
use crate::settings::{Display, Look, Settings};
use crate::text::prefix;
use crate::time::Timestamp;
use crate::words::words;

/// The longest contact, in characters.
const CONTACT: usize = 200;

words! {
    /// How far a submission has come.
    pub enum State {
        /// A score is given, more may follow.
        Answered = "answered",
        /// The visitor has finished.
        Completed = "completed",
    }
}

/// Everything that one answer says, in the order of the wire. Absent texts are null, absent lists `[]`, absent
/// maps `{}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Data {
    /// The UUID of the submission, minted when the survey opened.
    pub submission: String,
    /// Counts the states of the submission, from 1. The highest rules.
    pub sequence: u32,
    /// How far the submission has come.
    pub state: State,
    /// Whether this is a trial run that must not be counted.
    #[cfg_attr(feature = "read", serde(default))]
    pub test: bool,
    /// The id of the survey.
    pub survey: String,
    /// What was measured.
    pub metric: Metric,
    /// The points of the scale.
    pub scale: Scale,
    /// The layer that the metric measures.
    pub layer: Option<String>,
    /// What must be equal for scores to be comparable.
    #[cfg_attr(feature = "read", serde(default))]
    pub series: String,
    /// The chosen point; null when not applicable.
    pub score: Option<u8>,
    /// The class of the score.
    pub class: Option<String>,
    /// The score from 0.0 to 100.0.
    pub normalised: Option<Tenths>,
    /// Whether the visitor said that the question does not apply.
    #[cfg_attr(feature = "read", serde(default))]
    pub na: bool,
    /// The answers to further metrics.
    #[cfg_attr(feature = "read", serde(default))]
    pub more: Vec<More>,
    /// Why this answer must not wait.
    pub alert: Option<Alert>,
    /// The masked comment, at most 2,000 characters.
    pub comment: Option<String>,
    /// How much was masked in the comment, by kind.
    #[cfg_attr(feature = "read", serde(default))]
    pub redactions: Map<u32>,
    /// The keys of the chosen reasons.
    #[cfg_attr(feature = "read", serde(default))]
    pub reasons: Vec<String>,
    /// How the visitor wants to be reached, given for that purpose.
    pub contact: Option<String>,
    /// The contact moment.
    pub touchpoint: Option<String>,
    /// The phase of the journey.
    pub phase: Option<String>,
    /// The step of the life cycle.
    pub lifecycle: Option<String>,
    /// The step of the experience wave.
    pub wave: Option<String>,
    /// The customer segment.
    pub segment: Option<String>,
    /// The persona.
    pub persona: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// An opaque code of the occasion.
    pub occasion: Option<String>,
    /// An opaque code of the employee who helped.
    pub employee: Option<String>,
    /// An opaque code of the respondent.
    pub respondent: Option<String>,
    /// Free context.
    #[cfg_attr(feature = "read", serde(default))]
    pub context: Map<String>,
    /// The BCP 47 tag of the language that was read.
    pub locale: Option<String>,
    /// How the scale was drawn.
    pub look: Look,
    /// The direction that it was read in.
    pub direction: Direction,
    /// Where the survey appeared.
    pub display: Display,
    /// What made it appear.
    pub trigger: Option<String>,
    /// `phone`, `tablet` or `desktop`.
    pub device: Option<String>,
    /// The path of the page: no query, no fragment.
    pub page: Option<String>,
    /// When the survey was seen.
    pub shown: Option<Timestamp>,
    /// When the score was given.
    pub answered: Option<Timestamp>,
    /// The share of visitors who were asked.
    #[cfg_attr(feature = "read", serde(default))]
    pub sample_rate: SampleRate,
    /// Whether the browser asked not to share with third parties.
    #[cfg_attr(feature = "read", serde(default))]
    pub gpc: bool,
    /// The version of the widget.
    pub widget: Option<String>,
    /// Answers lost before this one, by reason. Only there when something was lost.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(feature = "read", serde(default))]
    pub losses: Map<u32>,
    /// Whether texts were cut to fit. Only there when they were.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    #[cfg_attr(feature = "read", serde(default))]
    pub truncated: bool,
}

impl Data {
    /// A submission that has just opened: what the settings say, no answer yet, sequence 0.
    #[must_use]
    pub fn opened(settings: &Settings, submission: &str) -> Self {
        let labels = settings.labels.clone();
        let measure = settings.first.measure;
        Self {
            submission: submission.to_owned(),
            sequence: 0,
            state: State::Answered,
            test: settings.preview,
            survey: settings.survey.clone(),
            metric: measure.metric(),
            scale: measure.scale(),
            layer: layer_of(measure),
            series: settings.series.clone(),
            score: None,
            class: None,
            normalised: None,
            na: false,
            more: Vec::new(),
            alert: None,
            comment: None,
            redactions: Map::default(),
            reasons: Vec::new(),
            contact: None,
            touchpoint: labels.touchpoint,
            phase: labels.phase,
            lifecycle: labels.lifecycle,
            wave: labels.wave,
            segment: labels.segment,
            persona: labels.persona,
            channel: labels.channel,
            occasion: labels.occasion,
            employee: labels.employee,
            respondent: labels.respondent,
            context: Map(settings.context.clone()),
            locale: Some(settings.lang.clone()),
            look: settings.first.look,
            direction: settings.direction,
            display: settings.display,
            trigger: None,
            device: None,
            page: None,
            shown: None,
            answered: None,
            sample_rate: SampleRate(settings.sample),
            gpc: false,
            widget: None,
            losses: Map::default(),
            truncated: false,
        }
    }

    /// Takes over a score of the survey's first question: score, class, normalised and alert.
    pub fn answer(&mut self, score: Score, essential: bool) {
        self.score = Some(score.value());
        self.class = Some(score.class().name.to_owned());
        self.normalised = Some(score.normalised());
        self.na = false;
        self.alert = Alert::raised_by(score, essential);
    }

    /// Takes over that the first question does not apply: no score, no class, no alert.
    pub fn not_applicable(&mut self) {
        self.score = None;
        self.class = None;
        self.normalised = None;
        self.na = true;
        self.alert = None;
    }

    /// Takes over how the visitor wants to be reached, at most 200 characters, unmasked: it was given for that purpose. Null when
    /// nothing is left.
    pub fn contact(&mut self, text: &str) {
        let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let text = prefix(text.trim_ascii(), CONTACT);
        self.contact = if text.is_empty() { None } else { Some(text.to_owned()) };
    }

    /// Takes over a comment as it was typed: masked and cut; null when nothing is left.
    pub fn comment(&mut self, text: &str) {
        let masked = crate::redact::mask(text);
        self.redactions = masked.counts.to_map();
        let text = masked.text.trim_ascii();
        self.comment = if text.is_empty() { None } else { Some(text.to_owned()) };
    }
}
