//! What the page around a survey says and hears.

use crate::harness::{Stage, survey};
use serde_json::{Value, json};

crate::tests![
    the_labels_of_the_shop_travel,
    the_flat_format_carries_the_same_answer,
    the_page_hears_every_step,
    the_page_may_take_an_answer_itself,
    the_page_may_add_context,
];

fn the_labels_of_the_shop_travel(stage: &Stage<'_>) {
    let attributes = r#"metric="nps" touchpoint="order-confirmation" phase="purchase" lifecycle="new" wave="2026-11"
        segment="returning" persona="hurried" channel="kiosk" occasion="1234" employee="e7" respondent="r-42" essential
        context-order-band="50-100" context-shipping="express""#;
    let differs = json!({
        "score": 2, "class": "detractor", "normalised": 20.0, "alert": "essential",
        "phase": "purchase", "lifecycle": "new", "wave": "2026-11", "segment": "returning", "persona": "hurried",
        "channel": "kiosk", "occasion": "1234", "employee": "e7", "respondent": "r-42",
        "context": {"order-band": "50-100", "shipping": "express"},
    });
    stage.open(&survey(attributes)).answer(2);
    stage.check_event(&stage.until_state("completed"), differs);
    let alert = stage.until_event("alert");
    assert_eq!(alert["detail"]["alert"], "essential");
    assert_eq!(alert["detail"]["score"], 2);
    assert_eq!(alert["detail"]["class"], "detractor");
}

fn the_flat_format_carries_the_same_answer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" format="json""#));
    survey.answer(9);
    stage.until_state("completed");
    let posts = stage.collector.posts();
    let post = posts.last().expect("an answer was delivered");
    assert_eq!(post.header("content-type"), "application/json");
    let body: Value = serde_json::from_slice(&post.body).expect("the body is JSON");
    let mut data = body.clone();
    let envelope = data.as_object_mut().expect("an object");
    let event = json!({
        "specversion": "1.0", "type": "meetpunt.response.v1", "subject": "nps-order-confirmation",
        "datacontenttype": "application/json",
        "id": envelope.remove("id"), "source": envelope.remove("source"), "time": envelope.remove("time"),
        "data": data,
    });
    stage.check_event(&event, json!({}));
}

fn the_page_hears_every_step(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation""#));
    survey.answer(9);
    stage.until_event("delivered");
    for name in ["ready", "shown", "answered", "submit", "completed", "delivered"] {
        let heard = stage.events(name);
        let count = if name == "submit" { 2 } else { 1 };
        assert_eq!(heard.len(), count, "meetpunt:{name} came {} times", heard.len());
        let (event, detail) = (&heard[0], &heard[0]["detail"]);
        assert_eq!((&event["bubbles"], &event["composed"]), (&json!(true), &json!(true)), "meetpunt:{name}");
        assert_eq!(event["cancelable"], name == "submit", "meetpunt:{name}");
        assert_eq!(event["target"], "meetpunt-survey", "meetpunt:{name}");
        let common = json!([detail["survey"], detail["metric"], detail["touchpoint"], detail["preview"]]);
        assert_eq!(common, json!(["nps-order-confirmation", "nps", "order-confirmation", false]), "meetpunt:{name}");
    }
    let first = |name: &str| stage.events(name).remove(0)["detail"].clone();
    assert_eq!(first("ready")["warnings"], json!([]));
    assert_eq!(first("shown")["trigger"], "visible");
    let answered = first("answered");
    assert_eq!(json!([answered["score"], answered["class"], answered["na"]]), json!([9, "promoter", false]));
    assert_eq!(answered["normalised"].as_f64(), Some(90.0));
    let delivered = stage.until_state("completed");
    assert_eq!(first("completed")["event"]["id"], delivered["id"]);
    assert_eq!(json!([first("delivered")["id"], first("delivered")["attempts"]]), json!([delivered["id"], 1]));
    assert!(stage.events("error").is_empty() && stage.events("warning").is_empty());
}

fn the_page_may_take_an_answer_itself(stage: &Stage<'_>) {
    let page = survey(r#"metric="nps" touchpoint="order-confirmation""#)
        .script("document.addEventListener('meetpunt:submit', (event) => event.preventDefault())");
    let survey = stage.open(&page);
    survey.answer(9);
    let taken = stage.events("submit");
    stage.check_event(&taken.last().expect("a submit event")["detail"]["event"], json!({}));
    // A page load flushes what waits; there must be nothing.
    stage.reload();
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(std::time::Duration::from_millis(700), "nothing is sent", || stage.collector.posts().is_empty());
}

fn the_page_may_add_context(stage: &Stage<'_>) {
    let page = survey(r#"metric="nps" touchpoint="order-confirmation" context-basket="small""#).script(
        "document.addEventListener('meetpunt:submit', (event) => { event.detail.context['order-band'] = '50-100'; })",
    );
    stage.open(&page).answer(9);
    let differs = json!({"context": {"basket": "small", "order-band": "50-100"}});
    stage.check_event(&stage.until_state("completed"), differs);
}
