//! The texts of a survey: the shop's own where it wrote them, else the catalogue's, placeholders filled.

use super::FollowUp;
use super::input::Input;
use crate::locale::{Catalogue, Missing, fill};
use crate::metric::{Band, Metric};
use crate::settings::Wording;

/// The texts of one survey in one language.
pub(super) struct Texts<'a> {
    pub(super) question: String,
    pub(super) low_label: String,
    pub(super) high_label: String,
    pub(super) follow_up: [String; 3],
    pub(super) thanks: [String; 3],
    /// Name, text, name, text … of the shop's own wording that is used, as written: for the series.
    pub(super) own: Vec<&'a str>,
}

/// Which texts of the catalogue to use where the shop wrote none.
pub(super) struct Choice<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) metric: Metric,
    pub(super) wording: Wording,
    pub(super) follow_up: FollowUp,
}

pub(super) fn resolve<'a>(input: &mut Input<'a>, choice: &Choice<'_>) -> Texts<'a> {
    let Choice { catalogue, metric, wording, .. } = *choice;
    let scale = metric.scale();
    let question = own(input, catalogue, "question");
    let low = own(input, catalogue, "low-label");
    let high = own(input, catalogue, "high-label");
    let (standard, plain) = catalogue.question(metric, wording);
    let standard = placed(input, catalogue, standard).unwrap_or_else(|_| plain.to_owned());
    let label = |point| catalogue.label(metric, point).unwrap_or_default().to_owned();
    let all_thanks = own(input, catalogue, "thanks");
    let mut used = Vec::new();
    for (text, setting) in [(&question, "question"), (&low, "low-label"), (&high, "high-label")] {
        if text.is_some() {
            push_written(&mut used, input, setting);
        }
    }

    Texts {
        question: question.unwrap_or(standard),
        low_label: low.unwrap_or_else(|| label(scale.min)),
        high_label: high.unwrap_or_else(|| label(scale.max)),
        follow_up: bands(|band| {
            let asked = if choice.follow_up == FollowUp::Neutral { None } else { Some(band) };
            own(input, catalogue, &["follow-up-", band.key()].concat())
                .unwrap_or_else(|| catalogue.follow_up(metric, asked).to_owned())
        }),
        thanks: bands(|band| {
            own(input, catalogue, &["thanks-", band.key()].concat())
                .or_else(|| all_thanks.clone())
                .unwrap_or_else(|| catalogue.thanks(band).to_owned())
        }),
        own: used,
    }
}

/// The texts of the bands, in the order of the settings.
fn bands(mut text: impl FnMut(Band) -> String) -> [String; 3] {
    [text(Band::Negative), text(Band::Neutral), text(Band::Positive)]
}

/// The shop's own text of a setting. Where a placeholder in it cannot be filled, the catalogue's is used instead
/// and a warning says so: nobody shall read `{brand}`.
fn own(input: &mut Input<'_>, catalogue: &Catalogue, setting: &str) -> Option<String> {
    let text = translated(input, catalogue.tag(), setting)?;
    match placed(input, catalogue, text) {
        Ok(filled) => Some(filled),
        Err(Missing(name)) => {
            let expected = ["a text without {", &name, "}, or a setting ", &name, " to fill it"].concat();
            input.warn(setting, text, &expected);
            None
        }
    }
}

/// The text in the language (`question.nl-BE`, then `question.nl`), the one for all languages (`question`), or
/// the English one.
fn translated<'a>(input: &Input<'a>, tag: &str, setting: &str) -> Option<&'a str> {
    let mut tag = tag;
    loop {
        if let Some(text) = in_language(input, setting, tag) {
            return Some(text);
        }
        match tag.rfind('-').and_then(|end| tag.get(..end)) {
            Some(shorter) => tag = shorter,
            None => break,
        }
    }
    input.text(setting).or_else(|| in_language(input, setting, "en"))
}

fn in_language<'a>(input: &Input<'a>, setting: &str, tag: &str) -> Option<&'a str> {
    let mut pairs = input.pairs().iter().rev();
    let found = pairs.find(|(name, text)| {
        let of_setting = name.strip_prefix(setting);
        let own_tag = of_setting.and_then(|rest| rest.strip_prefix('.'));
        own_tag.is_some_and(|own| own.eq_ignore_ascii_case(tag)) && !text.trim_ascii().is_empty()
    });
    found.map(|pair| pair.1.trim_ascii())
}

/// Fills in brand, topic and context. The catalogue calls the topic by what it is in each question.
fn placed(input: &Input<'_>, catalogue: &Catalogue, text: &str) -> Result<String, Missing> {
    fill(text, &|name| match name {
        "brand" => translated(input, catalogue.tag(), "brand"),
        "topic" | "request" | "task" | "order" | "product" => translated(input, catalogue.tag(), "topic"),
        _ if name.starts_with("context-") => input.text(name),
        _ => None,
    })
}

/// Appends name and text of a setting in every language in which it is written.
fn push_written<'a>(used: &mut Vec<&'a str>, input: &Input<'a>, setting: &str) {
    for (name, text) in input.pairs() {
        let of_setting = name.strip_prefix(setting);
        let in_language = of_setting.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if in_language && !text.trim_ascii().is_empty() {
            used.push(name);
            used.push(text.trim_ascii());
        }
    }
}

/// The wording of the question, where the metric has it.
pub(super) fn wording(input: &mut Input<'_>, metric: Metric) -> Wording {
    match input.known("wording", metric.table().wordings) {
        // The official question of CES 2.0 is about service, so both words mean one series.
        Some(Wording::Service) if metric == Metric::Ces => Wording::Standard,
        Some(wording) => wording,
        None => Wording::Standard,
    }
}
