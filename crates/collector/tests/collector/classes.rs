//! Class and normalised score follow from the score, whatever the sender claims.

use serde_json::{Value, json};

use crate::support::{CLOUD_EVENT, Collector, nps, with};

/// Posts an answer with this class, and checks what is stored and what is marked.
#[track_caller]
fn check(change: &[(&str, Value)], class: Value, normalised: Value, claimed: Value) {
    let collector = Collector::start();
    let event = change.iter().fold(nps(1, 1, 9), |event, (path, value)| with(event, path, value.clone()));
    collector.accept(&event);
    let line = collector.lines("").remove(0);
    let data = &line["event"]["data"];
    assert_eq!((&data["class"], &data["normalised"], &line["claimed"]), (&class, &normalised, &claimed), "{change:?}");
}

fn metric(name: &str, min: u8, max: u8, score: u8) -> Vec<(&'static str, Value)> {
    vec![
        ("data.metric", name.into()),
        ("data.scale", json!({"min": min, "max": max})),
        ("data.score", score.into()),
        ("data.class", Value::Null),
        ("data.normalised", Value::Null),
    ]
}

#[test]
fn a_forged_class_is_replaced_and_marked() {
    check(
        &[("data.score", 0.into())],
        "detractor".into(),
        json!(0.0),
        json!({"class": "promoter", "normalised": 90.0}),
    );
    check(&[("data.class", "passive".into())], "promoter".into(), json!(90.0), json!({"class": "passive"}));
    check(&[("data.class", json!({"a": 1}))], "promoter".into(), json!(90.0), json!({"class": {"a": 1}}));
    check(&[("data.normalised", 100.into())], "promoter".into(), json!(90.0), json!({"normalised": 100}));
    check(&[("data.class", Value::Null)], "promoter".into(), json!(90.0), json!({"class": null}));
}

#[test]
fn a_right_class_is_not_marked() {
    check(&[], "promoter".into(), json!(90.0), Value::Null);
    // A sender that leaves the needless zero out says the same.
    check(&[("data.normalised", 90.into())], "promoter".into(), json!(90), Value::Null);
}

#[test]
fn classes_change_exactly_where_the_tables_say() {
    let absent = json!({"class": null, "normalised": null});
    for (name, min, max, score, class, normalised) in [
        ("nps", 0, 10, 0, "detractor", 0.0),
        ("nps", 0, 10, 6, "detractor", 60.0),
        ("nps", 0, 10, 7, "passive", 70.0),
        ("nps", 0, 10, 8, "passive", 80.0),
        ("nps", 0, 10, 9, "promoter", 90.0),
        ("nps", 0, 10, 10, "promoter", 100.0),
        ("ces", 1, 7, 1, "hard", 0.0),
        ("ces", 1, 7, 3, "hard", 33.3),
        ("ces", 1, 7, 4, "neutral", 50.0),
        ("ces", 1, 7, 5, "easy", 66.7),
        ("ces", 1, 7, 7, "easy", 100.0),
        ("csat", 1, 5, 2, "dissatisfied", 25.0),
        ("csat", 1, 5, 3, "neutral", 50.0),
        ("csat", 1, 5, 4, "satisfied", 75.0),
        ("enps", 0, 10, 6, "detractor", 60.0),
        ("ces", 1, 5, 4, "easy", 75.0),
        // Low is good.
        ("ces1", 1, 5, 4, "hard", 25.0),
        ("ces1", 1, 5, 2, "easy", 75.0),
        ("ces5", 1, 5, 4, "easy", 75.0),
        ("csat", 1, 10, 5, "dissatisfied", 44.4),
        ("csat", 1, 10, 8, "satisfied", 77.8),
        ("csat", 0, 10, 8, "neutral", 80.0),
        ("csat", 1, 7, 5, "neutral", 66.7),
        ("csat", 1, 3, 2, "neutral", 50.0),
        ("csat", 0, 1, 0, "dissatisfied", 0.0),
        ("delight", 1, 5, 4, "exceeded", 75.0),
        ("importance", 1, 10, 8, "high", 77.8),
        ("goal", 1, 3, 2, "partly", 50.0),
        ("promise", 1, 3, 1, "no", 0.0),
        ("pmf", 1, 3, 3, "very", 100.0),
    ] {
        check(&metric(name, min, max, score), class.into(), normalised.into(), absent.clone());
    }
}

