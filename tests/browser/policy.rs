//! Pages under a strict Content-Security-Policy.

use crate::harness::{Stage, survey};
use serde_json::json;

crate::tests![
    a_strict_policy_is_never_violated,
    a_strict_policy_and_a_popover_in_another_language,
    trusted_types_without_any_policy,
    where_wasm_is_refused_the_fallback_stays_and_the_host_hears_nothing,
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

fn where_wasm_is_refused_the_fallback_stays_and_the_host_hears_nothing(stage: &Stage<'_>) {
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let survey = stage.open(&survey(r#"metric="nps""#).policy(&policy));
    stage.until_event("error");
    assert!(survey.shows_fallback());
    // The browser itself reports the refusal of the Wasm; that is the one thing which the host may hear.
    let heard = stage.run("return heard.errors.concat(heard.violations.filter((text) => !/wasm-eval/.test(text)))");
    assert_eq!(heard, json!([]));
    stage.run("heard.violations.length = 0");
}
