//! The preview page, as a marketer uses it.

use crate::harness::house::House;
use crate::harness::widget::Survey;
use crate::harness::{Key, Stage, page};
use serde_json::{Value, json};

crate::tests![
    an_answer_on_the_sample_shop_is_read_in_the_log,
    an_answer_from_elsewhere_arrives_by_itself,
    a_draft_is_looked_at_on_the_shops_own_page,
    a_template_becomes_a_survey_and_can_be_undone,
    every_setting_can_be_found_and_is_seen_at_once,
    what_hurts_the_measurement_is_said,
    a_draft_outlives_the_tab_and_travels_in_a_link,
    work_is_replaced_only_when_the_marketer_says_so,
    from_template_to_delivered_test_answer_by_keyboard,
    the_studio_speaks_dutch,
    code_for_the_tag_manager_works_on_a_page,
    the_code_for_every_system_runs_in_it,
    a_visitor_is_followed_through_the_rules,
    a_test_answer_tells_what_became_of_it,
    the_page_is_seen_under_other_circumstances,
    the_checklist_is_filled_from_what_is_measured,
    the_journey_shows_what_has_no_survey,
    the_studio_works_from_a_folder_without_a_server,
    another_choice_changes_the_real_survey_at_once,
    the_code_to_copy_holds_what_was_chosen,
    the_studio_works_by_keyboard,
    axe_finds_nothing_in_the_studio,
];

/// Opens the studio past its templates and waits until its sample shop stands.
#[track_caller]
fn open(stage: &Stage<'_>) -> House {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    click(stage, "dialog button", "Look around first");
    shop(stage);
    house
}

