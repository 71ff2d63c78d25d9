//! Every text of the studio, in one place, so that another language is one more value of [`Strings`].

use meetpunt_core::Word as _;
use meetpunt_core::settings::{Display, FollowUp, Theme, Wording};
use meetpunt_core::{Band, Metric};

use crate::draft::{Language, metric_place};
use crate::state::{Tab, Width};
use crate::touchpoint::Touchpoint;

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
    pub widths: [&'static str; 2],
    pub show_again: &'static str,
    pub shop_page: &'static str,
    pub loading_page: &'static str,
    pub elsewhere: &'static str,
    pub back_to_shop: &'static str,

    pub panel: &'static str,
    pub tabs: [&'static str; 3],

    pub ask: &'static str,
    pub metrics: [Choice; 3],
    pub points: &'static str,
    pub look: &'static str,
    pub display: &'static str,
    pub displays: [Choice; Display::ALL.len()],
    pub theme: &'static str,
    pub themes: [&'static str; 3],
    pub accent: &'static str,
    pub accent_shop: &'static str,
    pub accents: [&'static str; 5],
    pub accent_own: &'static str,
    pub accent_pick: &'static str,
    pub accent_wrong: &'static str,
    pub words: &'static str,
    pub words_standard: &'static str,
    pub words_own: &'static str,
    pub language: &'static str,
    pub languages: [&'static str; 3],
    pub language_help: &'static str,
    pub wording: &'static str,
    pub brand: &'static str,
    pub brand_help: &'static str,
    pub topic: &'static str,
    pub topic_help: &'static str,
    pub topic_example: &'static str,
    pub unused: &'static str,
    pub question: &'static str,
    pub question_help: &'static str,
    pub low_label: &'static str,
    pub high_label: &'static str,
    pub follow_up: &'static str,
    pub follow_ups: [Choice; 3],
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
    pub not_posted: &'static str,
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
    pub tests_included: &'static str,
    pub apart: &'static str,
    pub classes: [[&'static str; 3]; 3],

    pub code: &'static str,
    pub code_help: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub selected: &'static str,
    pub script_address: &'static str,
    pub script_help: &'static str,
    pub endpoint_address: &'static str,
    pub endpoint_help: &'static str,
    pub endpoint_wrong: &'static str,
    pub local_addresses: &'static str,
    pub next_steps: [&'static str; 3],

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

    pub fn metric(&self, metric: Metric) -> Choice {
        self.metrics[metric_place(metric)]
    }

    pub fn score_name(&self, metric: Metric) -> &'static str {
        self.score_names[metric_place(metric)]
    }

    /// The class of a band, in the plural.
    pub fn class(&self, metric: Metric, band: Band) -> &'static str {
        self.classes[metric_place(metric)][band as usize]
    }

    pub const fn display(&self, display: Display) -> Choice {
        self.displays[display as usize]
    }

    pub const fn theme(&self, theme: Theme) -> &'static str {
        self.themes[theme as usize]
    }

    pub const fn language(&self, language: Language) -> &'static str {
        self.languages[language as usize]
    }

    pub const fn follow_up(&self, follow_up: FollowUp) -> Choice {
        self.follow_ups[follow_up as usize]
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

    /// What a variant of the standard question is about.
    pub const fn wording(&self, wording: Wording) -> &'static str {
        match wording {
            Wording::Standard => "Standard",
            Wording::Find => "Finding something",
            Wording::Checkout => "Placing an order",
            Wording::Service => "Getting help",
            Wording::Order => "What was ordered",
            Wording::Delivery => "The delivery",
            Wording::FriendOrFamily => "Friend or family",
        }
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

/// English.
pub static ENGLISH: Strings = Strings {
    locale: "en-GB",

    studio: "Studio",
    workbench: "The shop page with its survey",
    skip_to_settings: "Skip to the settings",
    touchpoints: "Moment in the customer’s journey",
    touchpoint_titles: ["Product page", "Order confirmation", "Delivery"],
    page_width: "Width of the page",
    widths: ["Computer", "Phone"],
    show_again: "Show it again",
    shop_page: "Shop page: {page}",
    loading_page: "Opening the shop page …",
    elsewhere: "This page is not part of the sample shop, so there is no survey to see.",
    back_to_shop: "Back to the shop",

    panel: "Settings, answers and code",
    tabs: ["Design", "Answers", "Code"],

    ask: "What to ask",
    metrics: [
        Choice {
            title: "Recommendation, NPS®",
            help: "Would they recommend you? For customers who know you, after an order or every few months.",
        },
        Choice {
            title: "Ease, CES",
            help: "Was it easy? Ask right after someone searched, ordered or asked for help.",
        },
        Choice {
            title: "Satisfaction, CSAT",
            help: "Did they get what they expected? Ask once it has arrived or is solved.",
        },
    ],
    points: "{lowest} to {highest}",
    look: "Look",
    display: "Where it appears",
    displays: [
        Choice { title: "In the page", help: "Stands between the page’s own content." },
        Choice { title: "Over the page", help: "A small card in the corner." },
        Choice { title: "In front of the page", help: "The page waits until it is answered or closed." },
        Choice { title: "Behind a tab", help: "A handle at the edge that visitors open themselves." },
        Choice { title: "As a bar", help: "Across the window, below or above." },
    ],
    theme: "Light or dark",
    themes: ["Automatic", "Light", "Dark"],
    accent: "Accent colour",
    accent_shop: "The shop’s own",
    accents: ["Blue", "Green", "Plum", "Amber", "Black"],
    accent_own: "Your colour",
    accent_pick: "Pick a colour",
    accent_wrong: "Write six digits or letters a to f, such as #1f6f5c.",
    words: "Words",
    words_standard: "Standard",
    words_own: "Your own",
    language: "Language",
    languages: ["As the page", "English", "Dutch"],
    language_help: "This page is in {language}.",
    wording: "Version of the question",
    brand: "Shop name",
    brand_help: "Stands in the question, or where you write {brand}.",
    topic: "Subject",
    topic_help: "What the question is about, or where you write {topic}.",
    topic_example: "your order",
    unused: "The question does not use it.",
    question: "Question",
    question_help: "Leave empty for the standard question: only that can be compared with others. A change starts a new series of scores.",
    low_label: "Lowest point means",
    high_label: "Highest point means",
    follow_up: "After the score",
    follow_ups: [
        Choice {
            title: "A question that fits the score",
            help: "Low scores are asked what went wrong, high scores what they value.",
        },
        Choice {
            title: "The same question for everybody",
            help: "Best when you compare all comments with each other.",
        },
        Choice { title: "No question", help: "Only the score, then the thank-you." },
    ],
    start_over: "Start over",
    shared: "Language, colours and shop name hold for all three moments; the rest for this one.",
    trademark: "NPS® and Net Promoter® are registered trademarks of Bain & Company, Inc., NICE Satmetrix, Inc. and Fred Reichheld.",

    answers: "Answers as they arrived",
    refresh: "Refresh",
    latest: "Latest answer",
    nothing_yet: "No answers yet.",
    invitation: "Answer the survey on the page, and what it posts appears here.",
    see_all: "All answers",
    server_missing: "There is no Meetpunt server behind this page. Nothing is sent: answers stay in this tab and are gone when you reload.",
    server_closed: "The server accepts answers but shows them only on the machine that it runs on. Below are the answers of this tab.",
    test_answer: "test",
    as_posted: "What was posted",
    not_posted: "What would be posted",
    today: "Today",
    score_of: "{score} of {highest}",
    quoted: "“{text}”",
    not_applicable: "not applicable",
    not_finished: "not finished yet",

    score_names: ["NPS", "found it easy", "satisfied"],
    score_so_far: "So far",
    over_one: "1 answer",
    over_many: "{count} answers",
    too_few: "Too few to say. A score shows from {least} answers.",
    from_least: "A score shows from {least} answers.",
    none_counted: "No answers to this survey yet.",
    tests_included: "Counted over all answers to this survey in the log, test answers included.",
    apart: "Left out: {count} to another wording or look. Such scores cannot be compared.",
    classes: [
        ["Detractors", "Passives", "Promoters"],
        ["Hard", "Neutral", "Easy"],
        ["Dissatisfied", "Neutral", "Satisfied"],
    ],

    code: "Code for your page",
    code_help: "Paste it where the survey should stand. The script is needed once a page.",
    copy: "Copy code",
    copied: "Copied",
    selected: "Selected: now press Ctrl+C",
    script_address: "Where the script is",
    script_help: "The address of meetpunt.js on your site.",
    endpoint_address: "Where answers go",
    endpoint_help: "The address that receives each answer.",
    endpoint_wrong: "Use an address that begins with https:// or with / for your own site.",
    local_addresses: "These addresses are this computer’s. Put in your own before your customers see it.",
    next_steps: [
        "Put the folder of Meetpunt on your site, and fill in the two addresses.",
        "Paste the code into the page.",
        "Open the page and answer once: the answer must arrive at your address.",
    ],

    dismiss: "Dismiss",
    not_started: "The survey’s script did not load on this page, so visitors see the text inside its tag instead.",
    setting_corrected: "“{setting}” cannot be “{found}”, so the standard is used. Expected: {expected}.",
    cannot_show: "The survey cannot show: {reason}.",
    cannot_show_setting: "The survey cannot show, because of the setting “{setting}”: {reason}.",
    widget_stopped: "The survey stopped unexpectedly. The shop page goes on as if it were not there.",
    answer_refused: "An answer was refused for good ({status}): {reason}.",
    answer_held: "An answer was not accepted yet ({status}): {reason}. It is kept and tried again later.",
    survey_skipped: "The survey kept away: {reason}.",
    status: "the server answered {status}",
    no_status: "no reply",
    no_reason: "no reason given",
    reasons: [
        ("part", "a file of Meetpunt did not load"),
        ("csp-wasm", "the page’s security policy forbids WebAssembly; script-src must allow 'wasm-unsafe-eval'"),
        ("outbox", "too many answers wait to be sent"),
        ("block", "the page asks surveys to stay away (data-meetpunt-block)"),
        ("ask-again", "this visitor was asked not long ago"),
        ("consent", "the visitor has not given consent"),
        ("refused", "the server refuses such answers"),
        ("redirect", "the address sends visitors on to another one"),
        ("expired", "it waited longer than 30 days"),
    ],
};
