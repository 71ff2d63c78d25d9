//! The file in trouble: locked, full, read-only, moved, another program's, a newer version's.

use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use meetpunt_collector::{Event, Filter, Options, Store, router};
use rusqlite::Connection;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::support::{Answer, CLOUD_EVENT, Collector, get, nps, with};

#[track_caller]
fn check_come_back(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text);
    assert_eq!(answer.header("retry-after"), "5");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.json()["error"], "the store cannot be used just now: send it again later");
}

/// What `Store::open` says about this file, without the file's name.
#[track_caller]
fn refused(path: &Path) -> String {
    let error = Store::open(path).unwrap_err();
    assert!(error.is_database(), "{error:?}");
    error.to_string().strip_prefix(&format!("{}: ", path.display())).unwrap().to_owned()
}

#[test]
fn what_was_accepted_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    let events: Vec<_> = (0..20).map(|number| nps(number, 1, 7)).collect();
    for half in events.chunks(10) {
        let collector = Collector::on(&db, None);
        for event in half {
            collector.accept(event);
        }
    }
    let collector = Collector::on(&db, None);
    let stored: Vec<Value> = collector.lines("").into_iter().map(|mut line| line["event"].take()).collect();
    assert_eq!(stored, events);
    drop(collector);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["meetpunt.db"], "after a clean stop one file is all there is to copy");
}

#[test]
fn a_locked_file_is_no_false_success_and_recovers_by_itself() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let other = Connection::open(collector.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    check_come_back(&collector.post(CLOUD_EVENT, nps(2, 1, 9).to_string()));
    assert_eq!(get(&format!("{}/healthz", collector.url)).status, 503);
    assert_eq!(collector.lines("").len(), 1, "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    collector.accept(&nps(2, 1, 9));
    assert_eq!(get(&format!("{}/healthz", collector.url)).status, 200);
    assert_eq!(collector.lines("").len(), 2);
}

#[tokio::test]
async fn more_than_fits_in_memory_while_the_disk_is_busy_is_asked_to_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    let store = Store::open(&db).unwrap();
    let router = router(&Options::default(), store.clone()).unwrap();
    let long = |number| with(nps(number, 1, 7), "data.comment", "x".repeat(250_000).into());
    let events: Vec<_> = (0..66).map(|number| Event::from_cloud_event(long(number)).unwrap()).collect();
    let other = Connection::open(&db).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // 16 MiB may wait. Each is asked for once, so that it is in the queue.
    let mut waiting: Vec<_> = events.into_iter().map(|event| Box::pin(store.add(vec![event]))).collect();
    for adding in &mut waiting {
        let _ = tokio::time::timeout(Duration::ZERO, adding).await;
    }
    let request =
        Request::post("/collect").header("content-type", CLOUD_EVENT).header("origin", "https://shop.example");
    let response = router.oneshot(request.body(Body::from(long(66).to_string())).unwrap()).await.unwrap();
    assert_eq!(response.status(), 503);
    assert_eq!(
        (&response.headers()["retry-after"], &response.headers()["access-control-allow-origin"]),
        (&"1".parse().unwrap(), &"*".parse().unwrap())
    );
    other.execute_batch("ROLLBACK").unwrap();
    assert!(waiting.remove(0).await.is_ok(), "what waited is stored");
}

#[test]
fn a_file_that_was_removed_or_replaced_is_made_anew_before_anything_is_accepted() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    for name in ["meetpunt.db", "meetpunt.db-wal", "meetpunt.db-shm"] {
        let _ = fs::remove_file(collector.db().with_file_name(name));
    }
    collector.accept(&nps(2, 1, 9));
    let stored: Vec<_> = collector.lines("").iter().map(|line| line["event"]["id"].clone()).collect();
    assert_eq!(stored, [nps(2, 1, 9)["id"].clone()]);
}

