//! The posted body, byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use meetpunt_core::locale::{Catalogue, Direction};
use meetpunt_core::settings::{self, Format};
use meetpunt_core::time::Timestamp;
use meetpunt_core::wire::{Alert, Data, Event, LARGEST, Map, More, SampleRate, State, body, json};
use meetpunt_core::{Measure, Score, Tenths};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

const SUBMISSION: &str = "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11";
/// 2026-11-21T17:15:20.123Z.
const SAVED: u64 = 1_795_281_320_123;

fn score(measure: Measure, value: i64) -> Score {
    Score::new(measure, value).expect("a point of the scale")
}

fn opened(pairs: &[(&str, &str)]) -> Event {
    let resolved = settings::resolve(pairs, &Catalogue::english()).expect("a survey");
    assert_eq!(resolved.warnings, []);
    let mut data = Data::opened(&resolved.settings, SUBMISSION);
    data.sequence = 1;
    data.page = Some("/order/thanks".to_owned());
    data.shown = Some(Timestamp(1_795_281_302_000));
    data.widget = Some("0.1.0".to_owned());
    Event { source: "https://shop.example/".to_owned(), time: Timestamp(SAVED), data }
}

/// The example of the contract.
pub(crate) fn example() -> Event {
    let mut event = opened(&[
        ("metric", "nps"),
        ("touchpoint", "order-confirmation"),
        ("phase", "purchase"),
        ("display", "popover"),
        ("sample", "25%"),
        ("context-order-band", "50-100"),
    ]);
    let data = &mut event.data;
    data.sequence = 2;
    data.state = State::Completed;
    data.series = "9f3c2a10".to_owned();
    data.locale = Some("nl".to_owned());
    data.answer(score(Measure::NPS, 9), false);
    data.comment("Fast delivery, mail jo@example.com");
    data.reasons.push("delivery".to_owned());
    data.answered = Some(Timestamp(1_795_281_311_000));
    data.trigger = Some("delay".to_owned());
    data.device = Some("phone".to_owned());
    event
}

/// As little as an answer can say.
pub(crate) fn least() -> Event {
    let mut event = opened(&[("metric", "ces")]);
    event.data.answer(score(Measure::CES, 4), false);
    event.data.page = None;
    event.data.shown = None;
    event.data.widget = None;
    event.data.locale = None;
    event.data.channel = None;
    event
}

pub(crate) fn alarming() -> Event {
    let mut event = opened(&[("metric", "csat"), ("wording", "delivery"), ("preview", "")]);
    event.data.answer(score(Measure::CSAT, 1), false);
    event.data.comment("Call 06-12345678 or mail a@b.nl, \"broken\"\n\u{1}and\tlate é€😀\u{2028}");
    event.data.gpc = true;
    event
}

pub(crate) fn not_applicable() -> Event {
    let mut event = opened(&[("metric", "ces"), ("essential", ""), ("allow-na", "")]);
    event.data.answer(score(Measure::CES, 1), true);
    event.data.not_applicable();
    event.data.state = State::Completed;
    event.data.more.push(More::of(score(Measure::CSAT, 2)));
    event.data.more.push(More::not_applicable(Measure::NPS));
    event
}

/// A survey with its first score, on the scale that its settings name.
fn answered(pairs: &[(&str, &str)], value: i64) -> Event {
    let resolved = settings::resolve(pairs, &Catalogue::english()).expect("a survey");
    let mut event = opened(pairs);
    let score = Score::new(resolved.settings.first.measure, value).expect("a point of the scale");
    event.data.answer(score, resolved.settings.essential);
    event
}

/// A report mark with the loyalty triple around it.
pub(crate) fn report_mark() -> Event {
    let mut event = answered(&[("metric", "csat"), ("scale", "1-10"), ("then", "ces,delight")], 5);
    event.data.more.push(More::of(score(Measure::CES, 5)));
    event.data.more.push(More::of(score(Measure::DELIGHT, 3)));
    event
}

/// Low is good.
pub(crate) fn effort() -> Event {
    answered(&[("metric", "ces1"), ("look", "labels")], 4)
}

/// A scale, classes and a layer of the shop's own.
pub(crate) fn custom() -> Event {
    let pairs = [
        ("metric", "custom"),
        ("scale", "0-4"),
        ("negative", "3,4"),
        ("positive", "0"),
        ("layer", "experience"),
        ("labels", "None,One,Two,Three,Four or more"),
        ("look", "labels"),
        ("question", "How often did you have to ask?"),
        ("essential", ""),
    ];
    answered(&pairs, 3)
}

