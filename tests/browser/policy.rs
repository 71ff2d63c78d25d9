//! Pages under a strict Content-Security-Policy.

use crate::harness::{Stage, survey};
use serde_json::json;

crate::tests![
    a_strict_policy_is_never_violated,
    a_strict_policy_and_a_popover_in_another_language,
    trusted_types_without_any_policy,
    the_policy_that_the_documents_recommend_is_enough,
    where_wasm_is_refused_the_same_widget_runs_as_plain_javascript,
    where_there_is_no_wasm_the_same_widget_runs_as_plain_javascript,
    the_pinned_release_keeps_its_fallback_where_wasm_is_refused,
];

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

fn a_strict_policy_is_never_violated(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#).policy(STRICT));
    survey.choose(9);
    survey.send();
    survey.write("Under a policy");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "Under a policy"}));
    let drawn = survey.look(
        "[part~=thanks]",
        "return getComputedStyle(found).display !== 'inline' && root.adoptedStyleSheets.length > 0",
    );
    assert_eq!(drawn, true, "the styles did not arrive");
}

fn a_strict_policy_and_a_popover_in_another_language(stage: &Stage<'_>) {
    let attributes = r#"metric="nps" touchpoint="order-confirmation" lang="nl" display="popover" trigger="load""#;
    let survey = stage.open(&survey(attributes).policy(STRICT));
    assert!(survey.until("question").contains("aanbevelen"));
    survey.answer(9);
    let differs = json!({"locale": "nl", "display": "popover", "trigger": "load"});
    stage.check_event(&stage.until_state("completed"), differs);
}

fn trusted_types_without_any_policy(stage: &Stage<'_>) {
    let policy = format!("{STRICT}; trusted-types 'none'");
    stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#).policy(&policy)).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn the_policy_that_the_documents_recommend_is_enough(stage: &Stage<'_>) {
    let page = include_str!("../../docs/embedding.md");
    let start = page.find("default-src 'none'; script-src").expect("the documents have a policy");
    let recipe = page[start..].split("```").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let harness = stage.site.url("/harness/");
    let policy = recipe
        .replace("https://shop.example/meetpunt/", &stage.site.url("/meetpunt/"))
        .replace("https://collect.shop.example/feedback", &stage.site.url("/collect"))
        .replace("script-src ", &format!("style-src {harness}; script-src {harness} "));
    assert!(!policy.contains("example"), "{policy}");
    let attributes = r#"metric="nps" touchpoint="order-confirmation" then="ces" lang="nl""#;
    let survey = stage.open(&survey(attributes).policy(&policy));
    survey.choose(9);
    survey.send();
    survey.until_text("question", |text| text.contains("makkelijk"));
    survey.answer(6);
    assert_eq!(stage.until_state("completed")["data"]["locale"], "nl");
}

fn where_wasm_is_refused_the_same_widget_runs_as_plain_javascript(stage: &Stage<'_>) {
    let refusing = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let attributes = r#"metric="nps" touchpoint="order-confirmation" then="ces" lang="nl""#;
    let survey = stage.open(&survey(attributes).policy(&refusing));
    survey.choose(9);
    survey.send();
    survey.until_text("question", |text| text.contains("makkelijk"));
    survey.choose(6);
    survey.send();
    survey.write("Zonder Wasm");
    survey.send();
    survey.until("thanks");
    let event = stage.until_state("completed");
    assert_eq!(event["data"]["comment"], "Zonder Wasm");
    assert_eq!(event["data"]["more"][0]["score"], 6);
    let fetched = stage.site.fetched();
    assert!(!fetched.iter().any(|name| name.ends_with(".wasm")), "what is refused was fetched: {fetched:?}");
    forgive_the_refusal(stage);
}

fn where_there_is_no_wasm_the_same_widget_runs_as_plain_javascript(stage: &Stage<'_>) {
    let page = survey(r#"metric="nps" touchpoint="order-confirmation""#).script("delete window.WebAssembly");
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn the_pinned_release_keeps_its_fallback_where_wasm_is_refused(stage: &Stage<'_>) {
    let refusing = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let tag = r#"<script async src="/meetpunt/meetpunt.full.js" data-endpoint="/collect"></script>"#;
    let survey = stage.open(&survey(r#"metric="nps""#).without_loader().head(tag).policy(&refusing));
    assert_eq!(stage.until_event("error")["detail"]["reason"], "csp-wasm");
    assert!(survey.shows_fallback());
    assert_eq!(stage.site.fetched(), ["meetpunt.full.js"]);
    forgive_the_refusal(stage);
}

/// The browser itself reports the refusal of the Wasm, once; that is the one thing which the host may hear.
#[track_caller]
fn forgive_the_refusal(stage: &Stage<'_>) {
    let heard = stage.run("return heard.errors.concat(heard.violations.filter((text) => !/wasm-eval/.test(text)))");
    assert_eq!(heard, json!([]));
    assert!(stage.run("return heard.violations.length").as_u64() <= Some(1), "one try is enough");
    stage.run("heard.violations.length = 0");
}
