//! The preview page, as a marketer uses it.

use crate::harness::house::House;
use crate::harness::studio::{click, focused_text, in_shop, open, reach, shop};
use crate::harness::{Key, Stage};
use serde_json::{Value, json};

crate::tests![
    an_answer_on_the_sample_shop_is_read_in_the_log,
    an_answer_from_elsewhere_arrives_by_itself,
    a_template_becomes_a_survey_and_can_be_undone,
    every_setting_can_be_found_and_is_seen_at_once,
    what_hurts_the_measurement_is_said,
    work_is_replaced_only_when_the_marketer_says_so,
    from_template_to_delivered_test_answer_by_keyboard,
    the_studio_speaks_dutch,
    a_visitor_is_followed_through_the_rules,
    a_test_answer_tells_what_became_of_it,
    the_page_is_seen_under_other_circumstances,
    the_journey_shows_what_has_no_survey,
    the_studio_works_from_a_folder_without_a_server,
    another_choice_changes_the_real_survey_at_once,
    the_studio_works_by_keyboard,
    axe_finds_nothing_in_the_studio,
];

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

fn an_answer_from_elsewhere_arrives_by_itself(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, "[role=tab]", "Answers");
    // The stream stands once it has been read anew.
    let listens = "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('/events')).length > 1";
    stage.until_page("the stream", listens);
    let answer = json!({
        "id": "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11/1", "source": "https://shop.example/", "time": "2026-11-21T17:15:20Z",
        "submission": "0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d11", "sequence": 1, "survey": "nps", "metric": "nps", "score": 3,
        "comment": "From elsewhere",
    });
    let post = "fetch('/collect', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(arguments[0])}); return true";
    stage.browser.run(post, vec![answer]);
    stage.until_page(
        "the answer in the log",
        "document.querySelector('[role=tabpanel]:not([hidden])').textContent.includes('From elsewhere')",
    );
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
    let theme = "Boolean(document.querySelector('iframe').contentDocument?.querySelector('meetpunt-survey[theme=dark][display=popover]'))";
    stage.until_page("the dark popover", theme);
    click(stage, "button.moment", "elivery");
    let delivery =
        "document.querySelector('iframe:not(.away)')?.contentDocument?.location.pathname.endsWith('/delivery.html')";
    stage.until_page("the delivery page", delivery);
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
    stage.run("document.querySelectorAll('.panel details').forEach((section) => { section.open = true })");
    for tab in ["Design", "Try out", "Answers", "Hand over", "Journey"] {
        click(stage, "[role=tab]", tab);
        let chosen = format!("document.querySelector('[role=tab][aria-selected=true]').textContent.includes('{tab}')");
        stage.until_page("the tab", &chosen);
        stage.axe_finds_nothing(&format!("the tab {tab}"));
    }
}

fn a_template_becomes_a_survey_and_can_be_undone(stage: &Stage<'_>) {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    stage.axe_finds_nothing("the templates");
    click(stage, "dialog .template", "Satisfied with the delivery");
    shop(stage);
    in_shop(stage, |survey| {
        stage.until("five points", || (survey.scores().len() == 5).then_some(()));
    });
    let reasons = "document.querySelector('iframe')?.contentDocument?.querySelector('meetpunt-survey')?.hasAttribute('essential')";
    stage.until_page("the template's settings", reasons);
    click(stage, "[aria-label=Undo]", "");
    let order =
        "document.querySelector('iframe:not(.away)')?.contentDocument?.location.pathname.endsWith('/order.html')";
    stage.until_page("the page before", order);
    click(stage, "[aria-label=Redo]", "");
    stage.until_page("the template's settings once more", reasons);
}

