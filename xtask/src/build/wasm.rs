//! Compiles the Rust programs to Wasm, with a standard library of their own, as small as it gets.

use super::yew;
use crate::paths;
use crate::setup::toolchain::Toolchain;
use crate::{exec, files};
use anyhow::Result;
use std::process::Command;

/// The options of the compiler. Each was measured on the widget; the sizes are brotli after `wasm-opt`.
const RUSTFLAGS: [&str; 6] = [
    "-Zunstable-options",
    // A panic is a trap and nothing else: no message, no unwinding.
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    // One copy of a generic for each crate that uses it: link-time optimisation then inlines and folds them (-3 kB).
    "-Zshare-generics=no",
    // Small functions of other crates, std included, are open to inlining before link time (-2.8 kB).
    "-Zcross-crate-inline-threshold=always",
];

/// The stack of the widget, in bytes; what overruns it traps. The linker's own megabyte would count in every page's memory, and push every
/// address of data beyond what three bytes hold.
const STACK: &str = "-Clink-arg=-zstack-size=131072";

/// A program that runs in the browser.
#[derive(Clone, Copy)]
pub enum Program {
    /// What visitors get, in one of two cuts.
    Widget(Cut),
    /// The preview page.
    Studio,
    /// One component, to be measured beside the widget.
    Bare,
}

/// How much of the widget: see `crates/core/src/cut.rs`.
#[derive(Clone, Copy)]
pub enum Cut {
    /// What most surveys need.
    Small,
    /// Everything.
    Whole,
}

/// What `cargo tree` needs to know of a program: its package and its features.
pub fn of_tree(program: Program) -> impl Iterator<Item = &'static str> {
    program.arguments().iter().copied().filter(|argument| !["--lib", "--bins"].contains(argument))
}

impl Program {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Widget(Cut::Small) => &["--package=meetpunt", "--lib", "--no-default-features", "--features=embed"],
            Self::Widget(Cut::Whole) => {
                &["--package=meetpunt", "--lib", "--no-default-features", "--features=embed,whole"]
            }
            Self::Studio => &["--package=meetpunt-studio", "--bins"],
            Self::Bare => &["--package=bare", "--bins"],
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Widget(_) => "meetpunt.wasm",
            Self::Studio => "meetpunt-studio.wasm",
            Self::Bare => "bare.wasm",
        }
    }
}

/// Compiles a program and returns what the linker wrote. Cargo itself skips what did not change.
pub fn compile(toolchain: &Toolchain, program: Program) -> Result<Vec<u8>> {
    let mut build = cargo(toolchain, "rustc", program);
    if matches!(program, Program::Widget(_)) {
        yew::use_smaller(&mut build)?;
    }
    if !matches!(program, Program::Studio) {
        build.args(["--", STACK]);
    }
    exec::run(&mut build)?;
    files::read(&paths::wasm_target().join("wasm32-unknown-unknown").join("wasm").join(program.file()))
}

/// A command of Cargo (`build`, `clippy`) on a program, with the options that ship.
///
/// The programs are compiled apart: together, Cargo would give the widget the features that the studio asks for.
pub fn cargo(toolchain: &Toolchain, subcommand: &str, program: Program) -> Command {
    let mut cargo = toolchain.cargo(subcommand);
    cargo.args(["--profile=wasm", "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo.arg("--target-dir").arg(paths::wasm_target()).args(program.arguments());
    let flags: Vec<String> = RUSTFLAGS.into_iter().map(str::to_owned).chain(remapped()).collect();
    // Cargo's own separator: a path may hold spaces.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    cargo
}

/// Keeps the folders of whoever builds out of the program: it comes out the same on every machine.
fn remapped() -> impl Iterator<Item = String> {
    let home = std::env::home_dir().map(|home| (home, "home"));
    let cargo = std::env::var_os("CARGO_HOME").map(|folder| (folder.into(), "cargo"));
    let folders = [home, cargo, Some((paths::root().to_owned(), "meetpunt"))];
    folders.into_iter().flatten().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
}
