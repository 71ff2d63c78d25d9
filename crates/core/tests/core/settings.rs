//! Settings: what a page may write, what becomes of it, and what it is told.

use meetpunt_core::locale::{Catalogue, Direction};
use meetpunt_core::settings::{
    self, AskAgain, Consent, Display, FollowUp, Format, Look, Position, Resolved, Settings, Theme, Wait, Warning,
    Wording, duration,
};
use meetpunt_core::wire::json;
use meetpunt_core::{Band, Metric, Scale};
use proptest::prelude::*;

/// Every metric, as messages list them.
const METRICS: &str = "nps, enps, ces, ces1, ces5, csat, delight, importance, goal, promise, pmf, custom";

fn resolve(pairs: &[(&str, &str)]) -> Resolved {
    settings::resolve(pairs, &Catalogue::english()).expect("a survey")
}

/// A CSAT survey with these settings, none of them corrected.
#[track_caller]
fn csat(pairs: &[(&str, &str)]) -> Settings {
    let resolved = resolve(&[&[("metric", "csat")], pairs].concat());
    assert_eq!(resolved.warnings, []);
    resolved.settings
}

/// A CSAT survey with one wrong setting: it is corrected to the default and the warning says this.
#[track_caller]
fn corrected(setting: &str, found: &str, expected: &str) {
    let resolved = resolve(&[("metric", "csat"), (setting, found)]);
    let warning = Warning {
        setting: setting.to_owned(),
        found: found.trim().chars().take(80).collect(),
        expected: expected.to_owned(),
    };
    assert_eq!(resolved.warnings, [warning]);
    assert_eq!(resolved.settings, csat(&[]));
}

#[test]
fn a_metric_alone_is_a_survey() {
    let settings = csat(&[]);
    assert_eq!(settings.survey, "csat");
    assert_eq!(settings.first.measure.metric(), Metric::Csat);
    assert_eq!(settings.first.measure.scale(), Scale { min: 1, max: 5 });
    assert_eq!(settings.first.look, Look::Numbers);
    assert_eq!(settings.first.wording, Wording::Standard);
    assert_eq!(settings.first.question, "How satisfied are you with your experience?");
    assert_eq!(settings.first.low_label(), "Very dissatisfied");
    assert_eq!(settings.first.high_label(), "Very satisfied");
    assert_eq!(settings.then, []);
    assert_eq!(settings.follow_up, FollowUp::ByClass);
    assert_eq!(settings.follow_up_text(Band::Neutral), "What could be better?");
    assert!(!settings.essential);
    assert_eq!(settings.privacy_link, None);
    assert_eq!(settings.heading_level, 2);
    assert_eq!(settings.format, Format::CloudEvents);
    assert_eq!(settings.display, Display::Inline);
    assert_eq!(settings.position, Position::BottomEnd);
    assert_eq!(settings.theme, Theme::Auto);
    assert_eq!(settings.auto_close, None);
    assert_eq!(settings.labels.channel.as_deref(), Some("web"));
    assert_eq!(settings.labels.touchpoint, None);
    assert_eq!(settings.context, []);
    assert_eq!(settings.sample, 10_000);
    assert_eq!(settings.consent, Consent::NotRequired);
    assert!(!settings.preview);
    assert_eq!((settings.lang.as_str(), settings.direction), ("en", Direction::Ltr));
}

#[test]
fn a_survey_without_a_known_metric_does_not_show() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], setting: &str, reason: &str) {
        let error = settings::resolve(pairs, &Catalogue::english()).expect_err("no survey");
        assert_eq!((error.setting.as_str(), error.reason.as_str()), (setting, reason));
        assert_eq!(error.to_string(), reason);
    }
    let missing = format!("metric is missing; write one of: {METRICS}");
    check(&[], "metric", &missing);
    check(&[("metric", " ")], "metric", &missing);
    check(&[("metric", "npx")], "metric", &format!("\"npx\" is not a metric; write one of: {METRICS}"));
}

