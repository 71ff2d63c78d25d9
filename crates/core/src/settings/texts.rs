//! Texts: the shop's own where it wrote them, else the catalogue's, placeholders filled.

use super::FollowUp;
use super::input::Input;
use crate::locale::{Catalogue, Missing, fill};
use crate::metric::{Band, Metric};

/// The texts that follow the score, by band: negative, neutral, positive.
pub(super) struct Texts {
    pub(super) follow_up: [String; 3],
    pub(super) thanks: [String; 3],
}

pub(super) fn resolve(input: &mut Input<'_>, catalogue: &Catalogue, metric: Metric, follow_up: FollowUp) -> Texts {
    let all_thanks = own(input, catalogue, "thanks");
    let by_class = follow_up != FollowUp::Neutral;
    Texts {
        follow_up: bands(|band| {
            own(input, catalogue, &["follow-up-", band.key()].concat())
                .unwrap_or_else(|| catalogue.follow_up(metric, by_class.then_some(band)).to_owned())
        }),
        thanks: bands(|band| {
            own(input, catalogue, &["thanks-", band.key()].concat())
                .or_else(|| all_thanks.clone())
                .unwrap_or_else(|| catalogue.thanks(metric, band).to_owned())
        }),
    }
}

/// Something for each band, in the order of the settings.
pub(super) fn bands<T>(mut of_band: impl FnMut(Band) -> T) -> [T; 3] {
    [of_band(Band::Negative), of_band(Band::Neutral), of_band(Band::Positive)]
}

/// The shop's own text of a setting. Where a placeholder in it cannot be filled, the catalogue's is used instead
/// and a warning says so: nobody shall read `{brand}`.
pub(super) fn own(input: &mut Input<'_>, catalogue: &Catalogue, setting: &str) -> Option<String> {
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
pub(super) fn translated<'a>(input: &Input<'a>, tag: &str, setting: &str) -> Option<&'a str> {
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
pub(super) fn placed(input: &Input<'_>, catalogue: &Catalogue, text: &str) -> Result<String, Missing> {
    fill(text, &|name| match name {
        "brand" => translated(input, catalogue.tag(), "brand"),
        "topic" | "request" | "task" | "order" | "product" => translated(input, catalogue.tag(), "topic"),
        _ if name.starts_with("context-") => input.text(name),
        _ => None,
    })
}
