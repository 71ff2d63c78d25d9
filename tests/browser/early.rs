//! The first question that stands before the Wasm is there: it is what the Wasm will draw, and nothing done on it is lost.

use crate::harness::picture::{check_same, settled};
use crate::harness::widget::{Survey, point};
use crate::harness::{Engine, Key, Stage, element, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    an_early_question_is_what_the_wasm_draws needs_wasm(WITH_WASM),
    an_early_question_is_what_the_wasm_draws_whatever_is_written needs_wasm(WITH_WASM),
    an_early_question_keeps_its_pixels except(Chromium: "it paints round corners of what faded in one level of colour off until it paints them again") needs_wasm(WITH_WASM),
    a_point_chosen_early_counts needs_wasm(WITH_WASM),
    a_press_of_send_is_done_later needs_wasm(WITH_WASM),
    keys_pressed_early_are_done_later needs_wasm(WITH_WASM),
    arrows_pressed_early_go_where_they_point needs_wasm(WITH_WASM),
    a_press_goes_on_while_the_wasm_comes needs_wasm(WITH_WASM),
    settings_that_change_while_the_wasm_comes_are_shown needs_wasm(WITH_WASM),
    what_only_the_wasm_knows_waits_for_it needs_wasm(WITH_WASM),
    an_early_question_goes_when_the_wasm_fails needs_wasm(WITH_WASM),
    an_early_question_does_not_stand_for_ever needs_wasm(WITH_WASM),
    an_early_question_goes_with_its_element needs_wasm(WITH_WASM),
    the_page_hears_nothing_twice needs_wasm(WITH_WASM),
];

const WITH_WASM: &str = "where Wasm is refused the program comes in the file that draws early, and nothing is early";

/// Keeps the Wasm on its way until `letIn()`.
const HOLD: &str = "{ const real = window.fetch, waiting = [];
    window.fetch = (url, ...rest) => /wasm$/.test(url)
        ? new Promise((resolve) => waiting.push(() => resolve(real(url, ...rest))))
        : real(url, ...rest);
    window.letIn = () => waiting.forEach((go) => go()); }";

/// Opens a page with one survey whose Wasm is held back, and waits for its early question.
#[track_caller]
fn held<'s>(stage: &'s Stage<'_>, attributes: &str) -> Survey<'s> {
    let survey = stage.open(&survey(attributes).script(HOLD));
    survey.until("question");
    assert!(stage.events("ready").is_empty(), "the Wasm was not held back");
    survey
}

/// Lets the Wasm in and waits until it has drawn.
#[track_caller]
fn let_in(stage: &Stage<'_>) {
    stage.run("letIn()");
    stage.until_event("ready");
}

/// Settings with which the first question is drawn early.
const EARLY: [&str; 23] = [
    r#"metric="nps" theme=" DARK " follow-up="NONE" display="Inline""#,
    r#"metric="nps" brand="Example Shop""#,
    r#"metric="nps" brand=" {brand} ""#,
    r#"metric="nps" wording="friend-or-family""#,
    r#"metric="nps" wording="Friend-or-Family" brand="Acme""#,
    r#"metric="nps" wording="friend-or-family.plain""#,
    r#"metric="nps" wording="checkout""#,
    r#"metric="ces" wording="checkout" brand="Acme" lang="nl""#,
    r#"metric="ces" wording="find""#,
    r#"metric="ces" wording="service" brand="Acme" topic="return""#,
    r#"metric="csat" wording="order" topic="the shoes""#,
    r#"metric="csat" wording="delivery" lang="de""#,
    r#"metric="csat" topic="the delivery" question="How was {topic}, {context-name}?" context-name="Jo""#,
    r#"metric="csat" question="How was {task}, {nobody}? {" low-label="{brand}" high-label="{Great}""#,
    r#"metric="nps""#,
    r#"metric="ces" touchpoint="checkout" context-order="12""#,
    r#"metric="CSAT" theme="dark""#,
    r#"metric="nps" theme="light" display="inline" follow-up="none""#,
    r#"metric="nps" question="  Would you come again? &amp; why <b> not? ""#,
    r#"metric="ces" low-label="No" high-label=" Yes ""#,
    r#"metric="csat" question="" high-label="Great""#,
    r#"metric="nps" contact="optional" report="funnel" reasons-negative="Price, Delivery""#,
    r#"metric="ces" trigger="delay:0s" privacy-href="/privacy" theme="nonsense""#,
];

