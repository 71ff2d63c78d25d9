//! `cargo xtask preview`: the preview page in a browser, with the server behind it that keeps the answers.

mod watch;

use crate::args::Args;
use crate::{Command, build, exec, paths};
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// The port that the server takes where no other is asked for.
const PORT: u16 = 8377;

/// How long the server may take to listen before nobody waits for it any more.
const PATIENCE: Duration = Duration::from_secs(20);

/// The word by which this program calls itself to open the page once the server listens.
const OPEN: &str = "--open-when-ready";

pub const COMMAND: Command = Command {
    name: "preview",
    usage: "[--port N] [--db FILE] [--dev]",
    about: "build, start the server, and open the preview page; --dev builds and reloads it on every change",
    run,
};

fn run(args: &mut Args) -> Result<()> {
    let port = match args.value("--port")?.unwrap_or(PORT) {
        // Chosen here, for the address is printed and opened from here.
        0 => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port(),
        port => port,
    };
    let database: Option<String> = args.value("--db")?;
    let only_open = args.flag(OPEN);
    let dev = args.flag("--dev");
    args.finish()?;
    // The page looks whether it has changed only where it is told to.
    let page = if dev { "/preview/?dev" } else { "/preview/" };
    if only_open {
        open_when_ready(port, page);
        return Ok(());
    }
    build::run()?;
    eprintln!("Building: server");
    exec::run(exec::command("cargo").args(["build", "--package=meetpunt-collector", "--bin=meetpunt"]))?;

    let program = paths::target().join("debug").join(format!("meetpunt{}", std::env::consts::EXE_SUFFIX));
    let mut server = exec::command(program);
    server.args(["serve", "--port", &port.to_string()]).arg("--dist").arg(paths::dist());
    if let Some(database) = database {
        // Relative to where the command was typed, as everywhere.
        server.arg("--db").arg(std::path::absolute(database)?);
    }
    if has_desktop() {
        let opener = std::process::Command::new(std::env::current_exe()?)
            .args(["preview", OPEN, "--port", &port.to_string()])
            .args(dev.then_some("--dev"))
            .stdin(Stdio::null())
            .spawn();
        opener.context("cannot start the program that opens the page")?;
    }
    eprintln!("The preview is at http://127.0.0.1:{port}{page} until you press Ctrl+C");
    if dev { watch::rebuild_beside(&mut server) } else { become_program(&mut server) }
}

/// Runs the server in place of this program, so that whatever ends this one ends the server.
#[cfg(unix)]
fn become_program(server: &mut std::process::Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_program(server: &mut std::process::Command) -> Result<()> {
    exec::run(server)
}

/// Whether a page can be opened for somebody to see it.
fn has_desktop() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("CI") && (cfg!(any(target_os = "macos", windows)) || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}

/// Waits for the server, then opens the page. Nothing depends on it, so it fails silently.
fn open_when_ready(port: u16, page: &str) {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        if start.elapsed() > PATIENCE {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let page = format!("http://{address}{page}");
    let mut command = if cfg!(target_os = "macos") {
        exec::command("open")
    } else if cfg!(windows) {
        let mut command = exec::command("cmd");
        command.args(["/c", "start"]);
        command
    } else {
        exec::command("xdg-open")
    };
    let _ = command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}
