//! What a browser on a shop's page gets to see.

use crate::support::http::{Answer, send};
use crate::support::{CLOUD_EVENT, Collector, JSON, nps};

#[track_caller]
fn check_readable(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-expose-headers"), "retry-after");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
}

#[test]
fn the_preflight_lets_every_site_post_json() {
    let collector = Collector::start();
    let headers = [
        ("origin", "https://shop.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let answer = send("OPTIONS", &format!("{}/collect", collector.url), &headers, b"").unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-methods"), "POST");
    assert_eq!(answer.header("access-control-allow-headers"), "content-type");
    assert_eq!(answer.header("access-control-max-age"), "86400");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
}

#[test]
fn a_page_can_read_every_answer_errors_too() {
    let collector = Collector::start();
    check_readable(&collector.post(CLOUD_EVENT, nps(1, 1, 9).to_string()), 202);
    check_readable(&collector.post(JSON, "{"), 400);
    check_readable(&collector.post("application/xml", "<a/>"), 415);
    check_readable(&collector.post(JSON, " ".repeat(300_000)), 413);
    let put = send("PUT", &format!("{}/collect", collector.url), &[("origin", "https://shop.example")], b"{}").unwrap();
    check_readable(&put, 405);
}

#[test]
fn a_page_of_another_site_cannot_read_what_others_answered() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let url = format!("{}/events", collector.url);
    let answer = send("GET", &url, &[("origin", "https://rogue.example")], b"").unwrap();
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let preflight = [("origin", "https://rogue.example"), ("access-control-request-method", "GET")];
    let answer = send("OPTIONS", &url, &preflight, b"").unwrap();
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (405, ""));
}
