//! A copy to keep, and whether what is kept is sound.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use meetpunt_collector::{backup, verify};
use rusqlite::Connection;
use serde_json::json;

use crate::support::process::{Process, run};
use crate::support::{BATCH, CLOUD_EVENT, Collector, lines, nps, post, with};

#[test]
fn a_copy_taken_under_load_is_whole_and_holds_all_that_was_accepted_before() {
    let collector = Collector::start();
    let db = collector.db();
    let many = |from: u64| json!((from..from + 50).map(|number| nps(number, 1, 7)).collect::<Vec<_>>()).to_string();
    assert_eq!(collector.post(BATCH, many(0)).status, 202);
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let load = scope.spawn(|| {
            let stopped = || stop.load(std::sync::atomic::Ordering::Relaxed);
            (1..1_000)
                .take_while(|_| !stopped())
                .filter(|round| collector.post(BATCH, many(50 * round)).status == 202)
                .count()
        });
        for copy in 0..5 {
            let to = db.with_file_name(format!("copy-{copy}.db"));
            let events = backup(&db, &to).unwrap();
            assert!(events >= 50 && events.is_multiple_of(50), "{events} of batches of 50");
            let found = verify(&to).unwrap();
            assert_eq!((found.events, found.submissions, found.count), (events, events, 0));
            let names: Vec<_> =
                fs::read_dir(db.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert!(!names.iter().any(|name| name.to_string_lossy().contains("part")), "{names:?}");
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(load.join().unwrap() > 0, "answers were accepted meanwhile");
    });
}

#[test]
fn a_copy_serves_in_the_place_of_the_original() {
    let (folder, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (db, copy) = (folder.path().join("meetpunt.db"), folder.path().join("copy.db"));
    let process = Process::start(&db, dist.path());
    assert_eq!(post(&process.url, CLOUD_EVENT, nps(1, 1, 9).to_string()).status, 202);
    let words = [OsStr::new("backup"), copy.as_os_str(), OsStr::new("--db"), db.as_os_str()];
    let output = run(&words);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{} holds 1 events.\n", copy.display()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = run(&words);
    let said = String::from_utf8(again.stderr).unwrap();
    assert_eq!(said, format!("meetpunt: {}: is there already: choose another name\n", copy.display()));
    process.kill();
    let process = Process::start(&copy, dist.path());
    assert_eq!(lines(&process.url, "")[0]["event"], nps(1, 1, 9));
    assert_eq!(post(&process.url, CLOUD_EVENT, nps(2, 1, 9).to_string()).status, 202);
}

#[test]
fn a_copy_that_cannot_be_made_leaves_nothing_behind() {
    let collector = Collector::start();
    let nowhere = collector.db().with_file_name("missing").join("copy.db");
    assert!(backup(&collector.db(), &nowhere).is_err());
    let text = collector.db().with_file_name("notes.txt");
    fs::write(&text, "Shopping list\n".repeat(100)).unwrap();
    let to = collector.db().with_file_name("copy.db");
    let error = backup(&text, &to).unwrap_err();
    assert_eq!(error.to_string(), format!("{}: is not a database: choose another file with --db", text.display()));
    assert!(!to.exists() && !to.with_extension("db.part").exists());
}

#[track_caller]
fn said_by_verify(db: &Path) -> (bool, String, String) {
    let output = run(&[OsStr::new("verify"), OsStr::new("--db"), db.as_os_str()]);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_sound_file_is_called_sound_with_its_counts() {
    let collector = Collector::start();
    for event in [nps(1, 1, 3), nps(1, 2, 4), nps(2, 1, 9), with(nps(3, 1, 0), "data.class", "promoter".into())] {
        collector.accept(&event);
    }
    collector.accept(&json!({
        "specversion": "1.0", "id": "a/0", "source": "https://shop.example/", "type": "meetpunt.shown.v1", "data": {"survey": "nps"}
    }));
    let db = collector.db();
    let expected = format!("{} is sound: 5 events of 4 submissions.\n", db.display());
    assert_eq!(said_by_verify(&db), (true, expected, String::new()));
}

#[test]
fn what_somebody_changed_in_the_file_is_found_and_told_without_a_visitors_words() {
    let collector = Collector::start();
    let secret = "my number is 0612345678";
    for number in 1..=6 {
        collector.accept(&with(nps(number, 1, 9), "data.comment", secret.into()));
    }
    let db = collector.db();
    drop(collector.post(CLOUD_EVENT, ""));
    let other = Connection::open(&db).unwrap();
    for change in [
        "UPDATE events SET body = replace(body, '\"score\":9', '\"score\":0') WHERE row = 1",
        "UPDATE events SET survey = 'other' WHERE row = 2",
        "UPDATE events SET body = substr(body, 1, 100) WHERE row = 3",
        "UPDATE events SET body = replace(body, '\"metric\":\"nps\"', '\"metric\":null') WHERE row = 4",
        "UPDATE events SET claimed = '7' WHERE row = 5",
    ] {
        assert_eq!(other.execute(change, ()).unwrap(), 1, "{change}");
    }
    let (well, told, error) = said_by_verify(&db);
    assert!(!well);
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(
        told,
        [
            "event 1: the class does not fit the score",
            "event 2: it is kept under another survey than its own",
            "event 3: the body is not JSON: EOF while parsing a value at line 1 column 100",
            "event 4: data.metric: missing",
            "event 5: what was claimed is no JSON object",
        ]
    );
    assert_eq!(
        error,
        format!(
            "meetpunt: {} has 5 problems in 6 events: put back a backup, or export what can be read\n",
            db.display()
        )
    );
}

#[test]
fn a_file_with_a_broken_page_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("meetpunt.db");
    {
        let collector = Collector::on(&db, None);
        let many: Vec<_> = (0..200).map(|number| nps(number, 1, 7)).collect();
        assert_eq!(collector.post(BATCH, json!(many).to_string()).status, 202);
    }
    let mut bytes = fs::read(&db).unwrap();
    assert!(bytes.len() > 40_000);
    let page = bytes.len() / 2 / 4_096 * 4_096;
    bytes[page..page + 64].fill(0xff);
    fs::write(&db, bytes).unwrap();
    let (well, told, error) = said_by_verify(&db);
    assert!(!well, "{told}");
    assert!(!error.is_empty());
}

#[test]
fn a_copy_of_another_program_or_a_newer_version_is_refused() {
    let collector = Collector::start();
    let db = collector.db();
    Connection::open(&db).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let (well, _, error) = said_by_verify(&db);
    assert!(!well && error.contains("was written by a newer version of meetpunt (schema 7"), "{error}");
}
