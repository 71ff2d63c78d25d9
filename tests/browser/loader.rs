//! The loader's tag, wherever and however often a shop puts it.

use crate::harness::refusal;
use crate::harness::site::Site;
use crate::harness::{Stage, element, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    nothing_but_the_loader_is_fetched_before_a_survey_is_due,
    a_page_without_a_survey_fetches_the_loader_only,
    the_loader_twice_is_one_loader,
    the_loader_as_a_module,
    the_loader_with_a_version_in_its_address,
    the_loader_after_the_element,
    an_element_made_later_by_a_script,
    the_loader_from_another_origin,
    calls_before_the_loader_are_kept,
    a_blocked_loader_leaves_the_fallback,
    a_missing_part_leaves_the_fallback_and_says_so,
    a_damaged_part_is_refused needs_wasm("`import()` takes no hash"),
    the_one_file_release_works_pinned_by_its_hash needs_wasm("it keeps fallback content, as a test of policies says"),
    a_shop_cannot_clobber_the_loader,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

fn nothing_but_the_loader_is_fetched_before_a_survey_is_due(stage: &Stage<'_>) {
    let attributes = format!(r#"{NPS} display="popover" trigger="delay:1500ms""#);
    let survey = stage.open(&survey(&attributes));
    stage.throughout(Duration::from_millis(900), "only the loader is fetched", || {
        survey.has("question") || stage.site.fetched() == ["meetpunt.js"]
    });
    survey.until("question");
    let wanted = match program() {
        ".wasm" => ["delivery.mjs", "meetpunt.js", "meetpunt.mjs", "meetpunt.wasm", "part.mjs"],
        _ => ["delivery.mjs", "fallback.mjs", "meetpunt.js", "meetpunt.mjs", "part.mjs"],
    };
    // The part is what lets it float, and comes last.
    stage.until("all kinds of files", || (kinds(stage) == wanted).then_some(()));
    assert!(stage.collector.requests().is_empty());
}

/// The kinds of release files that were fetched, without their hashes.
fn kinds(stage: &Stage<'_>) -> Vec<String> {
    let kind = |name: &String| name.split(['-', '.']).next().unwrap_or_default().to_owned() + extension(name);
    let mut kinds: Vec<String> = stage.site.fetched().iter().map(kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// What the name of the file holds that the program lies in.
fn program() -> &'static str {
    if refusal::is_on() { "fallback-" } else { ".wasm" }
}

fn extension(name: &str) -> &str {
    name.rfind('.').map_or("", |dot| &name[dot..])
}

fn a_page_without_a_survey_fetches_the_loader_only(stage: &Stage<'_>) {
    stage.open(&page("<p>No question here.</p>"));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(Duration::from_millis(600), "only the loader is fetched", || {
        stage.site.fetched() == ["meetpunt.js"]
    });
    assert_eq!(stage.run("return [localStorage.length, sessionStorage.length]"), json!([0, 0]));
}

fn the_loader_twice_is_one_loader(stage: &Stage<'_>) {
    let page = survey(NPS)
        .head(r#"<script async src="/meetpunt/meetpunt.js?again" data-endpoint="/collect"></script>"#)
        .head(r#"<script type="module" src="/meetpunt/meetpunt.js?more" data-endpoint="/collect"></script>"#);
    let survey = stage.open(&page);
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    assert_eq!(stage.collector.delivered().len(), 1);
    assert_eq!(stage.events("answered").len(), 1);
    assert!(!stage.console().is_empty(), "the second loader said nothing");
    assert_eq!(survey.look("", "return root.querySelectorAll('[part~=frame]').length"), 1);
}

fn the_loader_as_a_module(stage: &Stage<'_>) {
    let page = survey(NPS)
        .without_loader()
        .head(r#"<script type="module" src="/meetpunt/meetpunt.js" data-endpoint="/collect"></script>"#);
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn the_loader_with_a_version_in_its_address(stage: &Stage<'_>) {
    for (number, kind) in ["async", r#"type="module""#].into_iter().enumerate() {
        let tag = format!(r#"<script {kind} src="/meetpunt/meetpunt.js?v=2" data-endpoint="/collect"></script>"#);
        let survey = format!(r#"metric="nps" survey="loader-{number}""#);
        stage.open(&crate::harness::survey(&survey).without_loader().head(&tag)).answer(9);
        let delivered = stage.until_delivered(number + 1);
        assert_eq!(delivered[number]["subject"], format!("loader-{number}"));
        stage.until_event("delivered");
    }
}

fn the_loader_after_the_element(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS).loader_last(r#"data-endpoint="/collect""#));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn an_element_made_later_by_a_script(stage: &Stage<'_>) {
    stage.open(&page(r#"<div id="place"></div>"#));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run(
        "const survey = document.createElement('meetpunt-survey');
        survey.setAttribute('metric', 'nps');
        survey.setAttribute('touchpoint', 'order-confirmation');
        document.querySelector('#place').append(survey);",
    );
    stage.survey("meetpunt-survey").answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn the_loader_from_another_origin(stage: &Stage<'_>) {
    let elsewhere = Site::start(&stage.runtime, stage.release.clone(), &stage.collector);
    let tag = format!(
        r#"<script async src="{}" data-endpoint="{}"></script>"#,
        elsewhere.url("/meetpunt/meetpunt.js"),
        stage.collector.elsewhere()
    );
    let survey = stage.open(&survey(&format!(r#"{NPS} lang="nl""#)).without_loader().head(&tag));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"locale": "nl"}));
    assert!(stage.site.fetched().is_empty(), "parts came from the shop: {:?}", stage.site.fetched());
    assert!(elsewhere.fetched().iter().any(|name| name.contains(program())));
    let post = stage.collector.posts().remove(0);
    assert_eq!(post.header("content-type"), "application/cloudevents+json; charset=utf-8");
    assert_eq!(post.header("cookie"), "");
    assert_eq!(post.header("referer"), stage.site.source(), "no more than the origin");
}

fn calls_before_the_loader_are_kept(stage: &Stage<'_>) {
    let attributes = format!(r#"{NPS} display="popover" trigger="manual""#);
    let page = survey(&attributes).script(
        "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('show', 'nps-order-confirmation');
        window.answers = [];
        meetpunt('on', 'answered', (event) => answers.push(event.detail ? event.detail.score : event.score));
        window.diagnostics = meetpunt('diagnostics');",
    );
    let survey = stage.open(&page);
    survey.answer(9);
    stage.until("the callback", || (stage.run("return answers") == json!([9])).then_some(()));
    stage.until_state("completed");
}

fn a_blocked_loader_leaves_the_fallback(stage: &Stage<'_>) {
    stage.site.block("meetpunt.js");
    let page = survey(NPS).script(
        "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('event', 'checkout');",
    );
    let survey = stage.open(&page);
    stage.until("the loader to be asked for", || (!stage.site.fetched().is_empty()).then_some(()));
    stage.throughout(Duration::from_millis(300), "the fallback stays", || survey.shows_fallback());
}

fn a_missing_part_leaves_the_fallback_and_says_so(stage: &Stage<'_>) {
    stage.site.block(program());
    let survey = stage.open(&survey(NPS));
    let error = stage.until_event("error");
    assert!(error["detail"]["reason"].is_string(), "{error}");
    assert!(survey.shows_fallback());
    stage.throughout(Duration::from_millis(300), "one error, and the fallback stays", || {
        stage.events("error").len() == 1 && survey.shows_fallback()
    });
}

fn a_damaged_part_is_refused(stage: &Stage<'_>) {
    stage.site.damage(".wasm");
    let survey = stage.open(&survey(NPS));
    stage.until_event("error");
    assert!(survey.shows_fallback());
    assert!(!survey.has("question"));
}

fn the_one_file_release_works_pinned_by_its_hash(stage: &Stage<'_>) {
    let list =
        std::fs::read_to_string(stage.release.join("integrity.json")).expect("the release has an integrity.json");
    let list: serde_json::Value = serde_json::from_str(&list).expect("integrity.json is JSON");
    let hash = list["files"]["meetpunt.full.js"].as_str().expect("the hash of meetpunt.full.js").to_owned();
    let tag = format!(
        r#"<script async src="/meetpunt/meetpunt.full.js" integrity="{hash}" crossorigin data-endpoint="/collect"></script>"#
    );
    stage.open(&survey(NPS).without_loader().head(&tag)).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    let fetched = stage.site.fetched();
    assert!(
        !fetched.iter().any(|name| name.ends_with(".mjs")),
        "it has all script parts inside, and still fetched {fetched:?}"
    );
}

fn a_shop_cannot_clobber_the_loader(stage: &Stage<'_>) {
    let clobber = r#"<img name="currentScript" alt=""><form name="scripts"></form><img name="body" alt="">"#;
    let survey = stage.open(&page(&format!("{clobber}{}", element(NPS))).loader_last(r#"data-endpoint="/collect""#));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}
