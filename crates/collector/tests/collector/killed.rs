//! The program killed, starved of disk, and asked to stop, under load: what it accepted is there.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::http::{Answer, send};
use crate::support::process::Process;
use crate::support::{BATCH, CLOUD_EVENT, lines, nps, post};

/// Answers in a request: so many that a commit takes a while, and is what a kill hits.
const BATCH_SIZE: u64 = 40;

/// Eight senders, and the ids of the answers that they were told are accepted.
struct Load {
    next: AtomicU64,
    stop: AtomicBool,
    accepted: Mutex<HashSet<String>>,
}

impl Load {
    fn new() -> Self {
        Self { next: AtomicU64::new(0), stop: AtomicBool::new(false), accepted: Mutex::default() }
    }

    /// Runs the load on `url`, while `meanwhile` does what it does; ends when that does.
    fn run<T>(&self, url: &str, meanwhile: impl FnOnce() -> T) -> T {
        self.stop.store(false, Ordering::Relaxed);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    while !self.stop.load(Ordering::Relaxed) {
                        if self.post_next(url).is_none() {
                            break;
                        }
                    }
                });
            }
            let result = meanwhile();
            self.stop.store(true, Ordering::Relaxed);
            result
        })
    }

    /// Posts the next batch. `None` when the connection fails.
    fn post_next(&self, url: &str) -> Option<Answer> {
        let first = self.next.fetch_add(BATCH_SIZE, Ordering::Relaxed);
        let events: Vec<_> = (first..first + BATCH_SIZE).map(|number| nps(number, 1, 9)).collect();
        let body = serde_json::to_string(&events).unwrap();
        let answer = send("POST", &format!("{url}/collect"), &[("content-type", BATCH)], body.as_bytes()).ok()?;
        match answer.status {
            202 => {
                let ids = events.iter().map(|event| event["id"].as_str().unwrap().to_owned());
                self.accepted.lock().unwrap().extend(ids);
            }
            503 => {}
            other => panic!("{other}: {}", answer.text),
        }
        Some(answer)
    }

    fn count(&self) -> usize {
        self.accepted.lock().unwrap().len()
    }

    /// Starts the program again, and looks for every answer that was accepted.
    #[track_caller]
    fn check_all_there(&self, db: &Path, dist: &Path) {
        let process = Process::start(db, dist);
        let stored: Vec<String> =
            lines(&process.url, "").iter().map(|line| line["event"]["id"].as_str().unwrap().to_owned()).collect();
        let distinct: HashSet<_> = stored.iter().cloned().collect();
        assert_eq!(stored.len(), distinct.len(), "counted twice");
        let lost: Vec<_> = self.accepted.lock().unwrap().difference(&distinct).cloned().collect();
        assert_eq!(lost, [""; 0], "accepted and lost");
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    let load = Load::new();
    for round in 0..12 {
        let process = Process::start(&db, folder.path().join("dist").make().as_path());
        let before = load.count();
        let url = process.url.clone();
        load.run(&url, || {
            let start = Instant::now();
            while load.count() < before + 400 {
                assert!(start.elapsed() < Duration::from_secs(60), "nothing is accepted");
                thread::sleep(Duration::from_millis(1));
            }
            // Another moment in the life of a commit each time.
            thread::sleep(Duration::from_micros(1_700 * round));
            process.kill();
        });
    }
    assert!(load.count() >= 12 * 400);
    load.check_all_there(&db, &folder.path().join("dist"));
}

#[test]
fn asked_to_stop_under_load_it_answers_what_it_took_and_ends_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let (db, dist) = (folder.path().join("meetpunt.db"), folder.path().join("dist").make());
    let process = Process::start(&db, &dist);
    let load = Load::new();
    let url = process.url.clone();
    let start = load.run(&url, || {
        while load.count() < 1_000 {
            thread::sleep(Duration::from_millis(1));
        }
        process.ask_to_stop();
        Instant::now()
    });
    let (well, log) = process.wait();
    assert!(well, "{log}");
    assert!(start.elapsed() < Duration::from_secs(10));
    for word in [" listening ", " stopping ", " stopped"] {
        assert!(log.contains(word), "{log}");
    }
    load.check_all_there(&db, &dist);
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_no_false_success() {
    let folder = tempfile::tempdir().unwrap();
    let (db, dist) = (folder.path().join("meetpunt.db"), folder.path().join("dist").make());
    // A limit on the size of files, in blocks of 512 bytes, makes the same writes fail as a full disk does.
    let script = "trap '' XFSZ; ulimit -f 8000; exec \"$0\" \"$@\"";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, crate::support::process::MEETPUNT]).args(crate::support::process::serve(&db, &dist));
    let process = Process::from(&mut command);
    let load = Load::new();
    let full = (0..200)
        .map(|_| load.post_next(&process.url).unwrap())
        .find(|answer| answer.status == 503)
        .expect("the disk is full at some time");
    assert_eq!(full.header("retry-after"), "5");
    assert_eq!(full.header("access-control-allow-origin"), "*");
    process.ask_to_stop();
    let (well, log) = process.wait();
    assert!(well, "{log}");
    assert!(log.contains("answers cannot be stored, senders are asked to repeat"), "{log}");
    assert!(load.count() > 100);
    load.check_all_there(&db, &dist);
    let process = Process::start(&db, &dist);
    let answer = post(&process.url, CLOUD_EVENT, nps(1, 2, 9).to_string());
    assert_eq!(answer.status, 202, "with space again");
}

/// A folder that is there.
trait Make {
    fn make(self) -> Self;
}

impl Make for std::path::PathBuf {
    fn make(self) -> Self {
        std::fs::create_dir_all(&self).unwrap();
        self
    }
}
