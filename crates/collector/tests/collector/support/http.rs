//! HTTP as a browser or a script speaks it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::LazyLock;
use std::time::Duration;

use serde_json::Value;
use ureq::http::{HeaderMap, Request};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// A header's text, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

static AGENT: LazyLock<ureq::Agent> = LazyLock::new(|| {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .allow_non_standard_methods(true)
        .timeout_global(Some(Duration::from_secs(30)))
        .max_idle_connections_per_host(64)
        .build()
        .into()
});

/// Sends a request. `Err` is a failed connection.
pub fn send(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Answer, ureq::Error> {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response =
        if body.is_empty() { AGENT.run(request.body(()).unwrap())? } else { AGENT.run(request.body(body).unwrap())? };
    let text = response.body_mut().with_config().limit(1 << 30).read_to_vec()?;
    Ok(Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: String::from_utf8_lossy(&text).into_owned(),
    })
}

#[track_caller]
pub fn get(url: &str) -> Answer {
    send("GET", url, &[], b"").unwrap()
}

/// Posts to `/collect` at `url`.
#[track_caller]
pub fn post(url: &str, content_type: &str, body: impl AsRef<[u8]>) -> Answer {
    let url = format!("{url}/collect");
    send("POST", &url, &[("content-type", content_type), ("origin", "https://shop.example")], body.as_ref()).unwrap()
}

/// Writes bytes to the server at `url`, and returns what it says until it closes.
pub fn raw(url: &str, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(url.strip_prefix("http://").unwrap()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request).unwrap();
    let mut text = Vec::new();
    let _ = stream.read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}