#[test]
fn an_error_is_the_detail_of_its_event() {
    let error = settings::resolve(&[], &Catalogue::english()).expect_err("no survey");
    assert_eq!(
        json::to_string(&error),
        format!(r#"{{"reason":"metric is missing; write one of: {METRICS}","setting":"metric"}}"#)
    );
}

#[test]
fn words_are_read_as_html_reads_keywords() {
    let settings = csat(&[
        ("display", "POPOVER"),
        ("theme", " dark "),
        ("position", "top-start"),
        ("format", "json"),
        ("follow-up", "neutral"),
        ("consent", "required"),
        ("look", "numbers"),
        ("scale", "1-5"),
    ]);
    assert_eq!(settings.display, Display::Popover);
    assert_eq!(settings.theme, Theme::Dark);
    assert_eq!(settings.position, Position::TopStart);
    assert_eq!(settings.format, Format::Json);
    assert_eq!(settings.follow_up, FollowUp::Neutral);
    assert_eq!(settings.consent, Consent::Required);
    assert_eq!(resolve(&[("metric", "NPS")]).settings.first.measure.metric(), Metric::Nps);
}

#[test]
fn an_unknown_word_becomes_the_default_and_is_told() {
    corrected("display", "drawer", "one of: inline, popover, modal, tab, bar");
    corrected("theme", "blue", "one of: auto, light, dark");
    corrected("position", "left", "one of: bottom-end, bottom-start, bottom, top-end, top-start, top, center");
    if cfg!(feature = "whole") {
        corrected("format", "xml", "one of: cloudevents, text, json, form");
        assert_eq!(csat(&[("format", "form")]).format, Format::Form);
    } else {
        corrected("format", "form", "one of: cloudevents, text, json");
    }
    corrected("follow-up", "yes", "one of: by-class, neutral, none");
    corrected("consent", "yes", "one of: not-required, required");
    corrected("look", "thumbs", "one of: numbers, labels, stars, faces");
    corrected("wording", "find", "one of: standard, order, delivery");
    corrected("wording", "nice", "one of: standard, order, delivery");
}

#[test]
fn an_empty_value_is_the_default_without_a_word() {
    let empty = [
        ("display", ""),
        ("theme", " "),
        ("sample", ""),
        ("heading-level", ""),
        ("auto-close", ""),
        ("ask-again", ""),
        ("question", " "),
        ("survey", ""),
        ("touchpoint", ""),
        ("context-order", ""),
        ("privacy-link", ""),
    ];
    assert_eq!(csat(&empty), csat(&[]));
}

#[test]
fn settings_of_others_are_passed_over() {
    let others = [("endpoint", "https://a.example"), ("trigger", "load"), ("class", "x")];
    assert_eq!(csat(&others), csat(&[]));
}

#[test]
fn the_last_of_two_equal_names_counts() {
    assert_eq!(csat(&[("theme", "dark"), ("theme", "light")]).theme, Theme::Light);
}

#[test]
fn a_present_flag_is_on() {
    for text in ["", "true", "essential", "1"] {
        assert!(csat(&[("essential", text)]).essential, "{text:?}");
    }
    assert!(csat(&[("preview", "")]).preview);
    assert!(csat(&[("preview", "https://test.example/")]).preview);
    corrected("essential", "false", "leave the setting out to switch it off");
}

#[test]
fn a_survey_has_a_stable_id() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], id: &str) {
        assert_eq!(csat(pairs).survey, id);
    }
    check(&[("survey", "my-survey-1")], "my-survey-1");
    check(&[("touchpoint", "order-confirmation")], "csat-order-confirmation");
    check(&[("touchpoint", "review_site")], "csat-review-site");
    check(&[("touchpoint", "  Na de Koop! (2) ")], "csat-na-de-koop-2");
    check(&[("touchpoint", "ünï")], "csat-n");
    check(&[("touchpoint", "é")], "csat");
    let long = "a".repeat(100);
    check(&[("touchpoint", &long)], &format!("csat-{}", "a".repeat(59)));
    let in_two = format!("{} b", "a".repeat(58));
    check(&[("touchpoint", &in_two)], &format!("csat-{}", "a".repeat(58)));
    let expected = "at most 64 of the characters a-z, 0-9 and -";
    corrected("survey", "My Survey", expected);
    corrected("survey", &"a".repeat(65), expected);
}

