//! A collector to talk to, and what to tell it.

pub mod http;
pub mod process;

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use meetpunt_collector::{Options, Store, router, serve};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;

pub use http::{Answer, get, post};

pub const CLOUD_EVENT: &str = "application/cloudevents+json; charset=utf-8";
pub const BATCH: &str = "application/cloudevents-batch+json";
pub const JSON: &str = "application/json";
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A collector inside this process, on a free port of the loopback interface. Dropping it stops it.
pub struct Collector {
    pub url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    folder: Option<TempDir>,
}

impl Collector {
    /// With an own, empty database.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("meetpunt.db");
        let mut collector = Self::on(&db, None);
        collector.folder = Some(folder);
        collector
    }

    /// With this database, and this release folder.
    pub fn on(db: &Path, dist: Option<PathBuf>) -> Self {
        let store = Store::open(db).unwrap();
        let router = router(&Options { dist, ..Options::default() }, store).unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                serve(listener, router, async { drop(stopped.await) }).await.unwrap();
            });
        });
        let url = format!("http://{}", told.recv().unwrap());
        Self { url, stop: Some(stop), thread: Some(thread), folder: None }
    }

    pub fn db(&self) -> PathBuf {
        self.folder.as_ref().unwrap().path().join("meetpunt.db")
    }

    /// Posts to `/collect`.
    pub fn post(&self, content_type: &str, body: impl AsRef<[u8]>) -> Answer {
        post(&self.url, content_type, body)
    }

    /// Posts a CloudEvent, which must be accepted.
    #[track_caller]
    pub fn accept(&self, event: &Value) -> Value {
        let answer = self.post(CLOUD_EVENT, event.to_string());
        assert_eq!(answer.status, 202, "{}", answer.text);
        answer.json()
    }

    /// The lines of `/events` under this query.
    #[track_caller]
    pub fn lines(&self, query: &str) -> Vec<Value> {
        lines(&self.url, query)
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

/// The lines of `/events` of the collector at `url`.
#[track_caller]
pub fn lines(url: &str, query: &str) -> Vec<Value> {
    let answer = get(&format!("{url}/events{query}"));
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An NPS answer as the widget posts it, with every field. `submission` is any number; `sequence` starts at 1.
pub fn nps(submission: u64, sequence: u32, score: u8) -> Value {
    let mut event: Value = serde_json::from_str(include_str!("answer.json")).unwrap();
    let submission = format!("0193a2c4-7d1e-7c3a-9b52-{submission:012x}");
    event["id"] = format!("{submission}/{sequence}").into();
    let data = &mut event["data"];
    data["submission"] = submission.into();
    data["sequence"] = sequence.into();
    data["score"] = score.into();
    data["class"] = ["detractor", "passive", "promoter"][usize::from(score > 6) + usize::from(score > 8)].into();
    data["normalised"] = (f64::from(score) * 10.0).into();
    event
}

/// The same event with one field changed; `null` takes it away. `path` as in `data.survey`.
pub fn with(mut event: Value, path: &str, value: Value) -> Value {
    let (parent, name) = match path.rsplit_once('.') {
        Some((parent, name)) => (event.pointer_mut(&format!("/{}", parent.replace('.', "/"))).unwrap(), name),
        None => (&mut event, path),
    };
    let parent = parent.as_object_mut().unwrap();
    if value.is_null() {
        parent.remove(name);
    } else {
        parent.insert(name.into(), value);
    }
    event
}
