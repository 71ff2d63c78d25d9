//! The words of thirty-one files, and which of them a page gets.

use crate::harness::stage::strings;
use crate::harness::{Stage, element, page, survey};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

crate::tests![
    every_language_asks_thanks_and_posts_in_its_own_words,
    a_tag_finds_the_closest_language,
    a_language_that_nobody_speaks_becomes_english_with_one_warning,
    the_formal_register_is_another_file,
    a_language_that_cannot_be_fetched_becomes_english,
];

/// Key and text of a language, from the file that translators edit.
fn texts(tag: &str) -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{tag}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let whole: Value = serde_json::from_str(&text).expect("a file of JSON");
    let strings = whole["strings"].as_object().expect("the strings of a language");
    strings.iter().map(|(key, string)| (key.clone(), string["text"].as_str().unwrap_or_default().to_owned())).collect()
}

/// The languages that the release has besides English: `nl-formal-0123456789.json` is `nl-formal`.
fn released(stage: &Stage<'_>) -> BTreeSet<String> {
    let folder = stage.release.join("locales");
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    files
        .flatten()
        .filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            Some(name.strip_suffix(".json")?.rsplit_once('-')?.0.to_owned())
        })
        .collect()
}

const QUESTION: &str = "nps.question.standard.plain";

/// Everything that can be read or heard of a survey.
const WORDS: &str = "const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), words = [];
    for (let node; (node = walker.nextNode()); ) words.push(node.data.trim());
    for (const element of root.querySelectorAll('[aria-label]')) words.push(element.getAttribute('aria-label'));
    return words.filter(Boolean)";

fn every_language_asks_thanks_and_posts_in_its_own_words(stage: &Stage<'_>) {
    let all = released(stage);
    assert!(all.len() >= 30, "the release has {all:?} only");
    let markup: String = all
        .iter()
        .map(|file| {
            let (tag, register) = match file.strip_suffix("-formal") {
                Some(tag) => (tag, "formal"),
                None => (file.as_str(), "informal"),
            };
            let attributes = format!(
                r#"id="{file}" survey="{}" lang="{tag}" register="{register}" metric="nps" trigger="load"
                endpoint="/collect?{file}""#,
                file.to_lowercase()
            );
            element(&attributes)
        })
        .collect();
    stage.open(&page(&markup));
    let english = texts("en");
    for file in &all {
        let own = texts(file);
        let survey = stage.survey(&format!("[id='{file}']"));
        let check = |step: &str| {
            let same_word = |word: &str| own.values().any(|text| text == word);
            let left: Vec<_> = strings(&survey.look("", WORDS))
                .into_iter()
                .filter(|word| english.values().any(|text| text == word) && !same_word(word))
                .collect();
            assert!(left.is_empty(), "English left on {step} of {file}: {left:?}");
        };
        assert_eq!(survey.until("question"), own[QUESTION], "{file}");
        assert_ne!(own[QUESTION], english[QUESTION], "{file}");
        let (low, high) = (&own["label.likely.1"], &own["label.likely.2"]);
        assert_eq!((&survey.until("low-label"), &survey.until("high-label")), (low, high), "{file}");
        let root = survey.look("[part~=frame]", "return [found.lang, found.dir, getComputedStyle(found).direction]");
        let direction = &own["language.direction"];
        assert_eq!(root, json!([own["language.tag"], direction, direction]), "{file}");
        check("the score step");
        survey.send();
        assert_eq!(survey.until("error"), own["ui.error"], "{file}");
        survey.choose(10);
        survey.send();
        survey.until("comment");
        assert_eq!(survey.until("question"), own["nps.follow-up.positive"], "{file}");
        check("the follow-up");
        survey.send();
        assert_eq!(survey.until("thanks"), own["thanks.positive"], "{file}");
        check("the thank-you");
    }
    for event in stage.until_delivered(all.len()) {
        let file = all.iter().find(|file| file.to_lowercase() == event["subject"]).expect("a survey of this page");
        let own = texts(file);
        let found = (&event["data"]["locale"], &event["data"]["direction"]);
        assert_eq!(found, (&json!(own["language.tag"]), &json!(own["language.direction"])), "{file}");
    }
}

fn a_tag_finds_the_closest_language(stage: &Stage<'_>) {
    let expected = [
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("iw", "he"),
        ("in", "id"),
        ("pt", "pt"),
        ("pt-PT", "pt"),
        ("pt-BR", "pt-BR"),
        ("PT-br", "pt-BR"),
        ("nl-BE", "nl"),
        ("en-GB", "en"),
    ];
    let markup: String = expected
        .iter()
        .enumerate()
        .map(|(place, (asked, _))| {
            element(&format!(r#"id="s{place}" survey="s{place}" lang="{asked}" metric="nps" trigger="load""#))
        })
        .collect();
    stage.open(&page(&markup));
    for (place, (asked, found)) in expected.into_iter().enumerate() {
        let survey = stage.survey(&format!("#s{place}"));
        assert_eq!(survey.until("question"), texts(found)[QUESTION], "{asked} must become {found}");
        assert_eq!(survey.look("[part~=frame]", "return found.lang"), found, "{asked}");
    }
    assert_ne!(texts("pt")[QUESTION], texts("pt-BR")[QUESTION]);
    assert!(stage.events("warning").is_empty(), "{:?}", stage.events("warning"));
}

fn a_language_that_nobody_speaks_becomes_english_with_one_warning(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" lang="xx""#));
    assert_eq!(survey.until("question"), texts("en")[QUESTION]);
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    let warnings = stage.events("warning");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert_eq!((&warnings[0]["detail"]["setting"], &warnings[0]["detail"]["found"]), (&json!("lang"), &json!("xx")));
}

fn the_formal_register_is_another_file(stage: &Stage<'_>) {
    let markup: String = [("informal", "nl"), ("formal", "nl"), ("formal", "de")]
        .into_iter()
        .map(|(register, lang)| {
            let id = format!("{lang}-{register}");
            element(&format!(
                r#"id="{id}" survey="{id}" lang="{lang}" register="{register}" metric="nps" trigger="load" endpoint="/collect?{id}""#
            ))
        })
        .collect();
    stage.open(&page(&markup));
    for (id, file) in [("nl-informal", "nl"), ("nl-formal", "nl-formal"), ("de-formal", "de")] {
        let survey = stage.survey(&format!("#{id}"));
        assert_eq!(survey.until("question"), texts(file)[QUESTION], "{id}");
        survey.answer(9);
    }
    assert_ne!(texts("nl")[QUESTION], texts("nl-formal")[QUESTION]);
    for event in stage.until_delivered(3) {
        let tag = if event["subject"] == "de-formal" { "de" } else { "nl" };
        assert_eq!(event["data"]["locale"], tag, "a register is no language: {}", event["subject"]);
    }
}

fn a_language_that_cannot_be_fetched_becomes_english(stage: &Stage<'_>) {
    stage.site.block("locales/nl-");
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" lang="nl""#));
    assert_eq!(survey.until("question"), texts("en")[QUESTION]);
    assert!(stage.site.fetched().iter().any(|file| file.starts_with("locales/nl-")), "{:?}", stage.site.fetched());
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    assert_eq!(stage.events("warning").len(), 1, "{:?}", stage.events("warning"));
}