pub(crate) fn after_losses() -> Event {
    let mut event = example();
    event.data.sequence = 3;
    event.data.truncated = true;
    event.data.losses = Map(vec![("expired".to_owned(), 2), ("unsaved".to_owned(), 1)]);
    event.data.direction = Direction::Rtl;
    event.data.sample_rate = SampleRate(1);
    event
}

fn pinned() -> [(&'static str, String); 9] {
    [
        ("contract-example.json", body(&example(), Format::CloudEvents)),
        ("contract-example.flat.json", body(&example(), Format::Json)),
        ("least.json", body(&least(), Format::CloudEvents)),
        ("alarming.json", body(&alarming(), Format::Text)),
        ("not-applicable.json", body(&not_applicable(), Format::CloudEvents)),
        ("after-losses.json", body(&after_losses(), Format::CloudEvents)),
        ("report-mark.json", body(&report_mark(), Format::CloudEvents)),
        ("effort.json", body(&effort(), Format::CloudEvents)),
        ("custom.json", body(&custom(), Format::CloudEvents)),
    ]
}

#[test]
fn golden_bodies_stay_byte_for_byte() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/wire");
    let mut files: BTreeMap<String, String> = fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| {
            let entry = entry.expect("its entries can be read");
            let text = fs::read_to_string(entry.path()).expect("a body can be read");
            (entry.file_name().to_string_lossy().into_owned(), text)
        })
        .collect();
    for (name, found) in pinned() {
        let expected = files.remove(name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(found, expected.trim_end_matches('\n'), "{name}");
    }
    assert!(files.is_empty(), "nothing makes {:?}", files.keys());
}

/// The example as the contract prints it: the same content, and the same order of every field.
#[test]
fn the_example_of_the_contract_is_what_is_posted() {
    const PRINTED: &str = r#"{
  "specversion": "1.0",
  "id": "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/2",
  "source": "https://shop.example/",
  "type": "meetpunt.response.v1",
  "subject": "nps-order-confirmation",
  "time": "2026-11-21T17:15:20.123Z",
  "datacontenttype": "application/json",
  "data": {
    "submission": "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11", "sequence": 2, "state": "completed", "test": false,
    "survey": "nps-order-confirmation", "metric": "nps", "scale": {"min": 0, "max": 10}, "layer": "strategic", "series": "9f3c2a10",
    "score": 9, "class": "promoter", "normalised": 90.0, "na": false, "more": [], "alert": null,
    "comment": "Fast delivery, mail [email]", "redactions": {"email": 1}, "reasons": ["delivery"], "contact": null,
    "touchpoint": "order-confirmation", "phase": "purchase", "lifecycle": null, "wave": null, "segment": null,
    "persona": null, "channel": "web", "occasion": null, "employee": null, "respondent": null,
    "context": {"order-band": "50-100"},
    "locale": "nl", "look": "numbers", "direction": "ltr", "display": "popover", "trigger": "delay", "device": "phone",
    "page": "/order/thanks", "shown": "2026-11-21T17:15:02.000Z", "answered": "2026-11-21T17:15:11.000Z",
    "sampleRate": 0.25, "gpc": false, "widget": "0.1.0"
  }
}"#;
    assert_eq!(body(&example(), Format::CloudEvents), without_spaces(PRINTED));
}

/// The JSON without what is between its tokens.
fn without_spaces(json: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let kept = json.chars().filter(|letter| {
        let keep = quoted || !letter.is_whitespace();
        if *letter == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = *letter == '\\' && !escaped;
        keep
    });
    kept.collect()
}

#[test]
fn the_event_is_named_after_its_submission_and_survey() {
    let event = example();
    assert_eq!(event.id(), format!("{SUBMISSION}/2"));
    assert_eq!(event.subject(), "nps-order-confirmation");
}

#[test]
fn the_text_format_is_the_same_body() {
    assert_eq!(body(&example(), Format::Text), body(&example(), Format::CloudEvents));
}

#[test]
fn the_json_format_is_the_data_with_three_more_fields() {
    let flat: Value = serde_json::from_str(&body(&example(), Format::Json)).expect("JSON");
    let mut event: Value = serde_json::from_str(&body(&example(), Format::CloudEvents)).expect("JSON");
    let mut expected = event["data"].take();
    for name in ["id", "source", "time"] {
        expected[name] = event[name].take();
    }
    assert_eq!(flat, expected);
}

