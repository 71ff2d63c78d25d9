//! What holds of settings, whatever a page writes.

use std::collections::HashSet;

use meetpunt_core::settings::{self, Asked, Format, Look, Settings, Warning};
use meetpunt_core::{Catalogue, Metric, Word as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::languages::{languages, shipped};

/// Every setting that core reads, and some that others do.
const NAMES: [&str; 66] = [
    "survey",
    "metric",
    "scale",
    "look",
    "wording",
    "register",
    "question",
    "low-label",
    "high-label",
    "labels",
    "brand",
    "topic",
    "then",
    "follow-up",
    "follow-up-negative",
    "follow-up-neutral",
    "follow-up-positive",
    "reasons",
    "contact",
    "allow-na",
    "essential",
    "thanks",
    "thanks-negative",
    "thanks-neutral",
    "thanks-positive",
    "auto-close",
    "privacy-link",
    "heading-level",
    "endpoint",
    "format",
    "field-map",
    "report",
    "adapters",
    "display",
    "position",
    "trigger",
    "match",
    "devices",
    "starts",
    "ends",
    "sample",
    "ask-again",
    "quiet",
    "per-session",
    "priority",
    "mode",
    "storage",
    "consent",
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
    "context-order",
    "lang",
    "theme",
    "send",
    "preview",
    "negative",
    "neutral",
    "positive",
];

/// What stands behind a name, for one language or one class.
const BEHIND: [&str; 8] = ["", ".en", ".nl", ".nl-BE", ".NL", ".negative", ".", "-x"];

/// Words and texts that mean something to one setting or another.
const VALUES: [&str; 76] = [
    "nps",
    "enps",
    "ces",
    "ces1",
    "ces5",
    "csat",
    "delight",
    "importance",
    "goal",
    "promise",
    "pmf",
    "custom",
    "0-10",
    "1-10",
    "1-7",
    "1-5",
    "1-3",
    "0-1",
    "3-3",
    "10-0",
    "0-11",
    "numbers",
    "stars",
    "faces",
    "thumbs",
    "labels",
    "standard",
    "find",
    "checkout",
    "service",
    "order",
    "delivery",
    "friend-or-family",
    "by-class",
    "neutral",
    "none",
    "true",
    "false",
    "never",
    "20s",
    "19999ms",
    "1h",
    "365d",
    "18446744073709551615d",
    "https://shop.example/privacy",
    "https://a@b",
    "2",
    "7",
    "cloudevents",
    "text",
    "json",
    "form",
    "funnel",
    "inline",
    "popover",
    "modal",
    "bottom-end",
    "center",
    "12.5%",
    "100%",
    "100.01%",
    "answered:90d",
    "answered:90d,dismissed:never,ignored:0d",
    "answered:65536d",
    "required",
    "not-required",
    "dark",
    "tap",
    "csat,ces",
    "ces,delight,goal",
    "late:Too late,price:{brand}",
    "1,2",
    "4,5",
    "1\u{1f}2",
    "{brand} and {topic}?",
    "{context-order}",
];

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(&NAMES[..]).prop_map(str::to_owned),
        3 => (select(&NAMES[..]), select(&BEHIND[..])).prop_map(|(name, behind)| format!("{name}{behind}")),
        2 => "context-[a-z-]{0,6}",
        1 => any::<String>(),
    ]
}

/// A known value, one that is nearly it, or anything.
fn values() -> impl Strategy<Value = String> {
    let known = || select(&VALUES[..]);
    let letter = || {
        prop_oneof![
            "[ -~]",
            "\\PC",
            select(&["", ",", "\u{1f}", "\0", "é", "\u{feff}", "%"][..]).prop_map(str::to_owned)
        ]
    };
    let near =
        (known(), any::<prop::sample::Index>(), letter(), any::<bool>()).prop_map(|(known, place, letter, replace)| {
            let mut value: Vec<char> = known.chars().collect();
            let place = place.index(value.len());
            value.splice(place..place + usize::from(replace), letter.chars());
            value.into_iter().collect()
        });
    prop_oneof![
        8 => known().prop_map(str::to_owned),
        5 => near,
        2 => (known(), known()).prop_map(|(first, second)| format!(" {first},{second}")),
        1 => known().prop_map(str::to_ascii_uppercase),
        1 => known().prop_map(|value| value.repeat(40)),
        2 => any::<String>(),
    ]
}

/// What a page may write: in most cases a metric among it.
pub fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    let metric = prop_oneof![9 => select(Metric::WORDS).prop_map(str::to_owned), 1 => values()];
    let own = prop_oneof![
        5 => Just(Vec::new()),
        1 => Just(["scale", "1-5", "negative", "1,2", "positive", "4,5", "question", "How was it?"].map(str::to_owned).to_vec()),
    ];
    (metric, own, vec((names(), values()), 0..14)).prop_map(|(metric, own, mut others)| {
        let mut pairs = vec![("metric".to_owned(), metric)];
        pairs.extend(own.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())));
        pairs.append(&mut others);
        pairs
    })
}

pub fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn asked_well(asked: &Asked) -> Result<(), TestCaseError> {
    let measure = asked.measure;
    let points = measure.scale().points();
    prop_assert!(measure.scale().is_usable() && measure.scale().max <= 10);
    prop_assert!(!asked.question.is_empty());
    prop_assert_eq!(asked.labels.len(), points.len());
    match measure.metric().tables().iter().find(|table| table.measure == measure) {
        Some(table) => {
            prop_assert!(table.looks.contains(&asked.look));
            prop_assert!(table.wordings.contains(&asked.wording));
        }
        None => {
            prop_assert_eq!(measure.metric(), Metric::Custom);
            prop_assert!(matches!(asked.look, Look::Numbers | Look::Labels));
        }
    }
    Ok(())
}

