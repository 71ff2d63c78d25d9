//! Languages to try properties in: those of `locales/`, and made-up ones.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use meetpunt_core::Catalogue;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

static SHIPPED: LazyLock<Vec<Catalogue>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.sort();
    let read = |path| -> Catalogue {
        let text = fs::read_to_string(path).expect("a locale can be read");
        let file: Value = serde_json::from_str(&text).expect("a locale is JSON");
        let strings = file["strings"].as_object().expect("an object").iter();
        Catalogue::new(strings.map(|(key, entry)| (key.as_str(), entry["text"].as_str().expect("a text"))))
    };
    paths.into_iter().map(read).collect()
});

/// Keys of the catalogue that a made-up language translates.
const KEYS: [&str; 9] = [
    "nps.question.standard",
    "nps.question.standard.plain",
    "ces.question.find",
    "csat.question.order",
    "nps.follow-up.negative",
    "follow-up.any",
    "thanks.positive",
    "label.agree.1",
    "language.name",
];

/// English, or a language of `locales/`.
pub fn shipped() -> impl Strategy<Value = Catalogue> {
    prop_oneof![1 => Just(Catalogue::english()), 2 => select(SHIPPED.as_slice())]
}

/// English, a language of `locales/`, or one with any tag, direction and texts.
pub fn languages() -> impl Strategy<Value = Catalogue> {
    let text = prop_oneof!["[ -~]{1,30}", "\\PC{1,20}", Just("{brand}: {topic}?".to_owned())];
    let made_up = (
        "[a-z]{2}(-[A-Z]{2})?(-[a-z0-9]{1,8})?",
        select(&["ltr", "rtl", "up"][..]),
        vec((select(&KEYS[..]), text), 0..4),
    )
        .prop_map(|(tag, direction, texts)| {
            let own = [("language.tag", tag.as_str()), ("language.direction", direction)];
            Catalogue::new(own.into_iter().chain(texts.iter().map(|(key, text)| (*key, text.as_str()))))
        });
    prop_oneof![2 => shipped(), 1 => made_up]
}
