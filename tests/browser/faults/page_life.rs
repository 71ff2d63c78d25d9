//! Pages that are hidden, left, restored and rearranged.

use super::{NPS, elsewhere, shop};
use crate::harness::clock::TEN_TIMES;
use crate::harness::{Fault, Key, Stage, element, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    fault_28_away_and_back,
    fault_29_nothing_keeps_a_page_from_being_restored,
    fault_29_a_page_that_was_left_holds_no_database,
    fault_32_hidden_and_shown_twenty_times,
    fault_33_a_thousand_moves,
    fault_34_send_pressed_in_every_way_at_once,
    fault_64_a_page_that_stands_still_for_seconds,
    fault_89_a_further_wasm_that_takes_its_time needs_wasm("where Wasm is refused none is fetched"),
    fault_89_a_wasm_that_takes_its_time needs_wasm("where Wasm is refused none is fetched"),
    fault_92_a_copy_is_a_survey_of_its_own,
];

fn fault_28_away_and_back(stage: &Stage<'_>) {
    stage.site.add(&page("<p>Elsewhere.</p>").at("/elsewhere").without_loader());
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    stage.run(
        "addEventListener('pageshow', (event) => { window.shop = event.persisted; }); location.href = '/elsewhere'",
    );
    stage.until("the next page", || stage.browser.url().ends_with("/elsewhere").then_some(()));
    stage.run("history.back()");
    stage.until("the page to come back", || stage.browser.url().ends_with("/order/thanks").then_some(()));
    survey.until("question");
    // An engine that restored the page restored the choice with it.
    if stage.run("return window.shop ?? null") == true {
        assert_eq!(survey.chosen(), Some(9));
    }
    survey.answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_29_nothing_keeps_a_page_from_being_restored(stage: &Stage<'_>) {
    let spy = "window.shop = {kinds: [], locks: 0};
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (kind, ...rest) { shop.kinds.push(kind); return add.call(this, kind, ...rest); };
        if (navigator.locks) navigator.locks.request = () => { shop.locks++; return new Promise(() => {}); };
        heard.mark();";
    let survey = stage.open(&survey(NPS).script(spy));
    survey.answer(9);
    stage.until_event("delivered");
    let kinds = stage.run("return shop.kinds").to_string();
    assert!(kinds.contains("pagehide"), "the spy saw nothing: {kinds}");
    assert!(!kinds.contains("unload") && !kinds.contains("\"message\""), "{kinds}");
    assert_eq!(stage.run("return [shop.locks, window.onunload, window.onbeforeunload]"), json!([0, null, null]));
    // An open transaction or a connection in the way would keep this from ending.
    let delete = "const deleting = indexedDB.deleteDatabase('meetpunt');
        deleting.onsuccess = () => arguments[0]('deleted'); deleting.onblocked = () => arguments[0]('blocked');";
    assert_eq!(stage.browser.run_async(delete, Vec::new()), "deleted");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_29_a_page_that_was_left_holds_no_database(stage: &Stage<'_>) {
    // Every transaction that reads rows goes on for as long as the page does: as if it were left in the midst of one.
    let slow = "const all = IDBObjectStore.prototype.getAll;
        window.shop = 0;
        IDBObjectStore.prototype.getAll = function (...words) {
            const reading = all.apply(this, words);
            if (shop) (function again(store) { shop++; store.get('none').onsuccess = () => again(store); })(this);
            return reading;
        };
        heard.mark();";
    for (number, leave) in
        ["location.href = '/next'", "history.pushState(null, '', '/next'); location.reload()"].into_iter().enumerate()
    {
        stage.collector.go_down();
        let path = format!("/left-{number}");
        let asks = survey(&format!(r#"metric="nps" survey="left-{number}""#)).at(&path);
        stage.open(&asks.loader(&elsewhere(stage)).script(slow)).answer(9);
        stage.run("window.shop = 1");
        stage.until_page("a transaction under way", "window.shop > 5");
        stage.site.add(&page("").at("/next").loader(&elsewhere(stage)).script(TEN_TIMES));
        stage.collector.come_up();
        stage.run(leave);
        stage.until("the next page", || stage.browser.url().ends_with("/next").then_some(()));
        stage.all_is_well(number + 1);
    }
}

/// Tells the page that it is hidden, or shown again: drivers do not agree on whether a tab behind another one is hidden.
const VISIBILITY: &str = "const say = (hidden) => {
        Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => hidden ? 'hidden' : 'visible'});
        Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
        document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
    };";

fn fault_32_hidden_and_shown_twenty_times(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    stage.run(&format!("{VISIBILITY} for (let turn = 0; turn < 20; turn++) {{ say(true); say(false); }}"));
    stage.until_state("answered");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.all_is_well(1);
    assert!(stage.collector.posts().len() <= 3, "{} posts", stage.collector.posts().len());
}

fn fault_33_a_thousand_moves(stage: &Stage<'_>) {
    let survey = stage.open(&page(&format!("{}<div id=\"place\"></div>", element(NPS))));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    survey.write("Kept");
    stage.run(
        "const survey = document.querySelector('meetpunt-survey'), places = [document.querySelector('#place'), document.querySelector('main')];
        for (let turn = 0; turn < 1000; turn++) places[turn % 2].append(survey);",
    );
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "Kept"}));
    stage.all_is_well(1);
    assert_eq!(stage.events("answered").len(), 1);
}

