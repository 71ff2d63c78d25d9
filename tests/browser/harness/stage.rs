//! What one test is given: a browser, a shop of its own, and that shop's collector.

use super::browser::Browser;
use super::collector::Collector;
use super::page::Page;
use super::refusal;
use super::site::Site;
use super::widget::Survey;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::runtime::Handle;

/// How long a test waits for something that must happen, unless it says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A browser in front of a shop that nobody visited before.
pub struct Stage<'b> {
    /// The visitor's browser.
    pub browser: &'b Browser,
    /// The shop.
    pub site: Site,
    /// Where its answers go.
    pub collector: Collector,
    /// The release folder that the shop serves.
    pub release: PathBuf,
    /// Where servers of this test run.
    pub runtime: Handle,
}

impl<'b> Stage<'b> {
    /// Sets up a shop that serves the release in `release`.
    pub fn new(browser: &'b Browser, runtime: &Handle, release: PathBuf) -> Self {
        let collector = Collector::start(runtime);
        let site = Site::start(runtime, release.clone(), &collector);
        Self { browser, site, collector, release, runtime: runtime.clone() }
    }

    /// Puts a page on the site and goes there. Returns the first survey of the page.
    #[track_caller]
    pub fn open(&self, page: &Page) -> Survey<'_> {
        let url = self.site.add(page);
        self.go(&url)
    }

    /// Goes to an address, after a look at what the page before had heard.
    #[track_caller]
    pub fn go(&self, url: &str) -> Survey<'_> {
        self.host_heard_nothing();
        self.browser.open(url);
        self.survey("meetpunt-survey")
    }

    /// Loads the page again, after a look at what it had heard.
    #[track_caller]
    pub fn reload(&self) -> Survey<'_> {
        self.host_heard_nothing();
        self.browser.reload();
        self.survey("meetpunt-survey")
    }

    /// The survey that a selector finds in the current page.
    pub fn survey(&self, selector: &str) -> Survey<'_> {
        Survey::new(self, selector)
    }

    /// Waits until `look` finds something. The page is asked again and again; nothing sleeps for a guessed time.
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.within(PATIENCE, what, look)
    }

    /// As [`until`](Self::until), with its own limit.
    #[track_caller]
    pub fn within<T>(&self, limit: Duration, what: &str, look: impl FnMut() -> Option<T>) -> T {
        match self.look_for(limit, look) {
            Some(found) => found,
            None => panic!("waited {} s in vain for {what}", limit.as_secs_f32()),
        }
    }

    /// As [`within`](Self::within), for callers with a message of their own.
    pub fn look_for<T>(&self, limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
        let end = Instant::now() + limit;
        loop {
            let found = look();
            if found.is_some() || Instant::now() > end {
                return found;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Looks on for `time` and fails as soon as `holds` does not: for what must not happen.
    #[track_caller]
    pub fn throughout(&self, time: Duration, what: &str, mut holds: impl FnMut() -> bool) {
        let end = Instant::now() + time;
        while Instant::now() < end {
            assert!(holds(), "this did not stay so: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Runs a function body in the page.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        self.browser.run(script, Vec::new())
    }

    /// Waits until an expression in the page is truthy, and returns it.
    #[track_caller]
    pub fn until_page(&self, what: &str, expression: &str) -> Value {
        let script = format!("return ({expression}) || null");
        self.until(what, || Some(self.run(&script)).filter(|value| !value.is_null()))
    }

    /// The events of one name that bubbled to the document, oldest first; `detail`, `target` and the flags of each.
    #[track_caller]
    pub fn events(&self, name: &str) -> Vec<Value> {
        let script = "return window.heard ? heard.events.filter((event) => event.name === arguments[0]) : []";
        self.browser.run(script, vec![json!(name)]).as_array().cloned().unwrap_or_default()
    }

    /// Waits for the first event of a name.
    #[track_caller]
    pub fn until_event(&self, name: &str) -> Value {
        self.until(&format!("the event meetpunt:{name}"), || self.events(name).into_iter().next())
    }

    /// What the page's console was told by `info`, `warn` and `error`.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        strings(&self.run("return window.heard ? heard.console : []"))
    }

    /// Waits until the collector holds `count` submissions, and returns them.
    #[track_caller]
    pub fn until_delivered(&self, count: usize) -> Vec<Value> {
        self.until(&format!("{count} answers at the collector"), || {
            Some(self.collector.delivered()).filter(|events| events.len() >= count)
        })
    }

    /// Waits until the collector holds one submission in this state, and returns its event.
    #[track_caller]
    pub fn until_state(&self, state: &str) -> Value {
        self.until(&format!("an answer in the state {state} at the collector"), || {
            self.collector.delivered().into_iter().find(|event| event["data"]["state"] == state)
        })
    }

    /// The page around the survey noticed no error, no rejection and no policy violation.
    #[track_caller]
    pub fn host_heard_nothing(&self) {
        let script = "return window.heard ? heard.errors.concat(heard.violations) : []";
        let mut heard = self.browser.try_run(script, Vec::new()).map(|found| strings(&found)).unwrap_or_default();
        heard.retain(|line| !refusal::explains(line));
        assert!(heard.is_empty(), "the host page heard: {}", heard.join("; "));
    }

    /// Clicks an element of the host page.
    #[track_caller]
    pub fn click_host(&self, selector: &str) {
        let script = "const element = document.querySelector(arguments[0]);
            element.scrollIntoView({block: 'center', behavior: 'instant'});
            const box = element.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let place = self.browser.run(script, vec![json!(selector)]);
        self.browser.click_at(place[0].as_f64().expect("a number"), place[1].as_f64().expect("a number"));
    }

    /// All that helps to understand a failure.
    pub fn account(&self) -> String {
        let heard = self.browser.try_run("return window.heard || null", Vec::new()).unwrap_or_else(Value::String);
        let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
        let posts: Vec<String> = self
            .collector
            .requests()
            .iter()
            .map(|request| format!("{} {}", request.method, String::from_utf8_lossy(&request.body)))
            .collect();
        format!(
            "release files fetched: {:?}\n\nrequests to the collector:\n{}\n\nthe host page heard:\n{}\n",
            self.site.fetched(),
            posts.join("\n"),
            pretty(&heard),
        )
    }
}

/// The texts of a JSON array.
pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}