#[test]
fn an_empty_comment_is_null() {
    let mut event = least();
    for empty in ["", "  \n ", "\u{0}"] {
        event.data.comment(empty);
        assert_eq!(event.data.comment, None);
    }
    event.data.comment("  fine \n");
    assert_eq!(event.data.comment.as_deref(), Some("fine"));
}

#[test]
fn negative_answers_raise_the_alert_of_their_metric() {
    #[track_caller]
    fn check(measure: Measure, value: i64, essential: bool, alert: Option<Alert>) {
        assert_eq!(Alert::raised_by(score(measure, value), essential), alert);
    }
    check(Measure::CSAT, 2, false, Some(Alert::Complaint));
    check(Measure::CSAT, 2, true, Some(Alert::Essential));
    check(Measure::CSAT, 3, true, None);
    check(Measure::CES, 3, false, Some(Alert::SilentChurn));
    check(Measure::CES, 3, true, Some(Alert::Essential));
    check(Measure::CES, 4, false, None);
    check(Measure::CES1, 4, false, Some(Alert::SilentChurn));
    check(Measure::CES1, 5, true, Some(Alert::Essential));
    check(Measure::CES1, 1, true, None);
    check(Measure::CES5, 2, false, Some(Alert::SilentChurn));
    check(Measure::CES5, 5, false, None);
    for measure in [Measure::NPS, Measure::DELIGHT, Measure::GOAL, Measure::PROMISE] {
        check(measure, 1, false, None);
        check(measure, 1, true, Some(Alert::Essential));
    }
    check(Measure::NPS, 6, true, Some(Alert::Essential));
    check(Measure::NPS, 10, true, None);
    for measure in [Measure::ENPS, Measure::IMPORTANCE, Measure::PMF] {
        check(measure, 1, false, None);
        check(measure, 1, true, None);
    }
}

#[test]
fn a_new_score_replaces_everything_about_the_old_one() {
    let mut event = alarming();
    assert_eq!(event.data.alert, Some(Alert::Complaint));
    event.data.answer(score(Measure::CSAT, 5), false);
    assert_eq!(event.data.alert, None);
    assert_eq!(event.data.class.as_deref(), Some("satisfied"));
    assert_eq!(event.data.normalised, Some(Tenths(1000)));
}

#[test]
fn not_applicable_takes_everything_about_a_score_away() {
    let mut event = alarming();
    event.data.not_applicable();
    let data = &event.data;
    assert_eq!((data.score, &data.class, data.normalised, data.alert), (None, &None, None, None));
    assert!(data.na);
    event.data.answer(score(Measure::CSAT, 5), false);
    assert!(!event.data.na);
}

#[test]
fn the_short_form_is_the_next_sequence_with_a_short_comment() {
    let mut event = example();
    event.data.comment = Some("é".repeat(1_500));
    let mut short = event.clone();
    assert!(short.shorten());
    assert_eq!(short.data.sequence, 3);
    assert!(short.data.truncated);
    assert_eq!(short.data.comment, Some("é".repeat(200)));
    assert!(short.id().ends_with("/3"));
    let flat: Value = serde_json::from_str(&body(&short, Format::Json)).expect("JSON");
    assert_eq!(flat["truncated"], true);
    for comment in [Some("é".repeat(200)), None] {
        event.data.comment = comment;
        let before = event.clone();
        assert!(!event.shorten(), "nothing would become shorter");
        assert_eq!(event, before);
    }
}

/// Every text as long as the settings allow, of characters that take the most room.
fn everything() -> Event {
    let label = || Some("😀".repeat(100));
    let mut event = example();
    let data = &mut event.data;
    data.comment = Some("😀".repeat(2_000));
    data.touchpoint = label();
    data.phase = label();
    data.segment = label();
    data.context = Map((0..20).map(|n| (format!("name-{n}"), "😀".repeat(200))).collect());
    data.page = Some("/x".repeat(10_000));
    event
}

#[test]
fn the_largest_possible_answer_still_fits() {
    for format in [Format::CloudEvents, Format::Text, Format::Json, Format::Form] {
        let mut event = everything();
        event.fit(format);
        let body = body(&event, format);
        assert!(event.data.truncated);
        assert!(body.len() <= LARGEST, "{format:?} is {} bytes long", body.len());
        assert!(body.len() > LARGEST / 2, "{format:?} lost more than it had to");
    }
}