fn every_setting_can_be_found_and_is_seen_at_once(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, "#search", "");
    stage.browser.type_text("not applicable");
    click(stage, ".found .tick label", "not applicable");
    in_shop(stage, |survey| survey.until("not-applicable"));
    click(stage, "#search", "");
    let clear = "const search = document.getElementById('search'); search.value = ''; search.dispatchEvent(new InputEvent('input', {bubbles: true})); return true";
    stage.run(clear);
    let listed = stage.run("return [...document.querySelectorAll('.section [id]')].map((element) => element.id)");
    let listed: Vec<_> = listed.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for setting in
        ["position", "lang", "question", "follow-up-negative", "reasons", "thanks", "trigger", "audience", "sample"]
    {
        assert!(listed.contains(&setting), "no field {setting} among {listed:?}");
    }
}

fn what_hurts_the_measurement_is_said(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, "#search", "");
    stage.browser.type_text("words of thanks");
    click(stage, "#thanks", "");
    stage.browser.type_text("Thanks! Win a voucher");
    let remark = stage.until_page("the remark", "document.getElementById('thanks-advice')?.textContent");
    assert!(remark.as_str().unwrap_or_default().contains("reward"), "{remark}");
    stage.axe_finds_nothing("a remark");
}

fn work_is_replaced_only_when_the_marketer_says_so(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "label.choice", "Satisfaction");
    click(stage, ".bar-end button", "Templates");
    click(stage, "dialog .template", "Easy to order");
    stage.until_page("the question", "Boolean(document.querySelector('dialog.ask[open]'))");
    stage.axe_finds_nothing("the question before work is replaced");
    stage.browser.press(Key::Escape);
    stage.until_page("no question", "!document.querySelector('dialog.ask')");
    in_shop(stage, |survey| assert_eq!(survey.scores().len(), 5, "the work was replaced"));
    click(stage, "dialog .template", "Easy to order");
    click(stage, "dialog.ask button", "Replace it");
    stage.until_page("no dialog", "!document.querySelector('dialog[open]')");
    in_shop(stage, |survey| {
        stage.until("the template", || (survey.scores().len() == 7).then_some(()));
    });
    click(stage, "[aria-label=Undo]", "");
    in_shop(stage, |survey| {
        stage.until("the work again", || (survey.scores().len() == 5).then_some(()));
    });

    click(stage, "[role=tab]", "Hand over");
    let link = stage.until_page("the link", "[...document.querySelectorAll('.link code')].at(-1)?.textContent");
    let link = link.as_str().unwrap_or_default().to_owned();
    click(stage, "[role=tab]", "Design");
    click(stage, "label.choice", "Ease");
    stage.until_page("the measure", "document.getElementById('metric-1').checked");
    stage.browser.open(&house.url("/nothing-here"));
    stage.browser.open(&link);
    stage.until_page("the question at the start", "Boolean(document.querySelector('dialog.ask[open]'))");
    click(stage, "dialog.ask button", "Keep mine");
    shop(stage);
    in_shop(stage, |survey| {
        stage.until("what was kept", || (survey.scores().len() == 7).then_some(()));
    });
}

