//! Who may read what was stored, and how much of it.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use meetpunt_collector::{Filter, Options, ReadToken, Store, router};
use serde_json::json;
use tower::ServiceExt as _;

use crate::support::http::{raw, send};
use crate::support::{BATCH, Collector, get, nps, with};

#[test]
fn filters_choose_a_submission_or_a_survey() {
    let collector = Collector::start();
    let ces = with(nps(2, 1, 9), "data.survey", "nps & more".into());
    for event in [nps(1, 1, 3), ces.clone(), nps(1, 2, 4)] {
        collector.accept(&event);
    }
    let scores = |query: &str| -> Vec<_> {
        collector.lines(query).iter().map(|line| line["event"]["data"]["score"].as_u64().unwrap()).collect()
    };
    assert_eq!(scores(""), [9, 4]);
    assert_eq!(scores("?all=1"), [3, 9, 4]);
    assert_eq!(scores("?all=0"), [9, 4]);
    assert_eq!(scores("?submission=0193a2c4-7d1e-7c3a-9b52-000000000001"), [4]);
    assert_eq!(scores("?submission=0193a2c4-7d1e-7c3a-9b52-000000000001&all=1"), [3, 4]);
    assert_eq!(scores("?survey=nps+%26%20more"), [9]);
    assert_eq!(scores("?survey=nps-order-confirmation&all=1"), [3, 4]);
    assert_eq!(scores("?submission=none"), [0; 0]);
    assert_eq!(scores("?survey=nps-order-confirmation&submission=0193a2c4-7d1e-7c3a-9b52-000000000002"), [0; 0]);
}

#[test]
fn a_misspelt_filter_is_refused() {
    let collector = Collector::start();
    for query in ["?servey=nps", "?all=yes", "?survey=a&survey=b"] {
        let answer = get(&format!("{}/events{query}", collector.url));
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
    }
}

#[test]
fn many_answers_come_page_by_page_and_complete() {
    let collector = Collector::start();
    for start in (0..5_000).step_by(100) {
        let batch: Vec<_> = (start..start + 100).map(|number| nps(number, 1, 7)).collect();
        assert_eq!(collector.post(BATCH, json!(batch).to_string()).status, 202);
    }
    let lines = collector.lines("");
    assert_eq!(lines.len(), 5_000);
    for (number, line) in lines.iter().enumerate() {
        assert_eq!(line["event"]["id"], nps(number as u64, 1, 7)["id"]);
    }
    assert_eq!(get(&format!("{}/events", collector.url)).header("content-type"), "application/x-ndjson; charset=utf-8");
}

#[test]
fn what_comes_while_somebody_reads_does_not_mix_in() {
    let collector = Collector::start();
    for number in 0..200 {
        let long = "x".repeat(1_000);
        collector.accept(&with(nps(number, 1, 7), "data.comment", long.into()));
    }
    let store = Store::open(collector.db()).unwrap();
    let mut pages = store.pages(Filter::default()).unwrap();
    let first = pages.next().unwrap().unwrap();
    for number in 150..250 {
        collector.accept(&nps(number, 2, 0));
    }
    let rest: String = pages.map(Result::unwrap).collect();
    let lines: Vec<_> = first.lines().chain(rest.lines()).collect();
    assert_eq!(lines.len(), 200);
    assert!(lines.iter().all(|line| line.contains("\"sequence\":1,")));
}

#[test]
fn a_page_that_points_its_own_name_at_this_machine_reads_nothing() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let ask = |extra: &str| {
        raw(&collector.url, format!("GET /events HTTP/1.1\r\nConnection: close\r\n{extra}\r\n").as_bytes())
    };
    for extra in [
        "Host: rogue.example\r\n",
        "Host: rogue.example:8377\r\n",
        "Host: 127.0.0.1.rogue.example\r\n",
        "",
        "Host: localhost\r\nHost: rogue.example\r\n",
        "Host: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n",
        "Host: localhost\r\nForwarded: for=203.0.113.9\r\n",
    ] {
        let answer = ask(extra);
        assert!(answer.starts_with("HTTP/1.1 403 "), "{extra}: {answer}");
        assert!(!answer.contains("submission"), "{extra}: {answer}");
    }
    for extra in ["Host: localhost:1\r\n", "Host: 127.0.0.1\r\n", "Host: [::1]:8377\r\n"] {
        assert!(ask(extra).starts_with("HTTP/1.1 200 "), "{extra}");
    }
    // Asked for by its full address, the name in it counts.
    let answer = raw(
        &collector.url,
        b"GET http://rogue.example/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    );
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
}

