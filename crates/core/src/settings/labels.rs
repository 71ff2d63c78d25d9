//! Labels and free context: what the shop says about the moment, to be sent with the answer.

use super::input::Input;
use crate::text::length;

/// The longest label, in characters.
const LABEL: usize = 100;
/// The longest context text, in characters.
const CONTEXT: usize = 200;
/// The most context entries of a survey.
const ENTRIES: usize = 20;

/// The labels that travel with every event. `None` is sent as null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The contact moment, such as `order-confirmation`.
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
    /// The channel; `web` where none is set.
    pub channel: Option<String>,
    /// An opaque code of the occasion, such as an order.
    pub occasion: Option<String>,
    /// An opaque code of the employee who helped.
    pub employee: Option<String>,
    /// An opaque code of the respondent.
    pub respondent: Option<String>,
}

pub(super) fn resolve(input: &mut Input<'_>) -> Labels {
    let mut label = |setting| bounded(input, setting, LABEL);
    Labels {
        touchpoint: label("touchpoint"),
        phase: label("phase"),
        lifecycle: label("lifecycle"),
        wave: label("wave"),
        segment: label("segment"),
        persona: label("persona"),
        channel: label("channel").or_else(|| Some("web".to_owned())),
        occasion: label("occasion"),
        employee: label("employee"),
        respondent: label("respondent"),
    }
}

/// Reads every `context-NAME`, in the order given.
pub(super) fn context(input: &mut Input<'_>) -> Vec<(String, String)> {
    let mut context = Vec::new();
    for (setting, _) in input.pairs() {
        let Some(name) = setting.strip_prefix("context-") else {
            continue;
        };
        let taken = context.iter().any(|(known, _): &(String, String)| known == name);
        if name.is_empty() || taken {
            continue;
        }
        let Some(text) = bounded(input, setting, CONTEXT) else {
            continue;
        };
        if context.len() == ENTRIES {
            input.warn(setting, &text, "at most 20 context settings");
            break;
        }
        context.push((name.to_owned(), text));
    }
    context
}

/// A text of at most `most` characters; a longer one is left out with a warning, since a cut code is a wrong code.
fn bounded(input: &mut Input<'_>, setting: &str, most: usize) -> Option<String> {
    let text = input.text(setting)?;
    if length(text) > most {
        let expected = if most == LABEL { "at most 100 characters" } else { "at most 200 characters" };
        input.warn(setting, text, expected);
        return None;
    }
    Some(text.to_owned())
}
