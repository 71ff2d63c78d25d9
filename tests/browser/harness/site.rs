//! The web server of one test: a shop on an origin of its own, so with storage of its own.

use super::collector::Collector;
use super::connection::{Connection, Listening, Switch, listen_afresh};
use super::page::Page;
use super::refusal;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path as AxumPath, State};
use axum::http::{Response, StatusCode, Uri, header};
use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// A running shop.
pub struct Site {
    address: SocketAddr,
    shelf: Shelf,
    switch: Switch,
    task: JoinHandle<()>,
}

#[derive(Clone)]
struct Shelf(Arc<Mutex<Contents>>);

struct Contents {
    release: PathBuf,
    documents: HashMap<String, Document>,
    blocked: HashSet<String>,
    damaged: HashSet<String>,
    disguised: HashMap<String, &'static str>,
    slow: HashMap<String, Duration>,
    fetched: Vec<String>,
    asked: HashSet<String>,
    scripts: usize,
}

#[derive(Clone)]
struct Document {
    kind: &'static str,
    headers: Vec<(String, String)>,
    text: String,
}

impl Site {
    /// Starts a shop that serves the release folder under `/meetpunt/` and `collector` under `/collect`.
    pub fn start(runtime: &Handle, release: PathBuf, collector: &Collector) -> Self {
        let shelf = Shelf(Arc::new(Mutex::new(Contents {
            release,
            documents: HashMap::new(),
            blocked: HashSet::new(),
            damaged: HashSet::new(),
            disguised: HashMap::new(),
            slow: HashMap::new(),
            fetched: Vec::new(),
            asked: HashSet::new(),
            scripts: 0,
        })));
        let routes = Router::new()
            .route("/meetpunt/{*file}", axum::routing::get(release_file))
            .fallback(document)
            .with_state(shelf.clone())
            .merge(collector.routes());
        let listener = listen_afresh(runtime);
        let address = listener.local_addr().expect("a bound listener has an address");
        let switch = Switch::default();
        let listening = Listening::new(listener, switch.clone());
        let task = runtime.spawn(async move {
            let _ = axum::serve(listening, routes.into_make_service_with_connect_info::<Connection>()).await;
        });
        let site = Self { address, shelf, switch, task };
        site.add_file("/harness/recorder.js", include_str!("recorder.js"));
        site.add_file("/harness/shop.css", include_str!("shop.css"));
        site
    }

    /// The absolute address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Its origin with a slash, as events carry it in `source`.
    pub fn source(&self) -> String {
        self.url("/")
    }

    /// Puts a page on the site and returns its address.
    pub fn add(&self, page: &Page) -> String {
        let mut contents = self.shelf.contents();
        let mut addresses = Vec::new();
        for source in &page.scripts {
            let path = format!("/scripts/{}.js", contents.scripts);
            contents.scripts += 1;
            contents
                .documents
                .insert(path.clone(), Document { kind: "text/javascript", headers: Vec::new(), text: source.clone() });
            addresses.push(path);
        }
        let text = page.html(&addresses);
        let mut headers = page.headers.clone();
        refusal::apply(&mut headers);
        contents.documents.insert(page.path.clone(), Document { kind: "text/html; charset=utf-8", headers, text });
        drop(contents);
        self.url(&page.path)
    }

    /// Puts a file on the site; its type follows from its name.
    pub fn add_file(&self, path: &str, text: &str) {
        let document = Document { kind: kind_of(path), headers: Vec::new(), text: text.to_owned() };
        self.shelf.contents().documents.insert(path.to_owned(), document);
    }

    /// From now on release files whose name contains `part` are not found.
    pub fn block(&self, part: &str) {
        self.shelf.contents().blocked.insert(part.to_owned());
    }

    /// From now on release files whose name contains `part` come with their last byte changed.
    pub fn damage(&self, part: &str) {
        self.shelf.contents().damaged.insert(part.to_owned());
    }

