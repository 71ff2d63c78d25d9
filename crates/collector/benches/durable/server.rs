//! The programs that are measured, each on the first processor.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::{available_parallelism, sleep};
use std::time::Duration;

/// A running server. Dropping it kills it.
pub struct Server {
    pub address: SocketAddr,
    child: Child,
}

impl Server {
    /// `meetpunt serve` with this database.
    pub fn meetpunt(db: &Path, dist: &Path) -> Self {
        let mut command = on_first_processor(env!("CARGO_BIN_EXE_meetpunt"));
        command.args(["serve", "--port", "0", "--db"]).arg(db).arg("--dist").arg(dist.join("dist").as_path());
        fs::create_dir_all(dist.join("dist")).expect("a release folder without files");
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().trim_start_matches("Meetpunt listens on http://").trim_end_matches('/');
        Self { address: address.parse().expect("an address"), child }
    }

    /// nginx, which answers every post with 202; `None` where it is not installed. `MEETPUNT_NGINX` may name the program.
    pub fn nginx(folder: &Path) -> Option<Self> {
        let program = std::env::var("MEETPUNT_NGINX").unwrap_or_else(|_| "nginx".into());
        let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let folder = folder.display();
        let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {folder}/{name}; "))
            .concat();
        let configuration = format!(
            "daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log; \
             events {{ worker_connections 1024; }} \
             http {{ access_log off; {paths} keepalive_requests 1000000000; \
             server {{ listen {address}; location / {{ return 202 '{{}}'; }} }} }}"
        );
        let file = format!("{folder}/nginx.conf");
        fs::write(&file, configuration).expect("a folder to write in");
        let mut command = on_first_processor(&program);
        command.args(["-e", &format!("{folder}/nginx.log"), "-c", &file]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        for _ in 0..50 {
            if TcpStream::connect(address).is_ok() {
                return Some(Self { address, child });
            }
            if child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return None;
            }
            sleep(Duration::from_millis(100));
        }
        let _ = child.kill();
        None
    }

    /// What the process holds now, and the most that it held, where the system tells.
    pub fn memory(&self) -> String {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let of =
            |name| status.lines().find_map(|line: &str| line.strip_prefix(name)).map(str::trim).unwrap_or("unknown");
        format!("{} now, {} at most", of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nginx ends its worker only when it is asked; the other does not mind.
        #[cfg(unix)]
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        #[cfg(not(unix))]
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether processes can be kept on processors: there are two, and `taskset` of util-linux.
fn can_pin() -> bool {
    let several = available_parallelism().is_ok_and(|count| count.get() > 1);
    several
        && Command::new("taskset").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn on_first_processor(program: &str) -> Command {
    if !can_pin() {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", "0", program]);
    command
}

/// Moves this process to the other processors, or says that it cannot.
pub fn leave_one_processor() {
    let last = available_parallelism().map_or(0, |count| count.get() - 1);
    let pid = std::process::id().to_string();
    let arguments = ["--all-tasks", "--pid", "--cpu-list", &format!("1-{last}"), &pid];
    let moved = can_pin()
        && Command::new("taskset").args(arguments).stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if !moved {
        println!("note: server and senders share the processors");
    }
}
