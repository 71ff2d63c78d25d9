//! Links with a score, other programs on the page, and kiosks.

use super::site_file::{add, shop};
use crate::harness::{Stage, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    a_link_opens_the_survey_with_its_score_chosen,
    a_link_with_a_score_that_is_not_on_the_scale_chooses_none,
    a_link_waits_for_consent,
    a_link_sends_nothing_by_itself_even_by_tap,
    other_programs_hear_of_an_answer_without_its_texts,
    global_privacy_control_keeps_other_programs_out,
    a_kiosk_begins_anew_and_stores_nothing,
    a_kiosk_that_is_left_amid_the_questions_begins_anew,
    commands_answer_by_promises,
    a_survey_wanted_before_it_is_there,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// Goes to a page by a link with this query.
fn follow<'s>(
    stage: &'s Stage<'_>,
    page: &crate::harness::page::Page,
    query: &str,
) -> crate::harness::widget::Survey<'s> {
    let url = stage.site.add(page);
    stage.go(&format!("{url}?{query}"))
}

fn a_link_opens_the_survey_with_its_score_chosen(stage: &Stage<'_>) {
    let page = survey(&format!(r#"{NPS} display="popover" trigger="manual""#));
    let found = follow(stage, &page, "a=1&meetpunt=nps-order-confirmation:9&b=%20#part");
    found.until("question");
    stage.until("the score", || (found.chosen() == Some(9)).then_some(()));
    let hint = found.look("#confirm", "return found?.textContent");
    assert_eq!(hint, "Press Send to confirm your answer.");
    assert!(stage.browser.url().ends_with("/order/thanks?a=1&b=%20#part"), "{}", stage.browser.url());
    stage.throughout(Duration::from_millis(1500), "nothing is given", || {
        stage.events("answered").is_empty() && stage.collector.requests().is_empty()
    });
    found.send();
    found.until("comment");
    found.send();
    found.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"display": "popover", "trigger": "link"}));
}

