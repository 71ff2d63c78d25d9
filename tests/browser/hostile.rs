//! Pages that are hard on whatever stands in them: the widget looks and works there as everywhere.

use crate::harness::picture::{check_same, settled};
use crate::harness::site::Site;
use crate::harness::widget::Survey;
use crate::harness::{Engine, Key, Stage, element, page, survey};
use serde_json::json;
use std::path::Path;

crate::tests![
    the_widget_looks_the_same_under_style_sheets_of_others except(WebKit: "its pictures of one page twice are not the same"),
    a_page_that_unsets_everything_shows_the_same_widget except(WebKit: "its pictures of one page twice are not the same"),
    styles_aimed_at_the_inside_do_not_reach_it except(WebKit: "its pictures of one page twice are not the same"),
    patched_prototypes_do_not_disturb,
    what_the_page_has_broken_harms_only_the_survey,
    markup_named_like_globals_does_not_disturb,
    a_page_with_a_base_elsewhere,
    a_page_in_quirks_mode,
    a_page_in_xhtml,
    a_zoomed_page except(WebKit: "it counts the boxes of a zoomed page in units that no pointer knows"),
    a_page_that_is_scaled_or_written_large,
    a_popover_out_of_a_parent_that_hides_overflow,
    a_page_inside_a_frame,
    the_page_around_is_the_same_pixel_for_pixel except(WebKit: "its pictures of one page twice are not the same"),
    the_page_around_gets_the_same_keys,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// Where the survey stands when its picture is taken: over all of the page, in a box that no style sheet moves or sizes.
const BOX: &str =
    "all: initial !important; display: block !important; position: fixed !important; z-index: 9 !important;
    inset: 0 !important; background: white !important; overflow: hidden !important; color: black !important;
    --meetpunt-font: sans-serif";

/// Style sheets that shops have, from the npm packages that the tests bring.
const SHEETS: [&str; 5] = [
    "bootstrap/dist/css/bootstrap.css",
    "bulma/css/bulma.css",
    "foundation-sites/dist/css/foundation.css",
    "tailwindcss/preflight.css",
    // A theme of WordPress.
    "understrap/css/theme.css",
];

/// Every step of one survey, on a page with more in its head: a picture of each.
#[track_caller]
fn pictures(stage: &Stage<'_>, path: &str, head: &str) -> [Vec<u8>; 3] {
    let path_as_id = path.trim_matches('/').replace('/', "-");
    let survey = element(&format!(r#"{NPS} survey="at-{path_as_id}" theme="light""#));
    let page = page(&format!(r#"<div style="{BOX}">{survey}</div>"#)).at(path).head(head);
    let survey = stage.open(&page);
    survey.until("question");
    let scale = picture(stage, &survey);
    survey.choose(9);
    survey.send();
    survey.until("comment");
    let follow_up = picture(stage, &survey);
    survey.send();
    survey.until("thanks");
    [scale, follow_up, picture(stage, &survey)]
}

/// A picture of the window once nothing moves in the survey, and no caret blinks.
#[track_caller]
fn picture(stage: &Stage<'_>, survey: &Survey<'_>) -> Vec<u8> {
    survey.look(
        "",
        "root.activeElement?.blur(); document.documentElement.style.setProperty('overflow', 'hidden', 'important')",
    );
    let still =
        "return [...root.getAnimations(), ...document.getAnimations()].every((each) => each.playState === 'finished')";
    stage.until("all to stand still", || (survey.look("", still) == true).then_some(()));
    settled(stage)
}

/// Fails where one of the pictures is not the one of a page without that head.
#[track_caller]
fn check_pictures(stage: &Stage<'_>, heads: &[(&str, String)]) {
    let plain = pictures(stage, "/plain", "");
    assert!(plain[0] != plain[1] && plain[1] != plain[2], "the steps look alike: nothing was drawn");
    for (name, head) in heads {
        let hostile = pictures(stage, &format!("/{name}"), head);
        for (step, (with, without)) in hostile.iter().zip(&plain).enumerate() {
            check_same(stage, &format!("step-{step}-with-{name}"), with, without);
        }
    }
}

fn the_widget_looks_the_same_under_style_sheets_of_others(stage: &Stage<'_>) {
    let heads = SHEETS.map(|sheet| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules").join(sheet);
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = sheet.split('/').next().unwrap_or_default();
        stage.site.add_file(&format!("/{name}.css"), &text);
        (name, format!(r#"<link rel="stylesheet" href="/{name}.css">"#))
    });
    check_pictures(stage, &heads);
}

fn a_page_that_unsets_everything_shows_the_same_widget(stage: &Stage<'_>) {
    let unset = "<style>* { all: unset !important; }</style>".to_owned();
    let shouting =
        "<style>body, body * { font: italic 900 40px/3 fantasy !important; color: red !important; letter-spacing: 9px !important;
        text-transform: uppercase !important; text-align: end !important; direction: ltr; visibility: hidden !important;
        cursor: none !important; pointer-events: none; text-indent: 40px !important; word-spacing: 1em !important;
        white-space: pre !important; text-shadow: 2px 2px red !important; }</style>"
            .to_owned();
    check_pictures(stage, &[("unset", unset), ("shouting", shouting)]);
}

fn styles_aimed_at_the_inside_do_not_reach_it(stage: &Stage<'_>) {
    let aimed = "<style>
        meetpunt-survey *, meetpunt-survey > *, :host *, :host(meetpunt-survey) *, .meetpunt, .meetpunt *, .frame, .step,
        input, textarea, button, label, fieldset, legend, h2, p { outline: 9px solid red !important; font-size: 50px !important; }
        :root { --_accent: red; --_surface: red; --_text: red; --_radius: 90px; --_space: 40px; }
        #before, #search, #after { outline: none !important; }</style>"
        .to_owned();
    check_pictures(stage, &[("aimed", aimed)]);
}

fn patched_prototypes_do_not_disturb(stage: &Stage<'_>) {
    // What old frameworks, monitors and polyfills leave behind: members that are listed, wrappers that pass on.
    let page = survey(NPS).script(
        "Object.prototype.extra = function () { return 'extra'; };
        Array.prototype.extra = function () { return 'extra'; };
        Array.prototype.toJSON = function () { return [...this]; };
        String.prototype.toJSON = function () { return String(this); };
        const wrap = (target, name) => {
            const inner = target[name];
            target[name] = function (...words) { return new.target ? new inner(...words) : inner.apply(this, words); };
        };
        for (const name of ['map', 'filter', 'forEach', 'slice', 'push', 'splice', 'join']) wrap(Array.prototype, name);
        for (const name of ['parse', 'stringify']) wrap(JSON, name);
        for (const name of ['then']) wrap(Promise.prototype, name);
        for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name);
        for (const name of ['appendChild', 'insertBefore', 'removeChild', 'cloneNode']) wrap(Node.prototype, name);
        for (const name of ['define', 'get', 'whenDefined']) wrap(customElements, name);
        for (const name of ['fetch', 'setTimeout', 'requestAnimationFrame']) {
            const inner = window[name];
            window[name] = (...words) => inner.apply(window, words);
        }
        window.Promise = class extends Promise {};",
    );
    stage.open(&page).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn what_the_page_has_broken_harms_only_the_survey(stage: &Stage<'_>) {
    // Nobody can work on such pages. They get the survey or its fallback, and no error of ours.
    let broken = "() => { throw new Error('broken by the page'); }";
    for (number, target) in [
        "Array.prototype.flatMap",
        "Array.prototype.filter",
        "Array.prototype.map",
        "JSON.parse",
        "window.fetch",
        "WebAssembly.instantiateStreaming",
        "WebAssembly.Module",
        "CSSStyleSheet.prototype.replaceSync",
        "indexedDB.open",
        "crypto.getRandomValues",
    ]
    .into_iter()
    .enumerate()
    {
        let is_the_drivers = ["JSON.parse", "Array.prototype.filter", "Array.prototype.map"].contains(&target);
        if is_the_drivers && stage.browser.engine == Engine::WebKit {
            // Its driver reads what a script returned by the page's own.
            continue;
        }
        let page = survey(NPS).at(&format!("/broken-{number}")).script(&format!("{target} = {broken};"));
        let survey = stage.open(&page);
        stage.until(&format!("a survey or its fallback without {target}"), || {
            (survey.has("question") || survey.shows_fallback()).then_some(())
        });
    }
}

fn markup_named_like_globals_does_not_disturb(stage: &Stage<'_>) {
    let names =
        ["meetpunt", "customElements", "fetch", "localStorage", "indexedDB", "crypto", "navigator", "location", "q"];
    let tags: String = names.iter().map(|name| format!(r#"<img id="{name}" name="{name}" alt="">"#)).collect();
    let form = r#"<form name="body"><input name="attributes"><input name="children"></form><form name="head"></form>
        <form name="documentElement"></form><img name="querySelectorAll" alt=""><img name="activeElement" alt="">
        <img name="visibilityState" alt=""><img name="addEventListener" alt="">"#;
    let survey = stage.open(&page(&format!("{tags}{form}{}", element(NPS))).loader_last(r#"data-endpoint="/collect""#));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn a_page_with_a_base_elsewhere(stage: &Stage<'_>) {
    let elsewhere = Site::start(&stage.runtime, stage.release.clone(), &stage.collector);
    let tag = format!(
        r#"<base href="{}"><script async src="{}" data-endpoint="{}"></script>"#,
        elsewhere.url("/deep/er/"),
        stage.site.url("/meetpunt/meetpunt.js"),
        stage.site.url("/collect")
    );
    stage.open(&survey(&format!(r#"{NPS} lang="nl""#)).without_loader().head(&tag)).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"locale": "nl"}));
    assert_eq!(elsewhere.fetched(), Vec::<String>::new(), "parts were looked for at the base");
}

/// A whole document of one survey, written without a page of the harness.
fn document(before: &str, root: &str) -> String {
    format!(
        r#"{before}<html{root}><head><title>Example Shop</title><script src="/harness/recorder.js"></script>
        <script async="" src="/meetpunt/meetpunt.js" data-endpoint="/collect"></script></head><body>{}</body></html>"#,
        element(NPS)
    )
}

fn a_page_in_quirks_mode(stage: &Stage<'_>) {
    stage.site.add_file("/quirks.html", &document("", r#" lang="en""#));
    let survey = stage.go(&stage.site.url("/quirks.html"));
    survey.answer(9);
    assert_eq!(stage.run("return document.compatMode"), "BackCompat");
    stage.check_event(&stage.until_state("completed"), json!({"page": "/quirks.html"}));
}

fn a_page_in_xhtml(stage: &Stage<'_>) {
    let root = r#" xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en""#;
    stage.site.add_file("/page.xhtml", &document(r#"<?xml version="1.0" encoding="utf-8"?>"#, root));
    let survey = stage.go(&stage.site.url("/page.xhtml"));
    survey.answer(9);
    assert_eq!(stage.run("return document.contentType"), "application/xhtml+xml");
    stage.check_event(&stage.until_state("completed"), json!({"page": "/page.xhtml"}));
}

fn a_zoomed_page(stage: &Stage<'_>) {
    answer_with_body(stage, "zoomed", "zoom: 1.5");
}

fn a_page_that_is_scaled_or_written_large(stage: &Stage<'_>) {
    answer_with_body(stage, "scaled", "transform: scale(0.8)");
    answer_with_body(stage, "large", "font-size: 30px");
}

/// Answers a survey of its own on a page whose body has this style.
#[track_caller]
fn answer_with_body(stage: &Stage<'_>, name: &str, style: &str) {
    let attributes = format!(r#"metric="nps" survey="{name}""#);
    stage.open(&survey(&attributes).head(&format!("<style>body {{ {style} }}</style>"))).answer(9);
    stage.until(style, || stage.collector.delivered().into_iter().find(|event| event["subject"] == name));
}

fn a_popover_out_of_a_parent_that_hides_overflow(stage: &Stage<'_>) {
    let attributes = format!(r#"{NPS} display="popover" trigger="load""#);
    let parent = "overflow: hidden; block-size: 10px; inline-size: 10px; transform: translateX(50px); contain: paint; opacity: 0.99";
    let survey = stage.open(&page(&format!(r#"<div style="{parent}">{}</div>"#, element(&attributes))));
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"display": "popover", "trigger": "load"}));
}

fn a_page_inside_a_frame(stage: &Stage<'_>) {
    stage.site.add(&survey(NPS).at("/framed"));
    stage.open(&page(r#"<iframe src="/framed" width="700" height="600"></iframe>"#).without_loader());
    stage.browser.enter_frame(0);
    let survey = stage.survey("meetpunt-survey");
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"page": "/framed"}));
    stage.browser.leave_frame();
}

/// Hides the survey, wherever it stands, behind a sheet above everything: what is left to see is the page's own.
const COVER: &str = "const cover = document.body.appendChild(document.createElement('div'));
    cover.popover = 'manual';
    cover.style.cssText = `position: fixed; margin: 0; border: 0; padding: 0; background: black; ${arguments[0]}`;
    cover.showPopover();
    scrollTo(0, 0);";

fn the_page_around_is_the_same_pixel_for_pixel(stage: &Stage<'_>) {
    // A place for the survey, so that only its room is taken and not the page's below.
    let place = |inside: &str| page(&format!(r#"<div style="block-size: 420px; overflow: hidden">{inside}</div>"#));
    let aside = "inset: 0 0 0 auto; inline-size: 500px; block-size: auto";
    for (display, cover) in
        [("inline", "inset: 130px 0 auto 0; inline-size: auto; block-size: 460px"), ("popover", aside), ("tab", aside)]
    {
        stage.open(&place("").without_loader().at(&format!("/without-{display}")));
        stage.browser.run(COVER, vec![json!(cover)]);
        let without = settled(stage);
        let attributes = format!(r#"metric="nps" survey="over-{display}" display="{display}" trigger="load""#);
        let survey = stage.open(&place(&element(&attributes)).at(&format!("/with-{display}")));
        survey.until(if display == "tab" { "handle" } else { "question" });
        stage.browser.run(COVER, vec![json!(cover)]);
        let with = settled(stage);
        check_same(stage, &format!("around-{display}"), &with, &without);
    }
}

/// Types into the page's own field and presses its button; returns what the page heard.
#[track_caller]
fn keys(stage: &Stage<'_>) -> serde_json::Value {
    stage.run(
        "window.keys = [];
        for (const name of ['keydown', 'keyup', 'input', 'click']) addEventListener(name, (event) =>
            keys.push([name, event.key ?? '', event.target.id, event.defaultPrevented]));
        document.querySelector('#search').focus();",
    );
    stage.browser.type_text("9 of 10?");
    for key in [Key::Escape, Key::Left, Key::Backspace, Key::Tab, Key::Enter] {
        stage.browser.press(key);
    }
    stage.run("return [document.querySelector('#search').value, document.activeElement.id, keys]")
}

fn the_page_around_gets_the_same_keys(stage: &Stage<'_>) {
    stage.open(&page("").without_loader().at("/without"));
    let without = keys(stage);
    assert_eq!((&without[0], &without[1]), (&json!("9 of 1?"), &json!("after")));
    for (number, display) in ["inline", "popover", "bar"].into_iter().enumerate() {
        let attributes = format!(r#"metric="nps" survey="keys-{number}" display="{display}" trigger="load""#);
        stage.open(&survey(&attributes).at(&format!("/with-{number}"))).until("question");
        assert_eq!(keys(stage), without, "with display {display}");
    }
}