fn fault_34_send_pressed_in_every_way_at_once(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} follow-up="none""#)));
    survey.choose(9);
    survey.look("[part~=send]", "for (let press = 0; press < 5; press++) found.click()");
    stage.browser.press(Key::Enter);
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    stage.until_event("delivered");
    stage.check_event(&stage.all_is_well(1)[0], json!({"sequence": 1}));
    assert_eq!((stage.events("answered").len(), stage.collector.posts().len()), (1, 1));
}

fn fault_64_a_page_that_stands_still_for_seconds(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::Status(503)]);
    let busy = "document.addEventListener('meetpunt:answered', () => {
            for (const end = performance.now() + 3000; performance.now() < end;);
        });";
    stage.open(&shop(stage).script(busy)).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.all_is_well(1);
}

fn fault_89_a_further_wasm_that_takes_its_time(stage: &Stage<'_>) {
    stage.site.delay(".wasm", Duration::from_secs(3));
    let survey = stage.open(&survey(r#"metric="csat" look="stars" touchpoint="order-confirmation""#));
    stage.until("the Wasm to be asked for", || {
        stage.site.fetched().iter().any(|name| name.ends_with(".wasm")).then_some(())
    });
    stage.throughout(Duration::from_millis(800), "the fallback stays", || survey.shows_fallback());
    survey.answer(4);
}

fn fault_89_a_wasm_that_takes_its_time(stage: &Stage<'_>) {
    stage.site.delay(".wasm", Duration::from_secs(3));
    let survey = stage.open(&survey(NPS));
    stage.until("the Wasm to be asked for", || {
        stage.site.fetched().iter().any(|name| name.ends_with(".wasm")).then_some(())
    });
    // The question stands already, and takes what is pressed; the page goes on.
    survey.choose(9);
    survey.send();
    assert!(stage.events("answered").is_empty() && !survey.shows_fallback());
    stage.click_host("#search");
    stage.browser.type_text("go on");
    assert_eq!(stage.run("return document.querySelector('#search').value"), "go on");
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_92_a_copy_is_a_survey_of_its_own(stage: &Stage<'_>) {
    let survey = stage.open(&page(&element(NPS)).loader(&elsewhere(stage)));
    survey.choose(9);
    stage.run(
        "const survey = document.querySelector('meetpunt-survey'), copy = survey.cloneNode(true);
        copy.id = 'copy';
        copy.setAttribute('survey', 'copied');
        document.querySelector('main').append(copy);",
    );
    let copy = stage.survey("#copy");
    copy.until("question");
    assert_eq!((survey.chosen(), copy.chosen()), (Some(9), None));
    copy.answer(3);
    survey.answer(9);
    let events = stage.all_is_well(2);
    let scores: Vec<_> = ["copied", "nps-order-confirmation"]
        .iter()
        .map(|survey| {
            events.iter().find(|event| event["subject"] == *survey).map(|event| event["data"]["score"].clone())
        })
        .collect();
    assert_eq!(scores, [Some(json!(3)), Some(json!(9))]);
}
