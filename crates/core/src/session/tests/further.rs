//! Further questions, "not applicable", reasons and contact.

use serde_json::{Value, json};

use super::*;

pub(super) const TRIPLE: [(&str, &str); 3] = [("metric", "csat"), ("scale", "1-10"), ("then", "ces,delight")];

#[test]
fn the_loyalty_triple_is_three_answers_of_one_submission() {
    let mut showing = Showing::of(&TRIPLE);
    assert_eq!(showing.session.progress(&showing.settings), (1, 4));
    for (choice, sequence) in [(8, 1), (6, 2)] {
        showing.input(Input::Choose(choice));
        let effects = showing.send();
        assert_eq!(emitted(&effects), ["answered"]);
        assert_eq!(bodies(&effects)[0]["data"]["sequence"], sequence);
        assert_eq!(showing.session.step(), Step::Score);
    }
    assert_eq!(showing.session.progress(&showing.settings), (3, 4));
    showing.input(Input::Choose(5));
    showing.send();
    assert_eq!(showing.session.step(), Step::FollowUp);
    let data = &bodies(&showing.send())[0]["data"];
    assert_eq!((&data["metric"], &data["score"], &data["state"]), (&json!("csat"), &json!(8), &json!("completed")));
    let more: Vec<_> =
        data["more"].as_array().expect("a list").iter().map(|more| (&more["metric"], &more["score"])).collect();
    assert_eq!(more, [(&json!("ces"), &json!(6)), (&json!("delight"), &json!(5))]);
    assert_eq!(data["more"][1]["class"], "exceeded");
}

#[test]
fn each_answered_event_names_its_own_metric() {
    let mut showing = Showing::of(&TRIPLE);
    for metric in ["csat", "ces", "delight"] {
        showing.input(Input::Choose(4));
        let detail = showing.send().into_iter().find_map(|effect| match effect {
            Effect::Emit("answered", detail) => Some(detail),
            _ => None,
        });
        let detail: Value = serde_json::from_str(&detail.expect("it was answered")).expect("JSON");
        assert_eq!(detail["metric"], metric);
    }
}

#[test]
fn only_the_first_metric_raises_an_alert_and_counts_the_visitor() {
    let mut showing = Showing::of(&TRIPLE);
    showing.input(Input::Choose(9));
    assert!(showing.send().contains(&Effect::Remember("answered")));
    showing.input(Input::Choose(1));
    let effects = showing.send();
    assert_eq!(emitted(&effects), ["answered"]);
    assert!(!effects.contains(&Effect::Remember("answered")));
    assert_eq!(bodies(&effects)[0]["data"]["alert"], Value::Null);
}

#[test]
fn going_back_through_the_questions_keeps_every_choice() {
    let mut showing = Showing::of(&TRIPLE);
    for point in [8, 6, 5] {
        showing.input(Input::Choose(point));
        showing.send();
    }
    for point in [5, 6, 8] {
        assert_eq!(showing.input(Input::Back), [Effect::FocusStep]);
        assert_eq!(showing.session.chosen(), Some(Choice::Point(point)));
    }
    assert_eq!(showing.input(Input::Back), []);
    // Nothing changed: nothing new to save.
    for _ in 0..3 {
        assert_eq!(bodies(&showing.send()), [] as [Value; 0]);
    }
    assert_eq!(showing.session.step(), Step::FollowUp);
}

#[test]
fn without_anything_to_follow_the_last_question_completes() {
    let mut showing = Showing::of(&[("metric", "goal"), ("then", "ces"), ("follow-up", "none")]);
    assert_eq!(showing.session.progress(&showing.settings), (1, 2));
    showing.input(Input::Choose(3));
    showing.send();
    showing.input(Input::Choose(7));
    assert_eq!(bodies(&showing.send())[0]["data"]["state"], "completed");
}

