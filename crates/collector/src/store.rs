//! The answers on disk: one SQLite file, written by one thread, read by as many as ask.

mod backup;
mod file;
mod insert;
mod read;
mod schema;
mod verify;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use backup::backup;
pub use insert::Stored;
pub use read::{Filter, Pages};
pub use verify::{Found, verify};

use crate::clock;
use crate::error::Error;
use crate::event::Event;
use crate::metrics::Metrics;
use file::File;
use tokio::sync::watch;
use writer::Writer;

/// The answers on disk. A clone is another handle on the same file; the last one closes it, with nothing left unwritten.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    metrics: Arc<Metrics>,
    writer: Writer,
    /// How many events were stored since the file was opened.
    news: watch::Sender<u64>,
}

impl Store {
    /// Opens the file, or makes it, readable by its owner only. Blocks.
    ///
    /// # Errors
    ///
    /// [`Error::is_database`]: the folder is missing, the file is another program's, damaged, read-only, locked, or was
    /// written by a newer version. The text says what to do.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let file = File::open(path)?;
        let metrics = Arc::new(Metrics::new());
        let writer = Writer::start(file, Arc::clone(&metrics))?;
        Ok(Self(Arc::new(Inner { path: path.to_owned(), metrics, writer, news: watch::Sender::new(0) })))
    }

    /// Stores events, and returns when they are synced to disk: all of them or none.
    ///
    /// # Errors
    ///
    /// [`Error::is_unavailable`]: too many wait, or the file cannot be written now. Repeating is harmless.
    pub async fn add(&self, events: Vec<Event>) -> Result<Stored, Error> {
        let stored = self.0.writer.add(events, clock::now()).await?;
        if stored.stored > 0 {
            self.0.news.send_modify(|count| *count += u64::from(stored.stored));
        }
        Ok(stored)
    }

    /// Whether events could be stored now, tried by a write that changes nothing.
    ///
    /// # Errors
    ///
    /// As [`Store::add`].
    pub async fn check(&self) -> Result<(), Error> {
        self.0.writer.check().await
    }

    /// How many events were stored since the file was opened; changes with each commit.
    pub(crate) fn news(&self) -> watch::Receiver<u64> {
        self.0.news.subscribe()
    }

    /// The events that `filter` lets through, in the order in which they came, as they are at this moment. Blocks, here
    /// and at each page.
    ///
    /// # Errors
    ///
    /// [`Error::is_unavailable`] when the file cannot be read now.
    pub fn pages(&self, filter: Filter) -> Result<Pages, Error> {
        Pages::open(&self.0.path, filter)
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }
}