#[test]
fn an_answer_within_the_limit_is_not_touched() {
    let mut event = example();
    event.data.comment = Some("x".repeat(2_000));
    let before = event.clone();
    event.fit(Format::CloudEvents);
    assert_eq!(event, before);
}

#[test]
fn the_comment_is_cut_before_the_context() {
    let mut event = example();
    event.data.comment = Some("é".repeat(10_000));
    event.fit(Format::Json);
    let comment = event.data.comment.expect("most of it is there");
    assert!((3_000..10_000).contains(&comment.chars().count()), "{}", comment.len());
    assert_eq!(event.data.context, example().data.context);
}

#[test]
fn any_other_serialiser_writes_the_same_event() {
    for event in [example(), least(), alarming(), not_applicable(), after_losses(), report_mark(), custom()] {
        assert_eq!(json::to_string(&event), serde_json::to_string(&event).expect("JSON"));
    }
}

#[test]
fn decimals_are_written_without_floats_and_read_as_numbers() {
    #[track_caller]
    fn check(value: &impl Serialize, text: &str) {
        assert_eq!(json::to_string(value), text);
        assert_eq!(serde_json::to_string(value).expect("JSON"), text);
    }
    check(&Tenths(0), "0.0");
    check(&Tenths(5), "0.5");
    check(&Tenths(667), "66.7");
    check(&Tenths(1000), "100.0");
    check(&SampleRate(0), "0.0");
    check(&SampleRate(1), "0.0001");
    check(&SampleRate(2_500), "0.25");
    check(&SampleRate(1_050), "0.105");
    check(&SampleRate(10_000), "1.0");
    assert_eq!(Tenths(905).to_string(), "90.5");
}

#[test]
fn what_cannot_be_written_is_null() {
    assert_eq!(json::to_string(&[0.5]), "[null]");
    assert_eq!(json::to_string(&BTreeMap::from([(1, "x")])), "null");
}

#[derive(Clone, Debug, Serialize)]
enum Shape {
    Unit,
    Newtype(i32),
    Tuple(u8, bool),
    Struct { name: String, inner: Option<Box<Shape>> },
}

#[derive(Clone, Debug, Serialize)]
struct Anything {
    text: String,
    letter: char,
    numbers: (i8, i16, i32, i64, u8, u16, u32, u64),
    shapes: Vec<Shape>,
    map: BTreeMap<String, Option<bool>>,
    nothing: (),
}

fn shapes() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        Just(Shape::Unit),
        any::<i32>().prop_map(Shape::Newtype),
        any::<(u8, bool)>().prop_map(|(one, two)| Shape::Tuple(one, two)),
    ];
    leaf.prop_recursive(3, 8, 1, |inner| {
        (any::<String>(), prop::option::of(inner))
            .prop_map(|(name, inner)| Shape::Struct { name, inner: inner.map(Box::new) })
    })
}

proptest! {
    #[test]
    fn our_json_is_the_json_of_serde_json(
        text: String,
        letter: char,
        numbers: (i8, i16, i32, i64, u8, u16, u32, u64),
        shapes in prop::collection::vec(shapes(), 0..4),
        map in prop::collection::btree_map(any::<String>(), any::<Option<bool>>(), 0..4),
    ) {
        let value = Anything { text, letter, numbers, shapes, map, nothing: () };
        prop_assert_eq!(json::to_string(&value), serde_json::to_string(&value).expect("JSON"));
    }

    #[test]
    fn any_comment_makes_a_body_that_says_it(comment: String, contact in any::<Option<String>>()) {
        let mut event = example();
        event.data.comment = Some(comment);
        event.data.contact = contact;
        let read: Value = serde_json::from_str(&body(&event, Format::CloudEvents)).expect("JSON");
        prop_assert_eq!(read["data"]["comment"].as_str(), event.data.comment.as_deref());
        prop_assert_eq!(json::to_string(&event), serde_json::to_string(&event).expect("JSON"));
    }

    #[test]
    fn rates_and_tenths_are_written_as_the_floats_they_stand_for(units in 0_u16..=10_000) {
        prop_assert_eq!(json::to_string(&Tenths(units)), serde_json::to_string(&Tenths(units)).expect("JSON"));
        let rate = SampleRate(units);
        prop_assert_eq!(json::to_string(&rate), serde_json::to_string(&rate).expect("JSON"));
    }
}
