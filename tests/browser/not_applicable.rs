//! The way out for whom the question does not concern, and what Send says to whom chose nothing.

use crate::harness::{Key, Stage, survey};
use serde_json::{Value, json};

crate::tests![
    not_applicable_is_an_answer_of_its_own,
    not_applicable_by_keyboard_alone,
    not_applicable_is_taken_back_by_a_second_press_or_a_score,
    not_applicable_goes_on_to_the_next_question,
    not_applicable_sends_where_a_tap_does,
    numbers_ask_for_a_number_first,
    other_looks_ask_for_an_answer_first,
];

/// What an answer has that is none.
fn expected(sequence: u32) -> Value {
    json!({
        "score": null, "class": null, "normalised": null, "na": true, "alert": null, "sequence": sequence,
    })
}

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation" allow-na"#;

fn not_applicable_is_an_answer_of_its_own(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    let pressed = || survey.look("[part~=not-applicable]", "return found.getAttribute('aria-pressed')");
    assert_eq!(pressed(), "false");
    survey.click("not-applicable");
    stage.until("it to be pressed", || (pressed() == "true").then_some(()));
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), expected(1));
    let detail = stage.until_event("answered")["detail"].take();
    assert_eq!([&detail["score"], &detail["class"], &detail["na"]], [&Value::Null, &Value::Null, &json!(true)]);
}

fn not_applicable_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    survey.tab_to("[part~=not-applicable]");
    stage.browser.press(Key::Space);
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), expected(1));
}

fn not_applicable_is_taken_back_by_a_second_press_or_a_score(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    let until = |expected: &str| {
        stage.until(&format!("aria-pressed={expected}"), || {
            let pressed = survey.look("[part~=not-applicable]", "return found.getAttribute('aria-pressed')");
            (pressed == expected).then_some(())
        });
    };
    survey.choose(7);
    survey.click("not-applicable");
    until("true");
    assert_eq!(survey.chosen(), None, "two answers to one question");
    survey.click("not-applicable");
    until("false");
    survey.send();
    survey.until("error");
    survey.click("not-applicable");
    until("true");
    assert!(!survey.has("error"));
    survey.choose(7);
    until("false");
    survey.send();
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"score": 7, "class": "passive", "normalised": 70.0}));
}

fn not_applicable_goes_on_to_the_next_question(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} then="csat" follow-up="none""#)));
    survey.click("not-applicable");
    survey.send();
    survey.until_text("progress", |text| text == "Step 2 of 2");
    survey.choose(1);
    survey.send();
    survey.until("thanks");
    let mut differs = expected(2);
    differs["more"] = json!([{
        "metric": "csat", "scale": {"min": 1, "max": 5}, "layer": "basics", "score": 1, "class": "dissatisfied",
        "normalised": 0.0, "na": false,
    }]);
    stage.check_event(&stage.until_state("completed"), differs);
}

fn not_applicable_sends_where_a_tap_does(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} send="tap""#)));
    survey.click("not-applicable");
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), expected(1));
}

/// Send without a choice: the words, the focus, and what assistive technology is told.
#[track_caller]
fn check(stage: &Stage<'_>, attributes: &str, path: &str, words: &str) {
    let survey = stage.open(&survey(attributes).at(path));
    survey.until("question");
    survey.send();
    assert_eq!(survey.until("error"), words, "{attributes}");
    stage.until("the focus on the scale", || survey.has_focus("[part~=scale]").then_some(()));
    let told = survey.look(
        "[part~=scale]",
        "const described = found.getAttribute('aria-describedby').split(' ').map((id) => root.getElementById(id)?.textContent);
        return [found.getAttribute('aria-invalid'), described.at(-1), root.querySelectorAll(':checked').length]",
    );
    assert_eq!(told, json!(["true", words, 0]), "{attributes}");
    assert!(stage.collector.posts().is_empty());
}

fn numbers_ask_for_a_number_first(stage: &Stage<'_>) {
    check(stage, r#"metric="nps""#, "/nps", "Choose a number first");
    check(stage, r#"metric="csat" scale="1-10""#, "/csat", "Choose a number first");
}

fn other_looks_ask_for_an_answer_first(stage: &Stage<'_>) {
    for (look, attributes) in [
        ("stars", r#"metric="csat" look="stars""#),
        ("faces", r#"metric="csat" look="faces""#),
        ("labels", r#"metric="goal""#),
        ("thumbs", r#"metric="csat" scale="0-1""#),
    ] {
        check(stage, &format!(r#"survey="{look}" {attributes}"#), &format!("/{look}"), "Choose an answer first");
    }
}