#[test]
fn durations_are_a_whole_number_and_a_unit() {
    #[track_caller]
    fn check(text: &str, milliseconds: Option<u64>) {
        assert_eq!(duration::milliseconds(text), milliseconds, "{text:?}");
    }
    check("0s", Some(0));
    check("1500ms", Some(1_500));
    check("3s", Some(3_000));
    check("5m", Some(300_000));
    check("12h", Some(43_200_000));
    check(" 90d ", Some(7_776_000_000));
    check("007d", Some(604_800_000));
    for wrong in [
        "",
        "s",
        "3",
        "3 s",
        "1.5s",
        "-3s",
        "+3s",
        "3S",
        "3w",
        "3sec",
        "3s4",
        "٣s",
        "99999999999999999999d",
        "18446744073709551615d",
    ] {
        check(wrong, None);
    }
}

#[test]
fn the_thank_you_closes_after_twenty_seconds_at_the_earliest() {
    assert_eq!(csat(&[("auto-close", "20s")]).auto_close, Some(20));
    assert_eq!(csat(&[("auto-close", "20001ms")]).auto_close, Some(21));
    assert_eq!(csat(&[("auto-close", "2m")]).auto_close, Some(120));
    assert_eq!(csat(&[("auto-close", "Never")]).auto_close, None);
    let expected = "a duration of 20s or more, or never";
    for wrong in ["19s", "19999ms", "20", "soon", "99999999999d"] {
        corrected("auto-close", wrong, expected);
    }
}

#[test]
fn a_share_is_a_percentage_with_two_decimals_at_most() {
    #[track_caller]
    fn check(text: &str, basis_points: u16) {
        assert_eq!(csat(&[("sample", text)]).sample, basis_points, "{text}");
    }
    check("100%", 10_000);
    check("0%", 0);
    check("25%", 2_500);
    check("12.5%", 1_250);
    check("0.01%", 1);
    check("99.99 %", 9_999);
    check("5.05%", 505);
    let expected = "a percentage from 0% to 100% with at most two decimals, such as 12.5%";
    for wrong in ["25", "0.25", "101%", "100.01%", "1.234%", "-1%", "+1%", "1,5%", ".5%", "5.%", "%", "65636%", "1e1%"]
    {
        corrected("sample", wrong, expected);
    }
}

#[test]
fn headings_have_six_levels() {
    assert_eq!(csat(&[("heading-level", "1")]).heading_level, 1);
    assert_eq!(csat(&[("heading-level", "6")]).heading_level, 6);
    for wrong in ["0", "7", "22", "two", "2.0"] {
        corrected("heading-level", wrong, "a number from 1 to 6");
    }
}

#[test]
fn the_privacy_page_is_a_secure_address() {
    let link = |text| csat(&[("privacy-link", text)]).privacy_link;
    for address in ["https://shop.example/privacy?a=1#b", "HTTPS://shop.example"] {
        assert_eq!(link(address).as_deref(), Some(address));
    }
    for wrong in [
        "http://shop.example",
        "/privacy",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://user@shop.example",
        "https://shop.example\\@evil.example",
        "https://shop.example/a b",
        "data:text/html,x",
    ] {
        corrected("privacy-link", wrong, "an address that begins with https://");
    }
}

#[test]
fn waits_have_defaults_by_metric() {
    let waits = |metric| resolve(&[("metric", metric)]).settings.ask_again;
    let expected =
        |answered| AskAgain { answered: Wait::Days(answered), dismissed: Wait::Days(90), ignored: Wait::Days(30) };
    assert_eq!(waits("nps"), expected(90));
    assert_eq!(waits("ces"), expected(30));
    assert_eq!(waits("csat"), expected(30));
    assert_eq!(waits("enps"), expected(30));
}