fn in_range(settings: &Settings, catalogue: &Catalogue) -> Result<(), TestCaseError> {
    prop_assert!(is_id(&settings.survey), "{:?}", settings.survey);
    prop_assert!(settings.series.len() == 8 && u32::from_str_radix(&settings.series, 16).is_ok());
    prop_assert!(settings.then.len() <= 2);
    let mut metrics = HashSet::from([settings.first.measure.metric()]);
    asked_well(&settings.first)?;
    for then in &settings.then {
        asked_well(then)?;
        prop_assert!(metrics.insert(then.measure.metric()) && then.measure.metric() != Metric::Custom);
    }
    prop_assert!(settings.follow_up_texts.iter().chain(&settings.thanks_texts).all(|text| !text.is_empty()));
    for reasons in &settings.reasons {
        let keys: HashSet<&str> = reasons.iter().map(|reason| reason.key.as_str()).collect();
        prop_assert!(reasons.len() <= 20 && keys.len() == reasons.len());
        prop_assert!(reasons.iter().all(|reason| is_id(&reason.key) && !reason.label.is_empty()));
    }
    if let Some(link) = &settings.privacy_link {
        let begins = link.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
        prop_assert!(begins && link.len() > 8 && !link.contains(|letter: char| letter.is_ascii_whitespace()));
    }
    prop_assert!((1..=6).contains(&settings.heading_level));
    prop_assert!(settings.auto_close.is_none_or(|seconds| seconds >= 20));
    prop_assert!(settings.sample <= 10_000);
    prop_assert!(cfg!(feature = "whole") || settings.format != Format::Form);
    let labels = &settings.labels;
    let named = [
        &labels.touchpoint,
        &labels.phase,
        &labels.lifecycle,
        &labels.wave,
        &labels.segment,
        &labels.persona,
        &labels.channel,
        &labels.occasion,
        &labels.employee,
        &labels.respondent,
    ];
    for label in named.into_iter().flatten() {
        prop_assert!((1..=100).contains(&label.chars().count()));
    }
    let names: HashSet<&str> = settings.context.iter().map(|(name, _)| name.as_str()).collect();
    prop_assert!(names.len() == settings.context.len() && names.len() <= 20 && !names.contains(""));
    prop_assert!(settings.context.iter().all(|(_, text)| (1..=200).contains(&text.chars().count())));
    prop_assert_eq!(&settings.lang, catalogue.tag());
    prop_assert_eq!(settings.direction, catalogue.direction());
    Ok(())
}

/// A warning says where, what and what instead, and is about something that the page wrote.
fn told_well(warning: &Warning, pairs: &[(&str, &str)]) -> Result<(), TestCaseError> {
    let Warning { setting, found, expected } = warning;
    prop_assert!(!setting.is_empty() && !found.is_empty() && !expected.is_empty(), "{:?}", warning);
    prop_assert!(found.chars().count() <= 80);
    let is_written = pairs.iter().any(|(name, _)| {
        name.strip_prefix(setting.as_str()).is_some_and(|behind| behind.is_empty() || behind.starts_with('.'))
    });
    prop_assert!(is_written, "{:?}", warning);
    Ok(())
}

proptest! {
    #[test]
    fn any_settings_resolve_within_their_ranges(pairs in pairs(), catalogue in languages()) {
        let pairs = borrowed(&pairs);
        match settings::resolve(&pairs, &catalogue) {
            Ok(resolved) => {
                in_range(&resolved.settings, &catalogue)?;
                for warning in &resolved.warnings {
                    told_well(warning, &pairs)?;
                }
                prop_assert_eq!(settings::resolve(&pairs, &catalogue), Ok(resolved));
            }
            Err(error) => {
                let known = ["metric", "scale", "question", "negative", "neutral", "positive"];
                prop_assert!(known.contains(&error.setting.as_str()), "{:?}", error);
                prop_assert!(!error.reason.is_empty());
            }
        }
    }

    #[test]
    fn nobody_reads_a_placeholder(pairs in pairs(), catalogue in shipped()) {
        let pairs = borrowed(&pairs);
        // What is filled in is not looked at again, so braces from there would stay.
        let stays_whole = pairs.iter().all(|(name, value)| {
            let is_filled_in = ["brand", "topic", "context-"].iter().any(|known| name.starts_with(known));
            !(value.contains("{{") || is_filled_in && value.contains(['{', '}']))
        });
        let resolved = stays_whole.then(|| settings::resolve(&pairs, &catalogue));
        if let Some(Ok(resolved)) = resolved {
            let settings = resolved.settings;
            let asked = std::iter::once(&settings.first).chain(&settings.then);
            let labels = settings.reasons.iter().flatten().map(|reason| &reason.label);
            let texts = asked.flat_map(|asked| asked.labels.iter().chain([&asked.question])).chain(labels);
            for text in texts.chain(&settings.follow_up_texts).chain(&settings.thanks_texts) {
                prop_assert!(!text.contains("{brand}") && !text.contains("{topic}"), "{}", text);
            }
        }
    }
}