fn from_template_to_delivered_test_answer_by_keyboard(stage: &Stage<'_>) {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    stage.until_page("the templates", "Boolean(document.querySelector('dialog[open]'))");
    reach(stage, "the template", &|| focused_text(stage).contains("Easy to order"));
    stage.browser.press(Key::Enter);
    shop(stage);
    let focused = "const frame = document.activeElement; const survey = frame.contentDocument?.activeElement;
        return survey?.shadowRoot?.activeElement?.type ?? ''";
    reach(stage, "the points of the survey", &|| stage.run(focused) == "radio");
    stage.browser.press(Key::Right);
    stage.browser.press(Key::Enter);
    in_shop(stage, |survey| survey.until("comment"));
    reach(stage, "the comment", &|| stage.run(focused) == "textarea");
    stage.browser.press(Key::Tab);
    stage.browser.press(Key::Enter);
    let event = stage.until("the answer at the collector", || {
        house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    assert_eq!(event["data"]["metric"], "ces");
    assert_eq!(event["data"]["touchpoint"], "checkout");
    assert_eq!(event["data"]["test"], true);
}

fn the_studio_speaks_dutch(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, ".bar button[lang=nl]", "");
    click(stage, "[role=tab]", "Antwoorden");
    stage.until_page("the language of the page", "document.documentElement.lang === 'nl'");
    stage.axe_finds_nothing("the studio in Dutch");
}

fn a_visitor_is_followed_through_the_rules(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "[role=tab]", "Try out");
    let last = |expected: &str| {
        let line = format!("[...document.querySelectorAll('.story li')].at(-1)?.textContent.includes('{expected}')");
        stage.until_page(expected, &line);
    };
    click(stage, ".steps button", "Look at the page");
    last("it shows");
    click(stage, ".steps button", "Answer");
    for _ in 0..3 {
        click(stage, ".steps button", "Back after 30 days");
    }
    click(stage, ".steps button", "Look at the page");
    last("it shows");
    click(stage, ".steps button", "Close");
    click(stage, ".steps button", "Back next day");
    click(stage, ".steps button", "Look at the page");
    last("it stays away");
    let rules = stage.run("return document.querySelectorAll('.trace tbody tr').length");
    assert_eq!(rules, 18, "every rule is explained");
    let month = stage.until_page("the month", "document.querySelector('.forecast')?.textContent");
    assert!(month.as_str().unwrap_or_default().contains("1600 answers"), "{month}");
    stage.axe_finds_nothing("the rules");
    assert_eq!(house.delivered().len(), 0, "a story posts nothing");
}

fn a_test_answer_tells_what_became_of_it(stage: &Stage<'_>) {
    let house = open(stage);
    let send_to = |address: &str| {
        let write = "const field = document.getElementById('endpoint-address');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', {bubbles: true}));
            return true";
        stage.browser.run(write, vec![json!(address)]);
        // What was said before must not be taken for the new word.
        let told = format!("document.querySelector('.probe .help').textContent.includes({})", json!(address));
        stage.until_page("the address", &told);
        click(stage, "#probe", "");
    };
    let told = |expected: &str| {
        let verdict = format!("(document.querySelector('.verdict')?.textContent ?? '').includes({})", json!(expected));
        stage.until_page(expected, &verdict);
    };
    click(stage, "[role=tab]", "Answers");
    send_to(&house.url("/collect"));
    told("Reached");
    let event = stage.until("the test answer in the store", || house.delivered().into_iter().next());
    assert_eq!((&event["data"]["test"], &event["data"]["score"]), (&json!(true), &json!(10)));
    let left = stage.run("return document.querySelector('.probe pre').textContent");
    let left = left.as_str().unwrap_or_default();
    let body: Value = serde_json::from_str(left.rsplit_once("\n\n").expect("a body").1).expect("it is JSON");
    assert_eq!(body, event, "what is shown is not what arrived");
    stage
        .until_page("a score without tests", "document.querySelector('.score').textContent.includes('not counted: 1')");
    stage.axe_finds_nothing("a test answer that arrived");

    send_to(&house.url("/nothing-here"));
    told("Refused");
    send_to(&stage.site.url("/page-of-another-origin"));
    told("CORS is missing");
    stage.axe_finds_nothing("a test answer without CORS");
    send_to("http://127.0.0.1:1/collect");
    told("Nobody answered");
    send_to("http://collect.shop.example/");
    told("Nothing was sent");
}

