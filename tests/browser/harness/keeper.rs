//! The real collector of this project, with a database of its own for each test.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, Response};
use meetpunt_collector::{Options, Store, router};
use serde_json::Value;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tower_service::Service;

/// A collector without a listener: requests are handed to it.
#[derive(Clone)]
pub struct Keeper {
    router: Router,
    _folder: Arc<Folder>,
}

impl Keeper {
    /// A collector with an empty database, which serves the folder `release` beside it.
    pub fn new(release: Option<PathBuf>) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("answers-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        std::fs::create_dir_all(&folder.0).expect("the target folder can be written");
        let store = Store::open(folder.0.join("meetpunt.db")).expect("a new database opens");
        let router = router(&Options { dist: release, ..Options::default() }, store)
            .expect("a collector with this release folder");
        Self { router, _folder: Arc::new(folder) }
    }

    /// All its routes, for a server that tells who is asking.
    pub fn routes(&self) -> Router {
        self.router.clone()
    }

    /// Answers a request as the collector does.
    pub async fn receive(&self, peer: SocketAddr, method: &Method, headers: &HeaderMap, body: Bytes) -> Response<Body> {
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = method.clone();
        *request.uri_mut() = "/collect".parse().expect("a path");
        *request.headers_mut() = headers.clone();
        self.answer(peer, request).await
    }

    /// The events held, in the order of their arrival; `all` for every sequence of a submission.
    pub async fn events(&self, all: bool) -> Vec<Value> {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = if all { "/events?all=1" } else { "/events" }.parse().expect("a path");
        request.headers_mut().insert("host", "localhost".parse().expect("a host"));
        let response = self.answer(([127, 0, 0, 1], 0).into(), request).await;
        let status = response.status();
        let body =
            axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("the collector reads its own store");
        assert!(status.is_success(), "GET /events: {status} {}", String::from_utf8_lossy(&body));
        body.split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice::<Value>(line).expect("a line of JSON")["event"].take())
            .collect()
    }

    async fn answer(&self, peer: SocketAddr, mut request: Request<Body>) -> Response<Body> {
        request.extensions_mut().insert(ConnectInfo(peer));
        let Ok(response) = self.router.clone().call(request).await;
        response
    }
}

/// A folder that goes with its value.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
