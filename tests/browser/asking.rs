//! Who is asked, and who is not, through the page.

use super::site_file::{add, shop};
use crate::harness::{Stage, element, page, survey};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    dates_devices_and_audience_decide,
    a_survey_shown_keeps_the_others_quiet,
    a_visit_has_one_survey,
    an_inline_survey_neither_waits_nor_counts,
    a_visitor_who_was_not_drawn_is_never_drawn_again,
    a_respondent_has_the_same_lot_everywhere,
    the_same_order_is_asked_about_once,
    the_higher_priority_shows,
    one_survey_at_a_time,
    an_open_dialog_and_a_payment_step_block,
    a_tab_ignores_the_clocks,
    the_page_passes_over_clocks_but_not_over_dates,
    two_tabs_count_together,
    without_storage_a_draw_lasts_as_long_as_the_page,
    every_rule_is_explained,
    debugging_prints_every_rule,
];

const DAY: &str = "Math.floor(Date.now() / 864e5)";

/// A popover that is due at once, with these settings.
fn due(settings: &str) -> String {
    format!(r#"metric="csat" touchpoint="delivery" follow-up="none" display="popover" trigger="load" {settings}"#)
}

/// Why a survey with these settings does not show.
#[track_caller]
fn refused(stage: &Stage<'_>, settings: &str) -> Value {
    stage.open(&survey(&due(settings)).at("/refused"));
    let skipped = stage.until_event("skipped");
    assert!(!stage.survey("meetpunt-survey").has("question"));
    skipped["detail"]["reason"].clone()
}

fn remembered(stage: &Stage<'_>) -> Value {
    stage.run("return JSON.parse(localStorage.getItem('meetpunt.v1') || '{}')")
}

fn dates_devices_and_audience_decide(stage: &Stage<'_>) {
    assert_eq!(refused(stage, r#"starts="2100-01-01T00:00:00Z""#), "starts");
    assert_eq!(refused(stage, r#"ends="2020-01-01T00:00:00Z""#), "ends");
    assert_eq!(refused(stage, r#"devices="phone""#), "devices");
    let audience =
        r#"audience='{"all": [{"attribute": "plan", "in": ["pro", "team"]}, {"attribute": "orders", "above": 2}]}'"#;
    assert_eq!(refused(stage, audience), "audience");
    assert_eq!(remembered(stage), json!({}), "nobody was asked, and nothing is noted");
    let said = "window.meetpunt = window.meetpunt || function () { (meetpunt.q = meetpunt.q || []).push(arguments) };
        meetpunt('set', {plan: 'pro', orders: 1});
        meetpunt('set', {orders: 3});";
    let found = stage
        .open(&survey(&due(&format!(r#"starts="2020-01-01T00:00:00Z" devices="desktop" {audience}"#))).script(said));
    found.choose(4);
    found.send();
    found.until("thanks");
    let event = stage.until_state("completed").to_string();
    assert!(!event.contains("plan") && !event.contains("orders"), "attributes never travel: {event}");
}

fn a_survey_shown_keeps_the_others_quiet(stage: &Stage<'_>) {
    stage.run_after_visit(&format!(
        "localStorage.setItem('meetpunt.v1', JSON.stringify({{'*': {{shown: {DAY} - 29}}}}))"
    ));
    assert_eq!(refused(stage, ""), "quiet");
    assert_eq!(refused(stage, r#"quiet="30d""#), "quiet");
    stage.open(&survey(&due(r#"quiet="29d""#))).until("question");
    stage.until_event("shown");
    assert_eq!(remembered(stage)["*"], stage.run(&format!("return {{shown: {DAY}}}")));
}

fn a_visit_has_one_survey(stage: &Stage<'_>) {
    stage.open(&survey(&due(r#"survey="first" quiet="0d""#))).until("question");
    stage.until_event("shown");
    assert_eq!(stage.run("return JSON.parse(sessionStorage.getItem('meetpunt.v1'))"), json!({"*": {"visit": 1}}));
    assert_eq!(refused(stage, r#"survey="second" quiet="0d""#), "per-session");
    stage.open(&survey(&due(r#"survey="third" quiet="0d" per-session="2""#)).at("/third")).until("question");
}

fn an_inline_survey_neither_waits_nor_counts(stage: &Stage<'_>) {
    stage.open(&survey(r#"metric="csat" survey="inline" sample="100%""#)).until("question");
    stage.until_event("shown");
    let record = remembered(stage);
    assert!(record["*"].is_null() && record["inline"]["shown"].is_u64(), "{record}");
    stage.open(&survey(&due("")).at("/popover")).until("question");
    stage.until_event("shown");
    stage.open(&survey(r#"metric="nps" survey="another" sample="100%""#).at("/inline")).until("question");
}

fn a_visitor_who_was_not_drawn_is_never_drawn_again(stage: &Stage<'_>) {
    let random = |draw: &str| {
        format!(
            "crypto.getRandomValues = (array) => {{ if (array instanceof Uint32Array && array.length === 1) window.drawn = (window.drawn || 0) + 1; return array.fill(Math.floor({draw} * 2 ** 32)); }}"
        )
    };
    let page = |draw: &str| survey(&due(r#"sample="50%""#)).script(&random(draw)).at("/drawn");
    stage.open(&page("0.60005"));
    assert_eq!(stage.until_event("skipped")["detail"]["reason"], "sample");
    assert_eq!(remembered(stage), json!({"csat-delivery": {"draw": 6000}}));
    // Whatever the next pages would draw, and with no more than the loader.
    for _ in 0..3 {
        stage.open(&page("0.1"));
        assert_eq!(stage.until_event("skipped")["detail"]["reason"], "sample");
    }
    assert_eq!(remembered(stage)["csat-delivery"]["draw"], 6000);
    // A share that grows takes them in.
    stage.open(&survey(&due(r#"sample="60.01%""#))).until("question");
    let rate = stage.until_event("shown");
    assert_eq!(rate["detail"]["survey"], "csat-delivery");
    assert_eq!(remembered(stage)["csat-delivery"]["draw"], 6000);
}

fn a_respondent_has_the_same_lot_everywhere(stage: &Stage<'_>) {
    // 64-bit FNV-1a of "csat-delivery:customer-…" modulo 10,000, by Python: 1 → in, 2 → out.
    let lots: Vec<bool> = ["customer-1", "customer-2", "customer-3", "customer-4"]
        .iter()
        .map(|customer| meetpunt_core::eligibility::bucket(&format!("csat-delivery:{customer}")) < 5000)
        .collect();
    assert!(lots.contains(&true) && lots.contains(&false), "{lots:?}");
    for (number, is_in) in lots.into_iter().enumerate() {
        let settings = due(&format!(
            r#"sample="50%" respondent="customer-{}" quiet="0d" per-session="9" ask-again="ignored:0d""#,
            number + 1
        ));
        let found = stage.open(&survey(&settings).at(&format!("/customer-{number}")));
        if is_in {
            found.until("question");
        } else {
            assert_eq!(stage.until_event("skipped")["detail"]["reason"], "sample");
        }
    }
    assert!(!remembered(stage).to_string().contains("draw"), "the code says it all");
}

fn the_same_order_is_asked_about_once(stage: &Stage<'_>) {
    let settings = r#"occasion="order-17" ask-again="answered:0d,ignored:0d" quiet="0d" per-session="9""#;
    stage.open(&survey(&due(settings))).until("question");
    stage.until_event("shown");
    let record = remembered(stage);
    assert_eq!(record["csat-delivery"]["occasions"], json!([meetpunt_core::eligibility::Record::hash("order-17")]));
    assert_eq!(refused(stage, settings), "occasion");
    stage.open(&survey(&due(&settings.replace("17", "18"))).at("/18")).until("question");
    assert!(!remembered(stage).to_string().contains("order"), "no code is kept as it is");
}

fn the_higher_priority_shows(stage: &Stage<'_>) {
    let one = |id: &str, priority: u8| json!({"id": id, "metric": "csat", "display": "popover", "trigger": "load", "priority": priority});
    add(stage, &json!({"surveys": [one("first", 1), one("second", 5), one("third", 5)]}));
    stage.open(&shop(""));
    stage.survey("[survey=second]").until("question");
    let skipped = stage.until("the others to be told", || Some(stage.events("skipped")).filter(|all| all.len() == 2));
    let reasons: Vec<_> = skipped.iter().map(|event| event["detail"]["reason"].clone()).collect();
    assert_eq!(reasons, [json!("priority"), json!("priority")]);
}

fn one_survey_at_a_time(stage: &Stage<'_>) {
    let other = element(
        &due(r#"id="other" survey="other" quiet="0d" per-session="9""#)
            .replace("trigger=\"load\"", "trigger=\"event:now\""),
    );
    stage.open(&page(&format!("{}{other}", element(&due(r#"id="one" quiet="0d" per-session="9""#)))));
    stage.survey("#one").until("question");
    stage.run("meetpunt('event', 'now')");
    let skipped = stage.until_event("skipped");
    assert_eq!((&skipped["target"], &skipped["detail"]["reason"]), (&json!("other"), &json!("open")));
    stage.survey("#one").click("close");
    stage.survey("#one").until_gone_from_sight();
    stage.run("meetpunt('event', 'now')");
    stage.survey("#other").until("question");
}

fn an_open_dialog_and_a_payment_step_block(stage: &Stage<'_>) {
    let wait = |body: &str, script: &str| page(&format!("{}{body}", element(&due("")))).script(script);
    let dialog = wait(
        "<dialog>Cookies?</dialog>",
        "addEventListener('DOMContentLoaded', () => document.querySelector('dialog').showModal())",
    );
    stage.open(&dialog);
    assert_eq!(stage.until_event("skipped")["detail"]["reason"], "block");
    stage.open(&wait(r#"<input autocomplete="section-pay cc-number">"#, "").at("/pay"));
    let skipped = stage.until_event("skipped");
    assert_eq!(skipped["detail"]["reason"], "block");
    let block =
        skipped["detail"]["checks"].as_array().into_iter().flatten().find(|check| check["rule"] == "block").cloned();
    assert_eq!(block, Some(json!({"rule": "block", "passed": false, "value": "a payment step"})));
}

fn a_tab_ignores_the_clocks(stage: &Stage<'_>) {
    stage.run_after_visit(&format!("localStorage.setItem('meetpunt.v1', JSON.stringify({{'*': {{shown: {DAY}}}, 'csat-delivery': {{answered: {DAY}, draw: 9999}}}}))"));
    let found = stage.open(&survey(&due(r#"sample="1%""#).replace("popover", "tab")));
    found.click("handle");
    found.until("question");
}

fn the_page_passes_over_clocks_but_not_over_dates(stage: &Stage<'_>) {
    stage.run_after_visit(&format!("localStorage.setItem('meetpunt.v1', JSON.stringify({{'*': {{shown: {DAY}}}, 'csat-delivery': {{answered: {DAY}, draw: 9999}}}}))"));
    let manual = |settings: &str| survey(&due(settings).replace("\"load\"", "\"manual\""));
    stage.open(&manual(r#"sample="1%" match="/nowhere""#));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run("meetpunt('show', 'csat-delivery')");
    stage.survey("meetpunt-survey").until("question");
    stage.open(&manual(r#"ends="2020-01-01T00:00:00Z""#).at("/over"));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run("meetpunt('show', 'csat-delivery').then((shows) => { window.shows = shows; })");
    stage.until_page("the answer", "window.shows === false");
    assert_eq!(stage.until_event("skipped")["detail"]["reason"], "ends");
}

fn two_tabs_count_together(stage: &Stage<'_>) {
    let first = stage.open(&survey(&due("").replace("\"load\"", "\"manual\"")));
    stage.browser.open_tab();
    stage.open(&survey(&due(r#"survey="other""#)).at("/second")).until("question");
    stage.until_event("shown");
    stage.browser.switch_to(stage.browser.first_tab());
    stage.run("document.querySelector('meetpunt-survey').setAttribute('trigger', 'load')");
    assert_eq!(stage.until_event("skipped")["detail"]["reason"], "quiet");
    assert!(!first.has("question"));
}

fn without_storage_a_draw_lasts_as_long_as_the_page(stage: &Stage<'_>) {
    let throws = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, {get() { throw new DOMException('The operation is insecure.', 'SecurityError'); }});";
    let settings = due(r#"sample="0.01%""#).replace("\"load\"", "\"event:now\"");
    stage
        .open(&survey(&settings).script(&format!("{throws} crypto.getRandomValues = (array) => array.fill(2 ** 31);")));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    for count in 1..=2 {
        stage.run("meetpunt('event', 'now')");
        stage.until("the refusal", || (stage.events("skipped").len() == count).then_some(()));
    }
    stage.open(&survey(&due(r#"storage="none" sample="100%""#)).at("/none")).until("question");
    stage.until_event("shown");
    assert_eq!(stage.stored()["local"], json!([]));
    assert_eq!(stage.stored()["session"], json!([]));
}

fn every_rule_is_explained(stage: &Stage<'_>) {
    stage.run_after_visit(&format!("localStorage.setItem('meetpunt.v1', JSON.stringify({{'*': {{shown: {DAY} - 10}}, 'csat-delivery': {{ignored: {DAY} - 10, draw: 1042}}}}))"));
    stage.open(&survey(&due(r#"sample="25%" match="/order/*""#)));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run(
        "meetpunt('explain', 'csat-delivery').then((found) => { window.first = found; });
        document.querySelector('meetpunt-survey').explain().then((found) => { window.second = found; });",
    );
    stage.until_page("both explanations", "window.first && window.second");
    let found = stage.run("return first");
    assert_eq!(found, stage.run("return second"));
    let until = stage.run(&format!("return new Date(({DAY} + 20) * 864e5).toISOString()"));
    let check = |rule: &str, passed: bool, value: &str| json!({"rule": rule, "passed": passed, "value": value});
    let expected = json!({
        "show": false, "reason": "quiet", "until": until,
        "checks": [
            check("starts", true, "always"), check("ends", true, "always"), check("devices", true, "desktop"),
            check("lang", true, "en"), check("match", true, "matches"), check("audience", true, "everybody"),
            check("consent", true, "not required"), check("outbox", true, "has room"), check("open", true, "no other"),
            check("block", true, "nothing"), check("quiet", false, "10 of 30 days"), check("answered", true, "not before"),
            check("dismissed", true, "not before"), check("ignored", false, "10 of 30 days"), check("occasion", true, "none"),
            check("per-session", true, "0 of 1"), check("priority", true, "0"), check("sample", true, "draw 10.42 of 25.0%"),
        ],
    });
    assert_eq!(found, expected);
}

fn debugging_prints_every_rule(stage: &Stage<'_>) {
    let url = stage.site.add(&survey(&due("")));
    stage.go(&format!("{url}?meetpunt-debug"));
    let printed = stage.until("the explanation in the console", || {
        stage.console().into_iter().find(|line| line.contains("csat-delivery"))
    });
    for rule in ["starts", "quiet", "per-session", "sample"] {
        assert!(printed.contains(&format!("✓ {rule}: ")), "{printed}");
    }
    stage.throughout(Duration::from_millis(200), "it is printed once", || {
        stage.console().iter().filter(|line| line.contains("csat-delivery")).count() == 1
    });
}
