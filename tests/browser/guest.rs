//! A guest takes no more room than its own, and leaves when it must.

use crate::harness::{Key, Stage, element, page, survey};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    two_surveys_on_a_page_do_not_meet,
    a_survey_taken_off_the_page_takes_everything_with_it,
    a_survey_that_is_moved_keeps_its_answer,
    a_trap_in_the_wasm_is_silent_and_loses_no_answer,
    an_unknown_metric_leaves_the_fallback,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

fn two_surveys_on_a_page_do_not_meet(stage: &Stage<'_>) {
    let both = format!(
        r#"{}<meetpunt-survey id="second" metric="csat" touchpoint="delivery"></meetpunt-survey>"#,
        element(&format!(r#"id="first" {NPS}"#))
    );
    stage.open(&page(&both));
    let (first, second) = (stage.survey("#first"), stage.survey("#second"));
    first.choose(9);
    second.choose(2);
    assert_eq!((first.chosen(), second.chosen()), (Some(9), Some(2)), "a choice in one undid the other");
    first.send();
    first.write("Of the first");
    assert!(second.has("scale") && !second.has("comment"));
    second.send();
    second.until("comment");
    second.send();
    second.until("thanks");
    first.send();
    first.until("thanks");
    let events = stage.until("both answers", || {
        let done: Vec<Value> =
            stage.collector.delivered().into_iter().filter(|event| event["data"]["state"] == "completed").collect();
        (done.len() == 2).then_some(done)
    });
    let of =
        |survey: &str| events.iter().find(|event| event["subject"] == survey).unwrap_or_else(|| panic!("no {survey}"));
    stage.check_event(of("nps-order-confirmation"), json!({"comment": "Of the first"}));
    let differs = json!({
        "survey": "csat-delivery", "metric": "csat", "scale": {"min": 1, "max": 5}, "layer": "basics", "score": 2,
        "class": "dissatisfied", "normalised": 25.0, "touchpoint": "delivery", "alert": "complaint",
    });
    stage.check_event(of("csat-delivery"), differs);
}

fn a_survey_taken_off_the_page_takes_everything_with_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(3);
    stage.run("window.kept = document.querySelector('meetpunt-survey'); kept.remove(); heard.events.length = 0;");
    stage.until_page("its nodes to go", "!kept.shadowRoot.querySelector('[part]')");
    stage.run(
        "for (const name of ['scroll', 'resize', 'online', 'pageshow', 'focus', 'keydown', 'click', 'pointermove'])
            for (const target of [window, document, kept, kept.shadowRoot]) target.dispatchEvent(new Event(name, {bubbles: true}));
        document.dispatchEvent(new Event('visibilitychange'));",
    );
    stage.click_host("#before");
    stage.browser.press(Key::Escape);
    stage.throughout(Duration::from_millis(1500), "nothing is heard and nothing is sent", || {
        stage.run("return heard.events.length") == 0 && stage.collector.requests().is_empty()
    });
}

fn a_survey_that_is_moved_keeps_its_answer(stage: &Stage<'_>) {
    let survey = stage.open(&page(&format!("{}<div id=\"place\"></div>", element(NPS))));
    survey.choose(3);
    stage.run("document.querySelector('#place').append(document.querySelector('meetpunt-survey'))");
    survey.until("scale");
    assert_eq!(survey.chosen(), Some(3), "moving lost the choice");
    survey.choose(9);
    survey.send();
    survey.write("Before the");
    stage.run("document.querySelector('main').prepend(document.querySelector('meetpunt-survey'))");
    survey.until("comment");
    survey.write(" move and after");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "Before the move and after"}));
    assert_eq!(stage.collector.delivered().len(), 1);
}

fn a_trap_in_the_wasm_is_silent_and_loses_no_answer(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS).script(include_str!("harness/traps.js")));
    survey.choose(2);
    survey.send();
    survey.until("comment");
    stage.until_event("answered");
    assert!(stage.run("return wasm.calls").as_u64() > Some(0), "the trap is not in the way");
    // Whatever takes over traps as well.
    stage.run("wasm.armed = true");
    survey.click("comment");
    stage.browser.type_text("This ends it");
    survey.look("[part~=send]", "found && found.click()");
    let error = stage.until_event("error");
    assert_eq!(error["detail"]["reason"], "trap");
    stage.until("the survey to end", || (!survey.is_visible()).then_some(()));
    stage.click_host("#search");
    stage.browser.type_text("go on");
    let event = stage.until_delivered(1).remove(0);
    let differs = json!({"score": 2, "class": "detractor", "normalised": 20.0, "state": "answered", "sequence": 1});
    stage.check_event(&event, differs);
    assert_eq!(stage.events("error").len(), 1, "one error, and no more");
    assert_eq!(stage.run("return wasm.after"), 0, "a trapped instance was called again");
}

fn an_unknown_metric_leaves_the_fallback(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="happiness""#));
    let error = stage.until_event("error");
    assert_eq!(error["detail"]["setting"], "metric");
    assert!(error["detail"]["reason"].as_str().is_some_and(|reason| reason.contains("happiness")), "{error}");
    assert_eq!(error["target"], "meetpunt-survey");
    assert!(survey.shows_fallback());
    assert!(!survey.has("question"));
}
