//! Pages that are hostile, careless or under a strict policy.

use super::{NPS, elsewhere, shop};
use crate::harness::clock::TEN_TIMES;
use crate::harness::stage::strings;
use crate::harness::{Stage, element, page, refusal, survey};
use serde_json::{Value, json};
use std::time::Duration;

crate::tests![
    fault_51_a_policy_that_forgot_the_endpoint,
    fault_52_a_policy_without_styles_fonts_and_images,
    fault_57_a_patched_fetch,
    fault_58_arrays_and_objects_with_to_json,
    fault_59_fetch_options_on_the_prototype,
    fault_65_commands_with_hostile_values,
    fault_93_a_page_that_stops_every_event,
    fault_94_words_translated_under_the_survey,
    fault_95_in_quirks_mode_and_in_another_shadow_root,
    fault_96_a_frozen_document_and_changed_built_ins,
];

fn fault_51_a_policy_that_forgot_the_endpoint(stage: &Stage<'_>) {
    let page = shop(stage).policy("default-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    stage.open(&page).answer(9);
    stage.until("the attempt", || stage.rows().iter().any(|row| row["tries"].as_u64() > Some(0)).then_some(()));
    assert!(stage.events("delivered").is_empty() && stage.collector.requests().is_empty());
    // The browser tells the page what it refused: that is all the page hears.
    let heard =
        stage.run("return heard.errors.concat(heard.violations.filter((text) => !text.startsWith('connect-src')))");
    let unexplained = strings(&heard).into_iter().filter(|line| !refusal::explains(line));
    assert_eq!(unexplained.collect::<Vec<_>>(), Vec::<String>::new());
    stage.run("heard.violations.length = 0");
    // A page with the right policy delivers what waits.
    stage.open(&crate::harness::page("").at("/right").loader(&elsewhere(stage)));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_52_a_policy_without_styles_fonts_and_images(stage: &Stage<'_>) {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src {}; img-src 'none'; font-src 'none'",
        stage.site.url("/harness/shop.css")
    );
    let survey = stage.open(&survey(NPS).policy(&policy));
    survey.until("question");
    let drawn =
        survey.look("[part~=send]", "return [getComputedStyle(found).backgroundColor, root.adoptedStyleSheets.length]");
    assert!(!["rgba(0, 0, 0, 0)", "rgb(239, 239, 239)"].map(|bare| json!(bare)).contains(&drawn[0]), "{drawn}");
    survey.answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_57_a_patched_fetch(stage: &Stage<'_>) {
    let patches = [
        "() => { throw new Error('no'); }",
        "() => new Promise(() => {})",
        "async () => 'nonsense'",
        "async () => ({status: '200', headers: null})",
    ];
    for (number, patch) in patches.into_iter().enumerate() {
        let script = format!(
            "{TEN_TIMES} {{ const fetch = window.fetch; window.shop = 0;
            window.fetch = (...words) => String(words[0]).includes('/collect') && !shop++ ? ({patch})() : fetch(...words); }}
            heard.mark();"
        );
        let page = survey(&format!(r#"metric="nps" survey="fetch-{number}""#)).at(&format!("/{number}"));
        stage.open(&page.script(&script)).answer(9);
        stage.until_event("delivered");
        stage.all_is_well(number + 1);
        assert!(stage.run("return shop").as_u64() >= Some(2), "{patch} was never called");
    }
}

fn fault_58_arrays_and_objects_with_to_json(stage: &Stage<'_>) {
    // From the question to the delivery; before and after, the browser's driver needs its own JSON.
    let script = "document.addEventListener('meetpunt:ready', ({target}) => {
            const broken = [Object, Array, String].map((kind) => kind.prototype);
            for (const one of broken) one.toJSON = () => 'broken';
            document.addEventListener('meetpunt:delivered', () => {
                for (const one of broken) delete one.toJSON;
                window.shop = 'delivered';
            });
            const find = (part) => target.shadowRoot.querySelector(`[part~=${part}]`);
            (function next() {
                if (find('thanks')) return;
                if (find('point')) target.shadowRoot.querySelector('input[value=\"9\"]').click();
                find('send')?.click();
                setTimeout(next, 20);
            })();
        });";
    stage.open(&survey(NPS).script(script));
    stage.until_state("completed");
    let delivered = || stage.browser.try_run("return window.shop", Vec::new()).is_ok_and(|said| said == "delivered");
    stage.until("the page to hear of it", || delivered().then_some(()));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_59_fetch_options_on_the_prototype(stage: &Stage<'_>) {
    let script = "const options = {mode: 'no-cors', method: 'PUT', credentials: 'include', cache: 'only-if-cached', redirect: 'follow',
            body: 'x', headers: 'x', endpoint: '/evil', preview: '', storage: 'none', consent: 'required'};
        for (const [name, value] of Object.entries(options)) Object.defineProperty(Object.prototype, name, {value, writable: true});
        heard.mark();";
    stage.open(&shop(stage).script(script)).answer(9);
    stage.until_event("delivered");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    assert!(!stage.site.asked_for("/evil"));
}

