//! The files of `locales/`: complete, of one shape, and read as they stand.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use meetpunt_core::locale::{Catalogue, Direction, Missing, fill};
use meetpunt_core::settings::{self, Look};
use meetpunt_core::{Band, Metric, Word};
use proptest::prelude::*;
use serde_json::Value;

struct Locale {
    tag: String,
    name: String,
    direction: String,
    strings: BTreeMap<String, (String, String)>,
}

fn locales() -> Vec<Locale> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("its entries can be read").path());
    let locales: Vec<Locale> = paths.map(|path| load(&path)).collect();
    assert_eq!(locales.len(), 31, "thirty languages, and formal Dutch");
    locales
}

fn load(path: &Path) -> Locale {
    let text = fs::read_to_string(path).expect("a locale can be read");
    let file: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let tag = text(&file["tag"]);
    assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(tag.as_str()));
    let strings = file["strings"].as_object().expect("an object").iter();
    Locale {
        tag,
        name: text(&file["name"]),
        direction: text(&file["direction"]),
        strings: strings.map(|(key, entry)| (key.clone(), (text(&entry["text"]), text(&entry["status"])))).collect(),
    }
}

fn locale(tag: &str) -> Locale {
    let mut all = locales().into_iter();
    all.find(|locale| locale.tag == tag).expect("the locale is there")
}

impl Locale {
    fn catalogue(&self) -> Catalogue {
        let words = self.strings.iter();
        Catalogue::new(words.map(|(key, (text, _))| (key.as_str(), text.as_str())))
    }
}

fn placeholders(text: &str) -> BTreeSet<String> {
    let names = RefCell::new(BTreeSet::new());
    fill(text, &|name| {
        names.borrow_mut().insert(name.to_owned());
        Some("")
    })
    .expect("every placeholder is given");
    names.into_inner()
}

#[test]
fn every_language_has_every_text() {
    let english: Vec<String> = locale("en").strings.into_keys().collect();
    for locale in locales() {
        let keys: Vec<String> = locale.strings.into_keys().collect();
        assert_eq!(keys, english, "{}", locale.tag);
    }
}

#[test]
fn every_translation_has_the_placeholders_of_the_english() {
    let english = locale("en");
    for locale in locales() {
        for (key, (text, _)) in &locale.strings {
            let expected = placeholders(&english.strings[key].0);
            assert_eq!(placeholders(text), expected, "{} {key}", locale.tag);
        }
    }
}

#[test]
fn texts_are_tidy() {
    for Locale { tag, name, strings, .. } in locales() {
        assert!(!name.trim().is_empty(), "{tag} has no name");
        for (key, (text, status)) in strings {
            assert!(!text.is_empty(), "{tag} {key} is empty");
            assert_eq!(text.trim(), text, "{tag} {key} has spaces around it");
            assert!(!text.contains("  "), "{tag} {key} has two spaces");
            assert!(!text.contains('\''), "{tag} {key} has a typewriter apostrophe");
            assert!(!text.chars().any(char::is_control), "{tag} {key} has control characters");
            assert!(matches!(status.as_str(), "draft" | "reviewed"), "{tag} {key}: {status}");
        }
    }
}

#[test]
fn a_language_says_itself_which_one_it_is() {
    for locale in locales() {
        let catalogue = locale.catalogue();
        // Two registers of a language are two files, and one language to whoever reads it out.
        assert_eq!(catalogue.tag(), locale.tag.trim_end_matches("-formal"));
        assert_eq!(catalogue.direction().key(), locale.direction);
    }
    assert_eq!(Catalogue::english().tag(), "en");
    assert_eq!(Catalogue::english().direction(), Direction::Ltr);
}

#[test]
fn plain_questions_need_nothing_filled_in() {
    for locale in locales() {
        for (key, (text, _)) in &locale.strings {
            let plain = format!("{key}.plain");
            let is_question = key.contains(".question.") && !key.ends_with(".plain");
            if is_question && !placeholders(text).is_empty() {
                let plain = locale.strings.get(&plain).unwrap_or_else(|| panic!("no {plain}"));
                assert_eq!(placeholders(&plain.0), BTreeSet::new(), "{} {key}", locale.tag);
            } else if is_question {
                assert!(!locale.strings.contains_key(&plain), "{plain} is never shown");
            }
        }
    }
}

