//! A visitor with a browser whose profile survives it, in front of a shop.

use crate::harness::browser::Browser;
use crate::harness::collector::Collector;
use crate::harness::model::{self, Told};
use crate::harness::site::Site;
use crate::harness::{Engine, page};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// The shop, its collector, and the one browser that visits it.
pub struct Shop {
    browser: Option<Browser>,
    engine: Engine,
    profile: Option<PathBuf>,
    logs: PathBuf,
    release: PathBuf,
    /// Where its answers go.
    pub collector: Collector,
    /// Its pages.
    pub site: Site,
    runtime: Runtime,
}

impl Shop {
    /// Opens it with the release in `dist/`. Only an engine that keeps a profile can be killed.
    pub fn open(engine: Engine) -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let release = std::env::var_os("MEETPUNT_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
        if !release.join("meetpunt.js").is_file() {
            return Err(format!("there is no release in {}: run `cargo xtask build` first", release.display()));
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(|error| format!("cannot start tokio: {error}"))?;
        let logs = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let profile = match engine {
            Engine::WebKit => None,
            _ => Some(logs.join(format!("visitor-{}", std::process::id()))),
        };
        let collector = Collector::start(runtime.handle());
        let site = Site::start(runtime.handle(), release.clone(), &collector);
        Ok(Self { browser: None, engine, profile, logs, release, collector, site, runtime })
    }

    /// The browser, started if it does not run.
    pub fn browser(&mut self) -> Result<&Browser, String> {
        let browser = match self.browser.take() {
            Some(browser) => browser,
            None => match &self.profile {
                Some(profile) => Browser::start_in(profile, self.engine, self.runtime.handle(), &self.logs)?,
                None => Browser::start(self.engine, self.runtime.handle(), &self.logs)?,
            },
        };
        Ok(self.browser.insert(browser))
    }

    /// Ends the browser without a word of warning.
    pub fn kill(&mut self) {
        if let (Some(browser), Some(profile)) = (self.browser.take(), &self.profile) {
            browser.kill(profile);
        }
    }

    /// The loader's attribute for answers that go to the collector's own origin.
    pub fn endpoint(&self) -> String {
        format!(r#"data-endpoint="{}""#, self.collector.elsewhere())
    }

    /// Plays random sequences against the model.
    pub fn play(&mut self, seed: u32, count: u32) -> Result<Told, String> {
        self.browser()?;
        let browser = self.browser.as_ref().ok_or("the browser has gone")?;
        Ok(model::play(browser, &self.site, &self.release, seed, count))
    }

    /// Opens pages of the shop that ask nothing until at most so many rows wait in the browser.
    pub fn drain(&mut self, most: u64, limit: Duration) -> Result<(), String> {
        let address = self.site.add(&page("").at("/").loader(&self.endpoint()));
        let end = Instant::now() + limit;
        loop {
            let browser = self.browser()?;
            browser.open(&address);
            let next = Instant::now() + Duration::from_secs(5);
            while Instant::now() < next {
                if browser.run_async(WAITING, Vec::new()).as_u64().is_some_and(|waiting| waiting <= most) {
                    return Ok(());
                }
                std::thread::sleep(Duration::from_millis(200));
            }
            if Instant::now() > end {
                return Err(format!("answers still waited after {} s", limit.as_secs()));
            }
        }
    }

    /// Leaves the browser in good order.
    pub fn close(mut self) {
        if let Some(browser) = self.browser.take() {
            browser.close();
        }
        if let Some(folder) = &self.profile {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// How many rows wait, in the database and in localStorage.
const WAITING: &str = "const done = arguments[arguments.length - 1];
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('meetpunt.outbox.')).length;
    indexedDB.databases().then((all) => {
        if (!all.some(({name}) => name === 'meetpunt')) return done(keys);
        const opening = indexedDB.open('meetpunt');
        opening.onsuccess = () => {
            const counting = opening.result.transaction('outbox').objectStore('outbox').count();
            counting.onsuccess = () => { opening.result.close(); done(keys + counting.result); };
        };
        opening.onerror = () => done(-1);
    });";

/// The texts in a list.
pub fn texts(list: &Value) -> impl Iterator<Item = String> {
    list.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned))
}
