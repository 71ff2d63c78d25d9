//! All surveys of a site in one file.

use crate::harness::page::Page;
use crate::harness::{Stage, element, page};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    a_survey_of_the_site_file_needs_no_tag,
    an_inline_survey_of_the_site_file_stands_at_its_tag,
    attributes_win_over_the_survey_and_the_survey_over_the_defaults,
    a_site_file_in_the_page,
    a_site_file_given_by_the_page,
    a_page_on_which_nobody_is_asked_fetches_no_more_than_the_site_file_and_its_reader,
    an_unknown_survey_without_a_metric_is_an_error,
    a_site_file_that_cannot_be_read_leaves_tags_alone,
    markup_may_not_send_answers_where_only_the_site_file_may,
];

/// Puts a site file on the site.
pub fn add(stage: &Stage<'_>, site: &Value) {
    stage.site.add_file("/meetpunt.json", &site.to_string());
}

/// A page of a site with that file.
pub fn shop(body: &str) -> Page {
    page(body).loader(r#"data-config="/meetpunt.json""#)
}

/// An NPS in a popover that is due at once.
fn nps() -> Value {
    json!({
        "version": 1,
        "defaults": {"endpoint": "/collect", "brand": "Example Shop"},
        "surveys": [{
            "id": "nps-order-confirmation", "metric": "nps", "touchpoint": "order-confirmation", "display": "popover", "trigger": "load",
        }],
    })
}

fn a_survey_of_the_site_file_needs_no_tag(stage: &Stage<'_>) {
    add(stage, &nps());
    let survey = stage.open(&shop(""));
    assert!(survey.until("question").contains("Example Shop"));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "popover", "trigger": "load"}));
    assert_eq!(stage.run("return document.querySelectorAll('body > meetpunt-survey').length"), 1);
}

fn an_inline_survey_of_the_site_file_stands_at_its_tag(stage: &Stage<'_>) {
    let mut site = nps();
    site["surveys"][0]["display"] = json!("inline");
    site["surveys"][0]["trigger"] = json!(["visible"]);
    site["surveys"][0]["question"] = json!({"en": "Would you, really?", "nl": "Echt?"});
    add(stage, &site);
    let survey = stage.open(&shop(&element(r#"survey="nps-order-confirmation""#)));
    assert_eq!(survey.until("question"), "Would you, really?");
    survey.answer(9);
    let event = stage.until_state("completed");
    assert_eq!(event["data"]["touchpoint"], "order-confirmation");
    // A survey that is inline and has no tag on a page is nowhere on it.
    stage.open(&shop("").at("/other"));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    assert_eq!(stage.run("return document.querySelectorAll('meetpunt-survey').length"), 0);
}

fn attributes_win_over_the_survey_and_the_survey_over_the_defaults(stage: &Stage<'_>) {
    let site = json!({
        "defaults": {"endpoint": "/nowhere", "question": "Of the defaults", "lowLabel": "low", "highLabel": "high", "thanks": "Of the defaults"},
        "surveys": [{"id": "a", "metric": "nps", "endpoint": "/collect", "question": "Of the survey", "lowLabel": "lower", "followUp": "none"}],
    });
    add(stage, &site);
    let survey = stage.open(&shop(&element(r#"survey="a" question="Of the tag""#)));
    assert_eq!(survey.until("question"), "Of the tag");
    assert_eq!((survey.until("low-label"), survey.until("high-label")), ("lower".to_owned(), "high".to_owned()));
    survey.choose(9);
    survey.send();
    assert_eq!(survey.until("thanks"), "Of the defaults");
    assert_eq!(stage.until_state("completed")["subject"], "a");
}

fn a_site_file_in_the_page(stage: &Stage<'_>) {
    let mut site = nps();
    site["defaults"]["endpoint"] = json!("/collect");
    let markup = format!(r#"<script type="application/json" id="surveys">{site}</script>"#);
    let survey = stage.open(&page(&markup).loader(r##"data-config="#surveys""##));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "popover", "trigger": "load"}));
}

fn a_site_file_given_by_the_page(stage: &Stage<'_>) {
    let script = format!(
        "window.meetpunt = window.meetpunt || function () {{ (meetpunt.q = meetpunt.q || []).push(arguments) }};
        meetpunt('config', {});",
        nps()
    );
    let survey = stage.open(&page("").loader("").script(&script));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "popover", "trigger": "load"}));
}

fn a_page_on_which_nobody_is_asked_fetches_no_more_than_the_site_file_and_its_reader(stage: &Stage<'_>) {
    let mut site = nps();
    site["surveys"][0]["match"] = json!(["/order/*", "!/order/thanks"]);
    site["surveys"][0]["askAgain"] = json!(["answered:90d"]);
    add(stage, &site);
    let nothing = |what: &str| {
        stage.throughout(Duration::from_millis(700), what, || {
            stage.site.fetched().iter().all(|name| name == "meetpunt.js" || name.starts_with("part-site-"))
        });
        assert!(stage.site.asked_for("/meetpunt.json"));
    };
    stage.open(&shop("").at("/order/thanks"));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    nothing("a page that is left out fetches nothing");
    stage.open(&shop("").at("/account"));
    nothing("another page fetches nothing");
    stage.run("localStorage.setItem('meetpunt.v1', JSON.stringify({'nps-order-confirmation': {answered: Math.floor(Date.now() / 864e5)}}))");
    stage.open(&shop("").at("/order/3"));
    nothing("who answered fetches nothing");
    stage.run("localStorage.clear()");
    stage.open(&shop("").at("/order/3?sort=up")).until("question");
}

fn an_unknown_survey_without_a_metric_is_an_error(stage: &Stage<'_>) {
    add(stage, &nps());
    let survey = stage.open(&shop(&element(r#"survey="gone""#)).at("/unknown"));
    let error = stage.until_event("error");
    assert_eq!(error["detail"]["survey"], "gone");
    assert!(error["detail"]["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{error}");
    stage.until("the fallback content", || survey.shows_fallback().then_some(()));
}

fn a_site_file_that_cannot_be_read_leaves_tags_alone(stage: &Stage<'_>) {
    let huge = format!(r#"{{"version": 1, "surveys": [], "more": "{}"}}"#, "x".repeat(1_000_001));
    for (number, file) in [None, Some("{\"surveys\": ["), Some("[]"), Some(huge.as_str())].into_iter().enumerate() {
        let path = format!("/broken-{number}.json");
        if let Some(file) = file {
            stage.site.add_file(&path, file);
        }
        let tag = element(&format!(r#"metric="nps" survey="tag-{number}""#));
        let page = page(&tag)
            .at(&format!("/page-{number}"))
            .loader(&format!(r#"data-endpoint="/collect" data-config="{path}""#));
        stage.open(&page).answer(9);
        stage.until_event("delivered");
        let warnings = stage.events("warning");
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert_eq!(warnings[0]["detail"]["setting"], "config");
        assert_eq!(warnings[0]["target"], "document");
    }
}

fn markup_may_not_send_answers_where_only_the_site_file_may(stage: &Stage<'_>) {
    let mut site = nps();
    site["defaults"]["endpoint"] = json!(stage.collector.elsewhere());
    add(stage, &site);
    stage.open(&shop("")).answer(9);
    stage.until_event("delivered");
    let inline = format!(r#"<script type="application/json" id="surveys">{site}</script>"#);
    stage.run("localStorage.clear(); sessionStorage.clear()");
    stage.open(&page(&inline).at("/inline").loader(r##"data-config="#surveys""##));
    assert_eq!(stage.until_event("error")["detail"]["setting"], "endpoint");
}
