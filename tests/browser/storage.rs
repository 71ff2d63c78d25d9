//! What a survey leaves in the browser, and where it may leave nothing.

use crate::harness::storage::nothing_stored;
use crate::harness::{Fault, Stage, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    what_is_stored_holds_no_answer_and_no_identity,
    forget_deletes_everything,
    a_survey_in_memory_stores_nothing_and_keeps_a_lost_answer,
    a_survey_in_the_tab_stores_nothing_beyond_it,
    a_late_idle_moment_opens_no_database,
    a_frame_without_storage_still_delivers,
    a_sandboxed_page_still_delivers,
    a_page_whose_storage_throws_still_delivers,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

fn what_is_stored_holds_no_answer_and_no_identity(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    survey.send();
    survey.write("A secret");
    survey.send();
    survey.until("thanks");
    stage.until_event("delivered");
    stage.until("the delivered answer to be deleted", || (stage.waiting() == 0).then_some(()));
    let all = stage.stored();
    assert_eq!(all["local"], json!(["meetpunt.v1"]));
    assert!(all["session"] == json!([]) || all["session"] == json!(["meetpunt.v1"]), "{all}");
    assert!(all["databases"] == json!(["meetpunt"]), "{all}");
    let record = stage.run("return localStorage.getItem('meetpunt.v1') + sessionStorage.getItem('meetpunt.v1')");
    let record = record.as_str().unwrap_or_default();
    let submission = stage.until_state("completed")["data"]["submission"].as_str().unwrap_or_default().to_owned();
    assert!(!record.contains("secret") && !record.contains(&submission) && !record.contains("promoter"), "{record}");
    assert!(record.contains("nps-order-confirmation"), "{record}");
}

fn forget_deletes_everything(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.answer(9);
    stage.until_event("delivered");
    stage.run("meetpunt('forget')");
    stage.until("the storage to be empty", || {
        (stage.waiting() == 0 && stage.stored()["local"] == json!([])).then_some(())
    });
    // Nobody remembers that this visitor was asked.
    stage.reload().until("question");
}

fn a_survey_in_memory_stores_nothing_and_keeps_a_lost_answer(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Reset);
    let page = survey(&format!(r#"{NPS} storage="none" follow-up="none""#));
    let survey = stage.open(&page);
    survey.choose(9);
    survey.send();
    let send = survey.until_text("send", |text| text != "Send");
    assert!(!survey.has("thanks"), "the visitor was thanked for an answer that is nowhere");
    assert!(!survey.until("status").is_empty(), "nothing says that it was not sent; the button says {send}");
    stage.collector.recover();
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"sequence": 1}));
    assert_eq!(stage.stored(), nothing_stored());
}

fn a_survey_in_the_tab_stores_nothing_beyond_it(stage: &Stage<'_>) {
    stage.open(&survey(&format!(r#"{NPS} storage="session""#))).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.until_event("delivered");
    let stored = stage.stored();
    assert_eq!(json!([stored["local"], stored["databases"]]), json!([[], []]), "{stored}");
    // In this tab it is remembered.
    stage.reload();
    assert_eq!(stage.until_event("skipped")["detail"]["reason"], "answered");
}

fn a_late_idle_moment_opens_no_database(stage: &Stage<'_>) {
    for (number, attributes) in [r#"storage="none""#, r#"preview="/collect""#].into_iter().enumerate() {
        // The browser finds time for what can wait only when a survey stands there already.
        let page = survey(&format!("{NPS} {attributes}")).at(&format!("/{number}")).script(
            "window.requestIdleCallback = (call) => document.addEventListener('meetpunt:completed', () => { call(); window.idle = true; });",
        );
        stage.open(&page).answer(9);
        stage.until_page("the idle moment", "window.idle");
        stage.throughout(Duration::from_millis(600), "nothing is stored", || stage.stored() == nothing_stored());
    }
}

fn a_frame_without_storage_still_delivers(stage: &Stage<'_>) {
    let framed = survey(NPS).at("/framed").loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere()));
    stage.site.add(&framed);
    let frame = r#"<iframe src="/framed" sandbox="allow-scripts" width="700" height="600"></iframe>"#;
    stage.open(&page(frame).without_loader());
    stage.browser.enter_frame(0);
    let survey = stage.survey("meetpunt-survey");
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"page": "/framed"}));
    stage.host_heard_nothing();
    stage.browser.leave_frame();
}

fn a_sandboxed_page_still_delivers(stage: &Stage<'_>) {
    let page = survey(NPS)
        .policy("sandbox allow-scripts")
        .loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere()));
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn a_page_whose_storage_throws_still_delivers(stage: &Stage<'_>) {
    let page = survey(NPS).script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, {get() { throw new DOMException('The operation is insecure.', 'SecurityError'); }});",
    );
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}
