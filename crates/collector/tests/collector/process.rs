//! The command line: what it says, and how it fails.

use std::ffi::OsStr;
use std::fs;
use std::net::TcpListener;
use std::path::Path;

use crate::support::process::{Process, run, serve};
use crate::support::{CLOUD_EVENT, JSON, get, nps, post, with};

/// Runs `meetpunt` with these words, which must fail with exactly this one line.
#[track_caller]
fn check_fails(words: &[&OsStr], line: &str) {
    let output = run(words);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.as_str()), (Some(1), format!("meetpunt: {line}\n").as_str()));
    assert!(output.stdout.is_empty());
}

#[test]
fn without_arguments_it_says_what_it_can_do() {
    let output = run(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("Usage: meetpunt") && text.contains("serve"), "{text}");
    let output = run(&["serve", "--help"].map(OsStr::new));
    let text = String::from_utf8(output.stdout).unwrap();
    for flag in [
        "--port",
        "--db",
        "--dist",
        "--bind",
        "--read-token",
        "--rate",
        "--behind-proxy",
        "--log",
        "8377",
        "meetpunt.db",
        "127.0.0.1",
    ] {
        assert!(text.contains(flag), "{flag}: {text}");
    }
}

#[test]
fn a_busy_port_is_named_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let port = address.port().to_string();
    let mut words = serve(Path::new("unused.db"), folder.path());
    words[2] = OsStr::new(&port);
    check_fails(
        &words,
        &format!(
            "{address} is in use: stop the other program, or choose another port with --port (0 takes a free one)"
        ),
    );
    assert!(!Path::new("unused.db").exists());
}

#[test]
fn a_missing_release_folder_is_named_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("nowhere");
    check_fails(
        &serve(&folder.path().join("meetpunt.db"), &dist),
        &format!(
            "{}: cannot be read (No such file or directory (os error 2)): build the release folder with \
             `cargo xtask build`, or name another with --dist",
            dist.display()
        ),
    );
}

#[test]
fn a_database_that_cannot_be_used_is_named_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("no/folder/meetpunt.db");
    check_fails(
        &serve(&db, folder.path()),
        &format!("{}: there is no folder {}: make it first", db.display(), db.parent().unwrap().display()),
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_database_is_named_with_the_way_out() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (home, dist) = (folder.path().join("home"), folder.path().join("dist"));
    fs::create_dir_all(&home).unwrap();
    fs::create_dir_all(&dist).unwrap();
    let db = home.join("meetpunt.db");
    drop(meetpunt_collector::Store::open(&db).unwrap());
    let program = folder.path().join("meetpunt");
    fs::copy(crate::support::process::MEETPUNT, &program).unwrap();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(folder.path(), 0o755);
    mode(&db, 0o444);
    mode(&home, 0o555);
    let mut command = std::process::Command::new(&program);
    command.args(serve(&db, &dist));
    // The superuser writes where nobody may; so it is somebody else who tries.
    let superuser = fs::OpenOptions::new().append(true).open(&db).is_ok();
    if superuser {
        command.uid(65_534).gid(65_534);
    }
    let output = command.output().unwrap();
    mode(&home, 0o755);
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "meetpunt: {}: cannot be written: make the file and its folder writable for this user, or choose another with \
             --db\n",
            db.display()
        )
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_address_may_be_written_as_in_an_url() {
    let (db, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let db = db.path().join("meetpunt.db");
    let arguments = serve(&db, dist.path());
    for (bind, start) in [("localhost", "http://127.0.0.1:"), ("127.0.0.2", "http://127.0.0.2:")] {
        let mut command = std::process::Command::new(crate::support::process::MEETPUNT);
        let process = Process::from(command.args(arguments).args(["--bind", bind]));
        assert!(process.url.starts_with(start), "{}", process.url);
        assert_eq!(get(&format!("{}/healthz", process.url)).status, 200);
    }
    let output = run(&["serve", "--bind", "shop"].map(OsStr::new));
    assert!(String::from_utf8(output.stderr).unwrap().contains("write an IP address, such as 127.0.0.1 or 0.0.0.0"));
}

#[test]
fn the_log_holds_no_comment_no_text_and_no_address_of_a_visitor() {
    let (db, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let process = Process::start(&db.path().join("meetpunt.db"), dist.path());
    let secret = "my number is 0612345678";
    let event = with(nps(1, 1, 9), "data.comment", secret.into());
    assert_eq!(post(&process.url, CLOUD_EVENT, event.to_string()).status, 202);
    for (path, value) in [("data.score", secret.into()), ("id", format!("{secret}\n").into()), ("type", secret.into())]
    {
        assert_eq!(post(&process.url, CLOUD_EVENT, with(event.clone(), path, value).to_string()).status, 400);
    }
    assert_eq!(post(&process.url, JSON, secret).status, 400);
    assert_eq!(post(&process.url, &format!("text/x; {secret}"), secret).status, 415);
    process.ask_to_stop();
    let (well, log) = process.wait();
    assert!(well);
    assert!(log.contains("request refused status=400 field=\"data.score\" unsaid=0"), "{log}");
    assert!(!log.contains("0612345678"), "{log}");
    // Its own address is there once, at the start; the visitors' are not.
    assert_eq!(log.matches("127.0.0.1").count(), 1, "{log}");
}

#[test]
fn a_log_for_programs_is_one_object_a_line() {
    let (db, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let db = db.path().join("meetpunt.db");
    let mut command = std::process::Command::new(crate::support::process::MEETPUNT);
    let process = Process::from(command.args(serve(&db, dist.path())).args(["--log", "json"]));
    assert_eq!(post(&process.url, JSON, "{}").status, 400);
    process.ask_to_stop();
    let (well, log) = process.wait();
    assert!(well, "{log}");
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let refused = lines.iter().find(|line| line["message"] == "request refused").expect(&log);
    assert_eq!((&refused["level"], &refused["status"], &refused["field"]), (&"WARN".into(), &400.into(), &"id".into()));
    assert_eq!(lines.last().map(|line| &line["message"]), Some(&"stopped".into()));
}

#[test]
fn a_token_is_read_from_the_environment_and_never_told() {
    let (folder, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let db = folder.path().join("meetpunt.db");
    let mut command = std::process::Command::new(crate::support::process::MEETPUNT);
    command.args(serve(&db, dist.path())).env("MEETPUNT_READ_TOKEN", "correct-horse-battery");
    let process = Process::from(&mut command);
    let url = format!("{}/events", process.url);
    let ask = |token: &str| {
        let headers = [("host", "collect.shop.example"), ("authorization", token)];
        crate::support::http::send("GET", &url, &headers, b"").unwrap().status
    };
    assert_eq!(ask("Bearer correct-horse-battery"), 200);
    assert_eq!(ask("Bearer correct-horse-stables"), 401);
    let mut help = std::process::Command::new(crate::support::process::MEETPUNT);
    let help = help.args(["serve", "--help"]).env("MEETPUNT_READ_TOKEN", "correct-horse-battery").output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains("correct-horse"));
    check_fails(
        &["serve", "--read-token", "hunter2"].map(OsStr::new),
        "--read-token: a token has 16 to 200 visible ASCII characters",
    );
}
