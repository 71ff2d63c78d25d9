//! The questions of a survey: the first one, and those that follow it.

use super::identity::metric_of;
use super::input::{Input, each_item};
use super::texts::{own, placed, translated};
use super::{Look, SettingError, Wording};
use crate::cut::WHOLE;
use crate::locale::Catalogue;
use crate::metric::{Band, Measure, Metric, ScaleTable};
use crate::text::push;

/// The most questions after the first.
const FURTHER: usize = 2;

/// The setting with a text for each point of a shop's own measure.
const LABELS: &str = "labels";

/// One question with its scale, in the language of the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Metric, scale and classes.
    pub measure: Measure,
    /// How the scale is drawn.
    pub look: Look,
    /// The catalogue's variant of the question.
    pub wording: Wording,
    /// The question.
    pub question: String,
    /// What each point means, from the lowest to the highest; empty where a point has no label.
    pub labels: Vec<String>,
}

impl Asked {
    /// What a point means; empty where it has no label.
    #[must_use]
    pub fn label(&self, point: u8) -> &str {
        let place = point.checked_sub(self.measure.scale().min);
        let label = place.and_then(|place| self.labels.get(usize::from(place)));
        label.map_or("", String::as_str)
    }

    /// What the lowest point means.
    #[must_use]
    pub fn low_label(&self) -> &str {
        self.label(self.measure.scale().min)
    }

    /// What the highest point means.
    #[must_use]
    pub fn high_label(&self) -> &str {
        self.label(self.measure.scale().max)
    }
}

/// The first question, and what its series depends on besides the catalogue: name, text, name, text … of what the shop
/// wrote itself, each ended by U+001F.
///
/// # Errors
/// [`SettingError`] for a shop's own measure without a question.
pub(super) fn first(
    input: &mut Input<'_>,
    catalogue: &Catalogue,
    table: &ScaleTable,
) -> Result<(Asked, String), SettingError> {
    let mut written = String::new();
    let own_labels = own_measure(input, catalogue, table, &mut written);
    let look = look(input, table, own_labels.is_some());
    let wording = wording(input, table);
    let mut asked = of_catalogue(input, catalogue, table, wording);
    asked.look = look;
    if let Some(labels) = own_labels {
        asked.labels = labels;
    }
    let mut take = |setting, place: Option<&mut String>| {
        if let (Some(text), Some(place)) = (own(input, catalogue, setting), place) {
            *place = text;
            push_written(&mut written, input, setting);
        }
    };
    take("question", Some(&mut asked.question));
    take("low-label", asked.labels.first_mut());
    take("high-label", asked.labels.last_mut());
    if asked.question.is_empty() {
        let reason = "there is no question, or none whose placeholders have a setting; write what to ask";
        return Err(SettingError::new("question", &[reason]));
    }
    Ok((asked, written))
}

/// The questions after the first: metrics of the catalogue on their default scales.
pub(super) fn then(input: &mut Input<'_>, catalogue: &Catalogue, first: Metric) -> Vec<Asked> {
    const SETTING: &str = "then";
    let mut asked: Vec<Asked> = Vec::new();
    let Some(list) = input.text(SETTING).filter(|_| WHOLE) else {
        return asked;
    };
    each_item(list, &mut |item| {
        let metric = metric_of(item)
            .filter(|metric| *metric != first && asked.iter().all(|asked| asked.measure.metric() != *metric));
        match metric.and_then(Metric::table) {
            Some(table) if asked.len() < FURTHER => {
                asked.push(of_catalogue(input, catalogue, table, Wording::Standard));
            }
            _ => {
                input.warn(SETTING, item, "at most two further metrics, each once, none of them custom");
            }
        }
    });
    asked
}

/// A question as the catalogue has it, drawn in the default look.
fn of_catalogue(input: &Input<'_>, catalogue: &Catalogue, table: &ScaleTable, wording: Wording) -> Asked {
    let question = match catalogue.question(table, wording) {
        Some((standard, plain)) => placed(input, catalogue, standard).unwrap_or_else(|_| plain.to_owned()),
        None => String::new(),
    };
    let mut labels = Vec::new();
    for point in table.scale().set().iter() {
        labels.push(catalogue.label(table, point).unwrap_or_default().to_owned());
    }
    let look = table.looks.first().copied().unwrap_or(Look::Numbers);
    Asked { measure: table.measure, look, wording, question, labels }
}

/// The labels of a shop's own measure, where it wrote one for each point. Notes them, and the classes, for the series.
fn own_measure(
    input: &mut Input<'_>,
    catalogue: &Catalogue,
    table: &ScaleTable,
    written: &mut String,
) -> Option<Vec<String>> {
    let measure = table.measure;
    if !WHOLE || measure.metric() != Metric::Custom {
        return None;
    }
    push_part(written, "classes");
    for point in measure.scale().set().iter() {
        push(
            written,
            match measure.band(point) {
                Band::Negative => '-',
                Band::Neutral => '0',
                Band::Positive => '+',
            },
        );
    }
    push_part(written, "");
    let list = translated(input, catalogue.tag(), LABELS)?;
    let mut labels = Vec::new();
    each_item(list, &mut |item| {
        if let Ok(label) = placed(input, catalogue, item) {
            labels.push(label);
        }
    });
    if labels.len() as u32 != measure.scale().set().len() {
        let expected = ["a text for each point of ", &measure.scale().text()].concat();
        input.warn(LABELS, list, &expected);
        return None;
    }
    push_written(written, input, LABELS);
    Some(labels)
}

/// The look, where the scale has it. Those of a shop's own measure are words only where there are words.
fn look(input: &mut Input<'_>, table: &ScaleTable, has_labels: bool) -> Look {
    if !WHOLE {
        return Look::Numbers;
    }
    let looks = match table.looks {
        [numbers, Look::Labels] if table.texts.is_empty() && !has_labels => core::slice::from_ref(numbers),
        looks => looks,
    };
    let default = looks.first().copied().unwrap_or(Look::Numbers);
    input.known("look", looks).unwrap_or(default)
}

/// The wording of the question, where the scale has it.
fn wording(input: &mut Input<'_>, table: &ScaleTable) -> Wording {
    match input.known("wording", table.wordings) {
        // The official question of CES 2.0 is about service, so both words mean one series.
        None | Some(Wording::Service) => Wording::Standard,
        Some(wording) => wording,
    }
}

/// Appends name and text of a setting in every language in which it is written.
fn push_written(written: &mut String, input: &Input<'_>, setting: &str) {
    for (name, text) in input.pairs() {
        let of_setting = name.strip_prefix(setting);
        let in_language = of_setting.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let text = text.trim_ascii();
        if in_language && !text.is_empty() {
            push_part(written, name);
            // A list is the same whatever parts its items.
            match setting {
                LABELS => each_item(text, &mut |item| push_part(written, item)),
                _ => push_part(written, text),
            }
        }
    }
}

/// Appends a part and its end, a character that occurs in no text that a person types.
fn push_part(written: &mut String, part: &str) {
    written.push_str(part);
    push(written, '\u{1f}');
}
