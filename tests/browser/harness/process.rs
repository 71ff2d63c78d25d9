//! A program that the harness started and that ends with the value that holds it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

/// The running ones, so that an interrupted run leaves none behind.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// A running child with everything it started itself; both end on drop, by the id of the child's own process group.
#[must_use = "the program ends when this value is dropped"]
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts `command` in a process group of its own, its output in `log`.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self, String> {
        let output = File::create(log).map_err(|error| format!("cannot write {}: {error}", log.display()))?;
        let errors = output.try_clone().map_err(|error| format!("cannot write {}: {error}", log.display()))?;
        command.stdin(Stdio::null()).stdout(output).stderr(errors);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", command.get_program().to_string_lossy()))?;
        RUNNING.lock().expect("nothing panics while it is held").insert(child.id());
        Ok(Self { child })
    }

    /// True as long as the program has not ended by itself.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(self.child.id());
        let _ = self.child.kill();
        let _ = self.child.wait();
        RUNNING.lock().expect("nothing panics while it is held").remove(&self.child.id());
    }
}

/// Ends everything that this harness started and that still runs, for the moment before it is ended itself.
pub fn end_all() {
    RUNNING.lock().expect("nothing panics while it is held").iter().copied().for_each(end);
}

/// Asks a process group to end.
fn end(group: u32) {
    if cfg!(unix) {
        let _ = Command::new("kill").arg("--").arg(format!("-{group}")).stderr(Stdio::null()).status();
    }
}

/// The processes whose command line names a path; none where the system does not tell.
pub fn naming(path: &Path) -> Vec<u32> {
    let wanted = path.to_string_lossy().into_owned();
    let names = |process: &u32| {
        let line = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(&wanted)
    };
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok()).filter(names).collect()
}

/// Ends a process at once: it can do nothing any more.
pub fn kill(process: u32) {
    let _ = Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status();
}

/// The first of `names` that stands in `PATH`.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A loopback port that is free now. Another program may take it first; whoever listens on it then fails and says so.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free loopback port");
    listener.local_addr().expect("a bound listener has an address").port()
}

/// What `program --version` prints first, or nothing.
pub fn version_of(program: impl AsRef<OsStr>) -> String {
    let output = Command::new(program).arg("--version").stderr(Stdio::null()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}
