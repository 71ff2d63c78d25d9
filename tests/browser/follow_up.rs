//! The step after the score: reasons, contact, the words of a class.

use crate::harness::widget::Survey;
use crate::harness::{Key, Stage, survey};
use serde_json::{Value, json};

crate::tests![
    reasons_travel_in_the_order_of_the_shop,
    reasons_by_keyboard_alone,
    reasons_go_by_the_class_of_the_score,
    a_contact_is_asked_for_after_a_negative_answer_only,
    a_contact_does_not_travel_with_a_better_score,
    enter_in_the_contact_field_sends,
    every_class_has_its_question_and_its_thanks,
    the_catalogue_has_a_question_and_thanks_for_every_class,
    a_contact_alone_is_a_follow_up,
    the_counter_speaks_near_the_limit,
];

/// To the step after this score.
#[track_caller]
fn follow_up<'s>(survey: &Survey<'s>, score: u8) {
    survey.choose(score);
    survey.send();
    survey.until("back");
}

/// The label of a reason, which a pointer presses.
fn reason(key: &str) -> String {
    format!("[part~=reason] input[value={key}]")
}

#[track_caller]
fn finish(stage: &Stage<'_>, survey: &Survey<'_>) -> Value {
    survey.send();
    survey.until("thanks");
    stage.until_state("completed")["data"].take()
}

const REASONS: &str = r#"metric="csat" reasons="late:It came late, broken:It was broken, rude:Nobody helped""#;

fn reasons_travel_in_the_order_of_the_shop(stage: &Stage<'_>) {
    let survey = stage.open(&survey(REASONS));
    follow_up(&survey, 1);
    let group = survey.role_and_name("[part~=reasons]");
    assert_eq!(group, ("group".to_owned(), "What is it about? Choose all that apply.".to_owned()));
    let chips = survey.roles_and_names("[part~=reason] input");
    let expected =
        ["It came late", "It was broken", "Nobody helped"].map(|name| ("checkbox".to_owned(), name.to_owned()));
    assert_eq!(chips, expected);
    for key in ["rude", "broken", "late", "broken"] {
        survey.click_on(&reason(key));
    }
    assert_eq!(finish(stage, &survey)["reasons"], json!(["late", "rude"]));
}

fn reasons_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = stage.open(&survey(REASONS));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    stage.browser.type_text("2");
    stage.browser.press(Key::Enter);
    survey.until("reasons");
    for key in ["broken", "rude"] {
        survey.tab_to(&reason(key));
        stage.browser.press(Key::Space);
    }
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    assert_eq!(stage.until_state("completed")["data"]["reasons"], json!(["broken", "rude"]));
}

fn reasons_go_by_the_class_of_the_score(stage: &Stage<'_>) {
    let attributes =
        r#"metric="csat" reasons.negative="late:It came late,slow:It was slow" reasons.positive="fast:It was fast""#;
    let survey = stage.open(&survey(attributes));
    let labels =
        || survey.look("", "return [...root.querySelectorAll('[part~=reason]')].map((chip) => chip.innerText.trim())");
    follow_up(&survey, 1);
    assert_eq!(labels(), json!(["It came late", "It was slow"]));
    survey.click_on(&reason("late"));
    survey.click("back");
    survey.until("scale");
    follow_up(&survey, 3);
    assert_eq!(labels(), json!([]), "neutral answers have no reasons here");
    survey.click("back");
    survey.until("scale");
    follow_up(&survey, 5);
    assert_eq!(labels(), json!(["It was fast"]));
    survey.click_on(&reason("fast"));
    // What was ticked after another score does not travel.
    assert_eq!(finish(stage, &survey)["reasons"], json!(["fast"]));
}

