//! The texts of the studio itself, in English and Dutch: one value of [`Strings`] each. Those of settings and templates are in `crates/studio/texts/`.

mod dutch;
mod english;

use std::cell::Cell;

use meetpunt_core::settings::{Display, Theme};
use meetpunt_core::{Band, Metric, Word as _};

pub use dutch::DUTCH;
pub use english::ENGLISH;

use crate::state::{Tab, Width};
use crate::touchpoint::Touchpoint;

/// A language that the studio speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    English,
    Dutch,
}

impl Tongue {
    /// Every one, with its own name, its tag, in the order of the switch.
    pub const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::English, "English", "en"), (Self::Dutch, "Nederlands", "nl")];

    /// The tongue of a language tag such as `nl-BE`; English for every other.
    pub fn of(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("nl") { Self::Dutch } else { Self::English }
    }

    /// Its language tag.
    pub const fn tag(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

thread_local! {
    static SPOKEN: Cell<Tongue> = const { Cell::new(Tongue::English) };
}

/// Speaks another language from the next rendering on.
pub fn speak(tongue: Tongue) {
    SPOKEN.set(tongue);
}

/// The language that is spoken.
pub fn tongue() -> Tongue {
    SPOKEN.get()
}

/// The texts of the language that is spoken.
pub fn text() -> &'static Strings {
    match tongue() {
        Tongue::English => &ENGLISH,
        Tongue::Dutch => &DUTCH,
    }
}

/// A choice with a sentence that helps to make it.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub title: &'static str,
    pub help: &'static str,
}

/// The texts of one language. `{…}` in them is filled in by [`fill`].
#[derive(Debug)]
pub struct Strings {
    /// For dates and times.
    pub locale: &'static str,