fn the_page_is_seen_under_other_circumstances(stage: &Stage<'_>) {
    let house = open(stage);
    let see = |part: &str, what: &str| {
        let page = format!(
            "(() => {{ const page = document.querySelector('iframe').contentDocument; return Boolean(page && ({part})) }})()"
        );
        stage.until_page(what, &page);
    };
    click(stage, ".sight summary", "Circumstances");
    stage.axe_finds_nothing("the circumstances");
    click(stage, ".sight label", "Text twice as large");
    see("getComputedStyle(page.documentElement).fontSize === '32px'", "large text");
    click(stage, ".sight label", "Arabic");
    see("page.documentElement.dir === 'rtl'", "from right to left");
    see("page.querySelector('meetpunt-survey').shadowRoot.querySelector('[dir=rtl]')", "the survey in Arabic");
    let pick = |id: &str, place: &str| {
        let script = "const list = document.getElementById(arguments[0]);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', {bubbles: true}));
            return true";
        stage.browser.run(script, vec![json!(id), json!(place)]);
    };
    pick("sight-scheme", "2");
    stage.until_page("the dark frame", "Boolean(document.querySelector('iframe.dark'))");
    click(stage, ".bar [aria-label=Tablet]", "");
    see("page.defaultView.innerWidth <= 768", "a tablet");

    // Drivers aim beside the scroll bar that stands at the left then.
    click(stage, ".sight label", "Arabic");
    see("page.documentElement.dir !== 'rtl'", "from left to right");
    see("page.querySelector('meetpunt-survey').shadowRoot.querySelector('[part~=send]')", "the survey again");

    pick("sight-net", "2");
    // Folded again, for it lies over the page.
    click(stage, ".sight summary", "Circumstances");
    in_shop(stage, |survey| {
        // The page is laid out anew meanwhile, so that one click may miss.
        stage.until("the score to be chosen", || {
            survey.look("[part~=point] input[value=\"3\"]", "found.click()");
            (survey.chosen() == Some(3)).then_some(())
        });
        survey.answer(3);
    });
    stage
        .throughout(std::time::Duration::from_millis(1500), "offline nothing arrives", || house.delivered().is_empty());
    pick("sight-net", "0");
    stage.until("the answer once the network is back", || (!house.delivered().is_empty()).then_some(()));
}

fn the_journey_shows_what_has_no_survey(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, "[role=tab]", "Journey");
    let says = |part: &str| {
        let panel = format!("document.querySelector('[role=tabpanel]:not([hidden])').textContent.includes('{part}')");
        stage.until_page(part, &panel);
    };
    // Of the sample shop's three, the catalogue has two.
    says("2 of 29 contact moments have a survey");
    click(stage, ".moment-entry summary", "Payment");
    click(stage, "label", "it must always go well");
    says("Essential, and without a survey: Payment");
    click(stage, "#moment-payment-survey", "");
    stage.browser.type_text("csat-payment");
    says("3 of 29 contact moments have a survey");
    stage.browser.reload();
    shop(stage);
    click(stage, "[role=tab]", "Journey");
    says("3 of 29 contact moments have a survey");
}

fn the_studio_works_from_a_folder_without_a_server(stage: &Stage<'_>) {
    stage.browser.open(&stage.site.url("/meetpunt/preview/index.html"));
    click(stage, "dialog .template", "Easy to order");
    shop(stage);
    in_shop(stage, |survey| survey.answer(6));
    click(stage, "[role=tab]", "Answers");
    let says = |part: &str| {
        let panel = format!("document.querySelector('[role=tabpanel]:not([hidden])').textContent.includes('{part}')");
        stage.until_page(part, &panel);
    };
    says("There is no Meetpunt server behind this page");
    says("6 of 7");
    click(stage, "[role=tabpanel]:not([hidden]) .entry button", "What was posted");
    let left = "document.querySelector('.entry .left code')?.textContent";
    let left = stage.until_page("the request as it left", left);
    let (head, body) = left.as_str().and_then(|left| left.split_once("\n\n")).expect("head and body");
    assert!(head.starts_with("POST ") && head.contains("/collect"), "{head}");
    assert!(head.contains("content-type: application/cloudevents+json; charset=utf-8"), "{head}");
    let read = stage.run("return document.querySelector('.entry pre code').textContent");
    let read: Value = serde_json::from_str(read.as_str().unwrap_or_default()).expect("it is JSON");
    assert_eq!(serde_json::from_str::<Value>(body).expect("it is JSON"), read);
    assert_eq!((&read["data"]["class"], &read["data"]["test"]), (&json!("easy"), &json!(true)));
    stage.axe_finds_nothing("a request as it left");
    assert_eq!(stage.collector.posts().len(), 0, "nothing may leave");
}
