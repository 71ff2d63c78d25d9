//! What a survey is shown with.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::session::Visit;
use meetpunt_core::settings::{Display, Settings};

/// Settings, facts about the visit, and the words of its language.
pub struct Config {
    /// What the shop chose.
    pub settings: Settings,
    /// What travels with each event.
    pub visit: Visit,
    /// The words of the visitor's language.
    pub words: Catalogue,
}

impl Config {
    /// Whether the survey floats above the page.
    pub fn floating(&self) -> bool {
        self.settings.display != Display::Inline
    }

    /// A word of the interface, without placeholders.
    pub fn word(&self, key: &str) -> String {
        self.words.text(key).into()
    }

    /// What the ends of the scale mean, as one sentence.
    pub fn meaning(&self) -> String {
        let Settings { metric, low_label, high_label, .. } = &self.settings;
        let scale = metric.scale();
        let (min, max) = (scale.min.to_string(), scale.max.to_string());
        self.words.filled("ui.meaning", &[("min", &min), ("low", low_label), ("max", &max), ("high", high_label)])
    }

    /// How far the visitor is.
    pub fn progress(&self, step: u8, steps: u8) -> String {
        let (step, steps) = (step.to_string(), steps.to_string());
        self.words.filled("ui.progress", &[("step", &step), ("steps", &steps)])
    }
}