#[test]
fn every_scale_has_its_texts_and_there_are_no_others() {
    for locale in locales() {
        let mut left: BTreeSet<&str> = locale.strings.keys().map(String::as_str).collect();
        left.retain(|key| !key.starts_with("ui.") && !key.starts_with("language.") && !key.ends_with(".plain"));
        let catalogue = locale.catalogue();
        let pairs = locale.strings.iter().map(|(key, (text, _))| (key.as_str(), text.as_str()));
        let key_of =
            |text: &str| -> BTreeSet<&str> { pairs.clone().filter(|pair| pair.1 == text).map(|pair| pair.0).collect() };
        for table in Metric::ALL.iter().flat_map(|metric| metric.tables()) {
            for wording in table.wordings {
                let metric = table.measure.metric();
                let scale = table.scale().to_string();
                let tag = locale.tag.as_str();
                // Every placeholder is given, so that it is the full text.
                let pairs = [
                    ("metric", metric.key()),
                    ("scale", &scale),
                    ("wording", wording.key()),
                    ("brand", "{brand}"),
                    ("topic", "{topic}"),
                ];
                let resolved = settings::resolve(&pairs, &catalogue).expect("a survey");
                assert_eq!(resolved.warnings, [], "{tag} {metric:?} {scale} {wording:?}");
                let asked = resolved.settings.first;
                assert!(!asked.question.is_empty(), "{tag} {metric:?} {scale} {wording:?}");
                left.retain(|key| !key.contains(".question.") || filled(&locale.strings[*key].0) != asked.question);
            }
            let mut named = 0;
            for point in table.scale().points() {
                if let Some(label) = catalogue.label(table, point) {
                    left.retain(|key| !key.starts_with("label.") || !key_of(label).contains(key));
                    named += 1;
                }
            }
            // Words are drawn for every point, or for the two ends.
            let points = table.scale().points().len();
            assert!(named == points || named == 2, "{} {}: {named} labels", locale.tag, table.measure);
            let needs_all = table.looks.iter().any(|look| matches!(look, Look::Faces | Look::Thumbs));
            assert!(named == points || !needs_all, "{} {}: {named} labels", locale.tag, table.measure);
        }
        for metric in Metric::ALL.iter().filter(|metric| metric.table().is_some()) {
            for follow_up in ["by-class", "neutral"] {
                let pairs = [("metric", metric.key()), ("follow-up", follow_up)];
                let settings = settings::resolve(&pairs, &catalogue).expect("a survey").settings;
                for band in Band::ALL {
                    let texts = [settings.follow_up_text(*band), settings.thanks_text(*band)].map(key_of);
                    left.retain(|key| texts.iter().all(|keys| !keys.contains(key)));
                }
            }
        }
        assert_eq!(left, BTreeSet::new(), "{}: nobody reads these", locale.tag);
    }
}

/// The text as a survey shows it whose brand is "{brand}" and whose topic is "{topic}".
fn filled(text: &str) -> String {
    let value = |name: &str| Some(if name == "brand" { "{brand}" } else { "{topic}" });
    fill(text, &value).expect("every placeholder is given")
}

