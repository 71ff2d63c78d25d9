//! The program itself, started and ended.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::{self, JoinHandle};

/// Where cargo put the program.
pub const MEETPUNT: &str = env!("CARGO_BIN_EXE_meetpunt");

/// A running `meetpunt serve`. Dropping it kills it.
pub struct Process {
    pub url: String,
    child: Child,
    log: Option<JoinHandle<String>>,
}

impl Process {
    /// Starts it on a free port, and waits until it listens.
    pub fn start(db: &Path, dist: &Path) -> Self {
        Self::from(Command::new(MEETPUNT).args(serve(db, dist)))
    }

    /// Starts a command that ends in `meetpunt serve …`.
    pub fn from(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = thread::spawn(move || {
            let mut text = String::new();
            let _ = stderr.read_to_string(&mut text);
            text
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let Some(url) = line.trim_end().strip_prefix("Meetpunt listens on ") else {
            panic!("it said {line:?} and {:?}", log.join());
        };
        Self { url: url.trim_end_matches('/').into(), child, log: Some(log) }
    }

    /// SIGKILL: nothing of it runs any more when this returns.
    pub fn kill(mut self) {
        self.end();
    }

    /// SIGTERM.
    pub fn ask_to_stop(&self) {
        let command = format!("kill -TERM {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &command]).status().unwrap().success());
    }

    /// Waits for the end. Whether it ended well, and what it wrote to its log.
    pub fn wait(mut self) -> (bool, String) {
        let status = self.child.wait().unwrap();
        (status.success(), self.log.take().unwrap().join().unwrap())
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// The arguments for a server on a free port.
pub fn serve<'a>(db: &'a Path, dist: &'a Path) -> [&'a OsStr; 7] {
    [
        OsStr::new("serve"),
        OsStr::new("--port"),
        OsStr::new("0"),
        OsStr::new("--db"),
        db.as_os_str(),
        OsStr::new("--dist"),
        dist.as_os_str(),
    ]
}

/// Runs the program to its end.
pub fn run(arguments: &[&OsStr]) -> Output {
    Command::new(MEETPUNT).args(arguments).output().unwrap()
}
