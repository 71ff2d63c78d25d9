//! The checks.

use super::counts::Counting;
use crate::build::wasm::{self, Cut, Program};
use crate::setup::browsers::Browser;
use crate::setup::toolchain::Toolchain;
use crate::{exec, paths};
use std::process::Command;

/// A check.
pub struct Step {
    pub name: &'static str,
    pub command: Command,
    /// How many checks it stands for.
    pub counting: Counting,
    /// The step that must have succeeded before, if any.
    pub needs: Option<&'static str>,
}

const BUILD: &str = "build";

/// Native code, in one lane.
pub fn native() -> Vec<Step> {
    let mut lints = cargo("clippy");
    lints.args(["--workspace", "--all-targets", "--all-features", "--", "-Dwarnings"]);
    let mut format = cargo("fmt");
    format.args(["--all", "--check"]);
    let mut small_cut = cargo("test");
    small_cut.args(["--package=meetpunt-core", "--no-default-features", "--test=small"]);
    let mut doc_tests = cargo("test");
    doc_tests.args(["--workspace", "--all-features", "--doc"]);
    let mut docs = cargo("doc");
    docs.args(["--workspace", "--all-features", "--lib", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings");
    // Compiled now, while the other lane is busy.
    let mut browser_tests = cargo("test");
    browser_tests.args(["--package=meetpunt", "--test=browser", "--test=soak", "--no-run"]);
    let mut server = cargo("build");
    server.args(["--package=meetpunt-collector", "--bins"]);
    let mut steps = vec![check("formatting", format), check("lints", lints)];
    steps.extend(unit_tests());
    steps.push(Step { counting: Counting::Libtest, ..check("the small cut", small_cut) });
    steps.push(Step { counting: Counting::Libtest, ..check("documentation tests", doc_tests) });
    steps.push(check("documentation", docs));
    steps.push(check("server", server));
    steps.push(check("browser tests compile", browser_tests));
    steps
}

/// What ships to browsers, in the other lane.
pub fn shipped(toolchain: &Toolchain) -> Vec<Step> {
    let mut types = exec::command(paths::npm_program("tsc"));
    types.args(["--project", "tsconfig.json"]);
    let lints = |name, program| {
        let mut clippy = wasm::cargo(toolchain, "clippy", program);
        clippy.args(["--", "-Dwarnings"]);
        check(name, clippy)
    };
    let node = |file: &str| {
        let mut node = exec::command("node");
        node.arg(file);
        node
    };
    vec![
        check("types of the scripts", types),
        check("the page decides as core does", node("crates/core/testdata/eligibility/decide.mjs")),
        check("the page reads a site file as core does", node("crates/core/testdata/site/flatten.mjs")),
        check(BUILD, xtask(&["build"])),
        check("the Yew program of the examples", xtask(&["build", "--example"])),
        lints("lints of the widget as Wasm", Program::Widget(Cut::Whole)),
        lints("lints of the small cut as Wasm", Program::Widget(Cut::Small)),
        lints("lints of the studio as Wasm", Program::Studio),
        Step { needs: Some(BUILD), ..check("sizes", xtask(&["bench", "size"])) },
        // After the build: it also compares the figures in the README.
        check("tidy", xtask(&["tidy"])),
    ]
}

/// The browser tests, and those of them again that an answer is about, on pages where no Wasm may run.
pub fn in_browsers(browsers: &[Browser]) -> [Step; 2] {
    let names: Vec<String> = browsers.iter().map(Browser::to_string).collect();
    let tests = |name| {
        let mut command = cargo("test");
        command.args(["--package=meetpunt", "--test=browser"]).env("MEETPUNT_BROWSERS", names.join(","));
        Step { counting: Counting::Libtest, needs: Some(BUILD), ..check(name, command) }
    };
    let mut without_wasm = tests("browser tests without Wasm");
    without_wasm.command.args(["--", "answer"]).env("MEETPUNT_WASM", "refused");
    [tests("browser tests"), without_wasm]
}

/// Answers while the browser is killed and the endpoint fails at random.
pub fn under_kills() -> Step {
    Step { needs: Some(BUILD), ..check("150 answers, 12 kills", xtask(&["bench", "soak"])) }
}

/// Unit and property tests, by cargo-nextest where it is installed. The browser tests, which are the widget's, come later.
fn unit_tests() -> Vec<Step> {
    const NAME: &str = "unit tests";
    if exec::first_line("cargo", &["nextest", "--version"]).is_some() {
        let mut nextest = cargo("nextest");
        nextest.args(["run", "--workspace", "--all-features", "--no-fail-fast", "--filterset=not binary(browser)"]);
        return vec![Step { counting: Counting::Nextest, ..check(NAME, nextest) }];
    }
    let mut others = cargo("test");
    others.args([
        "--workspace",
        "--exclude=meetpunt",
        "--all-features",
        "--lib",
        "--bins",
        "--tests",
        "--no-fail-fast",
    ]);
    let mut widget = cargo("test");
    widget.args(["--package=meetpunt", "--lib", "--no-fail-fast"]);
    let libtest = |name, command| Step { counting: Counting::Libtest, ..check(name, command) };
    vec![libtest(NAME, others), libtest("unit tests of the widget", widget)]
}

fn check(name: &'static str, command: Command) -> Step {
    Step { name, command, counting: Counting::One, needs: None }
}

fn cargo(subcommand: &str) -> Command {
    let mut cargo = exec::command("cargo");
    cargo.arg(subcommand);
    cargo
}

/// This program itself.
fn xtask(arguments: &[&str]) -> Command {
    let mut xtask = exec::command(std::env::current_exe().unwrap_or_else(|_| "xtask".into()));
    xtask.args(arguments);
    xtask
}
