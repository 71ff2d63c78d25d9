//! How much one address may send, and that nobody honest loses an answer to the limit.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use meetpunt_collector::{Options, Rate, Store, router};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{BATCH, nps, with};

/// A collector that takes one answer a minute from an address to a survey, two at once: so slow that no test waits for the next.
struct Limited {
    router: Router,
    _folder: tempfile::TempDir,
}

struct Answer {
    status: u16,
    retry_after: String,
    exposed: String,
    allowed: String,
    error: Value,
}

impl Limited {
    fn new(behind_proxy: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("meetpunt.db")).unwrap();
        let rate = NonZeroU32::new(1).map(Rate::per_minute);
        let options = Options { rate, behind_proxy, ..Options::default() };
        Self { router: router(&options, store).unwrap(), _folder: folder }
    }

    async fn post(&self, peer: &str, forwarded: Option<&str>, events: &[Value]) -> Answer {
        let mut request =
            Request::post("/collect").header("content-type", BATCH).header("origin", "https://shop.example");
        if let Some(forwarded) = forwarded {
            request = request.header("x-forwarded-for", forwarded);
        }
        let peer = ConnectInfo(format!("{peer}:5000").parse::<SocketAddr>().unwrap());
        let request = request.extension(peer).body(Body::from(json!(events).to_string())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name: &str| response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let (retry_after, exposed) = (header("retry-after"), header("access-control-expose-headers"));
        let (status, allowed) = (response.status().as_u16(), header("access-control-allow-origin"));
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        let error = serde_json::from_slice::<Value>(&body).unwrap()["error"].clone();
        Answer { status, retry_after, exposed, allowed, error }
    }

    /// How many of so many answers to `survey` are accepted, one a request.
    async fn accepted(&self, peer: &str, forwarded: Option<&str>, survey: &str, answers: u64) -> usize {
        let mut accepted = 0;
        for number in 0..answers {
            let event = with(nps(number, 1, 9), "data.survey", survey.into());
            accepted += usize::from(self.post(peer, forwarded, &[event]).await.status == 202);
        }
        accepted
    }
}

#[tokio::test]
async fn a_flood_from_one_address_is_told_when_to_come_back() {
    let limited = Limited::new(false);
    assert_eq!(limited.accepted("203.0.113.9", None, "nps", 2).await, 2);
    let answer = limited.post("203.0.113.9", None, &[with(nps(9, 1, 9), "data.survey", "nps".into())]).await;
    assert_eq!(answer.status, 429);
    let seconds: u64 = answer.retry_after.parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert_eq!(answer.error, format!("too many answers from one address: send it again in {seconds} s"));
    // A page of the shop can read both.
    assert_eq!((answer.exposed.as_str(), answer.allowed.as_str()), ("retry-after", "*"));
}

#[tokio::test]
async fn other_visitors_and_other_surveys_are_not_kept_waiting() {
    let limited = Limited::new(false);
    assert_eq!(limited.accepted("203.0.113.9", None, "nps", 8).await, 2);
    assert_eq!(limited.accepted("203.0.113.10", None, "nps", 1).await, 1);
    assert_eq!(limited.accepted("203.0.113.9", None, "csat", 1).await, 1);
    // One customer's network of IPv6 is one address.
    assert_eq!(limited.accepted("[2001:db8::1]", None, "nps", 8).await, 2);
    assert_eq!(limited.accepted("[2001:db8::2]", None, "nps", 1).await, 0);
    assert_eq!(limited.accepted("[2001:db8:0:1::1]", None, "nps", 1).await, 1);
}

#[tokio::test]
async fn surveys_made_up_on_the_way_do_not_widen_the_limit_for_ever() {
    let limited = Limited::new(false);
    let (start, mut accepted) = (Instant::now(), 0);
    for survey in 0..40 {
        accepted += limited.accepted("203.0.113.9", None, &format!("made-up-{survey}"), 1).await;
    }
    // Ten surveys' worth, and one more each six seconds.
    let later = usize::try_from(start.elapsed().as_secs() / 6).unwrap() + 1;
    assert!((20..=20 + later).contains(&accepted), "{accepted}");
}

#[tokio::test]
async fn an_outbox_that_comes_back_with_a_batch_gets_through() {
    let limited = Limited::new(false);
    let many: Vec<Value> = (0..40).map(|number| nps(number, 1, 9)).collect();
    assert_eq!(limited.post("203.0.113.9", None, &many).await.status, 202);
    assert_eq!(limited.post("203.0.113.9", None, &many).await.status, 429);
}

#[tokio::test]
async fn this_machine_has_no_limit_unless_it_is_the_proxy() {
    let limited = Limited::new(false);
    assert_eq!(limited.accepted("127.0.0.1", None, "nps", 20).await, 20);
    // Whoever writes the header itself changes nothing.
    assert_eq!(limited.accepted("203.0.113.9", Some("127.0.0.1"), "nps", 8).await, 2);
    let limited = Limited::new(true);
    assert_eq!(limited.accepted("127.0.0.1", Some("198.51.100.1, 203.0.113.9"), "nps", 8).await, 2);
    assert_eq!(limited.accepted("127.0.0.1", Some("203.0.113.9, 198.51.100.1"), "nps", 8).await, 2);
}
