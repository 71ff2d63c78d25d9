//! What holds of posted bodies, whatever arrives.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use meetpunt_core::settings::{self, Format};
use meetpunt_core::time::Timestamp;
use meetpunt_core::wire::{Data, Event, LARGEST, More, State, body, read};
use meetpunt_core::{Metric, Score, Word as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Number, Value};

use super::languages::languages;
use super::settings::{borrowed, pairs};

/// The bodies of `testdata/wire/`.
static BODIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/wire");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("a body can be read").trim_end().to_owned()).collect()
});

/// Names that events have, and one that none has.
const NAMES: [&str; 28] = [
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "data",
    "submission",
    "sequence",
    "state",
    "test",
    "survey",
    "metric",
    "scale",
    "min",
    "max",
    "layer",
    "score",
    "class",
    "normalised",
    "na",
    "more",
    "context",
    "sampleRate",
    "answered",
    "truncated",
    "unheard-of",
];

/// Values that are at home somewhere in an event.
const WORDS: [&str; 14] = [
    "1.0",
    "meetpunt.response.v1",
    "application/json",
    "nps",
    "csat",
    "custom",
    "answered",
    "completed",
    "popover",
    "faces",
    "rtl",
    "2026-11-21T17:15:20.123Z",
    "9999-12-31T23:59:59-23:59",
    "",
];

fn numbers() -> impl Strategy<Value = Value> {
    let fraction = any::<f64>().prop_filter_map("JSON has no such number", Number::from_f64);
    prop_oneof![
        6 => (-2_i64..=12).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        2 => (0_u32..=1001).prop_map(|tenths| Value::from(f64::from(tenths) / 10.0)),
        1 => fraction.prop_map(Value::Number),
    ]
}

fn leaves() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        4 => numbers(),
        3 => select(&WORDS[..]).prop_map(Value::from),
        1 => any::<String>().prop_map(Value::String),
    ]
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![6 => select(&NAMES[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Any JSON, with names and values as events have them.
fn values() -> impl Strategy<Value = Value> {
    leaves().prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::Array),
            2 => vec((names(), inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// One change to a body.
#[derive(Clone, Debug)]
enum Change {
    /// Somewhere stands something else.
    Put(Index, Value),
    /// A field or an item is gone.
    Take(Index, Index),
    /// A field more.
    Add(Index, String, Value),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        4 => (any::<Index>(), leaves()).prop_map(|(place, value)| Change::Put(place, value)),
        1 => (any::<Index>(), values()).prop_map(|(place, value)| Change::Put(place, value)),
        2 => any::<(Index, Index)>().prop_map(|(place, which)| Change::Take(place, which)),
        2 => (any::<Index>(), names(), leaves()).prop_map(|(place, name, value)| Change::Add(place, name, value)),
    ];
    vec(change, 0..4)
}

/// The place of every value in a body.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                pointers(value, &format!("{at}/{place}"), all);
            }
        }
        _ => {}
    }
}

fn changed(mut body: Value, changes: &[Change]) -> Value {
    for change in changes {
        let mut all = Vec::new();
        pointers(&body, "", &mut all);
        let (Change::Put(place, _) | Change::Take(place, _) | Change::Add(place, _, _)) = change;
        let found = body.pointer_mut(place.get::<String>(&all)).expect("a place of the body");
        match (change, found) {
            (Change::Put(_, value), found) => *found = value.clone(),
            (Change::Take(_, which), Value::Object(fields)) if !fields.is_empty() => {
                let names: Vec<String> = fields.keys().cloned().collect();
                fields.remove(which.get(&names));
            }
            (Change::Take(_, which), Value::Array(items)) if !items.is_empty() => {
                items.remove(which.index(items.len()));
            }
            (Change::Add(_, name, value), Value::Object(fields)) => {
                fields.insert(name.clone(), value.clone());
            }
            (Change::Add(_, _, value), Value::Array(items)) => items.push(value.clone()),
            _ => {}
        }
    }
    body
}

/// Bodies of events, changed in some places; some of them in a batch.
fn near_events() -> impl Strategy<Value = String> {
    let one = || {
        (select(BODIES.as_slice()), changes())
            .prop_map(|(body, changes)| changed(serde_json::from_str(&body).expect("JSON"), &changes))
    };
    prop_oneof![
        6 => one().prop_map(|one| one.to_string()),
        1 => vec(one(), 0..3).prop_map(|batch| Value::Array(batch).to_string()),
    ]
}

