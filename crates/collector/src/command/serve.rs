//! `meetpunt serve`.

use std::io::{self, Write as _};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use meetpunt_collector::{Options, Rate, ReadToken, Store, asked_to_stop, router, serve};
use tokio::net::TcpListener;

#[derive(Debug, Args)]
pub struct Serve {
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
    /// Lets other machines read /events and /metrics when they send this secret, 16 characters or more
    #[arg(long, value_name = "TOKEN", env = "MEETPUNT_READ_TOKEN", hide_env_values = true)]
    read_token: Option<String>,
    /// Answers a minute that one address may send to one survey, twice as many at once; 0 is no limit
    #[arg(long, value_name = "ANSWERS", default_value_t = 30)]
    rate: u32,
    /// All requests come through a proxy of yours: count by the last address in X-Forwarded-For
    #[arg(long)]
    behind_proxy: bool,
    /// How the log on standard error is written
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

/// The shape of a line of the log.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Log {
    /// For people: a sentence and names with values
    Text,
    /// For programs: one JSON object
    Json,
}

impl Log {
    fn start(self) {
        let log = tracing_subscriber::fmt()
            .with_writer(io::stderr)
            .with_ansi(false)
            .with_target(false)
            .with_max_level(tracing::Level::INFO);
        match self {
            Self::Text => log.init(),
            Self::Json => log.json().flatten_event(true).with_current_span(false).with_span_list(false).init(),
        }
    }
}

impl Serve {
    pub fn run(self) -> Result<(), String> {
        self.log.start();
        let runtime = tokio::runtime::Runtime::new().map_err(|error| format!("cannot start: {error}"))?;
        runtime.block_on(start(self))?;
        // Ends what still runs, and the store with it.
        drop(runtime);
        tracing::info!("stopped");
        Ok(())
    }
}

async fn start(wanted: Serve) -> Result<(), String> {
    // Not left to the parser of arguments, which would repeat a wrong one.
    let read_token =
        wanted.read_token.map(ReadToken::new).transpose().map_err(|error| format!("--read-token: {error}"))?;
    let listener = listen(SocketAddr::new(wanted.bind, wanted.port)).await?;
    let store = Store::open(&wanted.db).map_err(|error| error.to_string())?;
    let options = Options {
        dist: Some(wanted.dist),
        read_token,
        rate: NonZeroU32::new(wanted.rate).map(Rate::per_minute),
        behind_proxy: wanted.behind_proxy,
    };
    let router = router(&options, store).map_err(|error| error.to_string())?;
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
