//! The studio as marketers see it, picture by picture.

use crate::harness::Stage;
use crate::harness::house::House;
use crate::pictures::{PAINTED, Paper};
use serde_json::json;
use std::time::Duration;

/// The longest that something may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// One picture of the studio.
pub struct Scene {
    /// Its file without `.png`.
    pub name: &'static str,
    width: u32,
    height: u32,
    dark: bool,
    /// The studio's language.
    tongue: &'static str,
    /// What the marketer does until it looks like this: steps for [`STEPS`].
    steps: &'static [[&'static str; 2]],
    /// Whether the picture is of the shop's own page, with the draft on it.
    own_page: bool,
}

const DESKTOP: Scene =
    Scene { name: "studio", width: 1280, height: 800, dark: false, tongue: "en", steps: &[], own_page: false };

/// Every scene, in the order of a marketer's work.
pub const SCENES: [Scene; 9] = [
    Scene { name: "studio-templates", steps: &[["wait", "dialog[open]"]], ..DESKTOP },
    Scene { steps: &[["template", "Easy to order"], ["choose", "display-1"]], ..DESKTOP },
    Scene {
        name: "studio-rules",
        steps: &[
            ["look", ""],
            ["tab", "1"],
            ["press", ".steps button:nth-of-type(1)"],
            ["press", ".steps button:nth-of-type(2)"],
        ],
        ..DESKTOP
    },
    Scene { name: "studio-answers", dark: true, steps: &[["look", ""], ["answers", ""]], ..DESKTOP },
    Scene { name: "studio-code-dutch", tongue: "nl", steps: &[["look", ""], ["tab", "3"]], ..DESKTOP },
    Scene { name: "studio-journey", steps: &[["look", ""], ["tab", "4"]], ..DESKTOP },
    Scene { name: "studio-390", width: 390, height: 844, steps: &[["look", ""]], ..DESKTOP },
    Scene { name: "own-page", steps: OWN, own_page: true, ..DESKTOP },
    Scene { name: "own-page-390", width: 390, height: 844, steps: OWN, own_page: true, ..DESKTOP },
];

const OWN: &[[&str; 2]] =
    &[["template", "Easy to order"], ["choose", "display-1"], ["tab", "3"], ["wait", "#own-page-address"]];

/// Plays a scene, and takes its picture.
pub fn take(stage: &Stage<'_>, scene: &Scene) -> Result<Vec<u8>, String> {
    let house = House::open(stage);
    let browser = stage.browser;
    Paper { dark: scene.dark, forced: false, width: scene.width, height: scene.height }.lay(stage);
    browser.open(&house.url("/healthz"));
    browser.run(
        "localStorage.clear(); localStorage.setItem('meetpunt-studio.language', arguments[0])",
        vec![json!(scene.tongue)],
    );
    browser.open(&house.url("/preview/"));
    for [step, what] in scene.steps {
        let wrong = browser.run_async(STEPS, vec![json!(step), json!(what)]);
        if let Some(wrong) = wrong.as_str() {
            return Err(format!("{}, {step} {what}: {wrong}", scene.name));
        }
    }
    if scene.own_page {
        open_own_page(stage)?;
    }
    browser.run_async(PAINTED, Vec::new());
    browser.screenshot().ok_or_else(|| format!("{}: the browser gave no picture", scene.name))
}

/// Follows the studio's link to a page of a shop whose script tag allows it.
fn open_own_page(stage: &Stage<'_>) -> Result<(), String> {
    let page = stage.release.join("preview/shop/order.html");
    let page = std::fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let (before, after) = page.split_once("<meetpunt-survey").ok_or("the sample shop has no survey")?;
    let (_, after) = after.split_once("</meetpunt-survey>").ok_or("the sample shop's survey has no end")?;
    let page = [before, after].concat().replace("<script ", "<script data-preview=\"allow\" ");
    let page = page.replace("\"shop.css", "\"/meetpunt/preview/shop/shop.css").replace("../../", "/meetpunt/");
    stage.site.add_file("/look/own.html", &page);
    let address = stage.site.url("/look/own.html");
    let script = "const field = document.getElementById('own-page-address');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        return true";
    stage.browser.run(script, vec![json!(address)]);
    let link = || stage.run("return document.querySelector('.own-page a')?.href").as_str().map(str::to_owned);
    let link = stage.look_for(PATIENCE, link).ok_or("the studio gives no link to the page")?;
    stage.browser.open(&link);
    let question = "return Boolean(document.querySelector('meetpunt-survey[preview]')?.shadowRoot.querySelector('[part~=question]'))";
    stage.look_for(PATIENCE, || (stage.run(question) == true).then_some(())).ok_or("the draft does not show there")?;
    // Until it has come in.
    std::thread::sleep(Duration::from_millis(700));
    Ok(())
}

/// Does one step; returns what went wrong.
const STEPS: &str = "
    const [step, what, done] = arguments;
    const until = async (look) => {
        const end = Date.now() + 15000;
        for (;;) {
            const found = look();
            if (found) return found;
            if (Date.now() > end) throw new Error('it never came');
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    };
    const one = (selector) => until(() => [...document.querySelectorAll(selector)].find((found) => found.checkVisibility()));
    const shop = () => until(() => document.querySelector('iframe:not(.away)')?.contentDocument
        ?.querySelector('meetpunt-survey')?.shadowRoot.querySelector('[part~=question]'));
    const answer = (series, number, score, comment) => fetch('/collect', {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({
            id: `0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d${number}/1`, source: 'https://shop.example/', time: '2026-11-21T17:15:20Z',
            submission: `0193a2c4-7d1e-7c3a-9b52-0a4f6f1b7d${number}`, sequence: 1, state: 'completed', survey: 'nps-order-confirmation',
            metric: 'nps', scale: {min: 0, max: 10}, score, comment, touchpoint: 'order-confirmation', series,
        }),
    });
    const DO = {
        wait: () => one(what),
        look: async () => { (await one('.start-head button')).click(); await shop(); },
        template: async () => { (await until(() => [...document.querySelectorAll('dialog .template')].find((one) => one.textContent.includes(what)))).click(); await shop(); },
        choose: async () => { (await until(() => document.getElementById(what))).click(); await shop(); },
        tab: async () => document.querySelectorAll('[role=tab]')[what].click(),
        press: async () => (await one(what)).click(),
        answers: async () => {
            // Only answers to the very question that stands there are counted: a test answer says which that is.
            document.querySelectorAll('[role=tab]')[2].click();
            (await one('#probe')).click();
            await one('.verdict.good');
            const [log] = (await (await fetch('/events')).text()).split('\\n');
            const {series} = JSON.parse(log).event.data;
            const given = [[9, 'Ordered in a minute'], [10, ''], [3, 'It came a day late'], [8, 'Good coffee'], [6, ''], [10, ''], [9, 'Fast delivery']];
            for (const [place, [score, comment]] of given.entries()) await answer(series, 11 + place, score, comment);
            await one('.status');
        },
    };
    DO[step]().then(() => new Promise((resolve) => setTimeout(resolve, 700))).then(() => done(null), (error) => done(String(error)));";
