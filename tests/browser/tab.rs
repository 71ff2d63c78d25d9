//! A handle at the edge of the window, and the panel behind it.

use crate::harness::widget::Survey;
use crate::harness::{Key, Stage, survey};
use serde_json::{Value, json};

crate::tests![
    a_tab_is_answered_by_pointer,
    a_tab_is_answered_by_keyboard_alone,
    escape_closes_the_panel_and_leads_back_to_the_handle,
    the_handle_closes_what_it_opened,
    backwards_from_the_question_is_the_handle,
    a_tab_begins_anew_after_the_thanks,
    a_tab_begins_anew_by_keyboard_alone,
    a_tab_keeps_what_was_chosen_while_it_is_closed,
    the_handle_is_there_for_whom_answered_before,
];

const TAB: &str = r#"metric="nps" touchpoint="order-confirmation" display="tab""#;

fn expanded(survey: &Survey<'_>) -> Value {
    survey.look("[part~=handle]", "return found && found.getAttribute('aria-expanded')")
}

#[track_caller]
fn open<'s>(stage: &'s Stage<'_>) -> Survey<'s> {
    let survey = stage.open(&survey(TAB));
    survey.until("handle");
    assert_eq!(survey.role_and_name("[part~=handle]"), ("button".to_owned(), "Feedback".to_owned()));
    assert_eq!(expanded(&survey), "false");
    assert!(!survey.has("question"), "the panel opened by itself");
    survey
}

fn usual() -> Value {
    json!({"display": "tab", "trigger": "load"})
}

fn a_tab_is_answered_by_pointer(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.click("handle");
    let question = survey.until("question");
    assert_eq!(expanded(&survey), "true");
    assert_eq!(survey.role_and_name("[part~=frame]"), ("dialog".to_owned(), question));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), usual());
    survey.click("close");
    stage.until("the panel to close", || (!survey.has("frame")).then_some(()));
    assert_eq!(expanded(&survey), "false");
    assert!(stage.events("dismissed").is_empty(), "closing the thank-you is not a refusal");
}

fn a_tab_is_answered_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.tab_to("[part~=handle]");
    stage.browser.press(Key::Enter);
    survey.until("question");
    stage.until("the focus on the question", || survey.has_focus("[part~=question]").then_some(()));
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::End);
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Space);
    survey.until("comment");
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    let mut differs = usual();
    differs["score"] = json!(10);
    differs["normalised"] = json!(100.0);
    stage.check_event(&stage.until_state("completed"), differs);
    stage.browser.press(Key::Escape);
    stage.until("the focus on the handle", || survey.has_focus("[part~=handle]").then_some(()));
}

fn escape_closes_the_panel_and_leads_back_to_the_handle(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.click("handle");
    survey.choose(4);
    stage.browser.press(Key::Escape);
    stage.until("the panel to close", || (!survey.has("frame")).then_some(()));
    stage.until("the focus on the handle", || survey.has_focus("[part~=handle]").then_some(()));
    assert_eq!(expanded(&survey), "false");
    assert_eq!(stage.until_event("dismissed")["detail"]["step"], "score");
    assert!(stage.collector.posts().is_empty(), "a score that was not given left the browser");
}

fn backwards_from_the_question_is_the_handle(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.click("handle");
    stage.until("the focus on the question", || survey.has_focus("[part~=question]").then_some(()));
    go_back_to_the_handle(stage, &survey);
}

/// By Shift + Tab from the question. Firefox stops at the panel itself as well, because it could be scrolled.
#[track_caller]
fn go_back_to_the_handle(stage: &Stage<'_>, survey: &Survey<'_>) {
    for from in ["[part~=question]", "[part~=frame]"] {
        if survey.has_focus(from) {
            stage.browser.press_with_shift(Key::Tab);
            stage.until("the focus to move", || (!survey.has_focus(from)).then_some(()));
        }
    }
    assert!(survey.has_focus("[part~=handle]"), "the focus is on {}", stage.focus());
}

fn the_handle_closes_what_it_opened(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.tab_to("[part~=handle]");
    for shown in ["true", "false", "true"] {
        stage.browser.press(Key::Enter);
        stage.until(&format!("aria-expanded={shown}"), || (expanded(&survey) == shown).then_some(()));
        let place = if shown == "true" { "[part~=question]" } else { "[part~=handle]" };
        stage.until(&format!("the focus on {place}"), || survey.has_focus(place).then_some(()));
        assert_eq!(survey.has("frame"), shown == "true");
        if shown == "true" {
            go_back_to_the_handle(stage, &survey);
        }
    }
}

fn a_tab_begins_anew_after_the_thanks(stage: &Stage<'_>) {
    let survey = open(stage);
    for score in [2, 9] {
        survey.click("handle");
        survey.until("question");
        assert_eq!(survey.chosen(), None, "the answer before is still chosen");
        survey.answer(score);
        survey.click("close");
        stage.until("the panel to close", || (!survey.has("frame")).then_some(()));
    }
    let mut events = stage.until_delivered(2);
    events.sort_by_key(|event| event["time"].to_string());
    assert_eq!(events.iter().map(|event| event["data"]["score"].clone()).collect::<Vec<_>>(), [json!(2), json!(9)]);
    assert_ne!(events[0]["data"]["submission"], events[1]["data"]["submission"]);
}

fn a_tab_begins_anew_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = open(stage);
    for score in ["2", "9"] {
        survey.tab_to("[part~=handle]");
        stage.browser.press(Key::Enter);
        survey.until("scale");
        survey.tab_to("[part~=scale]");
        stage.browser.type_text(score);
        stage.browser.press(Key::Enter);
        survey.until("comment");
        survey.tab_to("[part~=send]");
        stage.browser.press(Key::Enter);
        survey.until("thanks");
        stage.browser.press(Key::Escape);
        stage.until("the focus on the handle", || survey.has_focus("[part~=handle]").then_some(()));
    }
    let mut scores: Vec<_> = stage.until_delivered(2).iter().map(|event| event["data"]["score"].as_u64()).collect();
    scores.sort_unstable();
    assert_eq!(scores, [Some(2), Some(9)]);
}

fn a_tab_keeps_what_was_chosen_while_it_is_closed(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.click("handle");
    survey.choose(6);
    survey.send();
    survey.write("Half a thought");
    survey.click("close");
    stage.until("the panel to close", || (!survey.has("frame")).then_some(()));
    survey.click("handle");
    survey.until("comment");
    assert_eq!(survey.look("textarea", "return found.value"), "Half a thought");
    survey.send();
    survey.until("thanks");
    let data = stage.until_state("completed")["data"].take();
    assert_eq!((&data["score"], &data["comment"]), (&json!(6), &json!("Half a thought")));
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
}

fn the_handle_is_there_for_whom_answered_before(stage: &Stage<'_>) {
    let survey = open(stage);
    survey.click("handle");
    survey.answer(5);
    stage.until_state("completed");
    let survey = stage.reload();
    survey.click("handle");
    survey.until("question");
}
