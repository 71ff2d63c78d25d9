//! Readers that are told at once what was stored.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Collector, get, nps};

/// Listens at `/events/stream`, past the head of its answer.
fn listen(collector: &Collector) -> BufReader<TcpStream> {
    let address = collector.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "GET /events/stream HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    let mut reader = BufReader::new(stream);
    let head = until(&mut reader, |line| line.trim().is_empty());
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("content-type: text/event-stream") && head.contains("cache-control: no-cache"), "{head}");
    reader
}

/// Reads lines up to the first that `is_last`.
fn until(reader: &mut BufReader<TcpStream>, is_last: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(reader.read_line(&mut line).unwrap(), 0, "the answer ended after {text}");
        text += &line;
        if is_last(&line) {
            return text;
        }
    }
}

#[test]
fn who_listens_is_told_of_each_new_answer_and_of_no_duplicate() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let mut reader = listen(&collector);
    collector.accept(&nps(1, 1, 9));
    collector.accept(&nps(2, 1, 3));
    let told = until(&mut reader, |line| line.starts_with("data"));
    assert!(told.contains("event: stored"), "{told}");
    assert!(told.ends_with("data: 2\n"), "{told}");
    collector.accept(&nps(3, 1, 3));
    let told = until(&mut reader, |line| line.starts_with("data"));
    assert!(told.ends_with("data: 3\n"), "{told}");
}

#[test]
fn who_listens_does_not_hold_up_the_end() {
    let collector = Collector::start();
    let _reader = listen(&collector);
    let start = Instant::now();
    drop(collector);
    assert!(start.elapsed() < Duration::from_secs(4), "it took {:?} to stop", start.elapsed());
}

#[test]
fn too_many_who_listen_are_asked_to_come_back() {
    let collector = Collector::start();
    let all: Vec<_> = (0..32).map(|_| listen(&collector)).collect();
    let answer = get(&format!("{}/events/stream", collector.url));
    assert_eq!(answer.status, 503);
    assert!(!answer.header("retry-after").is_empty());
    drop(all);
    collector.accept(&nps(1, 1, 9));
}
