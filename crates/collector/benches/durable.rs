//! `cargo bench -p meetpunt-collector`: how many events a second are accepted, each synced to disk before its 202.
//!
//! Server and senders share the machine, over the loopback interface; the database lies in the system's folder for
//! temporary files. `nothing` is what the same server answers without storing: the ceiling.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use meetpunt_collector::{Options, Store, router, serve};

/// How long each row is measured.
const TIME: Duration = Duration::from_secs(5);

const EVENT: &str = r#"{"specversion":"1.0","id":"SUBMISSION/1","source":"https://shop.example/","type":"meetpunt.response.v1","subject":"nps-order-confirmation","time":"2026-11-21T17:15:20.123Z","datacontenttype":"application/json","data":{"submission":"SUBMISSION","sequence":1,"state":"completed","test":false,"survey":"nps-order-confirmation","metric":"nps","scale":{"min":0,"max":10},"layer":"strategic","series":"9f3c2a10","score":9,"class":"promoter","normalised":90.0,"na":false,"more":[],"alert":null,"comment":"Fast delivery, mail [email]","redactions":{"email":1},"reasons":["delivery"],"contact":null,"touchpoint":"order-confirmation","phase":"purchase","lifecycle":null,"wave":null,"segment":null,"persona":null,"channel":"web","occasion":null,"employee":null,"respondent":null,"context":{"order-band":"50-100"},"locale":"nl","look":"numbers","direction":"ltr","display":"popover","trigger":"delay","device":"phone","page":"/order/thanks","shown":"2026-11-21T17:15:02.000Z","answered":"2026-11-21T17:15:11.000Z","sampleRate":0.25,"gpc":false,"widget":"0.1.0"}}"#;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing measured: run `cargo bench -p meetpunt-collector`");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let store = Store::open(folder.path().join("meetpunt.db")).expect("a new database");
    let router = router(&Options::default(), store).expect("no release folder to check");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a free port");
    let address = listener.local_addr().expect("an address");
    runtime.spawn(serve(listener, router, std::future::pending()));

    println!("senders  events a request  events a second  p50 ms  p99 ms");
    for (senders, events) in [(1, 1), (8, 1), (64, 1), (256, 1), (8, 100)] {
        measure(address, senders, events);
    }
    println!("nothing stored:");
    measure(address, 64, 0);
}

fn measure(address: SocketAddr, senders: u64, events: u64) {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let start = Instant::now();
    let mut times: Vec<Duration> = thread::scope(|scope| {
        let threads: Vec<_> = (0..senders)
            .map(|_| {
                scope.spawn(|| {
                    let mut connection = Connection::open(address);
                    let mut times = Vec::new();
                    while start.elapsed() < TIME {
                        let first = NEXT.fetch_add(events, Ordering::Relaxed);
                        let batch: Vec<_> = (first..first + events)
                            .map(|number| {
                                EVENT.replace("SUBMISSION", &format!("0193a2c4-7d1e-7c3a-9b52-{number:012x}"))
                            })
                            .collect();
                        let sent = Instant::now();
                        connection.post(&format!("[{}]", batch.join(",")));
                        times.push(sent.elapsed());
                    }
                    times
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no sender fails")).collect()
    });
    let seconds = start.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1_000.0;
    let per_second = times.len() as f64 * events.max(1) as f64 / seconds;
    println!("{senders:7}  {events:16}  {per_second:15.0}  {:6.1}  {:6.1}", at(50), at(99));
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
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a number");
            }
        }
        let mut text = vec![0; length];
        self.0.read_exact(&mut text).expect("the server answers");
    }
}