/// Bodies of events in which some bytes are others.
fn near_texts() -> impl Strategy<Value = Vec<u8>> {
    (select(BODIES.as_slice()), vec((any::<Index>(), 0_u8..3, any::<u8>()), 1..4)).prop_map(|(body, changes)| {
        let mut bytes = body.into_bytes();
        for (place, what, byte) in changes {
            let place = place.index(bytes.len());
            match what {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => bytes.truncate(place.max(1)),
            }
        }
        bytes
    })
}

/// What was read is written to the same bytes again and again, and scored by our own tables to scores of their scales.
fn sound(event: &Event) -> Result<(), TestCaseError> {
    for format in [Format::CloudEvents, Format::Json] {
        let written = body(event, format);
        let again = read(&written);
        prop_assert!(again.is_ok(), "{:?}: {}", again, written);
        let again = again.unwrap_or_default();
        prop_assert_eq!(again.len(), 1);
        prop_assert_eq!(body(&again[0], format), written);
    }
    if let Ok(scored) = event.clone().rescored() {
        let first = (scored.data.scale, scored.data.score, scored.data.na);
        let more = scored.data.more.iter().map(|more| (more.scale, more.score, more.na));
        for (scale, score, na) in std::iter::once(first).chain(more) {
            prop_assert!(scale.is_usable(), "{}", scale);
            prop_assert_eq!(score.is_none(), na);
            prop_assert!(score.is_none_or(|score| scale.contains(score.into())));
        }
        prop_assert_eq!(scored.clone().rescored(), Ok(scored));
    }
    Ok(())
}

/// An event, or an error that says where and what.
fn read_or_told(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Ok(events) => events.iter().try_for_each(sound),
        Err(error) => {
            prop_assert!(!error.to_string().is_empty());
            prop_assert!(error.is_unreadable() != error.is_answer());
            let fields = serde_json::from_str(text).is_ok_and(|value: Value| value.is_object() || value.is_array());
            prop_assert!(!fields || !error.field().is_empty(), "{}: {}", error, text);
            prop_assert!(error.to_string().starts_with(error.field()));
            Ok(())
        }
    }
}

proptest! {
    #[test]
    fn any_json_is_an_event_or_the_field_is_named(value in values()) {
        read_or_told(&value.to_string())?;
    }

    #[test]
    fn any_change_of_an_event_is_one_or_the_field_is_named(text in near_events()) {
        read_or_told(&text)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop_oneof![2 => near_texts(), 1 => vec(any::<u8>(), 0..80)],
    ) {
        read_or_told(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn whatever_a_survey_posts_is_read_to_the_same_bytes(
        pairs in pairs(),
        catalogue in languages(),
        points in [any::<Index>(), any::<Index>(), any::<Index>()],
        na in any::<bool>(),
        comment in prop_oneof!["\\PC{0,60}", any::<String>(), "[a-z ]{1900,2100}"],
        at in any::<u64>(),
    ) {
        let Ok(resolved) = settings::resolve(&borrowed(&pairs), &catalogue) else { return Ok(()) };
        let settings = resolved.settings;
        let mut data = Data::opened(&settings, "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11");
        let score = |measure: meetpunt_core::Measure, at: &Index| {
            let points: Vec<u8> = measure.scale().points().collect();
            Score::new(measure, i64::from(*at.get(&points))).expect("a point of the scale")
        };
        (data.sequence, data.state) = (2, State::Completed);
        if na { data.not_applicable() } else { data.answer(score(settings.first.measure, &points[0]), settings.essential) }
        data.more = settings.then.iter().zip(&points[1..]).map(|(then, at)| More::of(score(then.measure, at))).collect();
        data.comment(&comment);
        data.reasons = settings.reasons[0].iter().map(|reason| reason.key.clone()).collect();
        (data.shown, data.answered) = (Some(Timestamp(at)), Some(Timestamp(at / 2)));
        data.page = Some("/order/thanks".to_owned());

        let mut event = Event { source: "https://shop.example/".to_owned(), time: Timestamp(at), data };
        event.fit(settings.format);
        let posted = body(&event, settings.format);
        prop_assert!(posted.len() <= LARGEST, "{} bytes", posted.len());
        sound(&event)?;
        // Class, layer and the rest are what the tables say.
        prop_assert_eq!(event.clone().rescored(), Ok(event));
    }
}

#[test]
fn the_bodies_to_change_are_those_of_every_metric_family() {
    assert!(BODIES.len() >= 8);
    assert!(Metric::WORDS.iter().any(|metric| BODIES.iter().any(|body| body.contains(&format!("\"{metric}\"")))));
}
