//! What must hold at the end of every test of a fault.

use super::stage::{Stage, strings};
use serde_json::{Value, json};
use std::collections::HashMap;

impl Stage<'_> {
    /// Waits until the collector holds each of so many submissions, then makes sure that nothing was counted twice and that
    /// the page around noticed nothing: no error, no violation of its policy, no new global, no changed prototype.
    /// Returns the events.
    #[track_caller]
    pub fn all_is_well(&self, submissions: usize) -> Vec<Value> {
        let events = self.until_delivered(submissions);
        self.delivered_once(submissions);
        self.host_is_unharmed();
        events
    }

    /// Each submission is at the collector once, and whatever was sent twice was the same, byte for byte.
    #[track_caller]
    pub fn delivered_once(&self, submissions: usize) {
        assert_eq!(self.collector.delivered().len(), submissions, "submissions at the collector");
        let mut bodies = HashMap::new();
        for post in self.collector.posts() {
            let event: Value = serde_json::from_slice(&post.body).expect("an event is JSON");
            let id = event["id"].as_str().expect("an id").to_owned();
            let first = bodies.entry(id).or_insert_with(|| post.body.clone());
            assert_eq!(*first, post.body, "a retry differs");
        }
        let mut ids: Vec<Value> = self.collector.delivered_states().iter().map(|event| event["id"].clone()).collect();
        let all = ids.len();
        ids.sort_by_key(Value::to_string);
        ids.dedup();
        assert_eq!(ids.len(), all, "an event is stored twice");
    }

    /// The page around the survey is as it was. Tests keep their own variables in `window.shop`, and call `heard.mark()` after
    /// they changed a prototype.
    #[track_caller]
    pub fn host_is_unharmed(&self) {
        self.host_heard_nothing();
        let script = "return window.heard ? heard.changes() : []";
        // A page under a policy, or one that just goes away, may not answer.
        let changes = self.browser.try_run(script, Vec::new()).unwrap_or_else(|_| json!([]));
        assert_eq!(strings(&changes), Vec::<String>::new(), "the host page was changed");
    }
}
