//! No answer leaves for a place that the shop did not name.

use crate::harness::storage::nothing_stored;
use crate::harness::{Stage, survey};
use serde_json::json;

crate::tests![
    a_preview_with_an_address_sends_there_only,
    an_endpoint_may_have_names_of_its_own,
    settings_that_are_no_json_are_told,
    further_headers_travel_with_an_answer,
    markup_cannot_send_answers_elsewhere,
    markup_may_choose_among_the_addresses_of_the_tag,
    unsafe_addresses_are_refused,
    without_an_endpoint_the_page_still_hears_the_answer,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

fn a_preview_with_an_address_sends_there_only(stage: &Stage<'_>) {
    let page = survey(&format!(r#"{NPS} preview="/collect""#)).loader(r#"data-endpoint="/live""#);
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"test": true}));
    assert_eq!(stage.stored(), nothing_stored());
    assert!(!stage.site.asked_for("/live"), "a test answer went to the live endpoint");
}

fn markup_cannot_send_answers_elsewhere(stage: &Stage<'_>) {
    let page = survey(&format!(r#"{NPS} endpoint="{}""#, stage.collector.elsewhere()));
    let survey = stage.open(&page);
    let error = stage.until_event("error");
    assert_eq!(error["detail"]["setting"], "endpoint", "{error}");
    assert!(survey.shows_fallback() && !survey.has("question"));
    assert!(stage.collector.requests().is_empty());
    let fetched = stage.site.fetched();
    assert!(!fetched.iter().any(|name| name.ends_with(".wasm")), "a survey that cannot send fetched {fetched:?}");
}

fn markup_may_choose_among_the_addresses_of_the_tag(stage: &Stage<'_>) {
    let elsewhere = stage.collector.elsewhere();
    let page =
        survey(&format!(r#"{NPS} endpoint="{elsewhere}""#)).loader(&format!(r#"data-endpoint="/nowhere {elsewhere}""#));
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    assert!(!stage.site.asked_for("/nowhere"));
}

fn unsafe_addresses_are_refused(stage: &Stage<'_>) {
    for (number, address) in
        ["javascript:alert(1)", "data:,x", "http://shop.example/", "https://a:b@shop.example/", "/collect#part"]
            .iter()
            .enumerate()
    {
        let survey =
            stage.open(&survey(NPS).at(&format!("/{number}")).loader(&format!(r#"data-endpoint="{address}""#)));
        let error = stage.until_event("error");
        assert_eq!(error["detail"]["setting"], "endpoint", "{address}: {error}");
        assert!(!survey.has("question"), "{address}");
    }
}

fn without_an_endpoint_the_page_still_hears_the_answer(stage: &Stage<'_>) {
    stage.open(&survey(NPS).loader("")).answer(9);
    let completed = stage.until_event("completed");
    stage.check_event(&completed["detail"]["event"], json!({}));
    assert!(stage.collector.requests().is_empty());
    assert_eq!(stage.waiting(), 0, "an answer waits for an endpoint that does not exist");
}

fn further_headers_travel_with_an_answer(stage: &Stage<'_>) {
    let headers = r#"{"X-Shop": "nl", "x-count": 3, "Content-Type": "text/html", "no name": "x", "x-line": "a\r\nb", "x-far": "\u4e2d"}"#;
    let attributes = format!(r#"metric="nps" follow-up="none" headers='{headers}'"#);
    let found = stage.open(&survey(&attributes));
    found.choose(9);
    found.send();
    found.until("thanks");
    stage.until_state("completed");
    let request = stage.collector.requests().pop().expect("a request");
    assert_eq!((request.header("x-shop"), request.header("x-count")), ("nl", "3"));
    assert_eq!(request.header("content-type"), "application/cloudevents+json; charset=utf-8");
    for name in ["x-line", "x-far"] {
        assert_eq!(request.header(name), "", "{name} is no header and must not stop the others");
    }
    assert_eq!(warned_of(stage, "headers"), ["no name", "x-line", "x-far"]);
}

/// What stood in a setting that the page was warned of.
fn warned_of(stage: &Stage<'_>, setting: &str) -> Vec<String> {
    let told = stage.events("warning");
    let of = told.iter().filter(|event| event["detail"]["setting"] == setting);
    of.map(|event| event["detail"]["found"].as_str().unwrap_or_default().to_owned()).collect()
}

fn settings_that_are_no_json_are_told(stage: &Stage<'_>) {
    let attributes = r#"metric="nps" follow-up="none" format="json" headers="x-shop: nl" fields='["score"]'"#;
    let found = stage.open(&survey(attributes));
    stage.until("the warnings", || {
        (warned_of(stage, "headers").len() + warned_of(stage, "fields").len() > 1).then_some(())
    });
    assert_eq!(warned_of(stage, "headers"), ["x-shop: nl"]);
    assert_eq!(warned_of(stage, "fields"), [r#"["score"]"#]);
    found.choose(9);
    found.send();
    let sent = stage.until("the answer", || stage.collector.requests().pop());
    assert!(String::from_utf8_lossy(&sent.body).contains(r#""score":9"#), "it goes out as if neither had been set");
}

fn an_endpoint_may_have_names_of_its_own(stage: &Stage<'_>) {
    for (format, wanted) in [("json", "\"entry.123\":9,"), ("form", "&entry.123=9&")] {
        let attributes = format!(
            r#"metric="nps" follow-up="none" survey="{format}" format="{format}" fields='{{"score": "entry.123"}}'"#
        );
        let found = stage.open(&survey(&attributes).at(&format!("/{format}")));
        found.choose(9);
        found.send();
        found.until("thanks");
        stage.until("the body", || {
            let requests = stage.collector.requests();
            requests.iter().any(|request| String::from_utf8_lossy(&request.body).contains(wanted)).then_some(())
        });
    }
}
