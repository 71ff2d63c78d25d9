//! Senders that post as fast as they are answered.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::event;

/// How long each row is measured.
const TIME: Duration = Duration::from_secs(5);

/// Posts for five seconds, and prints how many events were accepted and how long a request took.
pub fn measure(address: &SocketAddr, (senders, events): (u64, u64)) {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let start = Instant::now();
    let mut times: Vec<Duration> = thread::scope(|scope| {
        let send = || {
            let mut connection = Connection::open(*address);
            let mut times = Vec::new();
            while start.elapsed() < TIME {
                let first = NEXT.fetch_add(events, Ordering::Relaxed);
                let batch: Vec<_> = (first..first + events).map(event::usual).collect();
                let sent = Instant::now();
                connection.post(&format!("[{}]", batch.join(",")));
                times.push(sent.elapsed());
            }
            times
        };
        let threads: Vec<_> = (0..senders).map(|_| scope.spawn(send)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no sender fails")).collect()
    });
    let seconds = start.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1_000.0;
    let per_second = times.len() as f64 * events as f64 / seconds;
    println!("{senders:8} {events:16} {per_second:16.0} {:8.1} {:8.1}", at(50), at(99));
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Self(BufReader::new(stream))
    }

    /// Posts a batch, which must be accepted.
    fn post(&mut self, body: &str) {
        let request = format!(
            "POST /collect HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/cloudevents-batch+json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.get_mut().write_all(request.as_bytes()).expect("the server reads");
        let mut line = String::new();
        self.0.read_line(&mut line).expect("the server answers");
        assert!(line.starts_with("HTTP/1.1 202 "), "{line}");
        let mut length = 0;
        while line != "\r\n" {
            line.clear();
            self.0.read_line(&mut line).expect("the server answers");
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a number");
            }
        }
        let mut text = vec![0; length];
        self.0.read_exact(&mut text).expect("the server answers");
    }
}