#[test]
fn waits_are_set_by_outcome() {
    let waits = |text| csat(&[("ask-again", text)]).ask_again;
    let expected = |answered, dismissed, ignored| AskAgain { answered, dismissed, ignored };
    let days = Wait::Days;
    assert_eq!(waits("answered:never"), expected(Wait::Never, days(90), days(30)));
    let all = expected(days(7), days(14), days(0));
    assert_eq!(waits("answered:7d, dismissed:14d, ignored:0d"), all);
    assert_eq!(waits(" ignored : 0d ,answered: 7d,dismissed:14d,"), all);
    assert_eq!(waits("answered:7d\u{1f}dismissed:14d\u{1f}ignored:0d"), all);
    // Waits are kept in days: a part of one is one.
    assert_eq!(waits("answered:1h").answered, days(1));
    assert_eq!(waits("answered:25h").answered, days(2));
    let wait = "a duration of at most 65535d, or never";
    corrected("ask-again", "answered:soon", wait);
    corrected("ask-again", "answered:", wait);
    corrected("ask-again", "answered:65536d", wait);
    let outcome = "answered, dismissed or ignored, a colon and a duration, such as answered:90d";
    corrected("ask-again", "90d", outcome);
    corrected("ask-again", "closed:90d", outcome);
}

#[test]
fn one_wrong_wait_leaves_the_others() {
    let resolved = resolve(&[("metric", "csat"), ("ask-again", "answered:7d, ignored:x")]);
    assert_eq!(resolved.settings.ask_again.answered, Wait::Days(7));
    assert_eq!(resolved.settings.ask_again.ignored, Wait::Days(30));
    assert_eq!(resolved.warnings.len(), 1);
}

#[test]
fn labels_travel_as_they_are_written() {
    let names = [
        "touchpoint",
        "phase",
        "lifecycle",
        "wave",
        "segment",
        "persona",
        "channel",
        "occasion",
        "employee",
        "respondent",
    ];
    let hundred = "é".repeat(100);
    let pairs = names.map(|name| (name, hundred.as_str()));
    let labels = csat(&pairs).labels;
    for label in [
        labels.touchpoint,
        labels.phase,
        labels.lifecycle,
        labels.wave,
        labels.segment,
        labels.persona,
        labels.channel,
        labels.occasion,
        labels.employee,
        labels.respondent,
    ] {
        assert_eq!(label.as_deref(), Some(hundred.as_str()));
    }
    let long = "x".repeat(101);
    for name in names {
        let resolved = resolve(&[("metric", "csat"), (name, &long)]);
        assert_eq!(resolved.settings, csat(&[]), "{name}");
        let warning = &resolved.warnings[0];
        assert_eq!((warning.setting.as_str(), warning.expected.as_str()), (name, "at most 100 characters"));
        assert_eq!(warning.found.len(), 80, "a warning repeats a part of a long text");
    }
}

#[test]
fn context_is_free_within_bounds() {
    let context = csat(&[("context-order-band", " 50-100 "), ("context-repeat", "yes")]).context;
    let entry = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(context, [entry("order-band", "50-100"), entry("repeat", "yes")]);
    corrected("context-a", &"x".repeat(201), "at most 200 characters");
    assert_eq!(csat(&[("context-", "nameless")]).context, []);
    let twice = csat(&[("context-a", "1"), ("context-b", "2"), ("context-a", "3")]).context;
    assert_eq!(twice, [entry("a", "3"), entry("b", "2")]);
}

#[test]
fn the_twenty_first_context_stays_behind() {
    let names: Vec<String> = (0..25).map(|number| format!("context-n{number}")).collect();
    let mut pairs = vec![("metric", "csat")];
    pairs.extend(names.iter().map(|name| (name.as_str(), "x")));
    let resolved = resolve(&pairs);
    assert_eq!(resolved.settings.context.len(), 20);
    let warning = &resolved.warnings[..];
    assert_eq!(warning.len(), 1);
    assert_eq!(warning[0].setting, "context-n20");
    assert_eq!(warning[0].expected, "at most 20 context settings");
}

