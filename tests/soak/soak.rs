//! Answers, kills, closed tabs and navigations at random, against an endpoint that fails at random.

use super::account::Account;
use super::random::Random;
use super::shop::{Shop, texts};
use super::words;
use crate::harness::{Engine, Fault, element, page};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// What the command line asks for.
pub struct Wanted {
    answers: usize,
    kills: usize,
    engine: Engine,
    seed: u64,
}

impl Wanted {
    /// Reads `--answers N --kills K --browser B --seed S`; each may be missing.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let mut wanted = Self { answers: 150, kills: 12, engine: Engine::Chromium, seed: 1 };
        for (name, value) in words(arguments)? {
            let wrong = || format!("`{name}` cannot be `{value}`");
            match name {
                "--answers" => wanted.answers = value.parse().map_err(|_| wrong())?,
                "--kills" => wanted.kills = value.parse().map_err(|_| wrong())?,
                "--seed" => wanted.seed = value.parse().map_err(|_| wrong())?,
                "--browser" => {
                    wanted.engine =
                        Engine::ALL.into_iter().find(|engine| engine.to_string() == value).ok_or_else(wrong)?;
                }
                _ => return Err(format!("`{name}` is not known here")),
            }
        }
        if wanted.engine == Engine::WebKit && wanted.kills > 0 {
            return Err("MiniBrowser keeps nothing when it is killed: say `--kills 0` for webkit".to_owned());
        }
        Ok(wanted)
    }
}

/// Surveys on one page, all of them answered before anything happens to it.
const ON_A_PAGE: usize = 3;

/// How a visitor leaves a page.
#[derive(Clone, Copy)]
enum Exit {
    Kill,
    CloseTab,
    Navigate,
    Reload,
    Stay,
}

/// What the endpoint does to a request.
const FAULTS: [Fault; 7] = [
    Fault::Status(503),
    Fault::TooMany(1),
    Fault::Reset,
    Fault::LostAnswer,
    Fault::NoCors,
    Fault::Slow(Duration::from_millis(1500)),
    Fault::Bare(429),
];

/// Answers every survey of the page, with a comment where there is room for one, and tells which events thanks were shown for.
const ANSWER: &str = "const done = arguments[arguments.length - 1];
    const begin = Date.now();
    const surveys = [...document.querySelectorAll('meetpunt-survey')];
    (function next() {
        const open = surveys.filter((survey) => {
            const find = (part) => survey.shadowRoot?.querySelector(`[part~=${part}]`);
            if (find('thanks')) return false;
            if (find('point')) survey.shadowRoot.querySelectorAll('input')[Math.floor(Math.random() * 11)]?.click();
            if (find('comment')) {
                find('comment').value = 'It was ' + Math.random();
                find('comment').dispatchEvent(new Event('input', {bubbles: true}));
            }
            find('send')?.click();
            return true;
        });
        const skipped = heard.events.some(({name}) => name === 'skipped');
        if (open.length && !skipped && Date.now() - begin < 15000) return setTimeout(next, 5);
        done(heard.events.filter(({name}) => name === 'completed').map(({detail}) => detail.event.id));
    })();";

/// Prints the count; an error when something was lost or counted twice.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let Wanted { answers, kills, engine, seed } = *wanted;
    let begin = Instant::now();
    let mut random = Random(seed);
    let mut shop = Shop::open(engine)?;
    let (mut killed, mut round) = (0, 0);
    let mut thanked = BTreeSet::new();
    while thanked.len() < answers {
        // Kills are spread evenly; what else happens is chance.
        let exit = if killed < kills && (thanked.len() + ON_A_PAGE) * kills >= (killed + 1) * answers {
            Exit::Kill
        } else {
            *random.one_of(&[Exit::CloseTab, Exit::Navigate, Exit::Reload, Exit::Stay])
        };
        weather(&shop, &mut random);
        let before = thanked.len();
        thanked.extend(visit(&mut shop, round, exit)?);
        if matches!(exit, Exit::Kill) {
            // From at once to a third of a second after the thanks.
            std::thread::sleep(Duration::from_millis(random.below(300)));
            shop.kill();
            killed += 1;
        }
        if thanked.len() < before + ON_A_PAGE {
            // So much waits that nothing more is asked: the storm has to end for a while.
            shop.collector.recover();
            shop.collector.come_up();
            shop.drain(50, Duration::from_secs(180))?;
        }
        round += 1;
        if round > 2 * answers {
            return Err(format!("only {} answers could be given on {round} pages", thanked.len()));
        }
        if round % 100 == 0 {
            eprintln!("{} answers, {killed} kills, {} s", thanked.len(), begin.elapsed().as_secs());
        }
    }
    shop.collector.recover();
    shop.collector.come_up();
    shop.drain(0, Duration::from_secs(180))?;
    let account = Account::of(&shop.collector, &thanked);
    println!("{engine}, seed {seed}, {killed} kills, {} s: {account}", begin.elapsed().as_secs());
    shop.close();
    if account.is_right() { Ok(()) } else { Err(format!("lost: {}", account.lost.join(" "))) }
}

/// What the next requests meet.
fn weather(shop: &Shop, random: &mut Random) {
    shop.collector.recover();
    shop.collector.come_up();
    if random.below(8) == 0 {
        return shop.collector.go_down();
    }
    let faults: Vec<Fault> = (0..random.below(5)).map(|_| random.one_of(&FAULTS).clone()).collect();
    shop.collector.fail_next(&faults);
}

/// One page: every survey answered, then the visitor leaves. Returns the ids of the events that were thanked for.
fn visit(shop: &mut Shop, round: usize, exit: Exit) -> Result<Vec<String>, String> {
    let surveys: String = (0..ON_A_PAGE)
        .map(|place| {
            let follow_up = if place == 0 { "none" } else { "neutral" };
            element(&format!(r#"metric="nps" survey="s-{round}-{place}" follow-up="{follow_up}" trigger="load""#))
        })
        .collect();
    let address = shop.site.add(&page(&surveys).at("/order").loader(&shop.endpoint()));
    let next = shop.site.add(&page("").at("/").loader(&shop.endpoint()));
    let browser = shop.browser()?;
    if matches!(exit, Exit::CloseTab) {
        browser.open_tab();
    }
    browser.open(&address);
    let thanked = browser.run_async(ANSWER, Vec::new());
    let heard = browser.run("return heard.errors.concat(heard.violations, heard.changes())", Vec::new());
    if heard.as_array().is_none_or(|heard| !heard.is_empty()) {
        return Err(format!("the page heard {heard}"));
    }
    match exit {
        Exit::CloseTab => browser.close_tab(),
        Exit::Navigate => browser.open(&next),
        Exit::Reload => browser.reload(),
        Exit::Kill | Exit::Stay => {}
    }
    let ids: Vec<String> = texts(&thanked).collect();
    if ids.is_empty() && thanked == Value::Null {
        return Err("the page told nothing".to_owned());
    }
    Ok(ids)
}
