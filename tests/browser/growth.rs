//! Surveys that come and go leave nothing behind that grows.

use crate::harness::{Engine, Stage, page, refusal};
use serde_json::json;

crate::tests![five_hundred_mounts_leave_nothing_that_grows,];

/// Counts listeners that are on now, by wrapping the two functions of every target before anybody uses them.
const COUNT_LISTENERS: &str = "window.listeners = 0;
    const on = EventTarget.prototype.addEventListener, off = EventTarget.prototype.removeEventListener;
    const known = new WeakMap();
    const note = (target, key, change) => {
        if (target instanceof Node && target !== document && !target.isConnected && change > 0) return;
        const of = known.get(target) ?? known.set(target, new Set()).get(target);
        if (change > 0 === of.has(key)) return;
        change > 0 ? of.add(key) : of.delete(key);
        if (target === window || target === document || target === document.body) listeners += change;
    };
    const ids = new WeakMap();
    let next = 0;
    const id = (heard) => ids.get(heard) ?? ids.set(heard, ++next).get(heard);
    const key = (name, heard, options) => `${name} ${id(heard)} ${Boolean(typeof options === 'object' ? options?.capture : options)}`;
    EventTarget.prototype.addEventListener = function (name, heard, options) {
        if (heard && !options?.signal && !options?.once) note(this ?? window, key(name, heard, options), 1);
        return on.call(this, name, heard, options);
    };
    EventTarget.prototype.removeEventListener = function (name, heard, options) {
        if (heard) note(this ?? window, key(name, heard, options), -1);
        return off.call(this, name, heard, options);
    };";

/// Puts `arguments[0]` surveys on the page and takes them off again, twenty at a time, each once it said that it is ready.
const MOUNT: &str = "const done = arguments[arguments.length - 1];
    // Each a survey of its own: one that was shown for a second counts as asked.
    const name = () => `mount-${window.mounts = (window.mounts ?? 0) + 1}`;
    const batch = (count) => new Promise((ended) => {
        const all = Array.from({length: count}, () => document.createElement('meetpunt-survey'));
        let ready = 0;
        for (const survey of all) {
            survey.setAttribute('metric', 'nps');
            survey.setAttribute('survey', name());
            survey.setAttribute('trigger', 'load');
            survey.addEventListener('meetpunt:ready', () => {
                if (++ready === count) {
                    all.forEach((survey) => survey.remove());
                    ended();
                }
            }, {once: true});
        }
        document.querySelector('#place').append(...all);
    });
    (async () => {
        for (let left = arguments[0]; left > 0; left -= 20) await batch(Math.min(left, 20));
        heard.events.length = 0;
        // Two frames, so that what ends a frame later has ended.
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        done([document.querySelectorAll('*').length, listeners, wasm.memory.buffer.byteLength]);
    })();";

fn five_hundred_mounts_leave_nothing_that_grows(stage: &Stage<'_>) {
    let page = page(r#"<div id="place"></div>"#).script(include_str!("harness/traps.js")).script(COUNT_LISTENERS);
    stage.open(&page);
    stage.until_page("the loader", "customElements.get('meetpunt-survey')");
    // Fifty a call, because a driver ends scripts that run for long.
    let mount =
        |calls: u32| (0..calls).map(|_| stage.browser.run_async(MOUNT, vec![json!(50)])).last().unwrap_or_default();
    // The first hundred fill caches; what grows after them would grow forever. A plain script is also compiled part by part.
    let early = mount(if refusal::is_on() { 10 } else { 2 });
    let heap_early = heap(stage);
    let late = mount(8);
    let heap_late = heap(stage);
    assert_eq!(early[0], late[0], "elements on the page grew");
    assert_eq!(early[1], late[1], "listeners on window, document and body grew");
    let (early_memory, late_memory) = (early[2].as_f64().unwrap_or_default(), late[2].as_f64().unwrap_or_default());
    assert!(late_memory <= early_memory * 1.1, "the Wasm's memory grew from {early_memory} to {late_memory} bytes");
    if let (Some(early), Some(late)) = (heap_early, heap_late) {
        // What a survey holds is some kilobytes. The engine itself still learns for a while: 200 bytes a mount, and 2 from the
        // two thousandth on.
        assert!(late[0] <= early[0] + 400.0 * 500.0, "the heap grew from {} to {} bytes", early[0], late[0]);
        // One of either a mount would be 400; a few wait for the garbage collector.
        assert!(late[1] <= early[1] + 100.0, "DOM nodes in memory grew from {} to {}", early[1], late[1]);
        assert!(late[2] <= early[2] + 100.0, "listeners in memory grew from {} to {}", early[2], late[2]);
    }
}

/// Heap in bytes, nodes and listeners after a garbage collection; only Chromium tells.
fn heap(stage: &Stage<'_>) -> Option<[f64; 3]> {
    if stage.browser.engine != Engine::Chromium {
        return None;
    }
    let tools = |command: &str| stage.browser.devtools(command, json!({}));
    tools("Performance.enable");
    tools("HeapProfiler.collectGarbage");
    tools("HeapProfiler.collectGarbage");
    let metrics = tools("Performance.getMetrics")["metrics"].as_array().cloned().unwrap_or_default();
    let metric =
        |name: &str| metrics.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
    Some([metric("JSHeapUsedSize")?, metric("Nodes")?, metric("JSEventListeners")?])
}
