//! The story of a showing, step by step.

#[cfg(feature = "whole")]
mod draft;
#[cfg(feature = "whole")]
mod further;

use super::*;
use crate::{Catalogue, settings};

struct Showing {
    session: Session,
    settings: Settings,
    visit: Visit,
    now: u64,
}

impl Showing {
    fn of(pairs: &[(&str, &str)]) -> Self {
        let settings = settings::resolve(pairs, &Catalogue::english()).expect("settings").settings;
        let visit = Visit::read([
            ("source", "https://shop.example/"),
            ("page", "/order/thanks"),
            ("trigger", "delay"),
            ("device", "phone"),
            ("widget", "0.1.0"),
        ]);
        let now = 1_795_281_302_000;
        let session = Session::new("0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11".into(), now);
        Self { session, settings, visit, now }
    }

    fn nps() -> Self {
        Self::of(&[("metric", "nps"), ("touchpoint", "order-confirmation")])
    }

    /// From the score to the end, with a comment.
    fn comment(&mut self, text: &str) -> Vec<Effect> {
        self.input(Input::Choose(9));
        self.send();
        self.input(Input::Comment(text.into()));
        self.send()
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        self.now += 1_000;
        self.session.handle(input, &self.settings, &self.visit, self.now)
    }

    /// Send, with the page agreeing to whatever is submitted.
    fn send(&mut self) -> Vec<Effect> {
        let mut effects = self.input(Input::Send);
        if effects.iter().any(|effect| matches!(effect, Effect::Submit(_))) {
            effects.extend(self.input(Input::Submitted(Some(Vec::new()))));
        }
        effects
    }
}

fn bodies(effects: &[Effect]) -> Vec<serde_json::Value> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Save { body, .. } => Some(serde_json::from_str(body).expect("a body is JSON")),
            _ => None,
        })
        .collect()
}

fn emitted(effects: &[Effect]) -> Vec<&'static str> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Emit(name, _) => Some(*name),
            _ => None,
        })
        .collect()
}

#[test]
fn sending_without_a_choice_says_so_and_keeps_the_step() {
    let mut showing = Showing::nps();
    assert_eq!(showing.send(), [Effect::FocusScale]);
    assert!(showing.session.error());
    assert_eq!(showing.session.step(), Step::Score);
    showing.input(Input::Choose(0));
    assert!(!showing.session.error());
}

#[test]
fn a_choice_is_not_an_answer_until_it_is_sent() {
    let mut showing = Showing::nps();
    assert_eq!(showing.input(Input::Choose(3)), []);
    assert_eq!(showing.input(Input::Choose(9)), []);
    assert_eq!(showing.session.given(), None);
    let effects = showing.send();
    assert_eq!(emitted(&effects), ["answered"]);
    let saved = bodies(&effects);
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0]["data"]["score"], 9);
    assert_eq!(saved[0]["data"]["state"], "answered");
    assert_eq!(saved[0]["data"]["sequence"], 1);
    assert_eq!(saved[0]["data"]["comment"], serde_json::Value::Null);
}

#[test]
fn zero_is_an_answer() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(0));
    let saved = bodies(&showing.send());
    assert_eq!(saved[0]["data"]["score"], 0);
    assert_eq!(saved[0]["data"]["class"], "detractor");
}

#[test]
fn a_point_beyond_the_scale_is_not_taken() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(11));
    assert_eq!(showing.session.chosen(), None);
}

#[test]
fn the_comment_travels_masked_with_the_next_sequence() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(9));
    showing.send();
    showing.input(Input::Comment("Fast, mail me at jo@example.com".into()));
    let saved = bodies(&showing.send());
    let data = &saved[0]["data"];
    assert_eq!(data["state"], "completed");
    assert_eq!(data["sequence"], 2);
    assert_eq!(data["comment"], "Fast, mail me at [email]");
    assert_eq!(data["redactions"]["email"], 1);
    assert_eq!(saved[0]["id"], "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/2");
}

#[test]
fn thanks_waits_until_the_answer_is_safe() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(9));
    showing.send();
    showing.send();
    assert_eq!(showing.session.step(), Step::FollowUp);
    assert_eq!(showing.session.safety(), Safety::Saving);
    assert_eq!(showing.send(), [], "a second press changes nothing");
    let effects = showing.input(Input::Settled(true));
    assert_eq!(emitted(&effects), ["completed"]);
    assert_eq!(showing.session.step(), Step::Thanks);
}

#[test]
fn an_unsafe_answer_may_be_tried_again() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(9));
    showing.send();
    showing.send();
    showing.input(Input::Settled(false));
    assert_eq!(showing.session.safety(), Safety::Unsent);
    assert_eq!(showing.input(Input::Send), [Effect::Retry]);
    showing.input(Input::Settled(true));
    assert_eq!(showing.session.step(), Step::Thanks);
}

#[test]
fn what_is_typed_after_a_failure_is_sent_anew() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(9));
    showing.send();
    showing.send();
    showing.input(Input::Settled(false));
    showing.input(Input::Comment("one more thing".into()));
    let saved = bodies(&showing.send());
    assert_eq!(saved[0]["data"]["sequence"], 3);
    assert_eq!(saved[0]["data"]["comment"], "one more thing");
}

#[test]
fn going_back_keeps_choice_and_comment() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(6));
    showing.send();
    showing.input(Input::Comment("slow".into()));
    showing.input(Input::Back);
    assert_eq!(showing.session.step(), Step::Score);
    assert_eq!(showing.session.chosen(), Some(Choice::Point(6)));
    let effects = showing.send();
    assert_eq!(emitted(&effects), [""; 0], "the same score is not answered twice");
    assert_eq!(bodies(&effects).len(), 0);
    assert_eq!(showing.session.comment(), "slow");
}