#[test]
fn the_question_names_brand_and_topic_where_they_are_known() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], question: &str) {
        let resolved = resolve(pairs);
        assert_eq!(resolved.settings.first.question, question);
        assert_eq!(resolved.warnings, []);
    }
    let (nps, ces, csat) = (("metric", "nps"), ("metric", "ces"), ("metric", "csat"));
    let (brand, topic) = (("brand", "Example Shop"), ("topic", "return"));
    check(&[nps, brand], "How likely is it that you would recommend Example Shop to a friend or colleague?");
    check(&[nps], "How likely is it that you would recommend us to a friend or colleague?");
    check(
        &[nps, ("wording", "friend-or-family")],
        "How likely is it that you would recommend us to a friend or family member?",
    );
    check(&[ces, brand, topic], "Example Shop made it easy for me to handle my return.");
    check(&[ces, brand], "It was easy for me to handle my request.");
    check(&[ces, topic], "It was easy for me to handle my request.");
    check(&[ces, ("wording", "service")], "It was easy for me to handle my request.");
    check(&[ces, ("wording", "find")], "It was easy to find what I was looking for.");
    check(&[ces, ("wording", "checkout"), brand], "Example Shop made it easy for me to place my order.");
    check(&[ces, ("wording", "checkout")], "It was easy for me to place my order.");
    check(&[csat, ("topic", "our help")], "How satisfied are you with our help?");
    check(
        &[csat, ("wording", "order"), ("topic", "your chair")],
        "Did you get what you expected? How satisfied are you with your chair?",
    );
    check(&[csat, ("wording", "order")], "Did you get what you expected? How satisfied are you with your order?");
    check(&[csat, ("wording", "delivery")], "How satisfied are you with the delivery of your order?");
}

#[test]
fn own_texts_take_the_place_of_the_catalogue() {
    let settings = csat(&[
        ("question", "How was {topic} at {brand}, order {context-order}?"),
        ("brand", "Shop"),
        ("topic", "lunch"),
        ("context-order", "12"),
        ("low-label", "Bad"),
        ("high-label", "Good"),
        ("follow-up-negative", "Sorry. Why, at {brand}?"),
        ("thanks", "Thanks!"),
        ("thanks-positive", "Great!"),
    ]);
    assert_eq!(settings.first.question, "How was lunch at Shop, order 12?");
    assert_eq!((settings.first.low_label(), settings.first.high_label()), ("Bad", "Good"));
    assert_eq!(settings.follow_up_text(Band::Negative), "Sorry. Why, at Shop?");
    assert_eq!(settings.follow_up_text(Band::Neutral), "What could be better?");
    assert_eq!(settings.thanks_text(Band::Negative), "Thanks!");
    assert_eq!(settings.thanks_text(Band::Neutral), "Thanks!");
    assert_eq!(settings.thanks_text(Band::Positive), "Great!");
}

#[test]
fn values_are_texts_and_never_placeholders() {
    let settings = csat(&[("question", "How was {topic}?"), ("topic", "{brand}"), ("brand", "X")]);
    assert_eq!(settings.first.question, "How was {brand}?");
}

#[test]
fn nobody_reads_a_placeholder_that_cannot_be_filled() {
    corrected("question", "How was {topic}?", "a text without {topic}, or a setting topic to fill it");
    corrected("thanks", "Bye, {name}", "a text without {name}, or a setting name to fill it");
    corrected("low-label", "{context-low}", "a text without {context-low}, or a setting context-low to fill it");
}

#[test]
fn the_neutral_follow_up_is_one_question_for_all() {
    let settings = csat(&[("follow-up", "neutral")]);
    for band in [Band::Negative, Band::Neutral, Band::Positive] {
        assert_eq!(settings.follow_up_text(band), "What is the main reason for your score?");
    }
}

#[test]
fn a_text_per_language_is_chosen_by_the_language_of_the_words() {
    #[track_caller]
    fn check(tag: &str, pairs: &[(&str, &str)], question: &str) {
        let catalogue = Catalogue::new([("language.tag", tag)]);
        let pairs = [&[("metric", "csat")], pairs].concat();
        let resolved = settings::resolve(&pairs, &catalogue).expect("a survey");
        assert_eq!(resolved.settings.first.question, question);
        assert_eq!(resolved.settings.lang, tag);
    }
    let both = [("question.en", "How?"), ("question.nl", "Hoe?")];
    check("nl", &both, "Hoe?");
    check("en", &both, "How?");
    check("nl-BE", &both, "Hoe?");
    check("de", &both, "How?");
    let flemish = [("question.nl-be", "Hoe is 't?"), ("question.nl", "Hoe?")];
    check("nl-BE", &flemish, "Hoe is 't?");
    check("nl", &flemish, "Hoe?");
    let plain = [("question", "Quoi?"), ("question.en", "How?")];
    check("de", &plain, "Quoi?");
    check("en", &plain, "How?");
    let german = [("question.de", "Wie?")];
    check("fr", &german, "How satisfied are you with your experience?");
    let brand = [("question", "{brand}?"), ("brand.nl", "Winkel"), ("brand.en", "Shop")];
    check("nl", &brand, "Winkel?");
}

