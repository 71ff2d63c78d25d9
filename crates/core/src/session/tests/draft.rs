//! Another Wasm goes on where one has trapped.

use serde_json::{Value, json};

use super::further::TRIPLE;
use super::*;

impl Showing {
    /// The survey as another Wasm opens it, with what the shell knew: the data that were saved last, and the fields.
    fn anew(&self, saved: &Value, fields: &[(&str, &str)]) -> Self {
        let mut draft: Vec<(String, String)> = Vec::new();
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        for name in ["submission", "sequence", "shown", "answered"] {
            let value = text(&saved[name]);
            let value = crate::time::parse(&value).map_or(value, |time| time.to_string());
            draft.push((name.into(), value));
        }
        let answers = std::iter::once(saved).chain(saved["more"].as_array().into_iter().flatten());
        for answer in answers.filter(|answer| answer.is_object()) {
            draft.push(("given".into(), answer["score"].as_u64().map(|score| score.to_string()).unwrap_or_default()));
        }
        draft.extend(fields.iter().map(|(name, text)| ((*name).into(), (*text).into())));
        let visit = Visit { draft, ..self.visit.clone() };
        let now = self.now + 5_000;
        let mut session = Session::new("another".into(), now);
        session.resume(&self.settings, &visit);
        Self { session, settings: self.settings.clone(), visit, now }
    }
}

#[test]
fn a_point_that_was_only_chosen_is_chosen_again() {
    let showing = Showing::nps().anew(&Value::Null, &[("score", "9")]);
    assert_eq!((showing.session.chosen(), showing.session.given()), (Some(Choice::Point(9)), None));
    assert_eq!(showing.session.step(), Step::Score);
}

#[test]
fn a_given_score_stays_one_submission() {
    let mut before = Showing::nps();
    before.input(Input::Choose(9));
    let saved = bodies(&before.send()).remove(0)["data"].take();
    let mut showing = before.anew(&saved, &[("comment", "So far")]);
    assert_eq!((showing.session.step(), showing.session.comment()), (Step::FollowUp, "So far"));
    let effects = showing.send();
    assert!(emitted(&effects).is_empty(), "the score was told of already");
    let event = &bodies(&effects)[0];
    assert_eq!(event["id"], "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/2");
    for name in ["submission", "score", "shown", "answered"] {
        assert_eq!(event["data"][name], saved[name], "{name}");
    }
    assert_eq!((&event["data"]["state"], &event["data"]["comment"]), (&json!("completed"), &json!("So far")));
}

#[test]
fn a_score_that_was_gone_back_to_may_be_another() {
    let mut before = Showing::nps();
    before.input(Input::Choose(9));
    let saved = bodies(&before.send()).remove(0)["data"].take();
    let mut showing = before.anew(&saved, &[("score", "3")]);
    assert_eq!((showing.session.step(), showing.session.chosen()), (Step::Score, Some(Choice::Point(3))));
    let event = &bodies(&showing.send())[0]["data"];
    assert_eq!((&event["score"], &event["sequence"], &event["state"]), (&json!(3), &json!(2), &json!("answered")));
}

#[test]
fn a_completed_answer_is_completed_again() {
    let mut before = Showing::nps();
    let saved = bodies(&before.comment("Words")).remove(0)["data"].take();
    let mut showing = before.anew(&saved, &[("comment", "Words")]);
    assert_eq!(showing.session.step(), Step::FollowUp);
    assert_eq!(bodies(&showing.send())[0]["data"]["sequence"], 3);
}

#[test]
fn what_followed_and_the_questions_before_it_are_there() {
    let reasons = [("reasons", "delivery:Delivery, price:Price"), ("contact", "")];
    let mut before = Showing::of(&[&TRIPLE[..], &reasons].concat());
    before.input(Input::Choose(2));
    before.send();
    before.input(Input::Choose(6));
    let saved = bodies(&before.send()).remove(0)["data"].take();
    let third = before.anew(&saved, &[]);
    assert_eq!((third.session.step(), third.session.place()), (Step::Score, 2));

    before.input(Input::Choose(5));
    let saved = bodies(&before.send()).remove(0)["data"].take();
    let fields = [("comment", ""), ("reason", "price"), ("reason", "delivery"), ("contact", "me")];
    let mut last = before.anew(&saved, &fields);
    assert_eq!(last.session.step(), Step::FollowUp);
    let data = &bodies(&last.send())[0]["data"];
    assert_eq!((&data["reasons"], &data["contact"]), (&json!(["delivery", "price"]), &json!("me")));
    assert_eq!((&data["more"][0]["score"], &data["more"][1]["score"]), (&json!(6), &json!(5)));
}

#[test]
fn not_applicable_is_chosen_again_and_goes_on_as_given() {
    let settings = [("metric", "csat"), ("allow-na", ""), ("then", "ces")];
    let mut before = Showing::of(&settings);
    assert_eq!(before.anew(&Value::Null, &[("", "")]).session.chosen(), Some(Choice::NotApplicable));
    before.input(Input::NotApplicable);
    let saved = bodies(&before.send()).remove(0)["data"].take();
    let showing = before.anew(&saved, &[]);
    assert_eq!((showing.session.given(), showing.session.place()), (Some(Answer::NotApplicable), 1));
}

#[test]
fn a_draft_that_cannot_be_read_is_none() {
    let wrong = [
        json!(7),
        json!({"submission": "x"}),
        json!({"submission": "x", "sequence": 1, "shown": 1, "answered": 1, "score": 99}),
    ];
    for saved in wrong {
        let showing = Showing::nps().anew(&saved, &[("score", "99"), ("nonsense", "9")]);
        assert_eq!((showing.session.chosen(), showing.session.given()), (None, None), "{saved}");
        assert_eq!(showing.session.step(), Step::Score);
    }
}
