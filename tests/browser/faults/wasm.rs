//! A Wasm that breaks.

use super::NPS;
use crate::harness::{Stage, survey};
use serde_json::{Value, json};

crate::tests![fault_55_wasm_of_another_type, fault_67_a_trap_in_every_export_and_closure needs_wasm("it breaks exports by their names")];

fn fault_55_wasm_of_another_type(stage: &Stage<'_>) {
    // The right bytes under a wrong name are the right bytes.
    stage.site.disguise(".wasm", "text/html");
    stage.open(&survey(NPS)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

/// Answers as far as the survey goes on, and tells when it has ended or the visitor was thanked.
const GO_THROUGH: &str = "const done = arguments[arguments.length - 1];
    const survey = document.querySelector('meetpunt-survey');
    const find = (part) => survey.shadowRoot.querySelector(`[part~=${part}]`);
    const steps = [
        () => find('point') && (survey.shadowRoot.querySelector('input[value=\"2\"]').click(), find('send').click(), true),
        () => find('comment') && (find('comment').focus(), true),
        () => find('comment') && (find('comment').value = 'Words', find('comment').dispatchEvent(new Event('input', {bubbles: true})), true),
        () => find('comment') && (find('send').click(), true),
    ];
    const end = Date.now() + 4000;
    (function next() {
        const ended = heard.events.find(({name}) => name === 'error' || name === 'completed');
        if (ended || Date.now() > end) {
            survey.remove();
            return setTimeout(() => done(ended ? ended.name : 'neither'), 50);
        }
        if (steps[0] && steps[0]()) steps.shift();
        setTimeout(next, 10);
    })();";

fn fault_67_a_trap_in_every_export_and_closure(stage: &Stage<'_>) {
    let open = |armed: &Value| {
        let script = format!("{}; wasm.trap = {armed};", include_str!("../harness/traps.js"));
        let page = survey(r#"metric="nps" follow-up="neutral""#).script(&script);
        // Without a record, so that it asks again; what was given is at the collector all the same.
        stage.open(&page.loader(r#"data-endpoint="/collect" data-storage="none""#));
    };
    open(&Value::Null);
    assert_eq!(stage.browser.run_async(GO_THROUGH, Vec::new()), "completed");
    let names = stage.run("return Object.keys(wasm.names)");
    let names: Vec<String> =
        names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    assert!(names.len() >= 6, "only {names:?} were called");
    let mut traps = 0;
    for name in names {
        open(&json!(name));
        let ended = stage.browser.run_async(GO_THROUGH, Vec::new());
        let [trapped, after] = ["trapped", "after"].map(|count| stage.run(&format!("return wasm.{count}")));
        assert_eq!(trapped, 1, "{name} did not trap");
        assert_eq!(after, 0, "the instance was called again after a trap in {name}");
        let errors: Vec<Value> =
            stage.events("error").into_iter().map(|event| event["detail"]["reason"].clone()).collect();
        // What is called last, when the survey goes, has nobody left to tell.
        assert!(ended == "completed" || errors == ["trap"], "a trap in {name}: {ended}, {errors:?}");
        stage.host_is_unharmed();
        traps += 1;
    }
    assert!(traps >= 6, "{traps} traps");
    // A score that was given is at the collector, whichever call broke after it.
    stage.delivered_once(stage.collector.delivered().len());
    assert!(!stage.collector.delivered().is_empty());
}