fn a_contact_is_asked_for_after_a_negative_answer_only(stage: &Stage<'_>) {
    for (place, score) in [3, 5].into_iter().enumerate() {
        let path = format!("/{place}");
        let survey = stage.open(&survey(&format!(r#"metric="csat" survey="{place}" contact"#)).at(&path));
        follow_up(&survey, score);
        assert!(!survey.has("contact"), "asked for a contact after {score}");
    }
    let survey = stage.open(&survey(r#"metric="csat" contact"#).at("/negative"));
    follow_up(&survey, 2);
    let name = "May we contact you about this? Then leave your email address or phone number.";
    assert_eq!(survey.role_and_name("[part~=contact]"), ("textbox".to_owned(), name.to_owned()));
    survey.click("contact");
    stage.browser.type_text("ann@shop.example");
    let data = finish(stage, &survey);
    assert_eq!((&data["contact"], &data["comment"]), (&json!("ann@shop.example"), &Value::Null));
}

fn a_contact_does_not_travel_with_a_better_score(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="csat" contact"#));
    follow_up(&survey, 1);
    survey.click("contact");
    stage.browser.type_text("ann@shop.example");
    survey.click("back");
    survey.until("scale");
    follow_up(&survey, 4);
    assert!(!survey.has("contact"));
    assert_eq!(finish(stage, &survey)["contact"], Value::Null);
    let everything: Vec<_> = stage.collector.posts().into_iter().flat_map(|post| post.body.to_vec()).collect();
    assert!(!String::from_utf8_lossy(&everything).contains("ann@"), "a contact that was taken back left the browser");
}

fn enter_in_the_contact_field_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="ces" contact"#));
    follow_up(&survey, 1);
    survey.click("contact");
    stage.browser.type_text("06 12345678");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    assert_eq!(stage.until_state("completed")["data"]["contact"], "06 12345678");
}

/// Score, question and thanks of each class.
#[track_caller]
fn check(stage: &Stage<'_>, attributes: &str, expected: [(u8, &str, &str); 3]) {
    for (score, question, thanks) in expected {
        let page = survey(&format!(r#"survey="at-{score}" {attributes}"#)).at(&format!("/{score}"));
        let survey = stage.open(&page);
        follow_up(&survey, score);
        assert_eq!(survey.until("question"), question, "the question after {score}");
        survey.send();
        assert_eq!(survey.until("thanks"), thanks, "the thanks after {score}");
    }
}

fn every_class_has_its_question_and_its_thanks(stage: &Stage<'_>) {
    let attributes = r#"metric="csat" follow-up-negative="What went wrong, {brand} asks?" follow-up-neutral="What now?"
        follow-up-positive="What else?" brand="Example Shop" thanks-negative="Sorry." thanks="Thanks."
        thanks-positive="Lovely, says {brand}.""#;
    check(
        stage,
        attributes,
        [
            (1, "What went wrong, Example Shop asks?", "Sorry."),
            (3, "What now?", "Thanks."),
            (5, "What else?", "Lovely, says Example Shop."),
        ],
    );
}

fn the_catalogue_has_a_question_and_thanks_for_every_class(stage: &Stage<'_>) {
    check(
        stage,
        r#"metric="nps""#,
        [
            (
                6,
                "What went wrong, and what should we do first to improve?",
                "Thank you for telling us. This helps us do better.",
            ),
            (7, "What would make it a 9 or 10?", "Thank you. Your answer helps us improve."),
            (9, "What do you value most?", "Thank you for your answer. We are glad it went well."),
        ],
    );
}

fn a_contact_alone_is_a_follow_up(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="csat" follow-up="none" contact"#));
    follow_up(&survey, 2);
    assert!(!survey.has("comment"));
    let name = survey.until("question");
    assert_eq!(survey.role_and_name("[part~=contact]"), ("textbox".to_owned(), name));
    survey.click("contact");
    stage.browser.type_text("ann@shop.example");
    let data = finish(stage, &survey);
    assert_eq!((&data["contact"], &data["score"]), (&json!("ann@shop.example"), &json!(2)));
}

fn the_counter_speaks_near_the_limit(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps""#));
    follow_up(&survey, 4);
    let counter = || survey.look(".counter", "return [found.getAttribute('role'), found.textContent]");
    assert_eq!(counter(), json!(["status", ""]), "it is there before it speaks");
    let fill = |length: usize| {
        survey.look(
            "textarea",
            &format!("found.value = 'x'.repeat({length}); found.dispatchEvent(new Event('input', {{bubbles: true}}))"),
        );
    };
    for (length, text) in [
        (1_799, ""),
        (1_800, "Characters left: 200"),
        (1_801, "Characters left: 180"),
        (1_989, "Characters left: 10"),
        (1_999, "Characters left: 0"),
    ] {
        fill(length);
        stage.until(&format!("the counter at {length}"), || (counter() == json!(["status", text])).then_some(()));
    }
    // One more fits, and no other.
    survey.click("comment");
    survey.look("textarea", "found.setSelectionRange(1999, 1999)");
    stage.browser.type_text("yz");
    assert_eq!(survey.look("textarea", "return [found.value.length, found.value.slice(-2)]"), json!([2000, "xy"]));
    assert_eq!(finish(stage, &survey)["comment"].as_str().map(str::len), Some(2_000));
}