/// Waits until the sample shop stands.
#[track_caller]
fn shop(stage: &Stage<'_>) {
    let shop = "return Boolean(document.querySelector('iframe:not(.away)')?.contentDocument?.querySelector('meetpunt-survey'))";
    stage.until("the sample shop", || (stage.run(shop) == true).then_some(()));
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

fn a_draft_is_looked_at_on_the_shops_own_page(stage: &Stage<'_>) {
    let house = open(stage);
    let shop = page("<p>Our basket</p>").loader(r#"data-endpoint="/collect" data-preview="allow""#).at("/basket");
    let address = stage.site.add(&shop);
    click(stage, "label.choice", "Satisfaction");
    click(stage, "label.choice", "Over the page");
    click(stage, "[role=tab]", "Hand over");
    click(stage, "#own-page-address", "");
    stage.browser.type_text("basket");
    stage.until_page(
        "what is wrong",
        "document.getElementById('own-page-address-wrong')?.textContent.includes('whole address')",
    );
    let clear = "document.getElementById('own-page-address').select(); return true";
    stage.run(clear);
    stage.browser.type_text(&address);
    let start = json!(format!("{address}#meetpunt-draft="));
    stage.until_page("the link", &format!("document.querySelector('.own-page a')?.href.startsWith({start})"));
    stage.axe_finds_nothing("a link to the own page");
    let link = stage.run("return document.querySelector('.own-page a').href");
    let link = link.as_str().unwrap_or_default();

    stage.go(link);
    let survey = stage.survey("meetpunt-survey[preview]");
    assert!(survey.until("question").contains("satisfied"));
    survey.answer(5);
    assert_eq!((house.delivered().len(), stage.collector.requests().len()), (0, 0), "a look at a draft posts nothing");
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

fn the_code_to_copy_holds_what_was_chosen(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "label.choice", "Ease");
    // What stands below moves with the measure.
    stage.until_page("the measure", "document.getElementById('metric-1').checked");
    click(stage, "label.choice", "Over the page");
    stage.until_page("the place", "document.getElementById('display-1').checked");
    click(stage, "[role=tab]", "Hand over");
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
    let page = page(code).without_loader().at("/copied");
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

fn a_draft_outlives_the_tab_and_travels_in_a_link(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "label.choice", "Satisfaction");
    click(stage, "[role=tab]", "Hand over");
    let link = stage.until_page("the link", "[...document.querySelectorAll('.link code')].at(-1)?.textContent");
    let link = link.as_str().unwrap_or_default().to_owned();
    stage.browser.reload();
    shop(stage);
    in_shop(stage, |survey| {
        stage.until("five points after a reload", || (survey.scores().len() == 5).then_some(()));
    });

    let other = House::open(stage);
    let (_, fragment) = link.split_once('#').expect("a fragment");
    stage.browser.open(&other.url(&format!("/preview/#{fragment}")));
    shop(stage);
    in_shop(stage, |survey| {
        stage.until("five points from the link", || (survey.scores().len() == 5).then_some(()));
    });
    assert!(!stage.browser.url().contains('#'), "the draft stays in the address");
    assert_eq!(house.delivered().len() + other.delivered().len(), 0);
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
    let text = || stage.run("return document.activeElement.textContent").as_str().unwrap_or_default().to_owned();
    let reach = |what: &str, found: &dyn Fn() -> bool| {
        for _ in 0..90 {
            if found() {
                return;
            }
            stage.browser.press(Key::Tab);
        }
        panic!("Tab never reached {what}, but {}", text());
    };
    stage.until_page("the templates", "Boolean(document.querySelector('dialog[open]'))");
    reach("the template", &|| text().contains("Easy to order"));
    stage.browser.press(Key::Enter);
    shop(stage);
    let focused = "const frame = document.activeElement; const survey = frame.contentDocument?.activeElement;
        return survey?.shadowRoot?.activeElement?.type ?? ''";
    reach("the points of the survey", &|| stage.run(focused) == "radio");
    stage.browser.press(Key::Right);
    stage.browser.press(Key::Enter);
    in_shop(stage, |survey| survey.until("comment"));
    reach("the comment", &|| stage.run(focused) == "textarea");
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

fn code_for_the_tag_manager_works_on_a_page(stage: &Stage<'_>) {
    let house = open(stage);
    click(stage, "[role=tab]", "Hand over");
    let choose = "const list = document.getElementById('system'); list.value = 'gtm'; list.dispatchEvent(new Event('change', {bubbles: true})); return true";
    stage.run(choose);
    let code = stage.until_page(
        "the code",
        "(document.querySelector('.code-tab pre code')?.textContent ?? '').includes('createElement') && document.querySelector('.code-tab pre code').textContent",
    );
    let code = code.as_str().unwrap_or_default();
    let script =
        code.trim().strip_prefix("<script>").and_then(|code| code.strip_suffix("</script>")).expect("a script");
    let page = page("<main></main>").without_loader().script(script).at("/tagged");
    let survey = stage.open(&page);
    survey.until("question");
    survey.answer(9);
    let event = stage.until("the answer at the studio's collector", || {
        house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    assert_eq!(event["data"]["touchpoint"], "order-confirmation");
}

/// Signs that mean something to each of the systems.
const SIGNS: &str = "'\"</script><b>{{x}}{% y %} \\ ` ${z} ?> {brand}";

fn the_code_for_every_system_runs_in_it(stage: &Stage<'_>) {
    let _house = open(stage);
    write(stage, "question", SIGNS);
    click(stage, "[role=tab]", "Hand over");
    let mut codes = serde_json::Map::new();
    for system in ["html", "gtm", "wordpress", "shopify", "magento", "react", "vue"] {
        let choose = "const list = document.getElementById('system'); list.value = arguments[0]; list.dispatchEvent(new Event('change', {bubbles: true})); return true";
        stage.browser.run(choose, vec![json!(system)]);
        let code = stage.until(&format!("the code for {system}"), || {
            let code = stage.run("return document.querySelector('.code-tab pre code').textContent");
            (!codes.values().any(|other| *other == code)).then_some(code)
        });
        codes.insert(system.to_owned(), code);
    }
    let made = made_by_systems(&Value::Object(codes));
    for (system, made) in made.as_object().expect("the systems") {
        let text = |key: &str| made[key].as_str().unwrap_or_default().to_owned();
        let script = format!("addEventListener('DOMContentLoaded', () => {{ {} }})", text("script"));
        let own = page(&text("html")).without_loader().script(&script).at(&format!("/made-by-{system}"));
        let survey = stage.open(&own);
        survey.until("question");
        let question = stage.run("return document.querySelector('meetpunt-survey').getAttribute('question')");
        assert_eq!(question, SIGNS, "{system}");
        for xml in made["xml"].as_array().into_iter().flatten() {
            let script = "const read = new DOMParser().parseFromString(arguments[0], 'text/xml');
                return read.querySelector('parsererror')?.textContent ?? ''";
            assert_eq!(stage.browser.run(script, vec![xml.clone()]), "", "{xml}");
        }
    }
}

/// Writes into a field of the form.
#[track_caller]
fn write(stage: &Stage<'_>, id: &str, text: &str) {
    let script = "const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        return true";
    stage.browser.run(script, vec![json!(id), json!(text)]);
}

/// What the systems make of their code, by `handover.mjs`.
#[track_caller]
fn made_by_systems(codes: &Value) -> Value {
    use std::io::Write as _;
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/handover.mjs");
    let mut node = std::process::Command::new("node")
        .arg(script)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("node runs");
    node.stdin.take().expect("a way in").write_all(codes.to_string().as_bytes()).expect("it reads");
    let made = node.wait_with_output().expect("it ends");
    assert!(made.status.success(), "a system refuses its code");
    serde_json::from_slice(&made.stdout).expect("it writes JSON")
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

fn the_checklist_is_filled_from_what_is_measured(stage: &Stage<'_>) {
    let _house = open(stage);
    click(stage, "[role=tab]", "Hand over");
    let item = |part: &str, expected: &str| {
        let line = format!(
            "[...document.querySelectorAll('li.entry')].some((line) => line.textContent.includes('{part}') && line.textContent.startsWith('{expected}'))"
        );
        stage.until_page(&format!("{part}: {expected}"), &line);
    };
    item("No setting is refused", "In order");
    item("large enough to hit", "In order");
    item("A test answer", "Not yet");
    item("links to your privacy page", "Not yet");
    in_shop(stage, |survey| {
        survey.answer(9);
    });
    item("A test answer", "In order");
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
