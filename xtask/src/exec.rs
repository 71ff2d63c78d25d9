//! Runs other programs, and says clearly when that fails.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command that runs in the top folder of the repository.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::paths::root());
    command
}

/// Runs a command whose output goes to the terminal; fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if !status.success() {
        bail!("`{}` failed ({status}); its message stands above", line(command));
    }
    Ok(())
}

/// Runs a command and returns what it wrote to its standard output; an error carries what it wrote to the other.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    output_with_input(command, b"")
}

/// As [`output`], with `input` on the command's standard input.
pub fn output_with_input(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let mut stdin = child.stdin.take().context("a piped input is there")?;
    let output = std::thread::scope(|scope| {
        // A program that ends without reading all of it says so by its exit status.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output()
    })?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}): {}", line(command), output.status, errors.trim());
    }
    Ok(output.stdout)
}

/// The first line that a program prints, or nothing where it cannot be run or fails.
pub fn first_line(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// What a command did and wrote.
pub struct Captured {
    /// Whether it ended with success.
    pub success: bool,
    /// Both its outputs, in the order of writing.
    pub text: String,
}

/// Runs a command, hands each line of both its outputs to `seen` as it comes, and returns all of them.
pub fn captured(command: &mut Command, mut seen: impl FnMut(&str)) -> Result<Captured> {
    let (reader, writer) = std::io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    // The command still holds writing ends of the pipe; with them open the reading would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut text = String::new();
    let mut reader = BufReader::new(reader);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&bytes);
        seen(line.trim_end());
        text += &line;
        bytes.clear();
    }
    Ok(Captured { success: child.wait()?.success(), text })
}

/// The first of `names` that stands in `PATH`.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let spelled = |folder: &Path, name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    names.iter().find_map(|name| folders.iter().map(|folder| spelled(folder, name)).find(|file| file.is_file()))
}

/// The command as one would type it, without the folders of the program.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_else(|| command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return anyhow::anyhow!("cannot start `{program}`: {error}");
    }
    match Path::new(&*program).file_name().and_then(OsStr::to_str).unwrap_or_default() {
        "npm" | "node" => anyhow::anyhow!(
            "Node 18 or later with npm is needed and `{program}` is not in PATH; get it from nodejs.org or your package manager"
        ),
        "rustup" => anyhow::anyhow!("`rustup` is not in PATH; get it from rustup.rs"),
        "esbuild" | "terser" | "wasm-opt" | "tsc" => {
            anyhow::anyhow!("`{program}` is missing; delete node_modules and run `cargo xtask setup`")
        }
        _ => anyhow::anyhow!("`{program}` is not in PATH"),
    }
}
