//! `cargo xtask bench collector`: how many events a second are accepted, each synced to disk before its 202, and what memory
//! that takes, also with many events stored before.
//!
//! The program runs on one processor, the senders on the others, over the loopback interface; the database lies in the
//! system's folder for temporary files. nginx, where it is installed, answers the same posts with 202 and stores nothing: the
//! ceiling.

mod event;
mod sender;
mod server;

use meetpunt_collector::{Event, Store};
use server::Server;

/// Senders at a time, and events in a request.
const LOADS: [(u64, u64); 5] = [(1, 1), (8, 1), (64, 1), (256, 1), (8, 100)];

/// The load under which memory and the ceiling are measured.
const USUAL: (u64, u64) = (64, 1);

/// Events that are put in at once while the database is filled.
const BATCH: u64 = 2_000;

fn main() {
    let mut words = std::env::args().skip(1);
    let mut measures = false;
    let mut stored = 0;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--bench" => measures = true,
            "--stored" => {
                stored = words.next().and_then(|number| number.parse().ok()).expect("a number after --stored")
            }
            _ => {}
        }
    }
    if !measures {
        println!("nothing measured: run `cargo xtask bench collector`");
        return;
    }
    server::leave_one_processor();
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let db = folder.path().join("meetpunt.db");

    println!("{:>8} {:>16} {:>16} {:>8} {:>8}", "senders", "events/request", "events/s", "p50 ms", "p99 ms");
    let server = Server::meetpunt(&db, folder.path());
    for load in LOADS {
        sender::measure(&server.address, load);
    }
    println!("memory: {}", server.memory());
    drop(server);

    if stored > 0 {
        fill(&db, stored);
        let size = std::fs::metadata(&db).map_or(0, |metadata| metadata.len());
        println!("with {stored} events stored, {} MB:", size / 1_000_000);
        let server = Server::meetpunt(&db, folder.path());
        sender::measure(&server.address, USUAL);
        println!("memory: {}", server.memory());
    }

    match Server::nginx(folder.path()) {
        Some(server) => {
            println!("nginx, which answers 202 and stores nothing:");
            sender::measure(&server.address, USUAL);
        }
        None => println!("nginx is not installed: no ceiling"),
    }
}

/// Puts events of other submissions into the database.
fn fill(db: &std::path::Path, stored: u64) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(db).expect("the database of before");
        for first in (0..stored).step_by(BATCH as usize) {
            let numbers = first..stored.min(first + BATCH);
            let events = numbers.map(|number| {
                let event = serde_json::from_str(&event::short(number)).expect("JSON");
                Event::from_cloud_event(event).expect("an event")
            });
            store.add(events.collect()).await.expect("space on the disk");
        }
    });
}