#[test]
fn a_damaged_file_asks_senders_to_come_back_and_recovers_when_it_is_put_back() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let (db, aside) = (collector.db(), collector.db().with_extension("aside"));
    fs::rename(&db, &aside).unwrap();
    fs::write(&db, "this is no database, but long enough to look at ".repeat(100)).unwrap();
    check_come_back(&collector.post(CLOUD_EVENT, nps(2, 1, 9).to_string()));
    assert_eq!(get(&format!("{}/events", collector.url)).status, 503);
    fs::rename(&aside, &db).unwrap();
    collector.accept(&nps(2, 1, 9));
    assert_eq!(collector.lines("").len(), 2);
}

#[test]
fn two_collectors_on_one_file_store_each_answer_once() {
    let first = Collector::start();
    let second = Collector::on(&first.db(), None);
    std::thread::scope(|scope| {
        for collector in [&first, &second] {
            scope.spawn(move || (0..50).for_each(|number| drop(collector.accept(&nps(number, 1, 7)))));
        }
    });
    assert_eq!(first.lines("?all=1").len(), 50);
    assert_eq!(second.lines("?all=1").len(), 50);
}

#[test]
fn a_file_of_a_newer_version_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    drop(Store::open(&db).unwrap());
    Connection::open(&db).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let before = fs::read(&db).unwrap();
    assert_eq!(
        refused(&db),
        "was written by a newer version of meetpunt (schema 7, this one knows up to 1): start that version, or choose \
         another file with --db"
    );
    assert_eq!(fs::read(&db).unwrap(), before);
}

#[test]
fn a_newer_version_that_takes_over_the_file_is_noticed_before_anything_is_accepted() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let other = Connection::open(collector.db()).unwrap();
    other.pragma_update(None, "user_version", 7).unwrap();
    check_come_back(&collector.post(CLOUD_EVENT, nps(2, 1, 9).to_string()));
    assert_eq!(get(&format!("{}/healthz", collector.url)).status, 503);
    other.pragma_update(None, "user_version", 1).unwrap();
    collector.accept(&nps(2, 1, 9));
    assert_eq!(collector.lines("").len(), 2);
}

#[test]
fn a_write_that_the_file_refuses_is_no_false_success() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let other = Connection::open(collector.db()).unwrap();
    other
        .execute_batch("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused'); END")
        .unwrap();
    check_come_back(&collector.post(CLOUD_EVENT, nps(2, 1, 9).to_string()));
    other.execute_batch("DROP TRIGGER refuse").unwrap();
    collector.accept(&nps(2, 1, 9));
    assert_eq!(collector.lines("").len(), 2);
}

#[test]
fn a_file_that_is_not_ours_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    fs::write(&text, "Shopping list\n".repeat(100)).unwrap();
    assert_eq!(refused(&text), "is not a database: choose another file with --db");
    assert_eq!(fs::read_to_string(&text).unwrap(), "Shopping list\n".repeat(100));

    let other = folder.path().join("history.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE visits (url TEXT)").unwrap();
    let before = fs::read(&other).unwrap();
    assert_eq!(refused(&other), "is a database of another program: choose another file with --db");
    assert_eq!(fs::read(&other).unwrap(), before);

    assert_eq!(
        refused(folder.path()),
        "cannot be opened: check that it is a file and that this user may read and write it and its folder"
    );
    let missing = folder.path().join("missing");
    assert_eq!(
        refused(&missing.join("meetpunt.db")),
        format!("there is no folder {}: make it first", missing.display())
    );
}

#[test]
fn a_file_that_another_program_holds_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    let other = Connection::open(&db).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(refused(&db), "is locked by another program: close that, or choose another file with --db");
}

#[cfg(unix)]
#[test]
fn the_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    for name in ["meetpunt.db", "meetpunt.db-wal"] {
        let mode = fs::metadata(collector.db().with_file_name(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn what_waits_when_the_last_handle_goes_is_still_written() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    let store = Store::open(&db).unwrap();
    let event = Event::from_cloud_event(nps(1, 1, 9)).unwrap();
    {
        // Asked for once, then nobody waits for the answer any more.
        let adding = store.add(vec![event]);
        let _ = tokio::time::timeout(Duration::ZERO, adding).await;
    }
    drop(store);
    let pages = Store::open(&db).unwrap().pages(Filter::default()).unwrap();
    assert_eq!(pages.map(Result::unwrap).collect::<String>().lines().count(), 1);
}