fn a_link_with_a_score_that_is_not_on_the_scale_chooses_none(stage: &Stage<'_>) {
    let found = follow(
        stage,
        &survey(&format!(r#"{NPS} display="popover" trigger="manual""#)),
        "meetpunt=nps-order-confirmation:11",
    );
    found.until("question");
    stage.throughout(Duration::from_millis(400), "nothing is chosen", || found.chosen().is_none());
    let other =
        follow(stage, &survey(&format!(r#"{NPS} display="popover" trigger="manual""#)).at("/other"), "meetpunt=ces:3");
    stage.until_page("the address to be clean", "!location.search");
    stage.throughout(Duration::from_millis(400), "another survey stays away", || !other.has("question"));
}

fn a_link_waits_for_consent(stage: &Stage<'_>) {
    let found = follow(
        stage,
        &survey(&format!(r#"{NPS} display="popover" trigger="manual" consent="required""#)),
        "meetpunt=nps-order-confirmation:0",
    );
    stage.until_page("the address to be clean", "!location.search");
    stage.throughout(Duration::from_millis(400), "nothing shows before consent", || !found.has("question"));
    stage.run("meetpunt('consent', true)");
    found.until("question");
    stage.until("the score", || (found.chosen() == Some(0)).then_some(()));
}

fn a_link_sends_nothing_by_itself_even_by_tap(stage: &Stage<'_>) {
    let found =
        follow(stage, &survey(&format!(r#"{NPS} send="tap" trigger="manual""#)), "meetpunt=nps-order-confirmation:7");
    found.until("question");
    stage.until("the score", || (found.chosen() == Some(7)).then_some(()));
    stage.throughout(Duration::from_millis(800), "nothing is given", || stage.events("answered").is_empty());
    found.send();
    stage.until_event("answered");
}

/// What the programs on the page heard.
const PROGRAMS: &str = "window.dataLayer = [];
    window.told = [];
    window.posthog = {name: 'posthog', capture(name, answer) { told.push([this.name, name, answer]); }};
    window.analytics = {name: 'segment', track(name, answer) { told.push([this.name, name, answer]); }};";

fn other_programs_hear_of_an_answer_without_its_texts(stage: &Stage<'_>) {
    let settings =
        format!(r#"{NPS} adapters="datalayer, PostHog, segment" respondent="customer-7" contact context-order="17""#);
    let found = stage.open(&survey(&settings).script(PROGRAMS));
    found.choose(2);
    found.send();
    found.write("My secret");
    found.send();
    found.until("thanks");
    let told =
        stage.until_page("what was told", "told.length === 2 && dataLayer.length === 1 && [...told, dataLayer[0]]");
    for heard in [&told[0][2], &told[1][2], &told[2]["meetpunt"]] {
        assert_eq!(
            (&heard["survey"], &heard["score"], &heard["class"]),
            (&json!("nps-order-confirmation"), &json!(2), &json!("detractor"))
        );
    }
    assert_eq!(
        json!([told[0][0], told[0][1], told[1][0], told[2]["event"]]),
        json!(["posthog", "meetpunt_response", "segment", "meetpunt_response"])
    );
    let all = told.to_string();
    assert!(!all.contains("secret") && !all.contains("customer-7") && !all.contains("\"17\""), "{all}");
}

fn global_privacy_control_keeps_other_programs_out(stage: &Stage<'_>) {
    let gpc =
        format!("{PROGRAMS} Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {{get: () => true}});");
    let found = stage.open(&survey(&format!(r#"{NPS} adapters="datalayer,posthog,segment""#)).script(&gpc));
    found.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"gpc": true}));
    assert_eq!(stage.run("return [told.length, dataLayer.length]"), json!([0, 0]));
}

fn a_kiosk_begins_anew_and_stores_nothing(stage: &Stage<'_>) {
    let found = stage.open(&survey(r#"metric="csat" look="faces" send="tap" follow-up="none" mode="kiosk""#));
    for press in 1..=2 {
        found.until("scale");
        stage.run("window.pressed = performance.now()");
        found.click_on(&crate::harness::widget::point(4));
        found.until("thanks");
        found.until("scale");
        assert!(
            stage.run("return performance.now() - pressed").as_f64() > Some(4900.0),
            "it was locked for five seconds"
        );
        assert_eq!(found.chosen(), None);
        stage.until_delivered(press);
    }
    assert_eq!(stage.stored()["local"], json!([]));
    assert_eq!(stage.stored()["session"], json!([]));
    assert_eq!(stage.stored()["databases"], json!([]));
}

fn a_kiosk_that_is_left_amid_the_questions_begins_anew(stage: &Stage<'_>) {
    let kiosk = survey(r#"metric="csat" mode="kiosk""#).script(crate::harness::clock::TEN_TIMES);
    let found = stage.open(&kiosk);
    found.choose(2);
    found.send();
    found.write("I must run");
    stage.run("window.left = performance.now()");
    found.until("scale");
    let waited = stage.run("return performance.now() - left").as_f64();
    // Thirty seconds after the last key, ten times faster.
    assert!(waited > Some(2000.0), "{waited:?} ms");
    assert_eq!(found.chosen(), None);
    let given = stage.until_state("answered");
    assert_eq!((&given["data"]["score"], &given["data"]["comment"]), (&json!(2), &json!(null)));
}

fn commands_answer_by_promises(stage: &Stage<'_>) {
    let queued = "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('diagnostics');
        meetpunt('nonsense', 1);";
    stage.open(&page("").script(queued));
    stage.until_page("the loader", "meetpunt.version");
    stage.run("Promise.all([meetpunt('flush'), meetpunt('diagnostics'), meetpunt('explain', 'gone'), meetpunt('hide'), meetpunt('forget'), meetpunt('nonsense')]).then((all) => { window.all = all.map((one) => one ?? null); })");
    assert_eq!(stage.until_page("all answers", "window.all"), json!([0, {"waiting": 0}, null, null, null, null]));
}

fn a_survey_wanted_before_it_is_there(stage: &Stage<'_>) {
    add(
        stage,
        &json!({"defaults": {"endpoint": "/collect"}, "surveys": [{"id": "late", "metric": "nps", "display": "popover", "trigger": "manual"}]}),
    );
    let early = "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('show', 'late');
        meetpunt('on', 'answered', ({detail}) => { window.answered = detail.score; });";
    stage.open(&shop("").script(early)).answer(9);
    stage.until_page("the callback", "window.answered === 9");
}