fn an_early_question_is_what_the_wasm_draws(stage: &Stage<'_>) {
    let languages = std::fs::read_dir(stage.release.join("locales")).expect("the release has languages");
    let mut languages: Vec<String> = languages
        .map(|file| file.expect("it can be read").file_name().to_string_lossy().into_owned())
        .filter_map(|name| Some(name.strip_suffix(".json")?.rsplit_once('-')?.0.to_owned()))
        .collect();
    assert!(languages.len() > 20, "{languages:?}");
    languages.push("en".to_owned());
    languages.push("xx".to_owned());
    let in_languages = languages.iter().flat_map(|tag| {
        ["nps", "ces", "csat"].map(|metric| match tag.strip_suffix("-formal") {
            Some(tag) => format!(r#"metric="{metric}" lang="{tag}" register="formal""#),
            None => format!(r#"metric="{metric}" lang="{tag}""#),
        })
    });
    let all: Vec<String> = EARLY.map(str::to_owned).into_iter().chain(in_languages).collect();
    compare(stage, "/all", &all);
}

/// Settings as somebody might write them who wants to break something, or has not read anything.
fn an_early_question_is_what_the_wasm_draws_whatever_is_written(stage: &Stage<'_>) {
    const TEXTS: [&str; 24] = [
        "",
        " ",
        "Shop",
        " Jan &amp; Co ",
        "{brand}",
        "{topic}",
        "{context-a}",
        "{order} {nobody}",
        "{",
        "}{",
        "{{brand}}",
        "{Brand}",
        "{}",
        "&lt;img src=x onerror=alert(1)&gt;",
        "$&amp; $1 $$",
        "\u{202e}abc",
        "🙂é\u{301}",
        "none",
        "NONE",
        "service",
        "friend-or-family",
        "standard.plain",
        "dark",
        "language.tag",
    ];
    const NAMES: [&str; 14] = [
        "question",
        "low-label",
        "high-label",
        "brand",
        "topic",
        "wording",
        "theme",
        "follow-up",
        "context-a",
        "privacy-link",
        "register",
        "display",
        "touchpoint",
        "lang",
    ];
    let mut state = 20_261_122_u32;
    let mut draw = |most: usize| {
        // Numerical Recipes' generator: the same surveys in every run.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % most
    };
    for round in 0..3 {
        let surveys: Vec<String> = (0..100)
            .map(|_| {
                let metric = ["nps", "ces", "csat"][draw(3)];
                let settings: String =
                    (0..draw(6)).map(|_| format!(r#" {}="{}""#, NAMES[draw(14)], TEXTS[draw(24)])).collect();
                format!(r#"metric="{metric}"{settings}"#)
            })
            .collect();
        // Overlays are not drawn early, and these words are none.
        compare(stage, &format!("/{round}"), &surveys);
    }
}

/// Lets both draw a page of surveys with these settings, and compares element by element.
#[track_caller]
fn compare(stage: &Stage<'_>, path: &str, all: &[String]) {
    // Who was shown one for a second is not asked the same again.
    let id = path.trim_start_matches('/');
    let body: String = all
        .iter()
        .enumerate()
        .map(|(place, attributes)| {
            // The first of two attributes counts.
            element(&format!(r#"survey="{id}-{place}" {attributes} trigger="load""#))
        })
        .collect();
    // On a slow machine so many take longer than a question stands that cannot be answered yet.
    let patient = "{ const real = setTimeout; window.setTimeout = (run, time, ...rest) => real(run, time === 1e4 ? 1e6 : time, ...rest); }";
    stage.open(&page(&body).at(path).script(patient).script(HOLD));
    let count = all.len();
    let drawn = format!(
        "return [...document.querySelectorAll('meetpunt-survey')].filter((survey) => survey.shadowRoot?.querySelector('.frame')).length === {count}"
    );
    let slow = Duration::from_secs(60);
    stage.within(slow, "every survey to be drawn early", || (stage.run(&drawn) == true).then_some(()));
    stage.run(
        "window.early = [...document.querySelectorAll('meetpunt-survey')].map((survey) => survey.shadowRoot.querySelector('.frame'));
        window.copies = early.map((frame) => frame.cloneNode(true)); letIn();",
    );
    stage.within(slow, "every survey to be ready", || (stage.events("ready").len() == count).then_some(()));
    let differs = "return [...document.querySelectorAll('meetpunt-survey')].map((survey, place) => {
        const frame = survey.shadowRoot.querySelector('.frame'), now = frame.cloneNode(true);
        if (frame !== early[place]) return 'it was not taken over';
        // Colours that were corrected, and texts that are empty.
        now.removeAttribute('style');
        now.normalize();
        if (now.isEqualNode(copies[place])) return null;
        const [is, was] = [now, copies[place]].map((frame) => [frame, ...frame.querySelectorAll('*')]);
        const other = is.findIndex((element, place) => !was[place]?.cloneNode().isEqualNode(element.cloneNode()));
        return [survey.outerHTML, was[other]?.outerHTML, is[other]?.outerHTML];
    }).filter(Boolean).slice(0, 3)";
    assert_eq!(stage.run(differs), json!([]));
}

fn an_early_question_keeps_its_pixels(stage: &Stage<'_>) {
    held(stage, r#"metric="nps" trigger="load" lang="nl""#);
    // Not while it comes in.
    let moves = "return document.querySelector('meetpunt-survey').shadowRoot.querySelector('.frame').getAnimations({subtree: true}).length";
    stage.until("it to stand still", || (stage.run(moves) == 0).then_some(()));
    let before = settled(stage);
    let_in(stage);
    assert_eq!(stage.run(moves), 0, "it comes in once more");
    check_same(stage, "late", &settled(stage), &before);
}

fn a_point_chosen_early_counts(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="nps" trigger="load""#);
    survey.choose(3);
    survey.choose(9);
    let_in(stage);
    stage.until("the point to be chosen still", || (survey.chosen() == Some(9)).then_some(()));
    assert!(survey.has_focus(&point(9)), "the focus is on {}", stage.focus());
    survey.send();
    survey.until("comment");
    assert_eq!(stage.until_event("answered")["detail"]["score"], 9);
    assert_eq!(stage.events("answered").len(), 1);
}

fn a_press_of_send_is_done_later(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="ces" trigger="load""#);
    survey.send();
    survey.choose(6);
    let is_busy = || survey.look("[part~=send]", "return found.getAttribute('aria-disabled')") == "true";
    assert!(!is_busy(), "another point was chosen since");
    survey.send();
    assert!(is_busy(), "nothing tells that it was pressed");
    stage.throughout(Duration::from_millis(300), "nothing is given yet", || survey.has("scale"));
    let_in(stage);
    survey.until("comment");
    assert_eq!(stage.until_event("answered")["detail"]["score"], 6);
    // Send with nothing chosen says so, early or not.
    let survey = held(stage, r#"metric="ces" trigger="load" survey="other""#);
    survey.send();
    let_in(stage);
    survey.until("error");
}

fn keys_pressed_early_are_done_later(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="nps" trigger="load""#);
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::Space);
    stage.browser.type_text("73");
    let_in(stage);
    stage.until("the digits to be understood", || (survey.chosen() == Some(3)).then_some(()));
    assert!(survey.has_focus(&point(3)), "the focus is on {}", stage.focus());

    let survey = held(stage, r#"metric="nps" trigger="load" survey="other""#);
    survey.tab_to("[part~=scale]");
    stage.browser.type_text("7");
    stage.browser.press(Key::Enter);
    let_in(stage);
    survey.until("comment");
    assert_eq!(stage.until_event("answered")["detail"]["score"], 7);
}

fn arrows_pressed_early_go_where_they_point(stage: &Stage<'_>) {
    for (place, (lang, score)) in [("en", 3), ("he", 5)].into_iter().enumerate() {
        let survey = held(stage, &format!(r#"metric="nps" trigger="load" lang="{lang}" survey="s{place}""#));
        survey.choose(4);
        stage.browser.press(Key::Left);
        let_in(stage);
        stage.until("the arrow to be done", || (survey.chosen() == Some(score)).then_some(()));
        assert!(survey.has_focus(&point(score)), "{lang}: the focus is on {}", stage.focus());
    }
}

/// The finger goes down, the Wasm comes, the finger goes up: on the same element.
fn a_press_goes_on_while_the_wasm_comes(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="csat" trigger="load""#);
    survey.look(&point(4), "window.pressed = found; window.before = [...root.querySelectorAll('*')]");
    let_in(stage);
    let same = survey.look("", "const now = [...root.querySelectorAll('*')]; return now.length === before.length && now.every((element, place) => element === before[place])");
    assert_eq!(same, true, "the Wasm made elements of its own");
    stage.run("pressed.click()");
    survey.send();
    survey.until("comment");
    assert_eq!(stage.until_event("answered")["detail"]["score"], 4);
}

/// Who changes settings while the Wasm is on its way gets what they say now, and the point that was chosen.
fn settings_that_change_while_the_wasm_comes_are_shown(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="nps" trigger="load""#);
    survey.choose(6);
    stage.run("document.querySelector('meetpunt-survey').setAttribute('question', 'Other?')");
    let_in(stage);
    assert_eq!(survey.until_text("question", |text| text == "Other?"), "Other?");
    stage.until("the point to be chosen still", || (survey.chosen() == Some(6)).then_some(()));
    assert_eq!(survey.look("", "return root.querySelectorAll('.frame').length"), 1);
    survey.answer(7);
}

fn what_only_the_wasm_knows_waits_for_it(stage: &Stage<'_>) {
    let others = [
        r#"metric="nps" question.en="Do you?""#,
        r#"metric="nps" brand.en="Acme""#,
        r#"metric="nps" display="popover""#,
        r#"metric="nps" display=" popover " trigger="load""#,
        r#"metric="nps" heading-level="3""#,
        r#"metric="nps" send="tap""#,
        r#"metric="csat" look="stars""#,
        r#"metric="enps""#,
        r#"metric="nonsense""#,
    ];
    let body: String = others
        .iter()
        .enumerate()
        .map(|(place, attributes)| element(&format!(r#"survey="s{place}" {attributes} trigger="load""#)))
        .collect();
    // One that comes early shows that the others had the time.
    let body = body + &element(r#"metric="nps" trigger="load" id="early""#);
    stage.open(&page(&body).script(HOLD));
    stage.survey("#early").until("question");
    let drawn = "return [...document.querySelectorAll('meetpunt-survey:not(#early)')].filter((survey) => survey.shadowRoot?.querySelector('.frame')).length";
    stage.throughout(Duration::from_millis(500), "nothing else is drawn", || stage.run(drawn) == 0);
}

fn an_early_question_goes_when_the_wasm_fails(stage: &Stage<'_>) {
    stage.site.block(".wasm");
    let survey = held(stage, r#"metric="nps" trigger="load""#);
    assert!(!survey.shows_fallback());
    survey.choose(3);
    stage.run("letIn()");
    stage.until_event("error");
    stage.until("fallback content", || survey.shows_fallback().then_some(()));
    assert!(!survey.has("frame"));
}

/// A Wasm that does not come: what nobody can answer goes after a while, what somebody is at stays.
fn an_early_question_does_not_stand_for_ever(stage: &Stage<'_>) {
    let sooner = "{ const real = setTimeout; window.setTimeout = (run, time, ...rest) => real(run, time === 1e4 ? 400 : time, ...rest); }";
    let page =
        page(&(element(r#"metric="nps" trigger="load""#) + &element(r#"metric="ces" trigger="load" id="used""#)));
    let survey = stage.open(&page.script(sooner).script(HOLD));
    let used = stage.survey("#used");
    used.choose(6);
    stage.until("fallback content", || survey.shows_fallback().then_some(()));
    assert_eq!(survey.look("", "return root.adoptedStyleSheets.length"), 0, "our styles are on the shop's own content");
    stage.throughout(Duration::from_millis(600), "who has chosen goes on", || used.chosen() == Some(6));
    stage.run("letIn()");
    survey.answer(9);
    used.send();
    used.until("comment");
    assert_eq!(stage.until_state("completed")["data"]["score"], 9);
}

fn an_early_question_goes_with_its_element(stage: &Stage<'_>) {
    let survey = held(stage, r#"metric="nps" trigger="load""#);
    survey.choose(3);
    stage.run("window.gone = document.querySelector('meetpunt-survey'); gone.remove()");
    stage.until("it to be empty", || {
        (stage.run("return gone.shadowRoot.querySelector('.frame') === null") == true).then_some(())
    });
    stage.run("letIn()");
    stage.throughout(Duration::from_millis(300), "nothing stands in it", || stage.events("ready").is_empty());
    stage.run("document.body.append(gone)");
    stage.until_event("ready");
    assert_eq!(survey.chosen(), None, "an answer of before stands in a new survey");
    survey.answer(8);
}

/// What bubbles to the page from the early question comes once.
fn the_page_hears_nothing_twice(stage: &Stage<'_>) {
    let script = "window.heardTypes = [];
        for (const type of ['click', 'keydown', 'change', 'input', 'pointerdown'])
            document.addEventListener(type, (event) => heardTypes.push(event.isTrusted ? type : type + ' of a script'));";
    let survey = stage.open(&survey(r#"metric="nps" trigger="load""#).script(HOLD).script(script));
    survey.until("question");
    survey.choose(2);
    survey.send();
    let before = stage.run("return heardTypes.join()");
    let_in(stage);
    survey.until("comment");
    assert_eq!(stage.run("return heardTypes.join()"), before);
    let of_scripts = before.as_str().unwrap_or_default().contains("script");
    // WebKit's driver presses by script itself.
    assert!(!of_scripts || stage.browser.engine == Engine::WebKit, "{before}");
}
