//! Every setting of a survey, once: the schema, the check and the documents go by this table. What a value means and which are
//! wrong is not here but in [`settings`](crate::settings).

use super::Setting;
use super::setting::Kind::{self, *};
use crate::metric::{Layer, Metric};
use crate::settings::{
    Adapter, Consent, Device, Display, FollowUp, Format, Look, Mode, Position, Report, Sending, Storage, Theme, Wording,
};
use crate::words::Word as _;

const fn row(name: &'static str, kind: Kind, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, kind, default, meaning }
}

const DURATION: Kind = Form { pattern: r"^\d+(ms|s|m|h|d)$", example: "30d" };
const TIME: Kind = Form {
    pattern: r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$",
    example: "2026-11-21T09:00:00+01:00",
};

/// The words of `register`.
const REGISTERS: &[&str] = &["informal", "formal"];

/// Every setting but `survey`, which is `id` in a site file, and the `context-NAME`, in the order of the documents.
pub static SETTINGS: &[Setting] = &[
    row("metric", Word(Metric::WORDS), "required", "what is measured"),
    row("scale", Form { pattern: r"^\d+-\d+$", example: "1-5" }, "the metric's first", "the points to choose from"),
    row("negative", Points, "none", "for custom: the points of the negative class"),
    row("neutral", Points, "what is left", "for custom: the points of the neutral class"),
    row("positive", Points, "none", "for custom: the points of the positive class"),
    row("labels", Texts, "none", "for custom: a text for each point"),
    row("layer", Word(Layer::WORDS), "none", "for custom: what it measures"),
    row("look", Word(Look::WORDS), "the first that the scale has", "how the scale is drawn; never changes the score"),
    row("wording", Word(Wording::WORDS), "standard", "the variant of the question, where the metric has it"),
    row("register", Word(REGISTERS), "informal", "how the visitor is addressed, where the language has both"),
    row("question", Text, "by metric", "the question in own words"),
    row("low-label", Text, "by metric", "what the lowest point means"),
    row("high-label", Text, "by metric", "what the highest point means"),
    row("brand", Text, "none", "what {brand} in texts becomes"),
    row("topic", Text, "none", "what {topic} in texts becomes"),
    row("then", Words(Metric::WORDS), "none", "at most two further metrics, one step each"),
    row("follow-up", Word(FollowUp::WORDS), "by-class", "whether and how the open question is asked"),
    row("follow-up-negative", Text, "by metric", "the open question after a negative score"),
    row("follow-up-neutral", Text, "by metric", "the open question after a neutral score"),
    row("follow-up-positive", Text, "by metric", "the open question after a positive score"),
    row("reasons", Reasons, "none", "what can be ticked after the score, each as key:label"),
    row("contact", Flag, "false", "after a negative answer, ask how the visitor may be reached"),
    row("allow-na", Flag, "false", "offer \"not applicable\""),
    row("essential", Flag, "false", "every negative answer raises an alert"),
    row("thanks", Text, "by language", "the words of thanks"),
    row("thanks-negative", Text, "thanks", "the words of thanks after a negative score"),
    row("thanks-neutral", Text, "thanks", "the words of thanks after a neutral score"),
    row("thanks-positive", Text, "thanks", "the words of thanks after a positive score"),
    row(
        "auto-close",
        Form { pattern: r"^(never|\d+(ms|s|m|h|d))$", example: "20s" },
        "never",
        "when the thank-you closes, 20s or more",
    ),
    row(
        "privacy-link",
        Form { pattern: "^[Hh][Tt][Tt][Pp][Ss]://", example: "https://shop.example/privacy" },
        "none",
        "a small link beside the open question",
    ),
    row("heading-level", Whole(1, 6), "2", "of the question"),
    row(
        "endpoint",
        Form { pattern: "^(https?://|/|\\./|\\.\\./)", example: "https://collect.shop.example/feedback" },
        "the script tag's",
        "where answers go",
    ),
    row("format", Word(Format::WORDS), "cloudevents", "the shape of the posted body"),
    row("headers", Object, "none", "static request headers"),
    row("fields", Object, "none", "other names for the fields of json and form"),
    row("report", Word(Report::WORDS), "responses", "what is posted"),
    row("adapters", Words(Adapter::WORDS), "none", "others on the page that get the answer, too, without its texts"),
    row("display", Word(Display::WORDS), "inline", "where the survey appears"),
    row("position", Word(Position::WORDS), "bottom-end", "the corner or edge of an overlay"),
    row(
        "trigger",
        Forms {
            pattern: r"^(load|exit|manual|(delay|idle):\s*\d+(ms|s|m|h|d)|visible(:\s*\d+(ms|s|m|h|d))?|scroll:\s*\d+\s*%|(click|event):.+)$",
            example: "delay:3s",
        },
        "by display",
        "what makes the survey show, any of the list",
    ),
    row(
        "match",
        Forms { pattern: r"^!?\s*[/*]", example: "/order/*" },
        "all pages",
        "URL patterns of pages; ! leaves out",
    ),
    row("devices", Words(Device::WORDS), "all", "devices to ask on"),
    row("audience", Audience, "everybody", "visitors to ask, by attributes that the page sets"),
    row("starts", TIME, "always", "the first moment"),
    row("ends", TIME, "never", "the first moment after it"),
    row(
        "sample",
        Form { pattern: r"^\d{1,3}(\.\d{1,2})?\s*%$", example: "12.5%" },
        "100%",
        "the share of visitors asked",
    ),
    row(
        "ask-again",
        Forms { pattern: r"^(answered|dismissed|ignored):\s*(never|\d+(ms|s|m|h|d))$", example: "answered:90d" },
        "answered:90d for nps, else answered:30d; dismissed:90d, ignored:30d",
        "how long the survey leaves a visitor alone after each outcome",
    ),
    row("quiet", DURATION, "30d", "the least time between two surveys of the site; inline ones neither wait nor count"),
    row("per-session", Whole(0, 65_535), "1", "surveys a visit; inline ones do not count"),
    row("priority", Whole(0, 65_535), "0", "the higher one wins when several are due"),
    row("mode", Word(Mode::WORDS), "normal", "kiosk counts presses, knows nobody, has no clocks"),
    row("storage", Word(Storage::WORDS), "local", "where it is kept who was asked"),
    row("consent", Word(Consent::WORDS), "not-required", "whether the visitor must have agreed first"),
    row("touchpoint", Label(100), "none", "the contact moment"),
    row("phase", Label(100), "none", "the phase of the journey"),
    row("lifecycle", Label(100), "none", "the step of the life cycle"),
    row("wave", Label(100), "none", "the step of the experience wave"),
    row("segment", Label(100), "none", "the customer segment"),
    row("persona", Label(100), "none", "the persona"),
    row("channel", Label(100), "web", "the channel"),
    row("occasion", Label(100), "none", "an opaque code of the occasion, asked about once"),
    row("employee", Label(100), "none", "an opaque code of the employee who helped"),
    row("respondent", Label(100), "none", "an opaque code of the respondent"),
    row(
        "lang",
        Form { pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", example: "nl-BE" },
        "that of the page",
        "the language, as BCP 47",
    ),
    row("theme", Word(Theme::WORDS), "auto", "light or dark"),
    row("send", Word(Sending::WORDS), "button", "what gives a score"),
    row("preview", FlagOrAddress, "false", "a trial run: nothing is stored, answers go nowhere or to this address"),
];

/// The setting of a kebab-case name.
#[must_use]
pub fn setting(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

/// The longest context text, in characters.
pub(super) const CONTEXT: usize = 200;