#[test]
fn a_changed_score_is_a_new_state_of_the_same_submission() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(6));
    showing.send();
    showing.input(Input::Back);
    showing.input(Input::Choose(7));
    let saved = bodies(&showing.send());
    assert_eq!(saved[0]["data"]["sequence"], 2);
    assert_eq!(saved[0]["data"]["class"], "passive");
}

#[test]
fn without_a_follow_up_one_state_is_saved_and_it_is_complete() {
    let mut showing = Showing::of(&[("metric", "csat"), ("follow-up", "none")]);
    showing.input(Input::Choose(1));
    let effects = showing.send();
    assert_eq!(emitted(&effects), ["answered", "alert"]);
    let saved = bodies(&effects);
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0]["data"]["state"], "completed");
    assert_eq!(saved[0]["data"]["sequence"], 1);
    assert_eq!(saved[0]["data"]["alert"], "complaint");
    showing.input(Input::Settled(true));
    assert_eq!(showing.session.step(), Step::Thanks);
}

#[test]
fn an_event_that_the_page_takes_over_is_not_saved() {
    let mut showing = Showing::of(&[("metric", "nps"), ("follow-up", "none")]);
    showing.input(Input::Choose(5));
    showing.input(Input::Send);
    let effects = showing.input(Input::Submitted(None));
    assert_eq!(bodies(&effects).len(), 0);
    assert_eq!(showing.session.step(), Step::Thanks);
}

#[test]
fn context_that_the_page_adds_travels() {
    let mut showing = Showing::of(&[("metric", "nps"), ("context-order-band", "50-100")]);
    showing.input(Input::Choose(5));
    showing.input(Input::Send);
    let effects = showing.input(Input::Submitted(Some(vec![("store".into(), "Delft".into())])));
    let saved = bodies(&effects);
    assert_eq!(saved[0]["data"]["context"]["store"], "Delft");
    assert_eq!(saved[0]["data"]["context"]["order-band"], "50-100");
}

#[test]
fn closing_before_a_score_is_a_dismissal() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(4));
    let effects = showing.input(Input::Close);
    assert_eq!(emitted(&effects), ["dismissed"]);
    assert!(effects.contains(&Effect::Remember("dismissed")));
    assert_eq!(effects.last(), Some(&Effect::Close));
}

#[test]
fn closing_after_a_score_counts_as_answered() {
    let mut showing = Showing::nps();
    showing.input(Input::Choose(4));
    showing.send();
    let effects = showing.input(Input::Close);
    assert_eq!(emitted(&effects), ["dismissed"]);
    assert!(!effects.contains(&Effect::Remember("dismissed")));
}

#[test]
fn closing_after_the_thanks_is_nothing_worth_telling() {
    let mut showing = Showing::of(&[("metric", "nps"), ("follow-up", "none")]);
    showing.input(Input::Choose(9));
    showing.send();
    showing.input(Input::Settled(true));
    assert_eq!(showing.input(Input::Close), [Effect::Close]);
}

#[test]
fn alerts_follow_the_contract() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], score: u8, alert: serde_json::Value) {
        let mut showing = Showing::of(pairs);
        showing.input(Input::Choose(score));
        assert_eq!(bodies(&showing.send())[0]["data"]["alert"], alert);
    }
    let null = serde_json::Value::Null;
    check(&[("metric", "nps")], 0, null.clone());
    check(&[("metric", "nps"), ("essential", "")], 6, "essential".into());
    check(&[("metric", "nps"), ("essential", "")], 7, null.clone());
    check(&[("metric", "csat")], 2, "complaint".into());
    check(&[("metric", "csat")], 3, null.clone());
    check(&[("metric", "csat"), ("essential", "")], 2, "essential".into());
    check(&[("metric", "ces")], 3, "silent-churn".into());
    check(&[("metric", "ces")], 4, null);
}

#[test]
fn a_long_comment_goes_out_with_its_short_form_at_hand() {
    let mut showing = Showing::nps();
    let effects = showing.comment(&"word ".repeat(100));
    let short = effects.iter().find_map(|effect| match effect {
        Effect::Shorten(body) => Some(serde_json::from_str::<serde_json::Value>(body).expect("a body is JSON")),
        _ => None,
    });
    let (short, long) = (short.expect("a short form"), &bodies(&effects)[0]);
    assert_eq!((&long["data"]["sequence"], &short["data"]["sequence"]), (&2.into(), &3.into()));
    assert_eq!(short["data"]["truncated"], true);
    assert_eq!(short["data"]["comment"].as_str().map(str::len), Some(200));
    // What changes after a failure must not take the number of the short form.
    showing.input(Input::Settled(false));
    showing.input(Input::Comment("Something else".into()));
    assert_eq!(bodies(&showing.send())[0]["data"]["sequence"], 4);
}

#[test]
fn a_short_comment_has_no_shorter_form() {
    let effects = Showing::nps().comment("Fine");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Shorten(_))));
    assert_eq!(bodies(&effects)[0]["data"].get("losses"), None, "nothing was lost");
}

#[test]
fn what_was_lost_before_rides_along() {
    let mut showing = Showing::nps();
    let pairs = [("losses-expired", "2"), ("losses-refused", "1"), ("losses-odd", "x"), ("losses-", "4294967296")];
    showing.visit = Visit::read(pairs);
    showing.input(Input::Choose(9));
    let losses = serde_json::json!({"expired": 2, "refused": 1});
    assert_eq!(bodies(&showing.send())[0]["data"]["losses"], losses);
    assert_eq!(bodies(&showing.send())[0]["data"]["losses"], losses, "the highest sequence says it, too");
}
