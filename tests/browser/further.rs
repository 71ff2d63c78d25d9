//! More than one metric in one flow.

use crate::harness::stage::strings;
use crate::harness::widget::Survey;
use crate::harness::{Key, Stage, survey};
use serde_json::json;

crate::tests![
    the_loyalty_triple_arrives_in_one_event,
    the_loyalty_triple_by_keyboard_alone,
    going_back_through_the_triple_loses_nothing,
    each_given_score_is_told_with_its_metric,
    without_a_follow_up_the_last_score_ends_it,
    progress_is_shown_from_two_steps_on,
];

const TRIPLE: &str = r#"metric="csat" scale="1-10" then="ces,delight" touchpoint="delivery""#;

/// What the triple below has otherwise than the usual event.
fn expected() -> serde_json::Value {
    json!({
        "survey": "csat-delivery", "metric": "csat", "scale": {"min": 1, "max": 10}, "layer": "basics",
        "touchpoint": "delivery", "score": 8, "class": "satisfied", "normalised": 77.8,
        "more": [
            {"metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience", "score": 6, "class": "easy",
             "normalised": 83.3, "na": false},
            {"metric": "delight", "scale": {"min": 1, "max": 5}, "layer": "special", "score": 5, "class": "exceeded",
             "normalised": 100.0, "na": false},
        ],
    })
}

/// Chooses and sends on the step whose progress reads so.
#[track_caller]
fn give(survey: &Survey<'_>, progress: &str, score: u8) {
    survey.until_text("progress", |text| text == progress);
    survey.choose(score);
    survey.send();
}

#[track_caller]
fn answer_the_triple(survey: &Survey<'_>) {
    give(survey, "Step 1 of 4", 8);
    give(survey, "Step 2 of 4", 6);
    give(survey, "Step 3 of 4", 5);
    survey.until_text("progress", |text| text == "Step 4 of 4");
}

fn the_loyalty_triple_arrives_in_one_event(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TRIPLE));
    answer_the_triple(&survey);
    survey.write("All of it");
    survey.send();
    survey.until("thanks");
    let event = stage.until_state("completed");
    let mut differs = expected();
    differs["comment"] = json!("All of it");
    differs["sequence"] = json!(4);
    stage.check_event(&event, differs);
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
    stage.until_event("delivered");
    assert_eq!(stage.collector.posts().len(), 1, "what was not yet sent is replaced");
}

fn the_loyalty_triple_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TRIPLE));
    survey.until("question");
    for (place, digit) in [(1, '8'), (2, '6'), (3, '5')] {
        survey.until_text("progress", |text| text == format!("Step {place} of 4"));
        survey.tab_to("[part~=scale]");
        stage.browser.type_text(&digit.to_string());
        stage.until("the digit to choose", || {
            (survey.chosen() == digit.to_digit(10).map(|score| score as u8)).then_some(())
        });
        stage.browser.press(Key::Enter);
    }
    survey.until("comment");
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    let mut differs = expected();
    differs["sequence"] = json!(4);
    stage.check_event(&stage.until_state("completed"), differs);
}

fn going_back_through_the_triple_loses_nothing(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TRIPLE));
    answer_the_triple(&survey);
    survey.write("Half a thought");
    for (progress, score) in [("Step 3 of 4", 5), ("Step 2 of 4", 6), ("Step 1 of 4", 8)] {
        survey.click("back");
        survey.until_text("progress", |text| text == progress);
        assert_eq!(survey.chosen(), Some(score), "{progress}");
    }
    assert!(!survey.has("back"), "nothing is before the first step");
    for progress in ["Step 2 of 4", "Step 3 of 4", "Step 4 of 4"] {
        survey.send();
        survey.until_text("progress", |text| text == progress);
    }
    assert_eq!(survey.look("textarea", "return found.value"), "Half a thought");
    survey.send();
    survey.until("thanks");
    let mut differs = expected();
    differs["comment"] = json!("Half a thought");
    differs["sequence"] = json!(4);
    stage.check_event(&stage.until_state("completed"), differs);
    assert_eq!(stage.events("answered").len(), 3, "what was given before is not given again");
}

fn each_given_score_is_told_with_its_metric(stage: &Stage<'_>) {
    let survey = stage.open(&survey(TRIPLE));
    let questions = |survey: &Survey<'_>| survey.until("question");
    let mut asked = vec![questions(&survey)];
    give(&survey, "Step 1 of 4", 3);
    survey.until_text("progress", |text| text == "Step 2 of 4");
    asked.push(questions(&survey));
    give(&survey, "Step 2 of 4", 1);
    survey.until_text("progress", |text| text == "Step 3 of 4");
    asked.push(questions(&survey));
    give(&survey, "Step 3 of 4", 3);
    survey.until("comment");
    let expected = [
        "What mark from 1 to 10 do you give us?",
        "It was easy for me to handle my request.",
        "Compared with what you expected, how was your experience?",
    ];
    assert_eq!(asked, expected);
    let told: Vec<_> = stage
        .events("answered")
        .iter()
        .map(|event| ["survey", "metric", "score", "class", "normalised", "na"].map(|key| event["detail"][key].clone()))
        .collect();
    let expected = json!([
        ["csat-delivery", "csat", 3, "dissatisfied", 22.2, false],
        ["csat-delivery", "ces", 1, "hard", 0, false],
        ["csat-delivery", "delight", 3, "met", 50, false],
    ]);
    assert_eq!(json!(told), expected);
    // The first metric decides: what is asked, and whether it is urgent.
    assert_eq!(survey.until("question"), "What did you miss or not get as expected?");
    let alerts: Vec<_> = stage.events("alert").iter().map(|event| event["detail"]["alert"].clone()).collect();
    assert_eq!(alerts, [json!("complaint")]);
}

fn without_a_follow_up_the_last_score_ends_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{TRIPLE} follow-up="none""#)));
    give(&survey, "Step 1 of 3", 8);
    give(&survey, "Step 2 of 3", 6);
    give(&survey, "Step 3 of 3", 5);
    survey.until("thanks");
    let mut differs = expected();
    differs["sequence"] = json!(3);
    stage.check_event(&stage.until_state("completed"), differs);
}

fn progress_is_shown_from_two_steps_on(stage: &Stage<'_>) {
    let open = |path: &str, attributes: &str| {
        let found = stage.open(&survey(attributes).at(path));
        found.until("question");
        found.look("", "return [...root.querySelectorAll('[part~=progress]')].map((found) => found.textContent)")
    };
    assert!(strings(&open("/one", r#"metric="nps" follow-up="none""#)).is_empty(), "one step needs no progress");
    assert_eq!(open("/two", r#"metric="ces""#), json!(["Step 1 of 2"]));
    assert_eq!(open("/three", r#"metric="csat" then="nps""#), json!(["Step 1 of 3"]));
}