fn fault_65_commands_with_hostile_values(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    let script = "const cycle = {}; cycle.cycle = cycle;
        const thrower = new Proxy({}, {get() { throw new Error('get'); }, ownKeys() { throw new Error('keys'); }});
        const values = [undefined, null, NaN, 1n, Symbol('s'), '__proto__', 'constructor', 'x'.repeat(1e7), cycle, thrower, [],
            () => { throw new Error('call'); }, new Proxy(function () {}, {apply() { throw new Error('apply'); }})];
        const commands = ['show', 'hide', 'explain', 'on', 'set', 'event', 'config', 'diagnostics', 'flush', 'nonsense', '__proto__', 'toString'];
        for (const value of values) {
            try { meetpunt(value); } catch (error) { return `${String(typeof value)}: ${error}`; }
            for (const command of commands) {
                try { meetpunt(command, value, value); } catch (error) { return `${command} of ${typeof value}: ${error}`; }
            }
        }
        return null;";
    assert_eq!(stage.run(script), Value::Null);
    stage.run("meetpunt('show', 'nps-order-confirmation')");
    survey.answer(9);
    stage.all_is_well(1);
}

fn fault_93_a_page_that_stops_every_event(stage: &Stage<'_>) {
    let script = "for (const kind of ['click', 'keydown', 'keyup', 'input', 'change', 'focusin', 'pointerdown', 'submit'])
            for (const target of [document, document.documentElement])
                target.addEventListener(kind, (event) => { if (event.target.localName === 'meetpunt-survey') event.stopImmediatePropagation(); });";
    stage.open(&survey(NPS).script(script)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    // On an inert page nobody can answer: it waits and fights nobody.
    let page = page(&format!("<div inert>{}</div>", element(r#"metric="csat" touchpoint="delivery""#))).at("/inert");
    let survey = stage.open(&page);
    survey.until("question");
    stage.throughout(Duration::from_millis(300), "it takes no focus", || stage.focus() == "body");
    stage.run("document.querySelector('[inert]').inert = false");
    survey.answer(5);
    stage.all_is_well(2);
}

fn fault_94_words_translated_under_the_survey(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    // As browsers translate: each text node becomes an element with other words.
    let translate = "const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) all.push(walk.currentNode);
        for (const text of all) {
            const font = document.createElement('font');
            font.textContent = 'übersetzt';
            text.replaceWith(font);
        }
        return all.length";
    assert!(survey.look("", translate).as_u64() > Some(3));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    survey.look("", translate);
    survey.write("Fine");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({"comment": "Fine"}));
    stage.all_is_well(1);
}

fn fault_95_in_quirks_mode_and_in_another_shadow_root(stage: &Stage<'_>) {
    let stand = page(r#"<div id="outer"></div>"#).script(
        "document.addEventListener('DOMContentLoaded', () => {
            const survey = document.createElement('meetpunt-survey');
            survey.setAttribute('metric', 'nps');
            survey.setAttribute('touchpoint', 'order-confirmation');
            document.querySelector('#outer').attachShadow({mode: 'open'}).append(survey);
        });",
    );
    stage.open(&stand);
    let go = "const survey = document.querySelector('#outer').shadowRoot.querySelector('meetpunt-survey');
        const root = survey.shadowRoot, find = (part) => root.querySelector(`[part~=${part}]`);
        if (find('thanks')) return true;
        if (find('point')) root.querySelector('input[value=\"9\"]').click();
        find('send')?.click();
        return null;";
    stage.until("the thanks", || Some(stage.run(go)).filter(|done| *done == true));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));

    stage.site.add_file(
        "/quirks.html",
        r#"<title>Quirks</title><script src="/harness/recorder.js"></script>
        <script async src="/meetpunt/meetpunt.js" data-endpoint="/collect"></script>
        <meetpunt-survey metric="csat" touchpoint="delivery"></meetpunt-survey>"#,
    );
    let survey = stage.go(&stage.site.url("/quirks.html"));
    survey.answer(5);
    assert_eq!(stage.run("return document.compatMode"), "BackCompat");
    stage.all_is_well(2);
}

fn fault_96_a_frozen_document_and_changed_built_ins(stage: &Stage<'_>) {
    // What zones, polyfills and old libraries do to a page.
    let script = "try { Object.freeze(document); } catch { Object.seal(document.documentElement); }
        const wait = window.setTimeout;
        window.setTimeout = function (call, time, ...words) { return wait.call(window, () => call(...words), time); };
        const then = Promise.prototype.then;
        Promise.prototype.then = function (...words) { return then.apply(this, words); };
        Array.prototype.flat = Array.prototype.flat || function () { return this; };
        Array.prototype.remove = function () {};
        const define = CustomElementRegistry.prototype.define;
        CustomElementRegistry.prototype.define = function (...words) { return define.apply(this, words); };
        heard.mark();";
    stage.open(&survey(NPS).script(script)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}
