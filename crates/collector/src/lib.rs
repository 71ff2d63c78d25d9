//! The collector of Meetpunt: serves the release folder and the preview, accepts answers, stores them, gives them back.
//!
//! ```text
//! POST /collect   rate -> body -> format -> event (fields and class checked) -> store: one writer, one synced commit a group -> 202
//! GET  /events    store -> lines of JSON, for this machine or with a token
//! GET  /metrics   figures for Prometheus, for the same
//! GET  /healthz   whether the store can write now
//! GET  /…         the files of the release folder
//! ```
//!
//! Three promises: a 202 is given only when the answer is synced to disk; equal `source` and `id` are stored once; of a
//! submission the highest `sequence` is read, in whatever order they came.
//!
//! ```no_run
//! use meetpunt_collector::{Options, Store, router, serve};
//!
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! let address = listener.local_addr()?;
//! let router = router(&Options::default(), Store::open("meetpunt.db")?)?;
//! let server = tokio::spawn(serve(listener, router, std::future::pending()));
//! println!("http://{address}/collect");
//! # server.await??;
//! # Ok(())
//! # }
//! ```

mod answer;
mod assets;
mod body;
mod class;
mod clock;
mod collect;
mod cors;
mod error;
mod event;
mod events;
pub mod export;
mod field;
mod form;
mod format;
mod health;
mod json;
mod live;
mod local;
mod metrics;
mod options;
mod rate;
mod refusals;
mod router;
mod serve;
mod shutdown;
mod store;
mod token;

pub use error::Error;
pub use event::Event;
pub use options::Options;
pub use rate::Rate;
pub use router::router;
pub use serve::serve;
pub use shutdown::asked_to_stop;
pub use store::{Filter, Found, Pages, Store, Stored, backup, verify};
pub use token::ReadToken;
