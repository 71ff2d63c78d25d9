//! `send="tap"`: choosing sends, but no arrow key does.

use crate::harness::widget::{Survey, point};
use crate::harness::{Key, Stage, survey};
use serde_json::json;

crate::tests![
    a_tap_by_pointer_sends,
    a_tap_by_touch_sends except(WebKit: "WebKitWebDriver has no touch screen"),
    a_touch_chooses_and_sends except(WebKit: "WebKitWebDriver has no touch screen"),
    arrows_move_without_choosing_and_space_sends,
    digits_move_and_enter_sends,
    what_the_keys_do_is_said_before,
    a_tap_leads_through_the_triple,
    after_going_back_a_tap_changes_the_answer,
];

const TAP: &str = r#"metric="nps" touchpoint="order-confirmation" send="tap""#;

#[track_caller]
fn finish(stage: &Stage<'_>, survey: &Survey<'_>, differs: serde_json::Value) {
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), differs);
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
}

fn a_tap_by_pointer_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.click_on(&point(3));
    finish(stage, &survey, json!({"score": 3, "class": "detractor", "normalised": 30.0}));
}

fn a_tap_by_touch_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.touch(&point(10));
    finish(stage, &survey, json!({"score": 10, "class": "promoter", "normalised": 100.0}));
}

fn a_touch_chooses_and_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    survey.touch(&point(0));
    stage.until("0 to be chosen", || (survey.chosen() == Some(0)).then_some(()));
    survey.touch("[part~=send]");
    survey.until("comment");
    survey.touch("[part~=send]");
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"score": 0, "class": "detractor", "normalised": 0.0}));
}

/// The score that has the focus.
fn focused(survey: &Survey<'_>) -> String {
    survey.look("", "return root.activeElement?.value ?? ''").as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn move_to(stage: &Stage<'_>, survey: &Survey<'_>, press: impl FnOnce(), score: &str) {
    press();
    stage.until(&format!("the focus on {score}, not on {}", focused(survey)), || {
        (focused(survey) == score).then_some(())
    });
    assert_eq!(survey.chosen(), None, "moving to {score} chose something");
}

fn arrows_move_without_choosing_and_space_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    assert_eq!((focused(&survey).as_str(), survey.chosen()), ("0", None));
    for (key, score) in [
        (Key::Right, "1"),
        (Key::Down, "2"),
        (Key::Left, "1"),
        (Key::Up, "0"),
        (Key::Left, "10"),
        (Key::Right, "0"),
        (Key::End, "10"),
        (Key::Home, "0"),
        (Key::Right, "1"),
    ] {
        move_to(stage, &survey, || stage.browser.press(key), score);
    }
    assert!(survey.has("scale") && stage.events("answered").is_empty(), "an arrow gave a score");
    stage.browser.press(Key::Space);
    finish(stage, &survey, json!({"score": 1, "class": "detractor", "normalised": 10.0}));
}

fn digits_move_and_enter_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    for digit in ["4", "9", "0", "8"] {
        move_to(stage, &survey, || stage.browser.type_text(digit), digit);
    }
    stage.browser.press(Key::Enter);
    finish(stage, &survey, json!({"score": 8, "class": "passive", "normalised": 80.0}));
}

fn what_the_keys_do_is_said_before(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.until("question");
    let script =
        "return found.getAttribute('aria-describedby').split(' ').map((id) => root.getElementById(id).textContent)";
    let expected = json!([
        "0 means Not at all likely, 10 means Extremely likely",
        "Move with the arrow keys; press Enter or Space to choose and send.",
    ]);
    assert_eq!(survey.look("[part~=scale]", script), expected);
    let seen = || survey.look("#tap", "return found.getBoundingClientRect().width > 2");
    assert_eq!(seen(), false, "a hint for keys to whom uses none");
    survey.tab_to("[part~=scale]");
    assert_eq!(seen(), true, "no hint to whom uses keys");
}

fn a_tap_leads_through_the_triple(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="csat" then="ces,delight" send="tap" follow-up="none""#));
    for (progress, score) in [("Step 1 of 3", 4), ("Step 2 of 3", 2), ("Step 3 of 3", 3)] {
        survey.until_text("progress", |text| text == progress);
        survey.click_on(&point(score));
    }
    survey.until("thanks");
    let data = stage.until_state("completed")["data"].take();
    let scores = [&data["score"], &data["more"][0]["score"], &data["more"][1]["score"]];
    assert_eq!(scores, [&json!(4), &json!(2), &json!(3)]);
}

fn after_going_back_a_tap_changes_the_answer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TAP));
    survey.click_on(&point(2));
    survey.until("comment");
    survey.click("back");
    survey.until("scale");
    assert_eq!(survey.chosen(), Some(2), "the score was lost on the way back");
    // The same once more, since it is chosen already.
    survey.click_on(&point(2));
    survey.until("comment");
    survey.click("back");
    survey.until("scale");
    survey.click_on(&point(9));
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    let data = stage.until_state("completed")["data"].take();
    assert_eq!((&data["score"], &data["class"]), (&json!(9), &json!("promoter")));
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
}