#[test]
fn dutch_words_make_a_dutch_survey() {
    let text = include_str!("../../../../locales/nl.json");
    let file: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let strings = file["strings"].as_object().expect("an object");
    let words = strings.iter().map(|(key, entry)| (key.as_str(), entry["text"].as_str().expect("a text")));
    let dutch = Catalogue::new(words);
    let pairs = [("metric", "nps"), ("brand", "Voorbeeldwinkel")];
    let settings = settings::resolve(&pairs, &dutch).expect("a survey").settings;
    assert_eq!(
        settings.first.question,
        "Hoe waarschijnlijk is het dat je Voorbeeldwinkel zou aanbevelen aan een vriend of collega?"
    );
    assert_eq!(settings.first.low_label(), "Helemaal niet waarschijnlijk");
    assert_eq!(settings.follow_up_text(Band::Positive), "Wat waardeer je het meest?");
    assert_eq!(settings.lang, "nl");
}

#[test]
fn a_warning_is_the_detail_of_its_event() {
    let resolved = resolve(&[("metric", "nps"), ("theme", "\"blue\"")]);
    assert_eq!(
        json::to_string(&resolved.warnings),
        r#"[{"setting":"theme","found":"\"blue\"","expected":"one of: auto, light, dark"}]"#
    );
}

const NAMES: [&str; 31] = [
    "metric",
    "scale",
    "look",
    "wording",
    "survey",
    "question",
    "question.nl",
    "low-label",
    "follow-up",
    "thanks-neutral",
    "essential",
    "privacy-link",
    "heading-level",
    "format",
    "display",
    "auto-close",
    "touchpoint",
    "context-a",
    "sample",
    "ask-again",
    "preview",
    "brand",
    "then",
    "reasons",
    "reasons.negative",
    "labels",
    "negative",
    "positive",
    "layer",
    "send",
    "report",
];

proptest! {
    #[test]
    fn no_setting_panics_and_no_text_gets_lost(
        values in prop::collection::vec((prop::sample::select(&NAMES[1..]), any::<String>()), 0..12),
    ) {
        let mut pairs: Vec<(&str, &str)> = vec![("metric", "ces"), ("scale", "1-7")];
        let values: Vec<_> = values.iter().filter(|(name, _)| *name != "scale").collect();
        pairs.extend(values.iter().map(|(name, text)| (*name, text.as_str())));
        let settings = resolve(&pairs).settings;
        prop_assert!(!settings.first.question.is_empty());
        prop_assert!(!settings.first.low_label().is_empty());
        prop_assert!((1..=6).contains(&settings.heading_level));
        prop_assert!((1..=64).contains(&settings.survey.len()));
        prop_assert!(settings.sample <= 10_000);
    }

    #[test]
    fn no_own_measure_panics(
        values in prop::collection::vec((prop::sample::select(&NAMES[1..]), "[ -~\u{1f}é]{0,12}"), 0..12),
        sets in "[0-9,]{0,12}",
    ) {
        let mut pairs: Vec<(&str, &str)> = vec![("metric", "custom"), ("scale", "0-10"), ("negative", &sets)];
        pairs.extend([("positive", "10"), ("question", "?")]);
        pairs.extend(values.iter().map(|(name, text)| (*name, text.as_str())));
        if let Ok(resolved) = settings::resolve(&pairs, &Catalogue::english()) {
            let asked = resolved.settings.first;
            prop_assert!(!asked.question.is_empty());
            prop_assert_eq!(asked.labels.len(), asked.measure.scale().points().len());
        }
    }

    #[test]
    fn whole_durations_come_back(number in 0_u64..1_000_000, unit in prop::sample::select(&["ms", "s", "m", "h", "d"][..])) {
        let factor = match unit { "ms" => 1, "s" => 1_000, "m" => 60_000, "h" => 3_600_000, _ => 86_400_000 };
        prop_assert_eq!(duration::milliseconds(&format!("{number}{unit}")), Some(number * factor));
    }
}
