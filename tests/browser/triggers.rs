//! What makes a survey show, and what stops it.

use super::site_file::{add, shop};
use crate::harness::{Engine, Key, Stage, page, survey};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    scrolling_so_far_shows_it,
    standing_in_view_so_long_shows_it,
    a_pointer_that_leaves_shows_it,
    a_phone_scrolled_up_fast_shows_it,
    nobody_there_for_so_long_shows_it,
    a_click_on_what_a_selector_names_shows_it,
    an_event_of_the_page_shows_it,
    a_push_to_the_data_layer_shows_it,
    any_trigger_of_a_list_shows_it,
    a_trigger_that_cannot_be_read_is_told,
    another_route_shows_it,
    a_route_that_is_left_cancels_it,
    a_page_that_patches_its_history_keeps_it,
    a_prerendered_page_waits,
    back_and_forward_go_on,
];

const CSAT: &str = r#"metric="csat" touchpoint="delivery" follow-up="none""#;

/// A survey in a popover with this trigger, on a page that is three windows tall. It does not show by itself.
fn armed<'s>(stage: &'s Stage<'_>, trigger: &str) -> crate::harness::widget::Survey<'s> {
    let tall = r#"<div style="height: 300vh"></div>"#;
    let tag = format!(r#"{tall}<meetpunt-survey {CSAT} display="popover" trigger="{trigger}"></meetpunt-survey>"#);
    let found = stage.open(&page(&tag));
    stage.until("the part with the trigger", || {
        stage.site.fetched().iter().any(|name| name.starts_with("part-page")).then_some(())
    });
    stage.throughout(Duration::from_millis(300), "it does not show by itself", || !found.has("question"));
    found
}

/// The trigger that the answer names.
#[track_caller]
fn check(stage: &Stage<'_>, survey: &crate::harness::widget::Survey<'_>, trigger: &str) {
    survey.until("question");
    assert_eq!(stage.until_event("shown")["detail"]["trigger"], trigger);
}

fn scrolling_so_far_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "scroll:60%");
    stage.run("scrollTo({top: 0.4 * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant'})");
    stage.throughout(Duration::from_millis(300), "it waits for more", || !survey.has("question"));
    stage.run("scrollTo({top: 0.7 * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant'})");
    check(stage, &survey, "scroll");
}

fn standing_in_view_so_long_shows_it(stage: &Stage<'_>) {
    let tall = r#"<div style="height: 300vh"></div>"#;
    let survey =
        stage.open(&page(&format!("{tall}{}", crate::harness::element(&format!(r#"{CSAT} trigger="visible:400ms""#)))));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.throughout(Duration::from_millis(700), "out of view, no time passes", || !survey.has("question"));
    stage.run("document.querySelector('meetpunt-survey').scrollIntoView({behavior: 'instant'})");
    survey.until("question");
    stage.run("document.querySelector('meetpunt-survey').scrollIntoView({block: 'center', behavior: 'instant'})");
    check(stage, &survey, "visible");
}

fn a_pointer_that_leaves_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "exit");
    let out = "document.documentElement.dispatchEvent(new MouseEvent('mouseout', {bubbles: true, clientX: 50, clientY: arguments[0], relatedTarget: arguments[1] ? document.body : null}))";
    for (height, inside) in [(-3, true), (400, false)] {
        stage.browser.run(out, vec![json!(height), json!(inside)]);
    }
    stage.throughout(Duration::from_millis(300), "only out at the top counts", || !survey.has("question"));
    stage.browser.run(out, vec![json!(-3), json!(false)]);
    check(stage, &survey, "exit");
}

fn a_phone_scrolled_up_fast_shows_it(stage: &Stage<'_>) {
    let tall = r#"<div style="height: 900vh"></div>"#;
    let tag = format!(r#"{tall}<meetpunt-survey {CSAT} display="popover" trigger="exit"></meetpunt-survey>"#);
    let phone = "const real = matchMedia;
        window.matchMedia = (query) => query.includes('pointer:coarse') ? {matches: true, addEventListener() {}} : real.call(window, query);";
    let survey = stage.open(&page(&tag).script(phone));
    stage.until("the part with the trigger", || {
        stage.site.fetched().iter().any(|name| name.starts_with("part-page")).then_some(())
    });
    stage.run("document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 5000)");
    stage.throughout(Duration::from_millis(500), "the way down says nothing", || !survey.has("question"));
    stage.run("let step = 0; (function up() { scrollBy(0, -120); if (++step < 8) requestAnimationFrame(up); })()");
    check(stage, &survey, "exit");
}

fn nobody_there_for_so_long_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "idle:900ms");
    for _ in 0..4 {
        stage.browser.press(Key::Shift);
        stage
            .throughout(Duration::from_millis(400), "a sign of the visitor begins it anew", || !survey.has("question"));
    }
    check(stage, &survey, "idle");
}

fn a_click_on_what_a_selector_names_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "click:.feedback");
    stage.click_host("#before");
    stage.run(
        "const button = document.createElement('button');
        button.className = 'feedback';
        button.append(document.createElement('b'));
        button.firstChild.textContent = 'What do you think?';
        button.addEventListener('click', (event) => event.stopPropagation());
        document.querySelector('main').prepend(button);",
    );
    stage.throughout(Duration::from_millis(300), "another click does nothing", || !survey.has("question"));
    stage.click_host(".feedback b");
    check(stage, &survey, "click");
}

