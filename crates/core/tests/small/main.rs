//! The small cut of the widget treats its surveys as the whole one does.
//!
//! The same cases are run in both, `cargo test -p meetpunt-core --test small` with and without `--no-default-features`, and held to the
//! same file, `testdata/small/expected.txt`. With `UPDATE=1` the whole cut writes it anew.

use std::fs;
use std::path::Path;

use meetpunt_core::Catalogue;
use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::{Effect, Input, Session, Visit};
use meetpunt_core::settings::{self, Resolved};

/// Settings that the small cut knows: those for which `src/shell/cuts.js` chooses it.
const CASES: [&[(&str, &str)]; 12] = [
    &[("metric", "nps")],
    &[
        ("metric", "nps"),
        ("brand", "Example Shop"),
        ("touchpoint", "order-confirmation"),
        ("wording", "friend-or-family"),
    ],
    &[("metric", "ces"), ("topic", "return"), ("brand", "Example Shop"), ("follow-up", "neutral")],
    &[("metric", "ces"), ("wording", "checkout"), ("essential", "")],
    &[
        ("metric", "csat"),
        ("topic", "the delivery"),
        ("essential", ""),
        ("display", "popover"),
        ("position", "top-start"),
    ],
    &[("metric", "csat"), ("wording", "order"), ("follow-up", "none"), ("format", "json")],
    &[
        ("metric", "csat"),
        ("question", "How was it, {brand}?"),
        ("low-label", "Bad"),
        ("high-label", "Good"),
        ("brand", "you"),
    ],
    &[
        ("metric", "csat"),
        ("follow-up-negative", "What went wrong?"),
        ("thanks", "Thanks!"),
        ("thanks-positive", "Great!"),
    ],
    &[
        ("metric", "nps"),
        ("context-order", "50-100"),
        ("segment", "b2b"),
        ("employee", "e7"),
        ("sample", "12.5%"),
        ("format", "text"),
    ],
    &[
        ("metric", "nps"),
        ("ask-again", "answered:1d,dismissed:never"),
        ("auto-close", "30s"),
        ("heading-level", "3"),
        ("theme", "dark"),
    ],
    &[("metric", "ces"), ("privacy-link", "https://shop.example/privacy"), ("consent", "required")],
    &[
        ("metric", "nps"),
        ("theme", "blue"),
        ("sample", "200%"),
        ("display", "drawer"),
        ("survey", "Ä"),
        ("brand", "{brand}"),
    ],
];

/// The words that the page gives to the small cut. The whole one needs no more of them for these surveys.
fn english() -> Catalogue {
    const KEYS: &str = include_str!("../../src/locale/small.txt");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en.json");
    let file: serde_json::Value = serde_json::from_slice(&fs::read(file).expect("it can be read")).expect("JSON");
    let strings = file["strings"].as_object().expect("it has strings");
    let known = strings.iter().filter(|(key, _)| KEYS.lines().any(|known| key.starts_with(known)));
    Catalogue::new(known.map(|(key, entry)| (key.as_str(), entry["text"].as_str().expect("a text"))))
}

#[test]
fn both_cuts_resolve_and_post_alike() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/small/expected.txt");
    let found: String = CASES.iter().map(|case| story(case)).collect();
    if WHOLE && std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).expect("the file can be written");
    }
    let expected = fs::read_to_string(&path).expect("the file can be read");
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

/// What comes of a survey: its settings, its warnings, and every effect of one visitor who answers it by each end of the scale.
fn story(case: &[(&str, &str)]) -> String {
    let Resolved { mut settings, warnings } = settings::resolve(case, &english()).expect("usable settings");
    // Between the ends, numbers stand without labels: the small cut has none.
    if let [_, between @ .., _] = settings.first.labels.as_mut_slice() {
        between.iter_mut().for_each(String::clear);
    }
    let mut story = format!("{settings:?}\n{warnings:?}\n");
    let visit = Visit::read([("source", "https://shop.example/"), ("page", "/"), ("widget", "0.1.0")]);
    let scale = settings.first.measure.scale();
    for point in [scale.min, scale.max] {
        let mut now = 1_795_281_302_000;
        let mut session = Session::new("0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11".into(), now);
        let inputs = [
            Input::Send,
            Input::Choose(point),
            Input::Send,
            Input::Comment("It was fine, mail jo@example.com".into()),
            Input::Back,
            Input::Send,
            Input::Send,
            Input::Settled(true),
            Input::Close,
        ];
        for input in inputs {
            let mut effects = session.handle(input, &settings, &visit, now);
            if effects.iter().any(|effect| matches!(effect, Effect::Submit(_))) {
                effects.extend(session.handle(Input::Submitted(Some(Vec::new())), &settings, &visit, now));
            }
            now += 1_000;
            effects.retain(|effect| !matches!(effect, Effect::Submit(_)));
            story += &format!("{:?} {effects:?}\n", session.progress(&settings));
        }
    }
    story
}
