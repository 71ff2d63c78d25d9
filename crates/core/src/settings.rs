//! Settings: from forgiving text pairs to one resolved value without gaps.

mod ask_again;
mod asked;
mod custom;
pub mod duration;
mod identity;
mod input;
mod labels;
mod links;
mod names;
mod numbers;
mod reasons;
mod rules;
mod texts;
mod vocabulary;

use core::fmt;

use serde::Serialize;

pub use ask_again::{AskAgain, Wait};
pub use asked::Asked;
#[cfg(feature = "site")]
pub(crate) use identity::is_id;
pub use input::Warning;
pub use labels::Labels;
pub use reasons::Reason;
pub use rules::{Adapter, Audience, Condition, Device, Mode, Pattern, Rules, Storage, Trigger, Window, rules};
pub use vocabulary::{Consent, Display, FollowUp, Format, Look, Position, Report, Sending, Theme, Wording};

use crate::cut::WHOLE;
use crate::locale::{Catalogue, Direction};
use crate::metric::Band;
use crate::series;
use crate::words::Word as _;
use input::Input;

/// A survey as it will run: every text chosen and filled in, every default applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The stable id, `[a-z0-9-]{1,64}`.
    pub survey: String,
    /// The first question: it decides alert, follow-up and thanks.
    pub first: Asked,
    /// The questions after it, at most two, each of another metric.
    pub then: Vec<Asked>,
    /// What must be equal for scores of the first question to be comparable, as eight hexadecimal digits: see
    /// [`series`].
    pub series: String,
    /// Whether and how the open question is asked.
    pub follow_up: FollowUp,
    /// The open question after a score of each band: negative, neutral, positive.
    pub follow_up_texts: [String; 3],
    /// The words of thanks after a score of each band: negative, neutral, positive.
    pub thanks_texts: [String; 3],
    /// The reasons to tick after a score of each band: negative, neutral, positive.
    pub reasons: [Vec<Reason>; 3],
    /// Whether to ask, after a negative answer, how the visitor may be reached.
    pub contact: bool,
    /// Whether "not applicable" is offered.
    pub allow_na: bool,
    /// What gives a score.
    pub send: Sending,
    /// Whether every negative answer raises an alert.
    pub essential: bool,
    /// The shop's privacy page, `https:` only.
    pub privacy_link: Option<String>,
    /// The heading level of the question, 1 to 6.
    pub heading_level: u8,
    /// The shape of the posted body.
    pub format: Format,
    /// Fields of the formats `json` and `form` that the endpoint calls otherwise, each with the name that it wants.
    pub fields: Vec<(String, String)>,
    /// Whether showing and dismissing are posted, too.
    pub report: Report,
    /// Where the survey appears.
    pub display: Display,
    /// The corner or edge of a popover.
    pub position: Position,
    /// Light or dark.
    pub theme: Theme,
    /// Seconds after which the thank-you closes, at least 20; `None` is never.
    pub auto_close: Option<u32>,
    /// What travels with the answer.
    pub labels: Labels,
    /// Free context, at most 20 entries of at most 200 characters.
    pub context: Vec<(String, String)>,
    /// The share of visitors asked, in basis points: 10000 is everybody.
    pub sample: u16,
    /// How long a visitor is left alone.
    pub ask_again: AskAgain,
    /// Whether consent must have been given.
    pub consent: Consent,
    /// Whether this is a trial run: nothing is stored, events say `test`.
    pub preview: bool,
    /// The BCP 47 tag of the language of the texts.
    pub lang: String,
    /// The direction that the language is read in.
    pub direction: Direction,
}

impl Settings {
    /// The open question after a score of this band, if one is asked.
    #[must_use]
    pub fn follow_up_text(&self, band: Band) -> &str {
        of_band(&self.follow_up_texts, band).as_str()
    }

    /// The words of thanks after a score of this band.
    #[must_use]
    pub fn thanks_text(&self, band: Band) -> &str {
        of_band(&self.thanks_texts, band).as_str()
    }

