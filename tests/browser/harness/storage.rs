//! What the shop's origin stores in the browser.

use super::stage::Stage;
use serde_json::{Value, json};

/// What a browser stores that was never asked for anything.
pub fn nothing_stored() -> Value {
    json!({"local": [], "session": [], "databases": [], "cookies": ""})
}

impl Stage<'_> {
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
}
