//! A dialog before which the page waits.

use crate::harness::{Key, Stage, survey};
use serde_json::json;

crate::tests![
    a_modal_is_answered_by_pointer,
    a_modal_is_answered_by_keyboard_alone,
    the_page_behind_a_modal_waits,
    tab_stays_in_a_modal,
    escape_closes_a_modal_wherever_the_focus_is,
    closing_a_modal_gives_the_focus_back,
];

const MODAL: &str = r#"metric="nps" touchpoint="order-confirmation" display="modal" trigger="load""#;

fn a_modal_is_answered_by_pointer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(MODAL));
    let question = survey.until("question");
    assert_eq!(survey.role_and_name("dialog"), ("dialog".to_owned(), question));
    assert_eq!(survey.look("dialog", "return found.matches(':modal')"), true);
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "modal", "trigger": "load"}));
    survey.click("close");
    survey.until_gone_from_sight();
    assert!(stage.events("dismissed").is_empty(), "closing the thank-you is not a refusal");
}

fn a_modal_is_answered_by_keyboard_alone(stage: &Stage<'_>) {
    let survey = stage.open(&survey(MODAL));
    survey.until("question");
    stage.until("the focus in the dialog", || survey.has_focus("dialog").then_some(()));
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::Space);
    stage.browser.press(Key::Right);
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("comment");
    survey.tab_to("[part~=comment]");
    stage.browser.type_text("Typed");
    survey.tab_to("[part~=send]");
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    let differs = json!({
        "score": 1, "class": "detractor", "normalised": 10.0, "comment": "Typed", "display": "modal", "trigger": "load",
    });
    stage.check_event(&stage.until_state("completed"), differs);
    survey.tab_to("[part~=close]");
    stage.browser.press(Key::Enter);
    survey.until_gone_from_sight();
}

fn the_page_behind_a_modal_waits(stage: &Stage<'_>) {
    let page = survey(MODAL).script("addEventListener('click', (event) => window.clicked = event.target.id, true)");
    let survey = stage.open(&page);
    survey.until("question");
    stage.click_host("#before");
    assert_ne!(stage.run("return window.clicked"), "before", "the page could be used behind the dialog");
    assert!(survey.is_visible(), "a click beside the dialog closed it");
    stage.run("document.querySelector('#search').focus()");
    assert_ne!(stage.focus(), "#search", "the page took the focus behind the dialog");
}

fn tab_stays_in_a_modal(stage: &Stage<'_>) {
    let survey = stage.open(&survey(MODAL));
    survey.until("question");
    stage.until("the focus in the dialog", || survey.has_focus("dialog").then_some(()));
    for _ in 0..12 {
        stage.browser.press(Key::Tab);
        let focus = stage.focus();
        assert!(!focus.contains('#'), "Tab led to {focus}");
    }
}

fn escape_closes_a_modal_wherever_the_focus_is(stage: &Stage<'_>) {
    let survey = stage.open(&survey(MODAL));
    survey.until("question");
    stage.until("the focus in the dialog", || survey.has_focus("dialog").then_some(()));
    stage.run("document.activeElement.blur(); document.activeElement.shadowRoot?.activeElement?.blur()");
    assert!(!survey.has_focus("dialog"), "the focus is still on {}", stage.focus());
    stage.browser.press(Key::Escape);
    survey.until_gone_from_sight();
    assert_eq!(stage.until_event("dismissed")["detail"]["step"], "score");
    assert_eq!(stage.events("dismissed").len(), 1);
    stage.click_host("#search");
    assert_eq!(stage.focus(), "#search", "the page still waits");
}

fn closing_a_modal_gives_the_focus_back(stage: &Stage<'_>) {
    for trigger in ["delay:1500ms", "manual"] {
        let survey_id = trigger.trim_end_matches(":1500ms");
        let attributes = MODAL.replace("\"load\"", &format!("\"{trigger}\" survey=\"{survey_id}\""));
        let page = survey(&attributes)
            .at(&format!("/{survey_id}"))
            .script("addEventListener('DOMContentLoaded', () => document.querySelector('#search').focus())");
        let survey = stage.open(&page);
        if trigger == "manual" {
            stage.until_page("the loader", "customElements.get('meetpunt-survey')");
            stage.run("document.querySelector('meetpunt-survey').show()");
        }
        survey.until("question");
        stage.until("the focus in the dialog", || survey.has_focus("dialog").then_some(()));
        stage.browser.press(Key::Escape);
        survey.until_gone_from_sight();
        stage.until(&format!("the focus in the search field after {trigger}"), || {
            (stage.focus() == "#search").then_some(())
        });
    }
}
