//! A Wasm that breaks.

use super::NPS;
use crate::harness::page::Page;
use crate::harness::widget::Survey;
use crate::harness::{Stage, survey};
use serde_json::{Value, json};

crate::tests![
    fault_55_wasm_of_another_type,
    fault_67_a_trap_in_every_export_and_closure needs_wasm("it breaks exports by their names"),
    fault_67_another_wasm_goes_on_with_the_draft needs_wasm("where Wasm is refused there is one program, and no other to go on"),
    fault_67_the_whole_cut_is_followed_by_plain_javascript needs_wasm("where Wasm is refused there is one program, and no other to go on"),
    fault_67_the_pinned_release_leaves_and_keeps_what_was_given needs_wasm("the pinned release has no program for where Wasm is refused"),
];

fn fault_55_wasm_of_another_type(stage: &Stage<'_>) {
    // The right bytes under a wrong name are the right bytes.
    stage.site.disguise(".wasm", "text/html");
    stage.open(&survey(NPS)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

/// Answers as a visitor does who presses again what did nothing, and tells when the survey has ended or thanked.
const GO_THROUGH: &str = "const done = arguments[arguments.length - 1];
    const survey = document.querySelector('meetpunt-survey');
    const find = (part) => survey.shadowRoot.querySelector(`[part~=${part}]`);
    const end = Date.now() + 8000;
    // After the survey has been announced.
    setTimeout(function next() {
        const ended = heard.events.find(({name}) => name === 'error' || name === 'completed');
        if (ended || Date.now() > end) {
            survey.remove();
            return setTimeout(() => done(ended ? ended.name : 'neither'), 50);
        }
        const comment = find('comment');
        if (find('point')) survey.shadowRoot.querySelector('input[value=\"2\"]').click();
        if (comment) {
            comment.focus();
            comment.value = 'Words';
            comment.dispatchEvent(new Event('input', {bubbles: true}));
        }
        find('send')?.click();
        setTimeout(next, 20);
    }, 300);";

fn fault_67_a_trap_in_every_export_and_closure(stage: &Stage<'_>) {
    let open = |armed: &Value| {
        let script = format!("{}; wasm.trap = {armed};", include_str!("../harness/traps.js"));
        // It comes with a timer, which tells screen readers of it.
        let page = survey(r#"metric="nps" follow-up="neutral" display="popover" trigger="load""#).script(&script);
        // Without a record, so that it asks again; what was given is at the collector all the same.
        stage.open(&page.loader(r#"data-endpoint="/collect" data-storage="none""#));
    };
    open(&Value::Null);
    assert_eq!(stage.browser.run_async(GO_THROUGH, Vec::new()), "completed");
    let kinds = stage.run("return Object.keys(wasm.kinds)");
    let kinds: Vec<&str> = kinds.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for event in ["click", "change", "input", "focusin"] {
        assert!(kinds.iter().any(|kind| kind.ends_with(&format!(" {event}"))), "no {event} in {kinds:?}");
    }
    for &kind in &kinds {
        open(&json!(kind));
        let ended = stage.browser.run_async(GO_THROUGH, Vec::new());
        let [trapped, after] = ["trapped", "after"].map(|count| stage.run(&format!("return wasm.{count}")));
        assert_eq!(trapped, 1, "{kind} did not trap");
        assert_eq!(after, 0, "the instance was called again after a trap in {kind}");
        let errors: Vec<Value> =
            stage.events("error").into_iter().map(|event| event["detail"]["reason"].clone()).collect();
        assert!(ended == "completed" && errors.is_empty(), "a trap in {kind}: {ended}, {errors:?}");
        stage.host_is_unharmed();
    }
    // Whichever call broke: one answer of each page.
    let pages = kinds.len() + 1;
    stage.until_delivered(pages);
    stage.delivered_once(pages);
}

/// A page whose Wasm can be made to trap.
fn fragile(attributes: &str) -> Page {
    survey(attributes).script(include_str!("../harness/traps.js"))
}

/// Lets the next call into the Wasm trap, and nothing after it.
fn trap(survey: &Survey<'_>) {
    let script = "const frame = root.querySelector('[part~=frame]');
        frame.dataset.broken = '';
        wasm.armed = true;
        frame.dispatchEvent(new Event('input', {bubbles: true}));
        frame.querySelector('input, textarea').dispatchEvent(new Event('focusin', {bubbles: true}));
        wasm.armed = false;
        return wasm.trapped";
    assert_ne!(survey.look("", script), 0, "nothing has trapped");
}

/// Waits until another Wasm has drawn the survey.
fn until_drawn_anew(stage: &Stage<'_>, survey: &Survey<'_>) {
    let script =
        "const frame = root.querySelector('[part~=frame]'); return frame ? frame.dataset.broken == null : false";
    stage.until("another Wasm to draw it", || (survey.look("", script) == true).then_some(()));
}

fn fault_67_another_wasm_goes_on_with_the_draft(stage: &Stage<'_>) {
    // A point that was chosen, not given.
    let survey = stage.open(&fragile(NPS));
    survey.choose(9);
    trap(&survey);
    until_drawn_anew(stage, &survey);
    assert_eq!(survey.chosen(), Some(9));
    survey.send();
    survey.write("After the trap");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "After the trap"}));
    let once = |names: &[&str]| {
        for name in names {
            assert_eq!(stage.events(name).len(), 1, "{name}");
        }
        assert!(stage.events("error").is_empty());
    };
    once(&["ready", "shown", "answered", "completed"]);
    stage.all_is_well(1);

    // A comment under way: the same submission goes on, under the visitor's fingers.
    let survey = stage.open(&fragile(r#"metric="csat" touchpoint="delivery" follow-up="neutral""#).at("/comment"));
    survey.choose(4);
    survey.send();
    survey.click("comment");
    stage.browser.type_text("Before ");
    trap(&survey);
    until_drawn_anew(stage, &survey);
    assert!(survey.has_focus("[part~=comment]"), "focus was lost");
    stage.browser.type_text("and after");
    survey.send();
    survey.until("thanks");
    let event = stage.until("both answers", || stage.collector.delivered().into_iter().nth(1));
    let data = &event["data"];
    assert_eq!((&data["sequence"], &data["state"], &data["score"]), (&json!(2), &json!("completed"), &json!(4)));
    let comment = data["comment"].as_str().unwrap_or_default();
    assert!(comment.contains("Before ") && comment.contains("and after"), "{comment}");
    once(&["ready", "answered", "completed"]);
    stage.all_is_well(2);

    // What traps a second time leaves, with one word of it; the score was given.
    let survey = stage.open(&fragile(r#"metric="ces" touchpoint="return" follow-up="neutral""#).at("/twice"));
    survey.choose(5);
    survey.send();
    survey.until("comment");
    trap(&survey);
    until_drawn_anew(stage, &survey);
    trap(&survey);
    assert_eq!(stage.until_event("error")["detail"]["reason"], "trap");
    stage.until("the survey to end", || (!survey.is_visible()).then_some(()));
    stage.all_is_well(3);
    assert_eq!(stage.events("error").len(), 1);
    assert_eq!(stage.run("return wasm.after"), 0, "a trapped instance was called again");
}

fn fault_67_the_whole_cut_is_followed_by_plain_javascript(stage: &Stage<'_>) {
    let attributes = r#"metric="csat" touchpoint="delivery" then="delight" reasons="speed:Speed, price:Price" contact follow-up="neutral""#;
    let survey = stage.open(&fragile(attributes));
    survey.choose(2);
    survey.send();
    survey.until_text("progress", |text| text.contains('2'));
    survey.choose(3);
    survey.send();
    survey.write("Late");
    survey.look("[name=reason][value=price]", "found.click()");
    survey.click("contact");
    stage.browser.type_text("me");
    trap(&survey);
    until_drawn_anew(stage, &survey);
    let fetched = "return performance.getEntriesByType('resource').some(({name}) => name.includes('/fallback-'))";
    assert_eq!(stage.run(fetched), true);
    survey.send();
    survey.until("thanks");
    let data = &stage.until_state("completed")["data"];
    assert_eq!((&data["score"], &data["sequence"], &data["comment"]), (&json!(2), &json!(3), &json!("Late")));
    assert_eq!(
        (&data["reasons"], &data["contact"], &data["more"][0]["score"]),
        (&json!(["price"]), &json!("me"), &json!(3))
    );
    assert!(stage.events("error").is_empty());
    stage.all_is_well(1);
}

fn fault_67_the_pinned_release_leaves_and_keeps_what_was_given(stage: &Stage<'_>) {
    let tag = r#"<script async src="/meetpunt/meetpunt.full.js" data-endpoint="/collect"></script>"#;
    let page = fragile(r#"metric="csat" touchpoint="delivery" then="delight" follow-up="neutral""#);
    let survey = stage.open(&page.without_loader().head(tag));
    survey.choose(2);
    survey.send();
    survey.until_text("progress", |text| text.contains('2'));
    // It has no plain JavaScript to go on with.
    trap(&survey);
    assert_eq!(stage.until_event("error")["detail"]["reason"], "trap");
    stage.until("the survey to end", || (!survey.is_visible()).then_some(()));
    let given = &stage.all_is_well(1)[0]["data"];
    assert_eq!((&given["score"], &given["state"]), (&json!(2), &json!("answered")));
    assert_eq!(stage.events("error").len(), 1);
}
