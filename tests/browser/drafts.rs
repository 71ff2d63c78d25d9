//! A draft on the shop's own page, by a link.

use crate::harness::page::Page;
use crate::harness::widget::Survey;
use crate::harness::{Stage, element, page};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    a_draft_opens_where_the_page_allows_it_and_leaves_no_trace,
    a_draft_in_a_link_does_nothing_where_the_page_does_not_allow_it,
    an_inline_draft_takes_the_place_of_the_pages_own_survey,
    a_draft_that_cannot_be_read_is_told,
    a_draft_keeps_the_site_file_and_its_clocks_away,
    a_page_that_allows_drafts_asks_its_visitors_as_before,
    a_draft_opens_from_the_release_in_one_file needs_wasm("it keeps fallback content, as a test of policies says"),
];

const ALLOWS: &str = r#"data-endpoint="/collect" data-preview="allow""#;

/// The fragment of a link with a site file of one survey, made by the browser's own encoder.
fn fragment(stage: &Stage<'_>, survey: Value) -> String {
    let site = json!({"version": 1, "defaults": {"brand": "De Kade"}, "surveys": [survey]});
    let script = "const letters = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(arguments[0])));
        return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')";
    let text = stage.browser.run(script, vec![site]);
    format!("#meetpunt-draft={}", text.as_str().expect("a text"))
}

/// Opens a page with a draft.
fn open<'s>(stage: &'s Stage<'_>, page: &Page, survey: Value) -> Survey<'s> {
    let url = stage.site.add(page);
    let address = format!("{url}{}", fragment(stage, survey));
    let survey = stage.go(&address);
    // Firefox's driver takes an address with a `#` for one of the page that is left.
    let is_there = format!("location.href === {} && document.readyState === 'complete'", json!(address));
    stage.until_page("the page", &is_there);
    survey
}

/// The draft's own element, as it stands on the page.
const DRAFT: &str = "meetpunt-survey[preview]";

/// What the banner says; null where there is none.
const BANNER: &str = "[...document.querySelectorAll('body > div')].find((one) => one.shadowRoot && one.matches(':popover-open'))?.shadowRoot";

fn popover() -> Value {
    json!({
        "id": "draft-of-mine", "metric": "csat", "display": "popover", "trigger": ["load"], "question": "Tevreden? ✓",
        "endpoint": "https://elsewhere.example/take", "preview": "https://elsewhere.example/take", "privacyLink": "https://elsewhere.example/",
    })
}

fn a_draft_opens_where_the_page_allows_it_and_leaves_no_trace(stage: &Stage<'_>) {
    open(stage, &page("").loader(ALLOWS), popover());
    let survey = stage.survey(DRAFT);
    assert_eq!(survey.until("question"), "Tevreden? ✓");
    let banner = stage.until_page("the banner", &format!("{BANNER}?.textContent"));
    assert!(banner.as_str().unwrap_or_default().contains("Nothing of it is stored or sent"), "{banner}");
    stage.throughout(Duration::from_millis(600), "a survey that shows is not said to wait", || {
        stage.run(&format!("return {BANNER}.textContent.includes('waits')")) == false
    });
    stage.axe_finds_nothing("the banner");
    survey.answer(2);
    assert!(!survey.has("privacy"), "a link to another site");
    stage.throughout(Duration::from_millis(800), "nothing leaves", || stage.collector.requests().is_empty());
    assert_eq!(stage.events("delivered"), Vec::<Value>::new());
    assert_eq!(stage.run("return localStorage.length + sessionStorage.length"), 0);
    let databases = "const done = arguments[0]; indexedDB.databases().then((all) => done(all.length))";
    assert_eq!(stage.browser.run_async(databases, vec![]), 0);
    stage.run(&format!("{BANNER}.querySelector('button:last-child').click()"));
    stage.until_page("the page as it was", "!location.hash && !document.querySelector('meetpunt-survey')");
}

