//! The command line.

use std::io::{self, Write as _};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use crate::check::{self, Check};
use crate::import::{self, Import};
use clap::{Args, CommandFactory as _, Parser, Subcommand};
use meetpunt_collector::{Options, Store, asked_to_stop, router, serve};
use tokio::net::TcpListener;

/// Serves the Meetpunt preview and stores the answers that the widget posts
#[derive(Debug, Parser)]
#[command(name = "meetpunt", version, about)]
pub struct Meetpunt {
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Serve the release folder at /, accept answers at /collect, give them back at /events
    Serve(Serve),
    /// Say what is wrong in site files, and where
    ///
    /// Exit code: 0 when there is no error, whatever warnings there are; 1 when there is one, or a file cannot be read; 2 when
    /// the command line is wrong.
    Check(Check),
    /// Turn a survey of another program into a site file
    ///
    /// The site file goes to standard output, a line for each thing without a counterpart to standard error.
    Import(Import),
}

#[derive(Debug, Args)]
struct Serve {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8377)]
    port: u16,
    /// Database file; made when there is none
    #[arg(long, value_name = "FILE", default_value = "meetpunt.db")]
    db: PathBuf,
    /// Release folder to serve
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    dist: PathBuf,
    /// Address to listen on; 0.0.0.0 or [::] for every network of this machine
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
    bind: IpAddr,
}

/// Does what the command line says. The error is one line that says what to do.
pub fn run(command: Meetpunt) -> Result<(), String> {
    match command.action {
        Some(Action::Serve(wanted)) => {
            tracing_subscriber::fmt()
                .with_writer(io::stderr)
                .with_ansi(false)
                .with_target(false)
                .with_max_level(tracing::Level::INFO)
                .init();
            let runtime = tokio::runtime::Runtime::new().map_err(|error| format!("cannot start: {error}"))?;
            runtime.block_on(start(wanted))?;
            // Ends what still runs, and the store with it.
            drop(runtime);
            tracing::info!("stopped");
            Ok(())
        }
        Some(Action::Check(wanted)) => check::run(&wanted),
        Some(Action::Import(wanted)) => import::run(&wanted),
        None => Meetpunt::command().print_help().map_err(|error| error.to_string()),
    }
}

async fn start(wanted: Serve) -> Result<(), String> {
    let listener = listen(SocketAddr::new(wanted.bind, wanted.port)).await?;
    let store = Store::open(&wanted.db).map_err(|error| error.to_string())?;
    let router = router(&Options { dist: Some(wanted.dist) }, store).map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // Whoever started us may not listen to what we print.
    let _ = writeln!(io::stdout(), "Meetpunt listens on http://{address}/");
    serve(listener, router, asked_to_stop()).await.map_err(|error| error.to_string())
}

async fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!(
                "{address} is in use: stop the other program, or choose another port with --port (0 takes a free one)"
            )
        }
        io::ErrorKind::PermissionDenied => {
            format!("{address} is not for this user: choose a port from 1024 up with --port")
        }
        io::ErrorKind::AddrNotAvailable => {
            format!("{address} is not an address of this machine: choose another with --bind")
        }
        _ => format!("cannot listen on {address}: {error}"),
    })
}

/// An IP address, `localhost`, or an IPv6 address in brackets as it stands in URLs.
fn address(text: &str) -> Result<IpAddr, String> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let bare = if bare == "localhost" { "127.0.0.1" } else { bare };
    bare.parse().map_err(|_| "write an IP address, such as 127.0.0.1 or 0.0.0.0".into())
}
