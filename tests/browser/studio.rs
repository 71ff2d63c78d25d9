//! The preview page, as a marketer uses it.

use crate::harness::house::House;
use crate::harness::widget::Survey;
use crate::harness::{Key, Stage};
use serde_json::{Value, json};

crate::tests![
    an_answer_on_the_sample_shop_is_read_in_the_log,
    another_choice_changes_the_real_survey_at_once,
    the_code_to_copy_holds_what_was_chosen,
    the_studio_works_by_keyboard,
    axe_finds_nothing_in_the_studio,
];

/// Opens the studio and waits until its sample shop stands.
#[track_caller]
fn open(stage: &Stage<'_>) -> House {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    let shop = "return Boolean(document.querySelector('iframe:not(.away)')?.contentDocument?.querySelector('meetpunt-survey'))";
    stage.until("the sample shop", || (stage.run(shop) == true).then_some(()));
    house
}

/// Clicks what is to be seen of `selector` with this text in it.
#[track_caller]
fn click(stage: &Stage<'_>, selector: &str, text: &str) {
    let script = "const found = [...document.querySelectorAll(arguments[0])]
            .find((element) => element.textContent.includes(arguments[1]) && element.checkVisibility());
        if (!found) return null;
        found.scrollIntoView({block: 'nearest', behavior: 'instant'});
        const box = found.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    let place = stage.until(&format!("`{text}` among {selector}"), || {
        let place = stage.browser.run(script, vec![json!(selector), json!(text)]);
        place.as_array().cloned()
    });
    let number = |value: &Value| value.as_f64().expect("a number");
    stage.browser.click_at(number(&place[0]), number(&place[1]));
}

/// Does something to the survey in the sample shop.
#[track_caller]
fn in_shop<T>(stage: &Stage<'_>, act: impl FnOnce(&Survey<'_>) -> T) -> T {
    stage.browser.enter_frame(0);
    let done = act(&stage.survey("meetpunt-survey"));
    stage.browser.leave_frame();
    done
}

fn an_answer_on_the_sample_shop_is_read_in_the_log(stage: &Stage<'_>) {
    let house = open(stage);
    in_shop(stage, |survey| {
        survey.choose(10);
        survey.send();
        survey.write("Ordered in a minute");
        survey.send();
        survey.until("thanks");
    });
    click(stage, "[role=tab]", "Answers");
    let entry = "[...document.querySelectorAll('[role=tabpanel]:not([hidden]) .entry')]
        .map((entry) => entry.querySelector('p').textContent).find((text) => text.includes('Ordered in a minute'))";
    let sentence = stage.until_page("the answer in the log", entry);
    let sentence = sentence.as_str().unwrap_or_default();
    assert!(sentence.contains("10") && sentence.contains("promoter"), "{sentence}");

    click(stage, "[role=tabpanel]:not([hidden]) .entry button", "What was posted");
    let posted = stage.until_page("what was posted", "document.querySelector('.entry pre code')?.textContent");
    let posted: Value = serde_json::from_str(posted.as_str().unwrap_or_default()).expect("it is JSON");
    let stored = stage.until("the answer in the store", || {
        house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    assert_eq!(posted, stored, "the log shows something else than what is stored");
    assert_eq!(stored["data"]["score"], 10);
    assert_eq!(stored["data"]["test"], true, "answers of the preview must not count");
    assert_eq!(house.delivered().len(), 1);
}

fn another_choice_changes_the_real_survey_at_once(stage: &Stage<'_>) {
    let _house = open(stage);
    in_shop(stage, |survey| assert!(survey.until("question").contains("recommend")));
    click(stage, "label.choice", "Satisfaction");
    in_shop(stage, |survey| {
        stage.until("five points", || (survey.scores().len() == 5).then_some(()));
    });
    click(stage, "label.choice", "Over the page");
    in_shop(stage, |survey| survey.until("close"));
    click(stage, "label.choice", "Dark");
    let theme = "Boolean(document.querySelector('iframe').contentDocument.querySelector('meetpunt-survey[theme=dark][display=popover]'))";
    stage.until_page("the dark popover", theme);
    click(stage, "button.moment", "elivery");
    let delivery =
        "document.querySelector('iframe:not(.away)')?.contentDocument?.location.pathname.endsWith('/delivery.html')";
    stage.until_page("the delivery page", delivery);
}

fn the_code_to_copy_holds_what_was_chosen(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "label.choice", "Ease");
    click(stage, "label.choice", "Over the page");
    click(stage, "[role=tab]", "Code");
    let code =
        stage.until_page("the code", "document.querySelector('[role=tabpanel]:not([hidden]) pre code')?.textContent");
    let code = code.as_str().unwrap_or_default();
    for part in [
        "<script",
        "async",
        "/meetpunt.js\"",
        "data-endpoint=",
        "<meetpunt-survey",
        "metric=\"ces\"",
        "display=\"popover\"",
        "</meetpunt-survey>",
    ] {
        assert!(code.contains(part), "no `{part}` in {code}");
    }

    // The code is the proof of itself: put on a page, it works.
    let page = crate::harness::page(code).without_loader().at("/copied");
    let survey = stage.open(&page);
    survey.until("question");
    assert_eq!(survey.scores().len(), 7);
    survey.answer(7);
    let event = stage.until("the answer at the studio's collector", || {
        house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    assert_eq!(event["data"]["class"], "easy");
    assert_eq!(event["data"]["test"], false);
}

fn the_studio_works_by_keyboard(stage: &Stage<'_>) {
    let _house = open(stage);
    let focus = || stage.run("return document.activeElement.getAttribute('role') ?? document.activeElement.name ?? ''");
    let reach = |wanted: &str| {
        for _ in 0..60 {
            stage.browser.press(Key::Tab);
            if focus() == wanted {
                return;
            }
        }
        panic!("Tab never reached {wanted}");
    };
    reach("tab");
    reach("metric");
    stage.browser.press(Key::Down);
    in_shop(stage, |survey| {
        stage.until("seven points", || (survey.scores().len() == 7).then_some(()));
    });
}

fn axe_finds_nothing_in_the_studio(stage: &Stage<'_>) {
    let _house = open(stage);
    in_shop(stage, |survey| {
        survey.answer(3);
    });
    for tab in ["Design", "Answers", "Code"] {
        click(stage, "[role=tab]", tab);
        let chosen = format!("document.querySelector('[role=tab][aria-selected=true]').textContent.includes('{tab}')");
        stage.until_page("the tab", &chosen);
        stage.axe_finds_nothing(&format!("the tab {tab}"));
    }
}