#[test]
fn an_unknown_scale_of_a_known_metric_is_left_alone() {
    let change = [
        ("data.scale", json!({"min": 0, "max": 100})),
        ("data.score", 73.into()),
        ("data.class", "fair".into()),
        ("data.normalised", 73.into()),
    ];
    check(&change, "fair".into(), 73.into(), Value::Null);
}

#[test]
fn classes_of_the_shop_are_left_alone() {
    let change = [
        ("data.metric", "custom".into()),
        ("data.scale", json!({"min": 1, "max": 5})),
        ("data.score", 2.into()),
        ("data.class", "positive".into()),
        ("data.normalised", 75.into()),
    ];
    check(&change, "positive".into(), 75.into(), Value::Null);
}

#[test]
fn a_score_off_the_shops_own_scale_is_refused() {
    let custom = |scale: Value, score: u8| {
        let event = with(with(nps(1, 1, 9), "data.metric", "custom".into()), "data.scale", scale);
        let answer = Collector::start().post(CLOUD_EVENT, with(event, "data.score", score.into()).to_string());
        (answer.status, answer.json()["error"].as_str().unwrap_or_default().to_owned())
    };
    let off = |what: &str| (400, format!("data.score: {what}; give a whole number from 1 to 5"));
    assert_eq!(custom(json!({"min": 1, "max": 5}), 6), off("6 is not on the scale"));
    assert_eq!(custom(json!({"min": 1, "max": 5}), 0), off("0 is not on the scale"));
    assert_eq!(custom(json!({"min": 0, "max": 1}), 1).0, 202);
    // A scale that this version does not know: a newer one may.
    assert_eq!(custom(json!({"min": 0, "max": 100}), 73).0, 202);
}

#[test]
fn not_applicable_has_neither_score_nor_class() {
    let change = [("data.na", true.into()), ("data.score", Value::Null)];
    check(&change, Value::Null, Value::Null, json!({"class": "promoter", "normalised": 90.0}));
}

#[test]
fn further_metrics_are_checked_too() {
    let collector = Collector::start();
    let right =
        json!({"metric": "csat", "scale": {"min": 1, "max": 5}, "score": 4, "class": "satisfied", "normalised": 75.0});
    let wrong = json!({"metric": "ces", "scale": {"min": 1, "max": 7}, "score": 1, "class": "easy", "normalised": 0.0});
    let unknown = json!({"metric": "joy", "score": 99, "class": "joyful"});
    collector.accept(&with(nps(1, 1, 9), "data.more", json!([right, wrong, unknown])));
    let line = collector.lines("").remove(0);
    let corrected = with(wrong.clone(), "class", "hard".into());
    assert_eq!(line["event"]["data"]["more"], json!([right, corrected, unknown]));
    assert_eq!(line["claimed"], json!({"more[1].class": "easy"}));

    let outside = with(nps(2, 1, 9), "data.more", json!([right, with(wrong, "score", 8.into())]));
    let answer = collector.post(CLOUD_EVENT, outside.to_string());
    assert_eq!(answer.status, 400);
    assert!(answer.json()["error"].as_str().unwrap().starts_with("data.more[1].score: "), "{}", answer.text);
}

#[test]
fn a_retry_of_a_forged_answer_is_a_duplicate_and_another_forgery_a_conflict() {
    let collector = Collector::start();
    let forged = with(nps(1, 1, 0), "data.class", "promoter".into());
    let conflicts = |event: &Value| collector.accept(event)["conflicts"].clone();
    assert_eq!(conflicts(&forged), 0);
    assert_eq!(conflicts(&forged), 0);
    assert_eq!(conflicts(&nps(1, 1, 0)), 1);
}