    /// From now on release files whose name contains `part` come with this type.
    pub fn disguise(&self, part: &str, kind: &'static str) {
        self.shelf.contents().disguised.insert(part.to_owned(), kind);
    }

    /// From now on release files whose name contains `part` come after this time.
    pub fn delay(&self, part: &str, time: Duration) {
        self.shelf.contents().slow.insert(part.to_owned(), time);
    }

    /// Puts the scripts of a folder of this repository on the site, as they stand there.
    pub fn add_scripts(&self, path: &str, folder: &Path) {
        for entry in std::fs::read_dir(folder).expect("a folder of scripts").flatten() {
            let file = entry.path();
            let name = format!("{path}/{}", entry.file_name().to_string_lossy());
            if file.is_dir() {
                self.add_scripts(&name, &file);
            } else if file.extension().is_some_and(|end| end == "js") {
                self.add_file(&name, &std::fs::read_to_string(&file).expect("a script is text"));
            }
        }
    }

    /// The release files that browsers fetched so far, in their order.
    pub fn fetched(&self) -> Vec<String> {
        self.shelf.contents().fetched.clone()
    }

    /// True if a browser asked for this path, whether it exists or not. Release files are in [`fetched`](Self::fetched).
    pub fn asked_for(&self, path: &str) -> bool {
        self.shelf.contents().asked.contains(path)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
        self.switch.cut_all();
    }
}

impl Shelf {
    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.0.lock().expect("no test holds this lock while it panics")
    }
}

/// A file of the release, readable from every origin as the contract asks of the folder.
async fn release_file(State(shelf): State<Shelf>, AxumPath(name): AxumPath<String>) -> Response<Body> {
    let (file, blocked, damaged, kind, wait) = {
        let mut contents = shelf.contents();
        contents.fetched.push(name.clone());
        let among = |parts: &HashSet<String>| parts.iter().any(|part| name.contains(part));
        let kind = find(&contents.disguised, &name).unwrap_or_else(|| kind_of(&name));
        let wait = find(&contents.slow, &name).unwrap_or_default();
        (contents.release.join(&name), among(&contents.blocked), among(&contents.damaged), kind, wait)
    };
    tokio::time::sleep(wait).await;
    let mut bytes = if blocked || name.contains("..") { None } else { std::fs::read(file).ok() };
    if let Some(last) = bytes.as_mut().filter(|_| damaged).and_then(|bytes| bytes.last_mut()) {
        *last ^= 1;
    }
    match bytes {
        Some(bytes) => answer(StatusCode::OK, kind, &[("access-control-allow-origin".into(), "*".into())], bytes),
        None => answer(StatusCode::NOT_FOUND, "text/plain", &[], "not found"),
    }
}

/// What is said of files whose name contains a key.
fn find<T: Copy>(sayings: &HashMap<String, T>, name: &str) -> Option<T> {
    sayings.iter().find(|(part, _)| name.contains(*part)).map(|(_, said)| *said)
}

/// A page or file that a test put there.
async fn document(State(shelf): State<Shelf>, uri: Uri) -> Response<Body> {
    let found = {
        let mut contents = shelf.contents();
        contents.asked.insert(uri.path().to_owned());
        contents.documents.get(uri.path()).cloned()
    };
    match found {
        Some(document) => answer(StatusCode::OK, document.kind, &document.headers, document.text),
        None => answer(StatusCode::NOT_FOUND, "text/plain", &[], "not found"),
    }
}

fn answer(status: StatusCode, kind: &str, headers: &[(String, String)], body: impl Into<Body>) -> Response<Body> {
    let mut response =
        Response::builder().status(status).header(header::CONTENT_TYPE, kind).header(header::CACHE_CONTROL, "no-cache");
    for (name, value) in headers {
        response = response.header(name, value);
    }
    response.body(body.into()).expect("tests write valid headers")
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("xhtml") => "application/xhtml+xml; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}
