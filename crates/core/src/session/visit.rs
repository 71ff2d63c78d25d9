//! What the shell knows about the page and the visit, and hands in.

use crate::text::number;

/// Facts about the page and the visit that travel with every event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Origin of the page with a slash.
    pub source: String,
    /// Path of the page, without query and fragment.
    pub page: String,
    /// What made the survey show: the word before the colon.
    pub trigger: String,
    /// `phone`, `tablet` or `desktop`.
    pub device: String,
    /// Whether the browser sends Global Privacy Control.
    pub gpc: bool,
    /// Whether the page is dark where the survey stands, or the visitor prefers that and the page does not say.
    pub dark: bool,
    /// Version of the widget.
    pub widget: String,
    /// How many answers were lost before this visit, by reason.
    pub losses: Vec<(String, u32)>,
    /// What the visitor had done when another Wasm trapped; empty where nothing went before. First the answer that was saved:
    /// `submission`, `sequence`, `shown` and `answered` in milliseconds since 1970, and a `given` for each question (a score, or nothing for
    /// "not applicable"). Then the fields by their names, the one of "not applicable" without a name; `focus` is the field that has it.
    #[cfg(feature = "whole")]
    pub draft: Vec<(String, String)>,
}

impl Visit {
    /// Reads key–text pairs; unknown keys are left alone, missing ones are empty. `losses-REASON` is a count, `draft-NAME` a field.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut visit = Self::default();
        for (key, text) in pairs {
            match key {
                "source" => visit.source = text.into(),
                "page" => visit.page = text.into(),
                "trigger" => visit.trigger = text.into(),
                "device" => visit.device = text.into(),
                "gpc" => visit.gpc = text == "true",
                "dark" => visit.dark = text == "true",
                "widget" => visit.widget = text.into(),
                _ => {
                    #[cfg(feature = "whole")]
                    if let Some(name) = key.strip_prefix("draft-") {
                        visit.draft.push((name.into(), text.into()));
                    }
                    let count = number(text).and_then(|count| u32::try_from(count).ok());
                    if let (Some(reason), Some(count)) = (key.strip_prefix("losses-"), count) {
                        visit.losses.push((reason.into(), count));
                    }
                }
            }
        }
        visit
    }

    /// Whether the survey goes on where another Wasm trapped.
    #[must_use]
    pub fn resumes(&self) -> bool {
        #[cfg(feature = "whole")]
        return !self.draft.is_empty();
        #[cfg(not(feature = "whole"))]
        return false;
    }

    /// The texts of a field of the draft.
    pub fn drafted(&self, name: &str) -> impl Iterator<Item = &str> {
        #[cfg(feature = "whole")]
        return self.draft.iter().filter(move |(key, _)| key == name).map(|(_, text)| text.as_str());
        #[cfg(not(feature = "whole"))]
        {
            let _ = name;
            std::iter::empty()
        }
    }
}
