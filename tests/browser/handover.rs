//! What a marketer takes out of the preview page: code, links, the draft on the shop's own page, the checklist.

use crate::harness::house::House;
use crate::harness::studio::{click, focused_text, in_shop, open, reach, shop, write};
use crate::harness::{Key, Stage, page};
use serde_json::{Value, json};

crate::tests![
    a_draft_is_looked_at_on_the_shops_own_page,
    from_draft_to_own_page_by_keyboard,
    a_draft_outlives_the_tab_and_travels_in_a_link,
    the_code_to_copy_holds_what_was_chosen,
    what_no_tag_can_say_is_saved_as_a_site_file,
    code_for_the_tag_manager_works_on_a_page,
    the_code_for_every_system_runs_in_it,
    the_checklist_is_filled_from_what_is_measured,
];

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

fn from_draft_to_own_page_by_keyboard(stage: &Stage<'_>) {
    let house = House::open(stage);
    let shop_page = page("<p>Our basket</p>").loader(r#"data-endpoint="/collect" data-preview="allow""#).at("/basket");
    let address = stage.site.add(&shop_page);
    stage.browser.open(&house.url("/preview/"));
    stage.until_page("the templates", "Boolean(document.querySelector('dialog[open]'))");
    reach(stage, "the template", &|| focused_text(stage).contains("Easy to order"));
    stage.browser.press(Key::Enter);
    shop(stage);
    let has = |selector: &str| {
        let selector = json!(selector);
        stage.run(&format!("return document.activeElement.matches({selector})")) == true
    };
    reach(stage, "the panels", &|| has("[role=tab]"));
    while !focused_text(stage).contains("Hand over") {
        stage.browser.press(Key::Right);
    }
    reach(stage, "the address", &|| has("#own-page-address"));
    stage.browser.type_text(&address);
    reach(stage, "the link", &|| has(".own-page a"));
    stage.browser.press(Key::Enter);
    stage.until("the page in a tab of its own", || stage.browser.go_to_opened().then_some(()));
    let survey = stage.survey("meetpunt-survey[preview]");
    assert!(survey.until("question").contains("easy"), "the draft's own question");
    stage.browser.close_tab();
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

fn what_no_tag_can_say_is_saved_as_a_site_file(stage: &Stage<'_>) {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    click(stage, "dialog .template", "Satisfied with the delivery");
    shop(stage);
    click(stage, "[role=tab]", "Hand over");
    let code = stage.until_page("the code", "document.querySelector('.code-tab pre code')?.textContent");
    let saved = stage.run(
        "const link = document.querySelector('a[download=\"meetpunt.json\"]');
        return decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))",
    );
    stage.site.add_file("/meetpunt.json", saved.as_str().unwrap_or_default());
    let survey = stage.open(&page(code.as_str().unwrap_or_default()).without_loader().at("/blank"));
    assert!(survey.until("question").contains("delivery"));
    survey.answer(5);
    let event = stage.until("the answer at the studio's collector", || {
        house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
    });
    assert_eq!(event["data"]["survey"], "csat-delivery");
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
