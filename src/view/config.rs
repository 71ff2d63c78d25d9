//! What a survey is shown with.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::session::Visit;
use meetpunt_core::settings::{Asked, Display, Settings, Theme};

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

    /// The colours to be shown in.
    pub fn theme(&self) -> &'static str {
        match self.settings.theme {
            Theme::Auto if self.visit.dark => Theme::Dark.key(),
            Theme::Auto => Theme::Light.key(),
            theme => theme.key(),
        }
    }

    /// A word of the interface, without placeholders.
    pub fn word(&self, key: &str) -> String {
        self.words.text(key).into()
    }

    /// What the ends of a scale mean, as one sentence; empty where an end has no label.
    pub fn meaning(&self, asked: &Asked) -> String {
        let (low, high) = (asked.low_label(), asked.high_label());
        if low.is_empty() || high.is_empty() {
            return String::new();
        }
        let scale = asked.measure.scale();
        let (min, max) = (scale.min.to_string(), scale.max.to_string());
        self.words.filled("ui.meaning", &[("min", &min), ("low", low), ("max", &max), ("high", high)])
    }

    /// How far the visitor is.
    pub fn progress(&self, step: usize, steps: usize) -> String {
        let (step, steps) = (step.to_string(), steps.to_string());
        self.words.filled("ui.progress", &[("step", &step), ("steps", &steps)])
    }
}
