//! How soon an answer is on disk after the click, and how soon it is delivered after an outage; in Chromium.

use super::random::Random;
use super::shop::Shop;
use crate::harness::{Engine, survey};
use serde_json::json;
use std::time::{Duration, Instant};

/// Answers for the first figure: fewer than the outbox holds.
const ANSWERS: u32 = 90;

/// Outages for the second.
const OUTAGES: usize = 20;

/// Milliseconds within which half of the clicks, and all but one in a hundred, are on disk.
const ON_DISK: [f64; 2] = [5.0, 50.0];

/// Seconds within which 19 of 20 answers are delivered when the endpoint is back after at most 5 s.
const DELIVERED: f64 = 10.0;

/// Prints both; an error when one misses its target.
pub fn run() -> Result<(), String> {
    let mut shop = Shop::open(Engine::Chromium)?;
    let mut clicks = clicks(&mut shop)?;
    clicks.sort_by(f64::total_cmp);
    let [half, most] = [0.5, 0.99].map(|share| at(&clicks, share));
    println!("click to disk, {} answers: p50 {half:.1} ms, p99 {most:.1} ms", clicks.len());
    shop.close();
    // Another visitor: those answers may wait for long.
    let mut shop = Shop::open(Engine::Chromium)?;
    let mut waits = recoveries(&mut shop)?;
    waits.sort_by(f64::total_cmp);
    let late = at(&waits, 0.95);
    println!(
        "delivered after an outage of up to 5 s, {} outages: p50 {:.1} s, p95 {late:.1} s",
        waits.len(),
        at(&waits, 0.5)
    );
    shop.close();
    if half > ON_DISK[0] || most > ON_DISK[1] || late > DELIVERED {
        return Err(format!("the targets are {} ms, {} ms and {DELIVERED} s", ON_DISK[0], ON_DISK[1]));
    }
    Ok(())
}

/// The value that this share of the sorted values does not exceed.
fn at(sorted: &[f64], share: f64) -> f64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short list"
    )]
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted[place.clamp(1, sorted.len()) - 1]
}

/// Milliseconds from each click on Send to the end of the transaction that keeps the answer.
fn clicks(shop: &mut Shop) -> Result<Vec<f64>, String> {
    shop.collector.go_down();
    let watch = "window.shop = {done: 0};
        const {transaction} = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...words) {
            const made = transaction.apply(this, words);
            made.addEventListener('complete', () => { shop.ended?.(performance.now()); shop.ended = null; });
            return made;
        };
        heard.mark();";
    let page = survey(r#"metric="nps" follow-up="none" trigger="load""#).at("/order").loader(&shop.endpoint());
    let address = shop.site.add(&page.script(watch));
    let browser = shop.browser()?;
    browser.open(&address);
    let press = "const [left, done] = arguments, survey = document.querySelector('meetpunt-survey'), times = [];
        const find = (part) => survey.shadowRoot.querySelector(`[part~=${part}]`);
        const until = async (part) => { while (!find(part)) await new Promise((next) => setTimeout(next, 5)); };
        (async () => {
            for (let turn = 0; turn < left; turn++) {
                await until('point');
                survey.shadowRoot.querySelector('input').click();
                // Nothing else may be under way in the database.
                await new Promise((next) => setTimeout(next, 50));
                const ended = new Promise((end) => { shop.ended = end; });
                const begin = performance.now();
                find('send').click();
                times.push(await ended - begin);
                await until('thanks');
                await survey.reset();
            }
            done(times);
        })();";
    let mut times = Vec::new();
    for _ in 0..ANSWERS / 10 {
        let found = browser.run_async(press, vec![json!(10)]);
        times.extend(found.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64));
    }
    shop.collector.come_up();
    Ok(times)
}

/// Seconds from the end of each outage to the delivery of the answer that was given when it began.
fn recoveries(shop: &mut Shop) -> Result<Vec<f64>, String> {
    let mut random = Random(7);
    let mut times = Vec::new();
    for outage in 0..OUTAGES {
        let attributes = format!(r#"metric="nps" survey="outage-{outage}" follow-up="none" trigger="load""#);
        let address = shop.site.add(&survey(&attributes).at("/order").loader(&shop.endpoint()));
        shop.drain(0, Duration::from_secs(60))?;
        let before = shop.collector.delivered().len();
        let end = Instant::now() + Duration::from_millis(500 + random.below(4_500));
        shop.collector.go_down();
        let browser = shop.browser()?;
        browser.open(&address);
        let press = "const survey = document.querySelector('meetpunt-survey'), root = survey.shadowRoot;
            (function next() {
                if (root?.querySelector('[part~=thanks]')) return;
                root?.querySelector('input')?.click();
                root?.querySelector('[part~=send]')?.click();
                setTimeout(next, 5);
            })();";
        browser.run(press, Vec::new());
        std::thread::sleep(end.saturating_duration_since(Instant::now()));
        shop.collector.come_up();
        let back = Instant::now();
        while shop.collector.delivered().len() == before {
            if back.elapsed() > Duration::from_secs(60) {
                return Err("nothing arrived within a minute".to_owned());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        times.push(back.elapsed().as_secs_f64());
    }
    Ok(times)
}
