//! Without permission nothing is shown, stored or sent; a preview stores and sends nothing at all.

use crate::harness::storage::nothing_stored;
use crate::harness::{Fault, Stage, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    without_consent_nothing_is_shown_stored_or_sent,
    the_stricter_of_tag_and_attribute_rules,
    consent_taken_back_deletes_everything,
    consent_given_before_the_loader_counts,
    a_preview_stores_and_sends_nothing_and_is_marked,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

fn without_consent_nothing_is_shown_stored_or_sent(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} consent="required""#)));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(Duration::from_millis(1200), "nothing happens before consent", || {
        !survey.has("question") && stage.site.fetched() == ["meetpunt.js"] && stage.collector.requests().is_empty()
    });
    assert_eq!(stage.stored(), nothing_stored());
    stage.run("meetpunt('consent', true)");
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn the_stricter_of_tag_and_attribute_rules(stage: &Stage<'_>) {
    let page = survey(&format!(r#"{NPS} consent="not-required""#))
        .loader(r#"data-endpoint="/collect" data-consent="required""#);
    let survey = stage.open(&page);
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(Duration::from_millis(800), "nothing shows before consent", || !survey.has("question"));
    assert_eq!(stage.stored(), nothing_stored());
    stage.run("meetpunt('consent', true)");
    survey.until("question");
}

fn consent_taken_back_deletes_everything(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Status(503));
    let survey = stage.open(&survey(&format!(r#"{NPS} consent="required""#)));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run("meetpunt('consent', true)");
    survey.answer(9);
    stage.until("the first attempt", || (!stage.collector.posts().is_empty()).then_some(()));
    assert_ne!(stage.stored(), nothing_stored());
    stage.run("meetpunt('consent', false)");
    stage.until("the storage to be empty", || {
        (stage.waiting() == 0 && stage.stored()["local"] == json!([])).then_some(())
    });
    assert_eq!(stage.stored()["session"], json!([]));
    stage.collector.recover();
    stage.reload();
    stage.throughout(Duration::from_secs(1), "the answer is gone", || stage.collector.delivered().is_empty());
}

fn consent_given_before_the_loader_counts(stage: &Stage<'_>) {
    let page = survey(&format!(r#"{NPS} consent="required""#)).script(
        "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('consent', true);",
    );
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn a_preview_stores_and_sends_nothing_and_is_marked(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!("{NPS} preview")));
    survey.answer(9);
    let submitted = stage.events("submit");
    let event = &submitted.last().expect("a submit event")["detail"]["event"];
    stage.check_event(event, json!({"test": true}));
    assert_eq!(stage.until_event("completed")["detail"]["preview"], true);
    assert_eq!(stage.stored(), nothing_stored());
    assert!(stage.collector.requests().is_empty());
    // It asks again as often as one likes.
    stage.reload().answer(3);
    assert_eq!(stage.stored(), nothing_stored());
    assert!(stage.collector.requests().is_empty());
}
