//! From step to step: what a visitor meets between the question and the thank-you.

use crate::harness::{Stage, survey};
use serde_json::json;

crate::tests![
    send_without_a_choice_says_so_and_works_after,
    going_back_keeps_the_answer_and_the_comment,
    a_changed_mind_counts_once,
    every_point_can_be_clicked_itself,
    without_a_follow_up_one_event_says_it_all,
    a_double_click_on_send_gives_one_answer,
];

fn send_without_a_choice_says_so_and_works_after(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    survey.until("question");
    assert!(!survey.has("error"), "an error before anything was wrong");
    survey.send();
    assert!(!survey.until("error").is_empty(), "the error has no text");
    stage.until("the focus on the scale", || survey.has_focus("[part~=scale]").then_some(()));
    assert!(survey.has("send") && !survey.has("comment"), "the step changed without an answer");
    survey.answer(6);
    stage.check_event(&stage.until_state("completed"), json!({"score": 6, "class": "detractor", "normalised": 60.0}));
}

fn going_back_keeps_the_answer_and_the_comment(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    survey.choose(3);
    survey.send();
    survey.write("Half a thought");
    survey.click("back");
    survey.until("scale");
    assert_eq!(survey.chosen(), Some(3), "the score was lost on the way back");
    survey.choose(8);
    survey.send();
    survey.until("comment");
    assert_eq!(survey.look("textarea", "return found.value"), "Half a thought");
    survey.write(" and more");
    survey.send();
    survey.until("thanks");
    let event = stage.until_state("completed");
    assert_eq!(stage.collector.delivered().len(), 1);
    // A score given anew is a state of its own, so the sequence counts on.
    let sequence = event["data"]["sequence"].clone();
    assert!(sequence.as_u64() >= Some(2), "sequence {sequence}");
    let differs = json!({
        "score": 8, "class": "passive", "normalised": 80.0, "sequence": sequence, "comment": "Half a thought and more",
    });
    stage.check_event(&event, differs);
}

fn a_changed_mind_counts_once(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    for score in [0, 10, 4] {
        survey.choose(score);
    }
    assert!(stage.events("answered").is_empty(), "a score counted before Send");
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    assert_eq!(stage.events("answered").len(), 1);
}

fn every_point_can_be_clicked_itself(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="csat""#));
    for score in 1..=5 {
        survey.choose(score);
        // Once more: the one that is chosen now looks different, and is still a control of its own.
        survey.choose(score);
    }
}

fn without_a_follow_up_one_event_says_it_all(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" follow-up="none""#));
    survey.choose(9);
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"sequence": 1}));
    assert_eq!(stage.collector.posts().len(), 1);
}

fn a_double_click_on_send_gives_one_answer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" follow-up="none""#));
    survey.choose(9);
    survey.look("[part~=send]", "found.click(); found.click(); found.click()");
    survey.until("thanks");
    stage.until_state("completed");
    stage.until_event("delivered");
    assert_eq!(stage.collector.posts().len(), 1, "one answer, one request");
    assert_eq!(stage.events("completed").len(), 1);
}
