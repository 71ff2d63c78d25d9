//! The files of `locales/`: complete, of one shape, and read as they stand.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use meetpunt_core::locale::{Catalogue, Direction, Missing, fill};
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
    assert!(locales.len() >= 2, "English and Dutch at least");
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
        assert_eq!(catalogue.tag(), locale.tag);
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
fn every_metric_has_its_texts() {
    for locale in locales() {
        let catalogue = locale.catalogue();
        for metric in Metric::ALL {
            let scale = metric.scale();
            assert!(catalogue.label(*metric, scale.min).is_some());
            assert!(catalogue.label(*metric, scale.max).is_some());
            let has = |key: String| assert!(locale.strings.contains_key(&key), "no {key}");
            for wording in metric.table().wordings {
                // The official question of CES 2.0 is the one about service.
                if wording.key() != "service" {
                    has(format!("{}.question.{}", metric.key(), wording.key()));
                }
            }
            for band in Band::ALL {
                has(format!("{}.follow-up.{}", metric.key(), band.key()));
                has(format!("thanks.{}", band.key()));
            }
        }
    }
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
    check("nps.label.0", "Not at all likely", "Helemaal niet waarschijnlijk");
    check("nps.label.10", "Extremely likely", "Zeer waarschijnlijk");
    check("ces.label.1", "Strongly disagree", "Helemaal mee oneens");
    check("ces.label.7", "Strongly agree", "Helemaal mee eens");
    check("csat.label.1", "Very dissatisfied", "Zeer ontevreden");
    check("csat.label.5", "Very satisfied", "Zeer tevreden");
}

#[test]
fn nps_names_its_ends_only_and_the_others_every_point() {
    let english = Catalogue::english();
    let named = |metric: Metric| {
        let points = metric.scale().points();
        points.filter(|point| english.label(metric, *point).is_some()).count()
    };
    assert_eq!([named(Metric::Nps), named(Metric::Ces), named(Metric::Csat)], [2, 7, 5]);
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