#[tokio::test]
async fn another_machine_reads_nothing_but_may_post() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("meetpunt.db")).unwrap();
    let router = router(&Options::default(), store).unwrap();
    let ask = async |peer: Option<&str>, request: Request<Body>| {
        let mut request = request;
        if let Some(peer) = peer {
            request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        }
        router.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    let read = || Request::get("/events").header("host", "localhost:8377").body(Body::empty()).unwrap();
    for peer in ["127.0.0.1:5000", "127.1.2.3:5000", "[::1]:5000", "[::ffff:127.0.0.1]:5000"] {
        assert_eq!(ask(Some(peer), read()).await, 200, "{peer}");
    }
    for peer in
        ["192.168.0.7:5000", "10.0.0.1:5000", "203.0.113.9:5000", "[2001:db8::7]:5000", "[::ffff:10.0.0.1]:5000"]
    {
        assert_eq!(ask(Some(peer), read()).await, 403, "{peer}");
    }
    assert_eq!(ask(None, read()).await, 403, "nobody knows who asks");
    let post = Request::post("/collect").header("content-type", "application/json");
    let post = post.body(Body::from(nps(1, 1, 9).to_string())).unwrap();
    assert_eq!(ask(Some("203.0.113.9:5000"), post).await, 202);
}

#[test]
fn head_tells_the_type_without_the_answers() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let answer = send("HEAD", &format!("{}/events", collector.url), &[], b"").unwrap();
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[test]
fn health_is_ok_while_answers_can_be_stored() {
    let collector = Collector::start();
    let answer = get(&format!("{}/healthz", collector.url));
    assert_eq!((answer.status, answer.text.as_str()), (200, "ok\n"));
}

#[tokio::test]
async fn another_machine_reads_with_the_token_and_only_with_it() {
    const TOKEN: &str = "correct-horse-battery";
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("meetpunt.db")).unwrap();
    let read_token = Some(ReadToken::new(TOKEN).unwrap());
    let router = router(&Options { read_token, ..Options::default() }, store).unwrap();
    let ask = async |path: &str, peer: &str, authorization: Option<&str>| {
        let mut request = Request::get(path).header("host", "collect.shop.example");
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let request = request.extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap())).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let challenge = response.headers().get("www-authenticate").map(|value| value.to_str().unwrap().to_owned());
        (response.status().as_u16(), challenge)
    };
    for path in ["/events", "/events/stream", "/metrics"] {
        for peer in ["203.0.113.9:5000", "127.0.0.1:5000"] {
            assert_eq!(ask(path, peer, Some("Bearer correct-horse-battery")).await.0, 200, "{path} {peer}");
            assert_eq!(ask(path, peer, Some("bearer correct-horse-battery")).await.0, 200, "{path} {peer}");
            for wrong in [
                None,
                Some(""),
                Some("Bearer"),
                Some("Bearer "),
                Some("correct-horse-battery"),
                Some("Basic correct-horse-battery"),
                Some("Bearer correct-horse-batterx"),
                Some("Bearer correct-horse-battery2"),
                Some("Bearer correct-horse-batter"),
            ] {
                let refused = (401, Some("Bearer".to_owned()));
                assert_eq!(ask(path, peer, wrong).await, refused, "{path} {peer} {wrong:?}");
            }
        }
    }
    for wrong in ["", "too short", "with spaces in the middle", &"x".repeat(201)] {
        assert_eq!(ReadToken::new(wrong), Err("a token has 16 to 200 visible ASCII characters"), "{wrong:?}");
    }
    assert!(!format!("{:?}", ReadToken::new(TOKEN)).contains(TOKEN));
}

#[test]
fn figures_for_prometheus_count_what_became_of_the_posts() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    collector.accept(&nps(1, 1, 9));
    collector.accept(&nps(1, 1, 0));
    assert_eq!(collector.post(BATCH, json!([nps(2, 1, 9), nps(3, 1, 9)]).to_string()).status, 202);
    assert_eq!(collector.post(BATCH, "{").status, 400);
    let answer = get(&format!("{}/metrics", collector.url));
    assert_eq!(answer.header("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
    for line in [
        "# TYPE meetpunt_requests counter",
        "meetpunt_requests_total{status=\"202\"} 4",
        "meetpunt_requests_total{status=\"400\"} 1",
        "meetpunt_events_total{outcome=\"stored\"} 3",
        "meetpunt_events_total{outcome=\"duplicate\"} 2",
        "meetpunt_events_total{outcome=\"conflict\"} 1",
        "meetpunt_commit_seconds_count 4",
        "meetpunt_commit_failures_total 0",
        "meetpunt_waiting_requests 0",
        "# EOF",
    ] {
        assert!(answer.text.lines().any(|found| found == line), "{line}:\n{}", answer.text);
    }
    let bytes = answer.text.lines().find_map(|line| line.strip_prefix("meetpunt_database_bytes "));
    assert!(bytes.is_some_and(|bytes| bytes.parse::<u64>().unwrap() > 4_096), "{}", answer.text);
    assert!(!answer.text.contains("nps"), "no survey is named");
}
