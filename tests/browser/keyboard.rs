//! Everything a pointer can do, the keyboard can do alone.

use crate::harness::{Key, Stage, survey};
use serde_json::{Value, json};

crate::tests![
    an_nps_of_0_by_keyboard_alone,
    an_nps_of_10_by_keyboard_alone,
    a_ces_of_1_by_keyboard_alone,
    a_ces_of_7_by_keyboard_alone,
    a_csat_of_1_by_keyboard_alone,
    a_csat_of_5_by_keyboard_alone,
    going_back_by_keyboard,
    enter_on_a_point_sends,
    shortcuts_of_the_host_stay_quiet_while_a_comment_is_typed,
];

/// From the top of the page to the thank-you without a pointer: `steps` times the right arrow from the lowest score.
#[track_caller]
fn check(stage: &Stage<'_>, attributes: &str, steps: usize, differs: Value) {
    let browser = stage.browser;
    let survey = stage.open(&survey(attributes));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    assert_eq!(survey.chosen(), None, "something was chosen before the visitor chose");
    browser.press(Key::Space);
    for _ in 0..steps {
        browser.press(Key::Right);
    }
    survey.tab_to("[part~=send]");
    browser.press(Key::Space);
    survey.until("comment");
    survey.tab_to("[part~=comment]");
    browser.type_text("Typed");
    survey.tab_to("[part~=send]");
    browser.press(Key::Enter);
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), differs);
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
}

fn an_nps_of_0_by_keyboard_alone(stage: &Stage<'_>) {
    let differs = json!({"score": 0, "class": "detractor", "normalised": 0.0, "comment": "Typed"});
    check(stage, r#"metric="nps" touchpoint="order-confirmation""#, 0, differs);
}

fn an_nps_of_10_by_keyboard_alone(stage: &Stage<'_>) {
    let differs = json!({"score": 10, "class": "promoter", "normalised": 100.0, "comment": "Typed"});
    check(stage, r#"metric="nps" touchpoint="order-confirmation""#, 10, differs);
}

/// What every CES of these tests has otherwise than the usual event.
fn ces(score: u8, class: &str, normalised: f64, alert: Value) -> Value {
    json!({
        "survey": "ces-checkout", "metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience", "score": score,
        "class": class, "normalised": normalised, "alert": alert, "touchpoint": "checkout", "comment": "Typed",
    })
}

/// The same for CSAT.
fn csat(score: u8, class: &str, normalised: f64, alert: Value) -> Value {
    json!({
        "survey": "csat-delivery", "metric": "csat", "scale": {"min": 1, "max": 5}, "layer": "basics", "score": score,
        "class": class, "normalised": normalised, "alert": alert, "touchpoint": "delivery", "comment": "Typed",
    })
}

fn a_ces_of_1_by_keyboard_alone(stage: &Stage<'_>) {
    check(stage, r#"metric="ces" touchpoint="checkout""#, 0, ces(1, "hard", 0.0, json!("silent-churn")));
}

fn a_ces_of_7_by_keyboard_alone(stage: &Stage<'_>) {
    check(stage, r#"metric="ces" touchpoint="checkout""#, 6, ces(7, "easy", 100.0, Value::Null));
}

fn a_csat_of_1_by_keyboard_alone(stage: &Stage<'_>) {
    check(stage, r#"metric="csat" touchpoint="delivery""#, 0, csat(1, "dissatisfied", 0.0, json!("complaint")));
}

fn a_csat_of_5_by_keyboard_alone(stage: &Stage<'_>) {
    check(stage, r#"metric="csat" touchpoint="delivery""#, 4, csat(5, "satisfied", 100.0, Value::Null));
}

fn going_back_by_keyboard(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps""#));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::Space);
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("comment");
    stage.until("the focus to stay inside", || stage.focus().starts_with("meetpunt-survey >").then_some(()));
    survey.tab_to("[part~=back]");
    stage.browser.press(Key::Enter);
    survey.until("scale");
    assert_eq!(survey.chosen(), Some(0));
    stage.until("the focus to stay inside", || stage.focus().starts_with("meetpunt-survey >").then_some(()));
}

fn enter_on_a_point_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps""#));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::Space);
    stage.browser.press(Key::Right);
    stage.browser.press(Key::Enter);
    survey.until("comment");
    assert_eq!(stage.until_event("answered")["detail"]["score"], 1);
}

fn shortcuts_of_the_host_stay_quiet_while_a_comment_is_typed(stage: &Stage<'_>) {
    let page = survey(r#"metric="nps""#).script(
        "window.shortcuts = []; for (const kind of ['keydown', 'keypress', 'keyup'])
            document.addEventListener(kind, (event) => {
                // What many shops do: the event was retargeted, so its target is the survey and not the field.
                if (!event.target.matches('input, textarea')) shortcuts.push(event.key);
            });",
    );
    let survey = stage.open(&page);
    survey.choose(5);
    survey.send();
    survey.write("s/n?");
    assert_eq!(survey.look("textarea", "return found.value"), "s/n?");
    assert_eq!(stage.run("return shortcuts"), json!([]));
}