    /// The reasons to tick after a score of this band.
    #[must_use]
    pub fn reasons(&self, band: Band) -> &[Reason] {
        of_band(&self.reasons, band).as_slice()
    }
}

impl Settings {
    /// Whether a visitor is asked how to be reached after a score of this band.
    #[must_use]
    pub fn asks_contact(&self, band: Band) -> bool {
        self.contact && band == Band::Negative
    }
}

fn of_band<T>([negative, neutral, positive]: &[T; 3], band: Band) -> &T {
    match band {
        Band::Negative => negative,
        Band::Neutral => neutral,
        Band::Positive => positive,
    }
}

/// Settings and what had to be corrected in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The survey.
    pub settings: Settings,
    /// One for each value that was not usable, in the order in which they were read.
    pub warnings: Vec<Warning>,
}

/// Why a survey cannot show: the detail of `meetpunt:error`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettingError {
    /// What was found and what to write instead.
    pub reason: String,
    /// The setting's name in kebab-case.
    pub setting: String,
}

impl SettingError {
    pub(crate) fn new(setting: &str, reason: &[&str]) -> Self {
        Self { reason: reason.concat(), setting: setting.to_owned() }
    }
}

impl fmt::Display for SettingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.reason)
    }
}

impl core::error::Error for SettingError {}

/// Resolves kebab-case names and their texts, as attributes give them, with the texts of one language.
///
/// An unusable value never fails: the default is used and a [`Warning`] says so. Names that mean nothing here are
/// passed over: others read them. A text per language has the tag behind a dot, such as `question.nl`. The items of
/// a list are parted by commas, or by U+001F.
///
/// # Errors
/// [`SettingError`] when `metric` or `scale` is wrong, or the classes or the question of a `custom` metric: what to ask
/// cannot be guessed.
pub fn resolve(pairs: &[(&str, &str)], catalogue: &Catalogue) -> Result<Resolved, SettingError> {
    let mut input = Input::new(pairs);
    let metric = identity::metric(&input)?;
    let table = identity::table(&mut input, metric)?;
    let labels = labels::resolve(&mut input);
    let survey = identity::survey(&mut input, metric, &labels);
    let (first, written) = asked::first(&mut input, catalogue, &table)?;
    let then = asked::then(&mut input, catalogue, metric);
    let follow_up = input.word("follow-up", FollowUp::ByClass);
    let texts = texts::resolve(&mut input, catalogue, metric, follow_up);
    let direction = catalogue.direction();

    let settings = Settings {
        survey,
        series: series::of(&series::Parts { asked: &first, own: &written, direction }),
        first,
        then,
        follow_up,
        follow_up_texts: texts.follow_up,
        thanks_texts: texts.thanks,
        reasons: reasons::resolve(&mut input, catalogue),
        contact: WHOLE && input.flag("contact"),
        allow_na: WHOLE && input.flag("allow-na"),
        send: if WHOLE { input.word("send", Sending::Button) } else { Sending::Button },
        essential: input.flag("essential"),
        privacy_link: links::privacy(&mut input),
        heading_level: numbers::heading_level(&mut input),
        format: format(&mut input),
        fields: if WHOLE { names::fields(&mut input) } else { Vec::new() },
        report: if WHOLE { input.word("report", Report::Responses) } else { Report::Responses },
        display: input.word("display", Display::Inline),
        position: input.word("position", Position::BottomEnd),
        theme: input.word("theme", Theme::Auto),
        auto_close: numbers::auto_close(&mut input),
        labels,
        context: labels::context(&mut input),
        sample: numbers::sample(&mut input),
        ask_again: ask_again::resolve(&mut input, metric),
        consent: input.word("consent", Consent::NotRequired),
        preview: input.flag("preview"),
        lang: catalogue.tag().to_owned(),
        direction,
    };
    Ok(Resolved { settings, warnings: input.into_warnings() })
}

/// The format, where this build can write it: `form` is left out of builds that must be small.
fn format(input: &mut Input<'_>) -> Format {
    let known = if WHOLE { Format::ALL } else { &[Format::CloudEvents, Format::Text, Format::Json] };
    input.known("format", known).unwrap_or(Format::CloudEvents)
}
