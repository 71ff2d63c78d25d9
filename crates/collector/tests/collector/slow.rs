//! Senders that take their time, and heads without end: others do not notice.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::http::raw;
use crate::support::{Collector, nps};

const HEAD: &str = "POST /collect HTTP/1.1\r\nHost: localhost\r\n";

/// Sends a beginning, then a byte each half second, and says what came back and after how long the connection was closed.
fn drip(collector: &Collector, beginning: &str, drop: &[u8]) -> (String, Duration) {
    let start = Instant::now();
    let mut stream = TcpStream::connect(collector.url.strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(beginning.as_bytes()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
    let mut answer = Vec::new();
    loop {
        let mut bytes = [0; 1_024];
        match stream.read(&mut bytes) {
            Ok(0) => break,
            Ok(count) => answer.extend_from_slice(&bytes[..count]),
            Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
                if stream.write_all(drop).is_err() {
                    break;
                }
            }
            Err(_) => break,
        }
        assert!(start.elapsed() < Duration::from_secs(60), "it holds its place for ever");
    }
    (String::from_utf8_lossy(&answer).into_owned(), start.elapsed())
}

#[test]
fn sixty_four_slow_senders_keep_nobody_waiting_and_are_cut_off() {
    let collector = Collector::start();
    let body = format!("{HEAD}Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{{");
    let head = format!("{HEAD}X-Slow: ");
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let slow_bodies: Vec<_> = (0..32).map(|_| scope.spawn(|| drip(&collector, &body, b" "))).collect();
        let slow_heads: Vec<_> = (0..32).map(|_| scope.spawn(|| drip(&collector, &head, b"x"))).collect();
        let honest = scope.spawn(|| {
            let mut longest = Duration::ZERO;
            let mut accepted = 0;
            while !done.load(Ordering::Relaxed) {
                let start = Instant::now();
                collector.accept(&nps(accepted, 1, 9));
                longest = longest.max(start.elapsed());
                accepted += 1;
                thread::sleep(Duration::from_millis(50));
            }
            (accepted, longest)
        });
        for slow in slow_bodies {
            let (answer, time) = slow.join().unwrap();
            assert!(
                answer.starts_with("HTTP/1.1 408 ") && answer.contains("access-control-allow-origin: *"),
                "{answer}"
            );
            assert!((9..50).contains(&time.as_secs()), "{time:?}");
        }
        for slow in slow_heads {
            let (_, time) = slow.join().unwrap();
            assert!((14..50).contains(&time.as_secs()), "{time:?}");
        }
        done.store(true, Ordering::Relaxed);
        let (accepted, longest) = honest.join().unwrap();
        assert!(accepted > 10, "{accepted}");
        // Whoever had to wait for a slow one would wait ten seconds.
        assert!(longest < Duration::from_secs(8), "{longest:?}");
    });
    // Their places are free again.
    collector.accept(&nps(1_000_000, 1, 9));
}

#[test]
fn a_head_without_end_is_refused() {
    let collector = Collector::start();
    let with = |headers: &str| {
        raw(
            &collector.url,
            format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n").as_bytes(),
        )
    };
    let many = |count: usize| (0..count).map(|number| format!("X-{number}: a\r\n")).collect::<String>();
    assert!(with(&many(50)).starts_with("HTTP/1.1 200 "));
    assert!(with(&many(100)).starts_with("HTTP/1.1 431 "));
    assert!(with(&format!("X-Long: {}\r\n", "a".repeat(10_000))).starts_with("HTTP/1.1 200 "));
    let answer = with(&format!("X-Long: {}\r\n", "a".repeat(100_000)));
    assert!(answer.starts_with("HTTP/1.1 431 ") || answer.is_empty(), "{answer}");
    collector.accept(&nps(1, 1, 9));
}