fn a_draft_in_a_link_does_nothing_where_the_page_does_not_allow_it(stage: &Stage<'_>) {
    for (place, attributes) in
        [r#"data-endpoint="/collect""#, r#"data-preview"#, r#"data-preview="allowed""#].iter().enumerate()
    {
        let own = page(&element(r#"metric="nps" trigger="load""#)).loader(attributes).at(&format!("/place-{place}"));
        let survey = open(stage, &own, popover());
        // Its own address means nothing as one for answers; what counts is that no draft stands in its place.
        if place < 2 {
            assert!(survey.until("question").contains("recommend"), "{attributes}");
        }
        stage.throughout(Duration::from_millis(400), "no draft", || {
            stage.run("return document.querySelectorAll('meetpunt-survey').length") == 1
        });
        assert_eq!(stage.run(&format!("return {BANNER} ?? null")), Value::Null);
    }
    assert!(!stage.site.fetched().iter().any(|path| path.contains("part-draft")), "the part of drafts was fetched");
}

fn an_inline_draft_takes_the_place_of_the_pages_own_survey(stage: &Stage<'_>) {
    let body =
        format!("<section>{}</section>{}", element(r#"metric="ces""#), element(r#"class="narrow" metric="nps""#));
    open(
        stage,
        &page(&body).loader(ALLOWS),
        json!({"id": "nps", "metric": "nps", "question": "Would you?", "trigger": ["load"]}),
    );
    let survey = stage.survey(DRAFT);
    assert_eq!(survey.until("question"), "Would you?");
    assert_eq!(
        stage.run("return document.querySelector('meetpunt-survey[preview]').previousElementSibling.className"),
        "narrow"
    );
    assert_eq!(stage.run("return document.querySelector('meetpunt-survey[preview]').className"), "narrow");

    // Neither of the page's own shows beside it, even where one of them was about to.
    stage.throughout(Duration::from_millis(600), "one survey", || {
        stage.run("return [...document.querySelectorAll('meetpunt-survey:not([preview])')].every((one) => !one.shadowRoot.childElementCount)") == true
    });

    let bare = page("").loader(ALLOWS).at("/bare");
    open(stage, &bare, json!({"metric": "nps", "question": "Here, too?", "trigger": ["manual"]}));
    stage.until_page("the place", "document.querySelector('main > meetpunt-survey[preview]')?.shadowRoot");
    stage.until_page("the banner", &format!("{BANNER}?.textContent.includes('waits')"));
    stage.run(&format!("{BANNER}.querySelector('button').click()"));
    assert_eq!(stage.survey(DRAFT).until("question"), "Here, too?");
}

fn a_draft_that_cannot_be_read_is_told(stage: &Stage<'_>) {
    let url = stage.site.add(&page(&element(r#"metric="nps" trigger="load""#)).loader(ALLOWS));
    stage.go(&format!("{url}#meetpunt-draft=eyJ2ZXJza"));
    stage.until_page(
        "what is wrong",
        &format!("{BANNER}?.querySelector('[role=status]').textContent.includes('Copy it whole')"),
    );
    assert_eq!(stage.run("return document.querySelector('meetpunt-survey').shadowRoot.childElementCount"), 0);
    stage.host_heard_nothing();
}

fn a_draft_keeps_the_site_file_and_its_clocks_away(stage: &Stage<'_>) {
    let site = json!({"version": 1, "surveys": [{"id": "own", "metric": "nps", "display": "popover", "trigger": ["load"], "endpoint": "/collect"}]});
    stage.site.add_file("/meetpunt.json", &site.to_string());
    let own = page("").loader(r#"data-config="/meetpunt.json" data-preview="allow" data-consent="required""#);
    let later = "addEventListener('load', () => setTimeout(() => meetpunt('config', {surveys: [{id: 'late', metric: 'ces', display: 'popover', trigger: 'load'}]}), 300))";
    open(stage, &own.script(later), popover());
    assert_eq!(stage.survey(DRAFT).until("question"), "Tevreden? ✓");
    stage.throughout(Duration::from_millis(800), "only the draft", || {
        stage.run("return document.querySelectorAll('meetpunt-survey').length") == 1
    });
}

fn a_page_that_allows_drafts_asks_its_visitors_as_before(stage: &Stage<'_>) {
    let site = json!({"version": 1, "defaults": {"endpoint": "/collect"}, "surveys": [
        {"id": "own", "metric": "nps", "display": "popover", "trigger": ["load"], "consent": "required"},
    ]});
    stage.site.add_file("/meetpunt.json", &site.to_string());
    let survey = stage.open(&page("").loader(r#"data-config="/meetpunt.json" data-preview="allow""#));
    stage.throughout(Duration::from_millis(500), "no yes, no survey", || {
        !stage.site.fetched().iter().any(|path| path.contains("part-page"))
    });
    stage.run("meetpunt('consent', true)");
    survey.answer(9);
    let event = stage.until_state("completed");
    assert_eq!(event["data"]["test"], false, "a visitor's answer counts");
    assert!(!stage.site.fetched().iter().any(|path| path.contains("part-draft")));
}

fn a_draft_opens_from_the_release_in_one_file(stage: &Stage<'_>) {
    let tag = format!(r#"<script async src="/meetpunt/meetpunt.full.js" {ALLOWS}></script>"#);
    open(stage, &page("").without_loader().head(&tag), popover());
    let survey = stage.survey(DRAFT);
    assert_eq!(survey.until("question"), "Tevreden? ✓");
    assert!(!stage.site.fetched().iter().any(|path| path.contains("part-draft")));
}
