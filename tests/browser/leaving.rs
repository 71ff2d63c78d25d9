//! A visitor who leaves is not an answer that is lost.

use crate::harness::page::Page;
use crate::harness::{Stage, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    an_answer_that_waits_leaves_from_the_next_page,
    a_closed_tab_still_delivers_the_answer,
    a_page_left_at_the_click_still_delivers_the_answer,
    a_hidden_tab_sends_a_given_score_and_may_complete_it,
    a_given_score_leaves_by_itself_in_half_a_minute,
    a_survey_taken_off_the_page_delivers_its_given_score,
    an_answered_survey_does_not_come_back,
    many_tabs_send_a_waiting_answer_once,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// A page whose answers go to the collector's own origin, which can go down.
fn shop(stage: &Stage<'_>) -> Page {
    survey(NPS).loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere()))
}

fn an_answer_that_waits_leaves_from_the_next_page(stage: &Stage<'_>) {
    let (first, next) = (
        shop(stage),
        page("<p>Welcome back.</p>").at("/").loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere())),
    );
    stage.collector.go_down();
    stage.open(&first).answer(9);
    stage.host_heard_nothing();
    stage.browser.open("about:blank");
    stage.collector.come_up();
    stage.open(&next);
    // The page that was left tries with its last breath. What it had under way is its own for a lease of 12 seconds.
    let event = stage.within(Duration::from_secs(15), "the answer at the collector", || {
        stage.collector.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    stage.check_event(&event, json!({}));
    // If it was the next page that sent it, that page says so.
    let delivered = stage.look_for(Duration::from_secs(3), || stage.events("delivered").into_iter().next());
    if let Some(delivered) = delivered {
        assert_eq!(delivered["target"], "document", "no element is meant");
        assert_eq!(delivered["detail"]["id"], event["id"]);
        assert_eq!(delivered["detail"]["survey"], "nps-order-confirmation");
    }
    stage.reload();
    stage.throughout(Duration::from_secs(1), "it is sent once", || stage.collector.posts().len() == 1);
}

fn a_closed_tab_still_delivers_the_answer(stage: &Stage<'_>) {
    stage.browser.open_tab();
    let survey = stage.open(&shop(stage));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    stage.host_heard_nothing();
    stage.browser.close_tab();
    let event = stage.until_delivered(1).remove(0);
    stage.check_event(&event, json!({"state": "answered", "sequence": 1}));
}

fn a_page_left_at_the_click_still_delivers_the_answer(stage: &Stage<'_>) {
    stage.site.add(&page("<p>Elsewhere.</p>").at("/elsewhere").without_loader());
    let page =
        survey(NPS).script("document.addEventListener('meetpunt:answered', () => { location.href = '/elsewhere'; })");
    let survey = stage.open(&page);
    survey.choose(9);
    survey.send();
    stage.until("the next page", || stage.browser.url().ends_with("/elsewhere").then_some(()));
    let event = stage.until_delivered(1).remove(0);
    stage.check_event(&event, json!({"state": "answered", "sequence": 1}));
}

fn a_hidden_tab_sends_a_given_score_and_may_complete_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    // Hidden by script: drivers do not agree on whether a tab behind another one is hidden.
    let visibility =
        "Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => arguments[0]});
        Object.defineProperty(document, 'hidden', {configurable: true, get: () => arguments[0] === 'hidden'});
        document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));";
    stage.browser.run(visibility, vec![json!("hidden")]);
    let event = stage.until_delivered(1).remove(0);
    stage.check_event(&event, json!({"state": "answered", "sequence": 1}));
    stage.browser.run(visibility, vec![json!("visible")]);
    survey.write("Back again");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "Back again"}));
    assert_eq!(stage.collector.delivered().len(), 1, "one submission");
    assert_eq!(stage.collector.posts().len(), 2, "one POST is the rule, two the exception");
}

fn a_given_score_leaves_by_itself_in_half_a_minute(stage: &Stage<'_>) {
    // For the page time passes ten times faster.
    let page = survey(NPS).script(
        "const wait = window.setTimeout, now = Date.now, begin = now();
        window.setTimeout = (call, time, ...words) => wait(call, time / 10, ...words);
        Date.now = () => begin + (now() - begin) * 10;",
    );
    let survey = stage.open(&page);
    survey.choose(9);
    survey.send();
    survey.until("comment");
    let event = stage.until_delivered(1).remove(0);
    stage.check_event(&event, json!({"state": "answered", "sequence": 1}));
}

fn a_survey_taken_off_the_page_delivers_its_given_score(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    stage.run("document.querySelector('meetpunt-survey').remove()");
    let event = stage.until_delivered(1).remove(0);
    stage.check_event(&event, json!({"state": "answered", "sequence": 1}));
}

fn an_answered_survey_does_not_come_back(stage: &Stage<'_>) {
    stage.open(&survey(NPS)).answer(9);
    stage.until_event("delivered");
    let survey = stage.reload();
    let skipped = stage.until_event("skipped");
    assert!(skipped["detail"]["reason"].is_string(), "{skipped}");
    assert!(!survey.has("question") && !survey.shows_fallback());
    let explained =
        stage.browser.run_async("document.querySelector('meetpunt-survey').explain().then(arguments[0])", vec![]);
    assert_eq!(explained["show"], false, "{explained}");
    stage.throughout(Duration::from_millis(600), "nothing is sent again", || stage.collector.posts().len() == 1);
}

fn many_tabs_send_a_waiting_answer_once(stage: &Stage<'_>) {
    let (first, next) = (
        shop(stage),
        page("<p>Welcome back.</p>").at("/").loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere())),
    );
    let next = stage.site.add(&next);
    stage.collector.go_down();
    stage.open(&first).answer(9);
    stage.host_heard_nothing();
    stage.browser.open("about:blank");
    for _ in 0..3 {
        stage.browser.open_tab();
        stage.browser.open(&next);
    }
    stage.collector.come_up();
    stage.browser.switch_to(stage.browser.first_tab());
    stage.go(&next);
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.throughout(Duration::from_secs(3), "it is sent once", || stage.collector.posts().len() == 1);
}
