//! What the shop's origin stores in the browser.

use super::page::page;
use super::stage::Stage;
use serde_json::{Value, json};

/// Runs the body of a function with `database`, the open database of the widget, made if need be; it calls `done`.
const IN_DATABASE: &str = "const done = arguments[arguments.length - 1];
    const opening = indexedDB.open('meetpunt', 1);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore('outbox', {keyPath: 'id'});
        opening.result.createObjectStore('losses', {autoIncrement: true});
    };
    opening.onsuccess = () => {
        const database = opening.result;
        const work = database.transaction(['outbox', 'losses'], 'readwrite');
        const outbox = work.objectStore('outbox');
";

/// What a browser stores that was never asked for anything.
pub fn nothing_stored() -> Value {
    json!({"local": [], "session": [], "databases": [], "cookies": ""})
}

impl Stage<'_> {
    /// Goes to a page of the shop without the widget, and runs a script there: so a visit begins with what another left.
    #[track_caller]
    pub fn run_after_visit(&self, script: &str) {
        self.open(&page("").at("/before").without_loader());
        self.run(script);
    }

    /// Everything that this origin stores: keys of both Web Storages, names of databases, cookies.
    #[track_caller]
    pub fn stored(&self) -> Value {
        let script = "const done = arguments[arguments.length - 1];
            indexedDB.databases().then((all) => done({
                local: Object.keys(localStorage), session: Object.keys(sessionStorage),
                databases: all.map((one) => one.name), cookies: document.cookie,
            }))";
        self.browser.run_async(script, Vec::new())
    }

    /// How many rows wait in the database of the widget; 0 without one.
    #[track_caller]
    pub fn waiting(&self) -> u64 {
        let script = "const done = arguments[arguments.length - 1];
            const count = (database) => Promise.all([...database.objectStoreNames].map((name) => new Promise((told) => {
                const counting = database.transaction(name).objectStore(name).count();
                counting.onsuccess = () => told(counting.result);
            })));
            indexedDB.databases().then((all) => {
                if (!all.some((one) => one.name === 'meetpunt')) return done(0);
                const opening = indexedDB.open('meetpunt');
                opening.onerror = () => done(0);
                opening.onsuccess = () => count(opening.result).then((counts) => {
                    opening.result.close();
                    done(counts.reduce((sum, number) => sum + number, 0));
                });
            });";
        self.browser.run_async(script, Vec::new()).as_u64().expect("a count")
    }

    /// Puts rows into the database of the widget, whatever they hold.
    #[track_caller]
    pub fn put_rows(&self, rows: &[Value]) {
        let script = format!(
            "{IN_DATABASE} for (const row of arguments[0]) outbox.put(row);
            work.oncomplete = () => {{ database.close(); done(null); }};
        }};"
        );
        self.browser.run_async(&script, vec![json!(rows)]);
    }

    /// The rows in the database of the widget.
    #[track_caller]
    pub fn rows(&self) -> Vec<Value> {
        let script = format!(
            "{IN_DATABASE} const reading = outbox.getAll();
            work.oncomplete = () => {{ database.close(); done(JSON.parse(JSON.stringify(reading.result))); }};
        }};"
        );
        self.browser.run_async(&script, Vec::new()).as_array().cloned().unwrap_or_default()
    }

    /// A row as the widget writes it, due now; its event is one of this shop's.
    pub fn row(&self, number: usize, url: &str) -> Value {
        let submission = format!("0193a2c4-7d1e-7c3a-9b52-{number:012}");
        let id = format!("{submission}/1");
        let example = include_str!("../../../crates/core/testdata/wire/least.json");
        let mut event: Value = serde_json::from_str(example).expect("the pinned event is JSON");
        event["id"] = json!(id);
        event["source"] = json!(self.site.source());
        event["data"]["submission"] = json!(submission);
        event["data"]["sequence"] = json!(1);
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_millis();
        json!({
            "v": 1, "id": id, "url": url, "type": "application/cloudevents+json; charset=utf-8", "body": event.to_string(),
            "state": "completed", "base": {"survey": "nps", "metric": "nps", "touchpoint": null, "preview": false},
            "made": u64::try_from(now).unwrap_or_default(), "due": 0, "asked": false, "sent": 0, "tries": 0, "held": 0,
            "lease": 0, "owner": "",
        })
    }
}
