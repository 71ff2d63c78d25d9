//! The endpoint that the shops of these tests post to: the real collector behind a layer that can fail on purpose.

use super::connection::{Connection, Listening, Switch, listen_afresh};
use super::keeper::Keeper;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use serde_json::Value;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// What the endpoint does to a POST instead of its work.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Cuts the connection before anything is stored.
    Reset,
    /// Stores the event, then cuts the connection.
    LostAnswer,
    /// Answers with this status and stores nothing.
    Status(u16),
    /// Answers with this status as a firewall does that knows nothing of CORS: scripts of other origins see no answer.
    Bare(u16),
    /// 429 with `Retry-After`, in seconds, readable by scripts of other origins.
    TooMany(u32),
    /// Stores the event and answers after this time.
    Slow(Duration),
    /// Stores the event and leaves every CORS header away, in preflights too.
    NoCors,
    /// Sends the browser elsewhere with this status.
    Redirect(u16),
    /// Stores nothing and does not answer before the browser gives up.
    Hang,
    /// Stores the event and answers with something that is no JSON.
    Nonsense,
    /// Stores the event and answers with 50 MB.
    Flood,
}

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Request {
    /// POST, or OPTIONS for a preflight.
    pub method: Method,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, unchanged.
    pub body: Bytes,
    /// When it arrived.
    pub at: Instant,
}

impl Request {
    /// A header as text, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// The collector of one test, under `/collect` of its shop and on an origin of its own.
#[derive(Clone)]
pub struct Collector {
    state: Arc<Mutex<Log>>,
    keeper: Keeper,
    switch: Switch,
    elsewhere: SocketAddr,
    listening: Arc<Mutex<Option<JoinHandle<()>>>>,
    runtime: Handle,
}

#[derive(Default)]
struct Log {
    requests: Vec<Request>,
    always: Option<Fault>,
    next: VecDeque<Fault>,
}

impl Collector {
    /// An empty collector that listens on a port of its own.
    pub fn start(runtime: &Handle) -> Self {
        let listener = listen_afresh(runtime);
        let elsewhere = listener.local_addr().expect("a bound listener has an address");
        let collector = Self {
            state: Arc::default(),
            keeper: Keeper::new(None),
            switch: Switch::default(),
            elsewhere,
            listening: Arc::default(),
            runtime: runtime.clone(),
        };
        collector.listen(listener);
        collector
    }

    /// The routes to put into a server.
    pub fn routes(&self) -> Router {
        Router::new().route("/collect", axum::routing::any(receive)).with_state(self.clone())
    }

    /// Its address on an origin that is not the shop's.
    pub fn elsewhere(&self) -> String {
        format!("http://{}/collect", self.elsewhere)
    }

    /// From now on every POST meets this fault.
    pub fn fail(&self, fault: Fault) {
        self.log().always = Some(fault);
    }

    /// The next POSTs meet these faults, one each; what comes after works.
    pub fn fail_next(&self, faults: &[Fault]) {
        self.log().next.extend(faults.iter().cloned());
    }

    /// All is well again.
    pub fn recover(&self) {
        let mut log = self.log();
        log.always = None;
        log.next.clear();
    }

    /// Nothing listens on the collector's own origin any more, and its connections are cut.
    pub fn go_down(&self) {
        if let Some(task) = self.listening.lock().expect("the lock is only held here").take() {
            task.abort();
        }
        self.switch.cut_all();
    }

    /// Listens again, on the same port as before, if it went down.
    pub fn come_up(&self) {
        if self.listening.lock().expect("the lock is only held here").is_some() {
            return;
        }
        let listener = self.runtime.block_on(async {
            let mut tries = 0;
            loop {
                match TcpListener::bind(self.elsewhere).await {
                    Ok(listener) => break listener,
                    Err(error) if tries > 100 => {
                        panic!("cannot listen on {} again: {error}", self.elsewhere)
                    }
                    Err(_) => tries += 1,
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        self.listen(listener);
    }

    fn listen(&self, listener: TcpListener) {
        let service = self.routes().into_make_service_with_connect_info::<Connection>();
        let listening = Listening::new(listener, self.switch.clone());
        let task = self.runtime.spawn(async move {
            let _ = axum::serve(listening, service).await;
        });
        *self.listening.lock().expect("the lock is only held here") = Some(task);
    }

    /// The events that it holds, each submission once with its highest sequence.
    pub fn delivered(&self) -> Vec<Value> {
        self.runtime.block_on(self.keeper.events(false))
    }

    /// The events that it holds, every sequence.
    pub fn delivered_states(&self) -> Vec<Value> {
        self.runtime.block_on(self.keeper.events(true))
    }

    /// Every POST that reached it, failed ones too.
    pub fn posts(&self) -> Vec<Request> {
        self.log().requests.iter().filter(|request| request.method == Method::POST).cloned().collect()
    }

    /// Every request that reached it, preflights too.
    pub fn requests(&self) -> Vec<Request> {
        self.log().requests.clone()
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.state.lock().expect("no test holds this lock while it panics")
    }

    fn take_fault(&self, method: &Method) -> Option<Fault> {
        let mut log = self.log();
        match (method, &log.always) {
            (&Method::POST, _) => log.next.pop_front().or_else(|| log.always.clone()),
            (_, Some(fault @ (Fault::NoCors | Fault::Reset))) => Some(fault.clone()),
            _ => None,
        }
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        if Arc::strong_count(&self.listening) == 1 {
            self.go_down();
        }
    }
}

async fn receive(
    State(collector): State<Collector>,
    ConnectInfo(connection): ConnectInfo<Connection>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let request = Request { method: method.clone(), headers: headers.clone(), body: body.clone(), at: Instant::now() };
    collector.log().requests.push(request);
    let keep = || collector.keeper.receive(connection.peer, &method, &headers, body.clone());
    match collector.take_fault(&method) {
        None => keep().await,
        Some(Fault::Reset) => {
            connection.cut();
            Response::default()
        }
        Some(Fault::LostAnswer) => {
            keep().await;
            connection.cut();
            Response::default()
        }
        Some(Fault::Slow(time)) => {
            let response = keep().await;
            tokio::time::sleep(time).await;
            response
        }
        Some(Fault::NoCors) => {
            let mut response = keep().await;
            let names: Vec<_> = response
                .headers()
                .keys()
                .filter(|name| name.as_str().starts_with("access-control-"))
                .cloned()
                .collect();
            for name in names {
                response.headers_mut().remove(name);
            }
            response
        }
        Some(Fault::Status(status)) => refuse(status, &[]),
        Some(Fault::TooMany(seconds)) => refuse(429, &[("retry-after", &seconds.to_string())]),
        Some(Fault::Redirect(status)) => refuse(status, &[("location", "/elsewhere")]),
        Some(Fault::Bare(status)) => {
            let mut response = refuse(status, &[]);
            response.headers_mut().clear();
            response
        }
        Some(Fault::Hang) => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            Response::default()
        }
        Some(Fault::Nonsense) => answer_with(keep().await, "{\"stored\":"),
        Some(Fault::Flood) => answer_with(keep().await, vec![b' '; 50_000_000]),
    }
}

/// An answer with another body.
fn answer_with(response: Response<Body>, body: impl Into<Body>) -> Response<Body> {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, body.into())
}

/// An answer of a healthy server that refuses: with the CORS headers that the contract asks of an endpoint.
fn refuse(status: u16, headers: &[(&str, &str)]) -> Response<Body> {
    let mut response = Response::builder()
        .status(StatusCode::from_u16(status).expect("a test names a real status"))
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "retry-after");
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(Body::empty()).expect("names and values above are valid")
}
