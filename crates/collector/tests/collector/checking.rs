//! `meetpunt check` and `meetpunt import` on the command line.

use std::process::{Command, Output};

/// Runs the program on a sample.
fn run(arguments: &[&str]) -> Output {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata");
    Command::new(env!("CARGO_BIN_EXE_meetpunt"))
        .args(arguments)
        .current_dir(samples)
        .output()
        .expect("the program runs")
}

#[track_caller]
fn check(arguments: &[&str], code: i32, out: &str, err: &str) {
    let output = run(arguments);
    assert_eq!(String::from_utf8_lossy(&output.stdout), out);
    assert_eq!(String::from_utf8_lossy(&output.stderr), err);
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_good_site_file_passes() {
    check(&["check", "check/good.json", "import/wootric.site.json"], 0, "", "");
}

#[test]
fn mistakes_are_told_with_their_places() {
    check(
        &["check", "check/wrong.json", "check/good.json"],
        1,
        concat!(
            "check/wrong.json:3:25: error: defaults.theme: found \"blue\"; write one of: auto, light, dark\n",
            "check/wrong.json:5:17: error: surveys[0]: \"qestion\" is not known; did you mean \"question\"?\n",
            "check/wrong.json:6:30: warning: surveys[0].thanks: \"voucher\" sounds like a reward; whoever is paid for an answer gives ",
            "another one, so leave it out\n",
        ),
        "meetpunt: 2 errors and 1 warning\n",
    );
}

#[test]
fn warnings_alone_pass() {
    let output = run(&["check", "check/leading.json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("warning"));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    check(&["check", "none.json"], 1, "", "meetpunt: there is no file none.json\n");
    check(&["import", "posthog", "none.json"], 1, "", "meetpunt: there is no file none.json\n");
    assert_eq!(run(&["check"]).status.code(), Some(2));
}

#[test]
fn an_import_prints_a_site_file_and_what_is_lost() {
    let output = run(&["import", "wootric", "import/wootric.json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stdout), include_str!("../../testdata/import/wootric.site.json"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), include_str!("../../testdata/import/wootric.lost.txt"));
    let nothing = run(&["import", "posthog", "check/good.json"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("there is no survey in it that can be asked here"));
}