    pub studio: &'static str,
    pub workbench: &'static str,
    pub skip_to_settings: &'static str,
    pub touchpoints: &'static str,
    pub touchpoint_titles: [&'static str; 3],
    pub page_width: &'static str,
    pub widths: [&'static str; Width::ALL.len()],
    pub show_again: &'static str,
    pub shop_page: &'static str,
    pub loading_page: &'static str,
    pub elsewhere: &'static str,
    pub back_to_shop: &'static str,

    pub panel: &'static str,
    pub tabs: [&'static str; Tab::ALL.len()],
    pub undo: &'static str,
    pub redo: &'static str,
    pub speak: &'static str,
    pub search: &'static str,
    pub nothing_found: &'static str,
    pub standard: &'static str,
    pub as_page: &'static str,
    pub follow_up_helps: [&'static str; 3],
    pub other_metric: &'static str,
    pub choose_other: &'static str,
    pub by_class: &'static str,
    pub bands: [&'static str; 3],
    pub languages: &'static str,
    pub languages_help: &'static str,
    pub add_language: &'static str,
    pub remove_language: &'static str,
    pub is_draft: &'static str,
    pub templates: &'static str,
    pub templates_help: &'static str,
    pub carry_on: &'static str,

    /// Of NPS, CES and CSAT: when to ask.
    pub metrics: [&'static str; 3],
    pub points: &'static str,
    pub displays: [Choice; Display::ALL.len()],
    pub themes: [&'static str; 3],
    pub accent: &'static str,
    pub accent_shop: &'static str,
    pub accents: [&'static str; 5],
    pub accent_own: &'static str,
    pub accent_pick: &'static str,
    pub accent_wrong: &'static str,
    pub topic_example: &'static str,
    pub unused: &'static str,
    pub start_over: &'static str,
    pub shared: &'static str,
    pub trademark: &'static str,

    pub answers: &'static str,
    pub refresh: &'static str,
    pub latest: &'static str,
    pub nothing_yet: &'static str,
    pub invitation: &'static str,
    pub see_all: &'static str,
    pub server_missing: &'static str,
    pub server_closed: &'static str,
    pub test_answer: &'static str,
    pub as_posted: &'static str,
    pub today: &'static str,
    pub score_of: &'static str,
    pub quoted: &'static str,
    pub not_applicable: &'static str,
    pub not_finished: &'static str,

    pub score_names: [&'static str; 3],
    pub score_so_far: &'static str,
    pub over_one: &'static str,
    pub over_many: &'static str,
    pub too_few: &'static str,
    pub from_least: &'static str,
    pub none_counted: &'static str,
    pub apart: &'static str,
    pub classes: [[&'static str; 3]; 3],

    pub code: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub selected: &'static str,
    pub script_address: &'static str,
    pub script_help: &'static str,
    pub endpoint_address: &'static str,
    pub endpoint_help: &'static str,
    pub endpoint_wrong: &'static str,
    pub local_addresses: &'static str,
    pub system: &'static str,
    pub needs_site_file: &'static str,
    pub save_site_file: &'static str,
    pub ask_title: &'static str,
    pub ask_page: &'static str,
    pub ask_all: &'static str,
    pub ask_journey: &'static str,
    pub ask_yes: &'static str,
    pub ask_no: &'static str,
    pub own_page: &'static str,
    pub own_page_help: &'static str,
    pub own_page_address: &'static str,
    pub own_page_allow: &'static str,
    pub own_page_link: &'static str,
    pub own_page_wrong: &'static str,
    pub own_page_open: &'static str,
    pub link: &'static str,
    pub link_help: &'static str,
    pub incoming: &'static str,
    pub incoming_help: &'static str,
    pub open_incoming: &'static str,
    pub no_survey: &'static str,

    pub trial: &'static str,
    pub trial_help: &'static str,
    pub trial_page: &'static str,
    pub trial_device: &'static str,
    pub trial_lot: &'static str,
    pub trial_attributes: &'static str,
    pub trial_consent: &'static str,
    pub trial_visit: &'static str,
    pub trial_answer: &'static str,
    pub trial_close: &'static str,
    pub trial_day: &'static str,
    pub trial_month: &'static str,
    pub trial_again: &'static str,
    pub trial_on: &'static str,
    pub trial_answered: &'static str,
    pub trial_closed: &'static str,
    pub trial_back: &'static str,
    pub trial_day_number: &'static str,
    pub trial_shows: &'static str,
    pub trial_stays: &'static str,
    pub cannot_try: &'static str,
    pub trace: &'static str,
    pub rule: &'static str,
    pub rule_result: &'static str,
    pub rule_saw: &'static str,
    pub rule_passes: &'static str,
    pub rule_refuses: &'static str,
    pub forecast: &'static str,
    pub forecast_help: &'static str,
    pub forecast_visitors: &'static str,
    pub forecast_response: &'static str,
    pub forecast_answers: &'static str,
    pub forecast_share: &'static str,
    pub forecast_margin: &'static str,
    pub forecast_few: &'static str,
    pub forecast_difference: &'static str,
    pub whole_number: &'static str,

    pub probe: &'static str,
    pub probe_send: &'static str,
    pub probe_help: &'static str,
    pub left_bytes: &'static str,
    pub probe_reached: &'static str,
    pub probe_refused: &'static str,
    pub probe_redirected: &'static str,
    pub probe_cors: &'static str,
    pub probe_silent: &'static str,
    pub probe_not_https: &'static str,
    pub probe_headers: &'static str,
    pub tests_apart: &'static str,

    pub sight: &'static str,
    pub sight_scheme: &'static str,
    pub sight_schemes: [&'static str; 3],
    pub sight_net: &'static str,
    pub sight_nets: [&'static str; 3],
    pub sight_rtl: &'static str,
    pub sight_large: &'static str,
    pub sight_help: &'static str,

    pub checklist: &'static str,
    pub mark_done: &'static str,
    pub mark_open: &'static str,
    pub mark_yours: &'static str,
    pub policy: &'static str,
    pub we: &'static str,

    pub map: &'static str,
    pub map_coverage: &'static str,
    pub map_bare: &'static str,
    pub map_essential: &'static str,
    pub map_must: &'static str,
    pub map_none: &'static str,
    pub map_importance: &'static str,
    pub map_owner: &'static str,
    pub map_influences: &'static str,
    pub map_current: &'static str,
    pub map_desired: &'static str,
    pub map_survey: &'static str,
    pub map_segments: &'static str,
    pub map_personas: &'static str,
    pub map_file: &'static str,
    pub map_open: &'static str,

    pub dismiss: &'static str,
    pub not_started: &'static str,
    pub setting_corrected: &'static str,
    pub cannot_show: &'static str,
    pub cannot_show_setting: &'static str,
    pub widget_stopped: &'static str,
    pub answer_refused: &'static str,
    pub answer_held: &'static str,
    pub survey_skipped: &'static str,
    pub status: &'static str,
    pub no_status: &'static str,
    pub no_reason: &'static str,
    /// The widget's reasons by their code.
    pub reasons: [(&'static str, &'static str); 9],
}

impl Strings {
    pub const fn touchpoint(&self, touchpoint: Touchpoint) -> &'static str {
        self.touchpoint_titles[touchpoint.place()]
    }

    pub const fn width(&self, width: Width) -> &'static str {
        self.widths[width as usize]
    }

    pub const fn tab(&self, tab: Tab) -> &'static str {
        self.tabs[tab as usize]
    }

    /// How the score of a measure is called: what stands after "60 %".
    pub fn score_name(&self, metric: Metric) -> String {
        match place(metric) {
            Some(place) => self.score_names[place].to_owned(),
            None => crate::texts::word("metric", metric.word()),
        }
    }

    /// The class of a band, in the plural.
    pub fn class(&self, metric: Metric, band: Band) -> &'static str {
        match place(metric) {
            Some(place) => self.classes[place][band as usize],
            None => self.bands[band as usize],
        }
    }

    pub const fn display(&self, display: Display) -> Choice {
        self.displays[display as usize]
    }

    pub const fn theme(&self, theme: Theme) -> &'static str {
        self.themes[theme as usize]
    }

    /// A reason in words: by its code, or as it stands where it is a sentence already.
    pub fn reason<'a>(&self, code: &'a str) -> &'a str {
        let known = self.reasons.iter().find(|(known, _)| *known == code);
        match known {
            Some((_, words)) => words,
            None if code.is_empty() => self.no_reason,
            None => code,
        }
    }
}

/// The place of a measure among those that have names of their own for score and classes: NPS, CES, CSAT.
const fn place(metric: Metric) -> Option<usize> {
    match metric {
        Metric::Nps | Metric::Enps => Some(0),
        Metric::Ces | Metric::Ces1 | Metric::Ces5 => Some(1),
        Metric::Csat => Some(2),
        _ => None,
    }
}

/// Replaces `{name}` by its value. What is filled in is not looked at again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| {
        let found = values.iter().find(|(known, _)| *known == name);
        Some(found.map_or("", |(_, value)| *value))
    };
    meetpunt_core::locale::fill(template, &value).unwrap_or_default()
}
