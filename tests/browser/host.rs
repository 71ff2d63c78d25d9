//! The page around a survey is as it would be without it.

use crate::harness::{Key, Stage, page, survey};
use serde_json::{Value, json};

crate::tests![
    the_host_looks_the_same_with_and_without,
    tab_goes_through_the_host_in_the_same_order,
    one_global_and_no_more,
    hostile_styles_do_not_reach_in,
    markup_in_settings_is_text,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// Every computed style of the host's elements that does not depend on how tall its neighbours are.
const STYLES: &str = "return ['html', 'head', 'body', 'main', 'h1', '#before', 'label', '#search', '#after'].map((selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    const skip = /^(height|block-size|perspective-origin|transform-origin|.*inset.*|top|bottom)$/;
    return selector + ' ' + [...style].filter((name) => !skip.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
})";

fn the_host_looks_the_same_with_and_without(stage: &Stage<'_>) {
    stage.open(&page("").without_loader().at("/without"));
    let without = stage.run(STYLES);
    // Each a survey of its own: one that was seen for a second and left alone is not asked again.
    for attributes in [NPS.to_owned(), format!(r#"{NPS} survey="above" display="popover" trigger="load""#)] {
        let survey = stage.open(&survey(&attributes));
        survey.until("question");
        let with = stage.run(STYLES);
        for (a, b) in without.as_array().into_iter().flatten().zip(with.as_array().into_iter().flatten()) {
            assert_eq!(a, b, "with {attributes}");
        }
    }
}

/// Where Tab goes from the top of the page, as ids; what is in a survey is left out.
#[track_caller]
fn tab_order(stage: &Stage<'_>) -> Vec<String> {
    let mut order = Vec::new();
    stage.run("document.activeElement && document.activeElement.blur()");
    for _ in 0..12 {
        stage.browser.press(Key::Tab);
        let focus = stage.focus();
        if focus.starts_with('#') && !order.contains(&focus) {
            order.push(focus);
        }
    }
    order
}

fn tab_goes_through_the_host_in_the_same_order(stage: &Stage<'_>) {
    stage.open(&page("").without_loader().at("/without"));
    let without = tab_order(stage);
    assert_eq!(without, ["#before", "#search", "#after"]);
    for attributes in [NPS.to_owned(), format!(r#"{NPS} display="popover" trigger="load""#)] {
        stage.open(&survey(&attributes)).until("question");
        assert_eq!(tab_order(stage), without, "with {attributes}");
    }
}

fn one_global_and_no_more(stage: &Stage<'_>) {
    let page = survey(NPS).script(
        "window.globals = new Set(Object.getOwnPropertyNames(window));
        window.prototypes = () => JSON.stringify([Object, Array, String, Promise, EventTarget, Node, Element, HTMLElement, Document, Window]
            .map((kind) => [kind.name, Reflect.ownKeys(kind.prototype).map(String), Reflect.ownKeys(kind).map(String)]));
        window.prototypesBefore = prototypes();",
    );
    let survey = stage.open(&page);
    survey.answer(9);
    let script = "const own = ['globals', 'prototypes', 'prototypesBefore', 'ret_nodes' /* chromedriver's */];
        return Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && !own.includes(name) && isNaN(name))";
    assert_eq!(stage.run(script), json!(["meetpunt"]));
    assert_eq!(stage.run("return prototypes() === prototypesBefore"), true, "a prototype of the page was changed");
}

fn hostile_styles_do_not_reach_in(stage: &Stage<'_>) {
    let page = survey(NPS).head(r#"<link rel="stylesheet" href="/hostile.css">"#);
    stage.site.add_file(
        "/hostile.css",
        "input, textarea, label, button, p, h2, fieldset { display: none !important; font-size: 60px !important; }
        [part], .frame, .step { opacity: 0 !important; transform: rotate(3deg) !important; }
        #before, #search, #after, main > p, label[for] { display: initial !important; font-size: 1rem !important; }",
    );
    let survey = stage.open(&page);
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn markup_in_settings_is_text(stage: &Stage<'_>) {
    let hostile = "&lt;img src=x onerror=window.hit=1&gt;&lt;script&gt;window.hit=1&lt;/script&gt;{brand}";
    let attributes = format!(
        r#"{NPS} question="{hostile}" low-label="{hostile}" high-label="{hostile}" brand="{hostile}" thanks="{hostile}"
        follow-up="neutral" follow-up-neutral="{hostile}" privacy-link="javascript:window.hit=1""#
    );
    let survey = stage.open(&survey(&attributes));
    assert!(survey.until("question").contains("<img src=x"));
    survey.answer(9);
    assert!(
        survey
            .look("", "return root.querySelector('img, script, [onerror], [href^=javascript]') && root.innerHTML")
            .is_null()
    );
    assert_eq!(stage.run("return window.hit ?? null"), Value::Null);
}