fn an_event_of_the_page_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "event:order-placed");
    stage.run("meetpunt('event', 'order-changed')");
    stage.throughout(Duration::from_millis(300), "another event does nothing", || !survey.has("question"));
    stage.run("meetpunt('event', 'order-placed', {total: 49})");
    check(stage, &survey, "event");
}

fn a_push_to_the_data_layer_shows_it(stage: &Stage<'_>) {
    let tag = format!(r#"<meetpunt-survey {CSAT} display="popover" trigger="event:purchase"></meetpunt-survey>"#);
    // What was pushed before the loader counts; so does what comes later, and the layer works as before.
    let before = page(&tag).script("window.dataLayer = [{event: 'purchase'}]");
    check(stage, &stage.open(&before), "event");
    stage.run("localStorage.clear(); sessionStorage.clear()");
    let later = page(&tag).at("/later").script(
        "window.dataLayer = []; window.pushed = dataLayer.push; window.untouched = () => dataLayer.push === pushed;",
    );
    let survey = stage.open(&later);
    stage.until_page("the loader to listen", "!untouched()");
    assert_eq!(stage.run("return dataLayer.push({event: 'view_item'}, {event: 'purchase'})"), 2);
    check(stage, &survey, "event");
    stage.run("document.querySelector('meetpunt-survey').remove()");
    stage.until_page("the layer to be as it was", "untouched()");
}

fn any_trigger_of_a_list_shows_it(stage: &Stage<'_>) {
    let survey = armed(stage, "scroll:90%, event:done, delay:1d");
    stage.run("meetpunt('event', 'done')");
    check(stage, &survey, "event");
    assert_eq!(stage.events("shown").len(), 1);
}

fn a_trigger_that_cannot_be_read_is_told(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{CSAT} trigger="scroll:120%, sometimes""#)));
    survey.until("question");
    let found: Vec<Value> = stage.events("warning").iter().map(|warning| warning["detail"]["found"].clone()).collect();
    assert_eq!(found, [json!("scroll:120%"), json!("sometimes")]);
}

/// A site with a survey for the pages under `/account/`.
fn account(stage: &Stage<'_>, trigger: &str) {
    add(
        stage,
        &json!({
            "defaults": {"endpoint": "/collect"},
            "surveys": [{"id": "account", "metric": "csat", "display": "popover", "match": ["/account/*", "!/account/delete"], "trigger": [trigger]}],
        }),
    );
}

fn another_route_shows_it(stage: &Stage<'_>) {
    account(stage, "load");
    let survey = stage.open(&shop("").at("/start"));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    for path in ["/account", "/account/delete", "/accounts/1"] {
        stage.browser.run("history.pushState(null, '', arguments[0])", vec![json!(path)]);
        stage.throughout(Duration::from_millis(300), "this route is not meant", || !survey.has("question"));
    }
    stage.run("history.pushState(null, '', '/account/orders?page=2')");
    survey.until("question");
    assert_eq!(survey.look("", "return host.getAttribute('survey')"), "account");
}

fn a_route_that_is_left_cancels_it(stage: &Stage<'_>) {
    account(stage, "delay:900ms");
    let survey = stage.open(&shop("").at("/account/orders"));
    stage.until_page("the survey", "document.querySelector('meetpunt-survey')");
    stage.run("history.pushState(null, '', '/cart')");
    stage.throughout(Duration::from_millis(1500), "it does not follow the visitor", || !survey.has("question"));
    stage.run("history.back()");
    survey.until("question");
}

fn a_page_that_patches_its_history_keeps_it(stage: &Stage<'_>) {
    account(stage, "load");
    let patch = "window.routes = [];
        const real = history.pushState;
        history.pushState = function (...words) { routes.push(words[2]); return real.apply(this, words); };
        const patched = history.pushState;
        window.untouched = () => history.pushState === patched;";
    let survey = stage.open(&shop("").at("/start").script(patch));
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    stage.run("history.pushState(null, '', '/account/orders')");
    survey.until("question");
    assert_eq!(stage.run("return routes"), json!(["/account/orders"]));
    stage.run("document.querySelector('meetpunt-survey').remove(); meetpunt('config', {surveys: []})");
    stage.until_page("the page's own function to be back", "untouched()");
}

fn a_prerendered_page_waits(stage: &Stage<'_>) {
    if stage.browser.engine != Engine::Chromium {
        // `fault_` tests play it in all engines; one that learns it belongs here.
        stage.open(&page(""));
        assert_eq!(stage.run("return 'prerendering' in document"), false);
        return;
    }
    let rules = r#"<script type="speculationrules">{"prerender": [{"source": "list", "urls": ["/next"], "eagerness": "immediate"}]}</script>"#;
    let next = survey(&format!(r#"{CSAT} display="popover" trigger="delay:200ms""#))
        .at("/next")
        .script("document.prerendering && (window.waited = true)");
    stage.site.add(&next);
    stage.open(&page("<a href=\"/next\" id=\"on\">On</a>").head(rules));
    stage.until("the browser to prerender the page", || stage.site.asked_for("/next").then_some(()));
    stage.throughout(Duration::from_millis(800), "nothing but the loader is fetched", || {
        !stage.site.fetched().iter().any(|name| name.ends_with(".wasm"))
    });
    stage.click_host("#on");
    stage.survey("meetpunt-survey").until("question");
    assert_eq!(
        stage.run("return window.waited === true"),
        true,
        "the page that shows is not the one that was prerendered"
    );
    let waited = "const [page] = performance.getEntriesByType('navigation');
        return page.activationStart > 800 && performance.now() - page.activationStart > 200";
    assert_eq!(stage.run(waited), true, "the delay counts from when the visitor sees the page");
}

fn back_and_forward_go_on(stage: &Stage<'_>) {
    stage.site.add(&page("<p>Elsewhere</p>").at("/elsewhere"));
    let survey = stage.open(&survey(&format!(r#"{CSAT} display="popover" trigger="event:done""#)));
    stage.until("the part with the trigger", || {
        stage.site.fetched().iter().any(|name| name.starts_with("part-page")).then_some(())
    });
    stage.run("location.href = '/elsewhere'");
    stage.until_page("the other page", "document.body?.textContent.includes('Elsewhere')");
    stage.run("history.back()");
    stage.until_page(
        "the first page",
        "document.querySelector('meetpunt-survey') && customElements.get('meetpunt-survey')",
    );
    stage.run("meetpunt('event', 'done')");
    survey.until("question");
}
