//! A survey that floats above the page and never takes anything from it.

use crate::harness::{Key, Stage, survey};
use serde_json::json;
use std::time::{Duration, Instant};

crate::tests![
    a_popover_opens_after_its_delay,
    a_popover_is_answered_like_any_other,
    escape_closes_it_and_gives_the_focus_back,
    its_button_closes_it,
    a_visitor_who_is_typing_is_not_disturbed,
    escape_outside_of_it_belongs_to_the_host,
    closing_after_a_score_still_delivers,
    the_page_opens_and_closes_it,
    nothing_opens_while_the_page_is_blocked,
];

const POPOVER: &str = r#"metric="nps" touchpoint="order-confirmation" display="popover" trigger="delay:400ms""#;

fn a_popover_opens_after_its_delay(stage: &Stage<'_>) {
    let slow = POPOVER.replace("400ms", "1500ms");
    let begin = Instant::now();
    let survey = stage.open(&survey(&slow));
    stage.throughout(Duration::from_millis(600), "the popover is closed", || {
        begin.elapsed() > Duration::from_millis(1400) || !survey.has("question")
    });
    survey.until("question");
    assert!(begin.elapsed() >= Duration::from_millis(1500), "it opened after {:?}", begin.elapsed());
    assert!(!survey.shows_fallback(), "fallback content is for inline surveys");
    assert_eq!(stage.until_event("shown")["detail"]["trigger"], "delay");
}

fn a_popover_is_answered_like_any_other(stage: &Stage<'_>) {
    let survey = stage.open(&survey(POPOVER));
    survey.answer(7);
    let differs = json!({"score": 7, "class": "passive", "normalised": 70.0, "display": "popover", "trigger": "delay"});
    stage.check_event(&stage.until_state("completed"), differs);
    survey.click("close");
    survey.until_gone_from_sight();
    assert!(stage.events("dismissed").is_empty(), "closing the thank-you is not a refusal");
}

fn escape_closes_it_and_gives_the_focus_back(stage: &Stage<'_>) {
    let survey = stage.open(&survey(POPOVER));
    stage.click_host("#search");
    survey.choose(2);
    assert!(stage.focus().starts_with("meetpunt-survey"), "a click goes into the survey");
    stage.browser.press(Key::Escape);
    survey.until_gone_from_sight();
    stage.until("the focus to be back in the search field", || (stage.focus() == "#search").then_some(()));
    let dismissed = stage.until_event("dismissed");
    assert_eq!(dismissed["detail"]["step"], "score");
    assert!(stage.collector.posts().is_empty(), "a score that was not given left the browser");
}

fn its_button_closes_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(POPOVER));
    survey.until("question");
    survey.click("close");
    survey.until_gone_from_sight();
    stage.until_event("dismissed");
    // Whoever closed it is not asked again on the next page.
    stage.reload();
    let skipped = stage.until_event("skipped");
    assert!(skipped["detail"]["reason"].is_string(), "{skipped}");
    assert!(!stage.survey("meetpunt-survey").has("question"));
}

fn a_visitor_who_is_typing_is_not_disturbed(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&POPOVER.replace("400ms", "1s")));
    stage.click_host("#search");
    stage.browser.type_text("sh");
    survey.until("question");
    assert_eq!(stage.focus(), "#search", "the popover took the focus");
    stage.browser.type_text("oes");
    assert_eq!(stage.run("return document.querySelector('#search').value"), "shoes");
    assert_eq!(stage.run("return [scrollX, scrollY]"), json!([0, 0]));
}

fn escape_outside_of_it_belongs_to_the_host(stage: &Stage<'_>) {
    let survey = stage.open(&survey(POPOVER));
    survey.until("question");
    stage.click_host("#search");
    stage.browser.press(Key::Escape);
    stage.throughout(Duration::from_millis(400), "the popover is open", || survey.is_visible());
    assert!(stage.events("dismissed").is_empty());
}

fn closing_after_a_score_still_delivers(stage: &Stage<'_>) {
    let survey = stage.open(&survey(POPOVER));
    survey.choose(1);
    survey.send();
    survey.write("Never finis");
    survey.click("close");
    survey.until_gone_from_sight();
    let event = stage.until_delivered(1).remove(0);
    let differs = json!({
        "score": 1, "class": "detractor", "normalised": 10.0, "display": "popover", "trigger": "delay",
        "state": "answered", "sequence": 1, "comment": null,
    });
    stage.check_event(&event, differs);
}

fn the_page_opens_and_closes_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&POPOVER.replace("delay:400ms", "manual")));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(Duration::from_millis(500), "nothing opens by itself", || !survey.has("question"));
    stage.run("document.querySelector('meetpunt-survey').show()");
    survey.until("question");
    survey.choose(4);
    stage.run("document.querySelector('meetpunt-survey').hide()");
    survey.until_gone_from_sight();
    assert!(stage.events("dismissed").is_empty(), "hiding is not the visitor's refusal");
    stage.run("meetpunt('show', 'nps-order-confirmation')");
    survey.until("question");
    assert_eq!(survey.chosen(), Some(4), "hiding lost the choice");
    survey.send();
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    let differs =
        json!({"score": 4, "class": "detractor", "normalised": 40.0, "display": "popover", "trigger": "manual"});
    stage.check_event(&stage.until_state("completed"), differs);
}

fn nothing_opens_while_the_page_is_blocked(stage: &Stage<'_>) {
    let page = survey(&POPOVER.replace("400ms", "100ms")).script("document.documentElement.dataset.meetpuntBlock = ''");
    let survey = stage.open(&page);
    let skipped = stage.until_event("skipped");
    let rules = skipped["detail"]["checks"].as_array().cloned().unwrap_or_default();
    let broken: Vec<_> =
        rules.iter().filter(|check| check["passed"] == false).map(|check| check["rule"].clone()).collect();
    assert_eq!(broken, [json!("block")], "{skipped}");
    assert!(!survey.has("question"));
    // The page may change its mind.
    stage.run("delete document.documentElement.dataset.meetpuntBlock");
    stage.run("meetpunt('show', 'nps-order-confirmation')");
    survey.until("question");
}