#[test]
fn the_official_wordings_stand_as_they_are_published() {
    #[track_caller]
    fn check(key: &str, english: &str, dutch: &str) {
        assert_eq!(locale("en").strings[key].0, english);
        assert_eq!(locale("nl").strings[key].0, dutch);
    }
    check(
        "nps.question.standard",
        "How likely is it that you would recommend {brand} to a friend or colleague?",
        "Hoe waarschijnlijk is het dat je {brand} zou aanbevelen aan een vriend of collega?",
    );
    check(
        "ces.question.standard",
        "{brand} made it easy for me to handle my {request}.",
        "{brand} maakte het mij makkelijk om mijn {request} af te handelen.",
    );
    check("csat.question.standard", "How satisfied are you with {topic}?", "Hoe tevreden ben je over {topic}?");
    check(
        "ces.question.find",
        "It was easy to find what I was looking for.",
        "Het was makkelijk om te vinden wat ik zocht.",
    );
    check(
        "ces1.question.standard",
        "How much effort did you personally have to put forth to handle your request?",
        "Hoeveel moeite heb je zelf moeten doen om je vraag te laten afhandelen?",
    );
    check("ces5.question.standard", "How easy was it to {task}?", "Hoe makkelijk was het om {task}?");
    check(
        "mark.question.standard",
        "What mark from 1 to 10 do you give {topic}?",
        "Welk rapportcijfer van 1 tot en met 10 geef je {topic}?",
    );
    check("helpful.question.standard", "Was this helpful?", "Had je hier iets aan?");
    check(
        "delight.question.standard",
        "Compared with what you expected, how was {topic}?",
        "Hoe was {topic} vergeleken met wat je had verwacht?",
    );
    check("goal.question.standard", "Did you achieve what you came for?", "Is gelukt waarvoor je kwam?");
    check("promise.question.standard", "Did we keep what we promised?", "Zijn we onze belofte nagekomen?");
    check("importance.question.standard", "How important is {topic} to you?", "Hoe belangrijk is {topic} voor je?");
    check(
        "pmf.question.standard",
        "How would you feel if you could no longer use {product}?",
        "Hoe zou je het vinden als je {product} niet meer kon gebruiken?",
    );
    check(
        "enps.question.standard",
        "How likely is it that you would recommend {brand} as a place to work to a friend or colleague?",
        "Hoe waarschijnlijk is het dat je {brand} als werkgever zou aanbevelen aan een vriend of collega?",
    );
    for (label, english, dutch) in [
        ("likely.1", "Not at all likely", "Helemaal niet waarschijnlijk"),
        ("likely.2", "Extremely likely", "Zeer waarschijnlijk"),
        ("agree.1", "Strongly disagree", "Helemaal mee oneens"),
        ("agree.7", "Strongly agree", "Helemaal mee eens"),
        ("effort.1", "Very low effort", "Zeer weinig moeite"),
        ("effort.5", "Very high effort", "Zeer veel moeite"),
        ("ease.1", "Very difficult", "Heel moeilijk"),
        ("ease.5", "Very easy", "Heel makkelijk"),
        ("satisfied.1", "Very dissatisfied", "Zeer ontevreden"),
        ("satisfied.5", "Very satisfied", "Zeer tevreden"),
        ("mark.1", "Very poor", "Zeer slecht"),
        ("mark.2", "Excellent", "Uitmuntend"),
        ("delight.1", "Much worse", "Veel slechter dan verwacht"),
        ("delight.5", "Much better", "Veel beter dan verwacht"),
        ("important.1", "Not at all important", "Helemaal niet belangrijk"),
        ("important.2", "Extremely important", "Uiterst belangrijk"),
        ("yes.2", "Partly", "Deels"),
        ("disappointed.2", "Somewhat disappointed", "Enigszins teleurgesteld"),
        ("disappointed.3", "Very disappointed", "Zeer teleurgesteld"),
    ] {
        check(&format!("label.{label}"), english, dutch);
    }
}

#[test]
fn nps_names_its_ends_only() {
    let english = Catalogue::english();
    for metric in [Metric::Nps, Metric::Enps] {
        let table = metric.table().expect("it has scales");
        let named = table.scale().points().filter(|point| english.label(table, *point).is_some());
        assert_eq!(named.collect::<Vec<_>>(), [0, 10]);
    }
}

#[test]
fn a_language_without_a_text_borrows_the_english_one() {
    let half = Catalogue::new([("language.tag", "nl"), ("ui.send", "Versturen")]);
    assert_eq!(half.text("ui.send"), "Versturen");
    assert_eq!(half.text("ui.back"), "Back");
}

#[test]
fn placeholders_of_the_interface_are_filled() {
    let values = [("min", "0"), ("low", "never"), ("max", "10"), ("high", "always")];
    let meaning = Catalogue::english().filled("ui.meaning", &values);
    assert_eq!(meaning, "0 means never, 10 means always");
    let progress = Catalogue::english().filled("ui.progress", &[("step", "1"), ("steps", "2")]);
    assert_eq!(progress, "Step 1 of 2");
}

#[test]
fn only_names_in_braces_are_placeholders() {
    #[track_caller]
    fn check(text: &str, filled: Result<&str, &str>) {
        let value = |name: &str| (name == "brand").then_some("{brand}");
        let filled = filled.map(str::to_owned).map_err(|name| Missing(name.to_owned()));
        assert_eq!(fill(text, &value), filled);
    }
    check("", Ok(""));
    check("no placeholder", Ok("no placeholder"));
    check("a {brand} and {brand}", Ok("a {brand} and {brand}"));
    check("{{brand}}", Ok("{{brand}}"));
    check("{ brand } {} {Brand} {a_b} {", Ok("{ brand } {} {Brand} {a_b} {"));
    check("{brand", Ok("{brand"));
    check("{context-order}", Err("context-order"));
    check("ü{topic}", Err("topic"));
}

proptest! {
    #[test]
    fn filling_never_panics_and_keeps_other_text(text in "[^{}]{0,40}") {
        prop_assert_eq!(fill(&text, &|_| None), Ok(text));
    }

    #[test]
    fn no_braces_panic(text in "[{}a-z-]{0,30}") {
        let _ = fill(&text, &|name| (name.len() < 3).then_some("ü"));
    }
}
