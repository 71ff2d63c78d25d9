//! How well and how fast `meetpunt-core` counts: two examples of that crate, the second beside Python's polars and DuckDB.

use crate::{exec, paths};
use anyhow::{Context, Result};

/// Prints how often the intervals of the NPS hold the truth; fails when the default one is off.
pub fn coverage() -> Result<()> {
    exec::run(exec::command("cargo").args(["run", "--release", "--package=meetpunt-core", "--example=coverage"]))
}

/// Prints answers a second and bytes an answer, here and in the two engines, and the ratio.
pub fn run() -> Result<()> {
    exec::run(exec::command("cargo").args(["build", "--release", "--package=meetpunt-core", "--example=scores"]))?;
    let python = python()?;
    let program = paths::target().join("release").join("examples").join("scores");
    exec::run(exec::command(python).arg("bench/scores.py").arg(program))
}

/// Python with the pinned packages, in a folder of its own below `target/`.
fn python() -> Result<std::path::PathBuf> {
    let folder = paths::target().join("python");
    let bin = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = bin.join(format!("python{}", std::env::consts::EXE_SUFFIX));
    if !python.exists() {
        let system =
            exec::find(&["python3", "python"]).context("Python 3 is needed to compare with polars and DuckDB")?;
        exec::run(exec::command(system).args(["-m", "venv"]).arg(&folder))?;
    }
    let install = ["-m", "pip", "install", "--quiet", "--requirement", "bench/requirements.txt"];
    exec::run(exec::command(&python).args(install))?;
    Ok(python)
}
