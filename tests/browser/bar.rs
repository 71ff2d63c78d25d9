//! A bar across the window.

use crate::harness::{Key, Stage, survey};
use serde_json::json;

crate::tests![
    a_bar_is_answered_by_pointer,
    a_bar_is_answered_by_keyboard_alone,
    escape_closes_a_bar_and_gives_the_focus_back,
    a_popover_is_answered_by_keyboard_alone,
];

const BAR: &str = r#"metric="nps" touchpoint="order-confirmation" display="bar" trigger="load""#;

fn a_bar_is_answered_by_pointer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(BAR));
    let question = survey.until("question");
    assert_eq!(survey.role_and_name("[part~=frame]"), ("dialog".to_owned(), question));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "bar", "trigger": "load"}));
    survey.click("close");
    survey.until_gone_from_sight();
    assert!(stage.events("dismissed").is_empty(), "closing the thank-you is not a refusal");
}

/// From the top of the page to the thank-you, and out of it.
#[track_caller]
fn check_keys(stage: &Stage<'_>, attributes: &str, display: &str) {
    let survey = stage.open(&survey(attributes));
    survey.until("question");
    assert_eq!(stage.focus(), "body", "the focus was taken");
    survey.tab_to("[part~=scale]");
    stage.browser.type_text("7");
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("comment");
    survey.tab_to("[part~=comment]");
    stage.browser.type_text("Typed");
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Space);
    survey.until("thanks");
    let differs = json!({
        "score": 7, "class": "passive", "normalised": 70.0, "comment": "Typed", "display": display, "trigger": "load",
    });
    stage.check_event(&stage.until_state("completed"), differs);
    survey.tab_to("[part~=close]");
    stage.browser.press(Key::Enter);
    survey.until_gone_from_sight();
}

fn a_bar_is_answered_by_keyboard_alone(stage: &Stage<'_>) {
    check_keys(stage, BAR, "bar");
}

fn a_popover_is_answered_by_keyboard_alone(stage: &Stage<'_>) {
    check_keys(stage, &BAR.replace("\"bar\"", "\"popover\""), "popover");
}

fn escape_closes_a_bar_and_gives_the_focus_back(stage: &Stage<'_>) {
    let survey = stage.open(&survey(BAR));
    survey.until("question");
    stage.click_host("#search");
    survey.click("question");
    stage.until("the focus in the bar", || survey.has_focus("[part~=frame]").then_some(()));
    stage.browser.press(Key::Escape);
    survey.until_gone_from_sight();
    stage.until("the focus in the search field", || (stage.focus() == "#search").then_some(()));
    assert_eq!(stage.until_event("dismissed")["detail"]["step"], "score");
}