#[test]
fn not_applicable_is_an_answer_without_score_class_alert_or_further_question() {
    let mut showing = Showing::of(&[("metric", "csat"), ("allow-na", ""), ("essential", "")]);
    showing.input(Input::Choose(1));
    showing.input(Input::NotApplicable);
    assert_eq!(showing.session.chosen(), Some(Choice::NotApplicable));
    let effects = showing.send();
    assert_eq!(emitted(&effects), ["answered"]);
    let data = &bodies(&effects)[0]["data"];
    for (field, expected) in
        [("score", Value::Null), ("class", Value::Null), ("normalised", Value::Null), ("alert", Value::Null)]
    {
        assert_eq!(data[field], expected, "{field}");
    }
    assert_eq!((&data["na"], &data["state"]), (&json!(true), &json!("completed")));
}

#[test]
fn not_applicable_can_be_taken_back() {
    let mut showing = Showing::of(&[("metric", "csat"), ("allow-na", "")]);
    showing.input(Input::NotApplicable);
    showing.input(Input::NotApplicable);
    assert_eq!(showing.send(), [Effect::FocusScale]);
}

#[test]
fn a_further_question_may_not_apply() {
    let mut showing = Showing::of(&[("metric", "csat"), ("then", "ces"), ("allow-na", ""), ("follow-up", "none")]);
    showing.input(Input::Choose(5));
    showing.send();
    showing.input(Input::NotApplicable);
    let data = &bodies(&showing.send())[0]["data"];
    assert_eq!(data["score"], 5);
    assert_eq!((&data["more"][0]["na"], &data["more"][0]["score"]), (&json!(true), &Value::Null));
}

const REASONS: [(&str, &str); 3] = [
    ("metric", "csat"),
    ("reasons", "price:The price,speed:The speed"),
    ("reasons.negative", "late:It came late,broken:It was broken"),
];

#[test]
fn ticked_reasons_travel_in_the_order_of_the_shop() {
    let mut showing = Showing::of(&REASONS);
    showing.input(Input::Choose(4));
    showing.send();
    for key in ["speed", "late", "price", "speed", "speed"] {
        showing.input(Input::Reason(key.into()));
    }
    assert_eq!(bodies(&showing.send())[0]["data"]["reasons"], json!(["price", "speed"]));
}

#[test]
fn reasons_of_another_class_do_not_travel() {
    let mut showing = Showing::of(&REASONS);
    showing.input(Input::Choose(1));
    showing.send();
    showing.input(Input::Reason("late".into()));
    showing.input(Input::Back);
    showing.input(Input::Choose(5));
    showing.send();
    assert_eq!(bodies(&showing.send())[0]["data"]["reasons"], json!([]));
}

#[test]
fn reasons_alone_are_a_step_where_the_class_has_them() {
    let pairs = [("metric", "csat"), ("follow-up", "none"), ("reasons.negative", "late:It came late")];
    for (point, step) in [(1, Step::FollowUp), (5, Step::Score)] {
        let mut showing = Showing::of(&pairs);
        assert_eq!(showing.session.progress(&showing.settings), (1, 2));
        showing.input(Input::Choose(point));
        showing.send();
        assert_eq!(showing.session.step(), step, "{point}");
    }
}

#[test]
fn a_contact_travels_unmasked_and_only_after_a_negative_answer() {
    let pairs = [("metric", "csat"), ("follow-up", "none"), ("contact", "")];
    let mut showing = Showing::of(&pairs);
    showing.input(Input::Choose(2));
    showing.send();
    showing.input(Input::Contact(" jo@example.com\n".into()));
    assert_eq!(bodies(&showing.send())[0]["data"]["contact"], "jo@example.com");

    let mut showing = Showing::of(&[("metric", "csat"), ("contact", "")]);
    showing.input(Input::Choose(2));
    showing.send();
    showing.input(Input::Contact("jo@example.com".into()));
    showing.input(Input::Back);
    showing.input(Input::Choose(4));
    showing.send();
    assert_eq!(bodies(&showing.send())[0]["data"]["contact"], Value::Null);
}
