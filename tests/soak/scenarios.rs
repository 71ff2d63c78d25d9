//! The scenarios that other people's programs were measured with: Chromium, one answer, three runs each.

use super::account::Account;
use super::shop::{Shop, texts};
use crate::harness::page::Page;
use crate::harness::{Engine, Fault, page, survey};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

const RUNS: usize = 3;

/// One scenario.
struct Scenario {
    name: &'static str,
    /// Plays it, from the answer to the end of the fault.
    play: fn(&mut Shop, &Page) -> Result<BTreeSet<String>, String>,
    /// Most requests that may arrive.
    most: usize,
}

const SCENARIOS: [Scenario; 9] = [
    Scenario { name: "B endpoint down 5 s, tab stays", play: down_for_five_seconds, most: 1 },
    Scenario { name: "C down, then up, page loaded again", play: loaded_again, most: 1 },
    Scenario { name: "D down, killed 300 ms later, started again", play: killed, most: 1 },
    Scenario { name: "E one 503", play: one_503, most: 2 },
    Scenario { name: "F one 429 with Retry-After: 2", play: one_429, most: 2 },
    Scenario { name: "G stored, the word of it lost", play: word_lost, most: 3 },
    Scenario { name: "H waiting, three tabs at once", play: three_tabs, most: 1 },
    Scenario { name: "I left in the same turn, slow endpoint", play: left_at_once, most: 2 },
    Scenario { name: "J no CORS headers for 30 s", play: no_cors, most: 7 },
];

/// Plays all of them and prints one line each; an error when an answer is lost, doubled or sent too often.
pub fn run() -> Result<(), String> {
    println!("| scenario | requests that arrived | stored |\n| --- | --- | --- |");
    let mut wrong = Vec::new();
    for scenario in &SCENARIOS {
        let mut requests = Vec::new();
        let mut stored = Vec::new();
        for run in 0..RUNS {
            let mut shop = Shop::open(Engine::Chromium)?;
            let page = survey(&format!(r#"metric="nps" survey="run-{run}" follow-up="none" trigger="load""#));
            let page = page.at("/order").loader(&shop.endpoint());
            let thanked = (scenario.play)(&mut shop, &page)?;
            shop.drain(0, Duration::from_secs(60))?;
            let account = Account::of(&shop.collector, &thanked);
            if thanked.len() != 1 || account.delivered != 1 || !account.is_right() || account.copies > scenario.most {
                wrong.push(format!("{}: {account}", scenario.name));
            }
            requests.push(account.copies.to_string());
            stored.push(account.delivered.to_string());
            shop.close();
        }
        println!("| {} | {} | {} |", scenario.name, requests.join(" "), stored.join(" "));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
}

/// Gives a score and waits for the thanks; returns the id of the event.
fn answer(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    let address = shop.site.add(page);
    let browser = shop.browser()?;
    browser.open(&address);
    Ok(texts(&browser.run_async(ANSWER, Vec::new())).collect())
}

const ANSWER: &str = "const done = arguments[arguments.length - 1], begin = Date.now();
    const survey = document.querySelector('meetpunt-survey');
    (function next() {
        const find = (part) => survey.shadowRoot?.querySelector(`[part~=${part}]`);
        if (find('thanks') || Date.now() - begin > 15000) {
            return done(heard.events.filter(({name}) => name === 'completed').map(({detail}) => detail.event.id));
        }
        if (find('point')) survey.shadowRoot.querySelector('input[value=\"9\"]').click();
        find('send')?.click();
        setTimeout(next, 5);
    })();";

/// Waits until the collector holds the answer, for at most so long.
fn arrives(shop: &Shop, limit: Duration) -> Result<(), String> {
    let end = Instant::now() + limit;
    while shop.collector.delivered().is_empty() {
        if Instant::now() > end {
            return Err(format!("nothing arrived within {} s", limit.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn down_for_five_seconds(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.go_down();
    let thanked = answer(shop, page)?;
    std::thread::sleep(Duration::from_secs(5));
    shop.collector.come_up();
    arrives(shop, Duration::from_secs(10))?;
    Ok(thanked)
}

fn loaded_again(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.go_down();
    let thanked = answer(shop, page)?;
    std::thread::sleep(Duration::from_secs(1));
    shop.collector.come_up();
    shop.browser()?.reload();
    arrives(shop, Duration::from_secs(15))?;
    Ok(thanked)
}

fn killed(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.go_down();
    let thanked = answer(shop, page)?;
    std::thread::sleep(Duration::from_millis(300));
    shop.kill();
    shop.collector.come_up();
    Ok(thanked)
}

fn one_503(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.fail_next(&[Fault::Status(503)]);
    let thanked = answer(shop, page)?;
    arrives(shop, Duration::from_secs(10))?;
    Ok(thanked)
}

fn one_429(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.fail_next(&[Fault::TooMany(2)]);
    let thanked = answer(shop, page)?;
    arrives(shop, Duration::from_secs(10))?;
    Ok(thanked)
}

fn word_lost(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.fail_next(&[Fault::LostAnswer]);
    let thanked = answer(shop, page)?;
    arrives(shop, Duration::from_secs(10))?;
    Ok(thanked)
}

fn three_tabs(shop: &mut Shop, page: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.go_down();
    let thanked = answer(shop, page)?;
    let next = shop.site.add(&crate::harness::page("").at("/").loader(&shop.endpoint()));
    let browser = shop.browser()?;
    browser.open("about:blank");
    for _ in 0..2 {
        browser.open_tab();
        browser.open(&next);
    }
    shop.collector.come_up();
    let browser = shop.browser()?;
    browser.switch_to(browser.first_tab());
    browser.open(&next);
    arrives(shop, Duration::from_secs(20))?;
    Ok(thanked)
}

fn left_at_once(shop: &mut Shop, order: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.fail_next(&[Fault::Slow(Duration::from_secs(2))]);
    let next = shop.site.add(&page("").at("/elsewhere").without_loader());
    let leaves = "document.addEventListener('meetpunt:answered', ({detail}) => { location.href = '/elsewhere'; });";
    let address = shop.site.add(&order.clone().script(leaves));
    let browser = shop.browser()?;
    browser.open(&address);
    let press = "const survey = document.querySelector('meetpunt-survey'), root = survey?.shadowRoot;
        root?.querySelector('input[value=\"9\"]')?.click();
        root?.querySelector('[part~=send]')?.click();";
    let end = Instant::now() + Duration::from_secs(15);
    while browser.url() != next && Instant::now() < end {
        let _ = browser.try_run(press, Vec::new());
    }
    arrives(shop, Duration::from_secs(10))?;
    // The page had gone before it could show its thanks: what arrived is what was given.
    Ok(shop.collector.delivered().iter().filter_map(|event| event["id"].as_str().map(str::to_owned)).collect())
}

fn no_cors(shop: &mut Shop, _: &Page) -> Result<BTreeSet<String>, String> {
    shop.collector.fail(Fault::NoCors);
    // Without a preflight, so that each attempt is stored though nobody may read the answer.
    let page = survey(r#"metric="nps" survey="no-cors" format="text" follow-up="none" trigger="load""#)
        .at("/no-cors")
        .loader(&shop.endpoint());
    let thanked = answer(shop, &page)?;
    std::thread::sleep(Duration::from_secs(30));
    let arrived = shop.collector.posts().len();
    if arrived > 6 {
        return Err(format!("{arrived} attempts in 30 s"));
    }
    shop.collector.recover();
    Ok(thanked)
}
