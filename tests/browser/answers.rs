//! What a visitor answers by pointer is what the collector holds.

use crate::harness::{Stage, survey};
use serde_json::{Value, json};

crate::tests![
    an_nps_of_0_arrives_as_a_detractor,
    an_nps_of_10_arrives_as_a_promoter,
    a_ces_of_1_arrives_as_hard,
    a_ces_of_7_arrives_as_easy,
    a_csat_of_1_arrives_as_dissatisfied,
    a_csat_of_5_arrives_as_satisfied,
    a_comment_travels_with_its_address_masked,
];

/// Answers by pointer without a comment, and compares all that arrived.
#[track_caller]
fn check(stage: &Stage<'_>, attributes: &str, score: u8, differs: Value) {
    let survey = stage.open(&survey(attributes));
    survey.answer(score);
    stage.check_event(&stage.until_state("completed"), differs);
    assert_eq!(stage.collector.delivered().len(), 1, "one visitor, one answer");
}

fn an_nps_of_0_arrives_as_a_detractor(stage: &Stage<'_>) {
    let differs = json!({"score": 0, "class": "detractor", "normalised": 0.0});
    check(stage, r#"metric="nps" touchpoint="order-confirmation""#, 0, differs);
}

fn an_nps_of_10_arrives_as_a_promoter(stage: &Stage<'_>) {
    let differs = json!({"score": 10, "class": "promoter", "normalised": 100.0});
    check(stage, r#"metric="nps" touchpoint="order-confirmation""#, 10, differs);
}

fn a_ces_of_1_arrives_as_hard(stage: &Stage<'_>) {
    let differs = json!({
        "survey": "ces-checkout", "metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience",
        "score": 1, "class": "hard", "normalised": 0.0, "alert": "silent-churn", "touchpoint": "checkout",
    });
    check(stage, r#"metric="ces" touchpoint="checkout""#, 1, differs);
}

fn a_ces_of_7_arrives_as_easy(stage: &Stage<'_>) {
    let differs = json!({
        "survey": "ces", "metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience",
        "score": 7, "class": "easy", "normalised": 100.0, "touchpoint": null,
    });
    check(stage, r#"metric="ces""#, 7, differs);
}

fn a_csat_of_1_arrives_as_dissatisfied(stage: &Stage<'_>) {
    let differs = json!({
        "survey": "csat-delivery", "metric": "csat", "scale": {"min": 1, "max": 5}, "layer": "basics",
        "score": 1, "class": "dissatisfied", "normalised": 0.0, "alert": "complaint", "touchpoint": "delivery",
    });
    check(stage, r#"metric="csat" touchpoint="delivery""#, 1, differs);
}

fn a_csat_of_5_arrives_as_satisfied(stage: &Stage<'_>) {
    let differs = json!({
        "survey": "my-own-name", "metric": "csat", "scale": {"min": 1, "max": 5}, "layer": "basics",
        "score": 5, "class": "satisfied", "normalised": 100.0, "touchpoint": "delivery",
    });
    check(stage, r#"metric="csat" touchpoint="delivery" survey="my-own-name""#, 5, differs);
}

fn a_comment_travels_with_its_address_masked(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    survey.choose(9);
    survey.send();
    survey.write("Snelle levering, “écht” & <b>top</b> 🎉 mail ann@shop.example");
    survey.send();
    survey.until("thanks");
    let differs = json!({
        "comment": "Snelle levering, “écht” & <b>top</b> 🎉 mail [email]",
        "redactions": {"email": 1},
    });
    stage.check_event(&stage.until_state("completed"), differs);
    let everything: Vec<_> = stage.collector.posts().into_iter().flat_map(|post| post.body.to_vec()).collect();
    assert!(!String::from_utf8_lossy(&everything).contains("ann@"), "the address left the browser");
}
