//! The one thread that writes. What waits is committed as one group, so that one sync to disk serves many answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use rusqlite::{Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::file::{self, File};
use super::insert::{self, Stored};
use super::schema;
use crate::error::{Error, Kind};
use crate::event::Event;
use crate::metrics::Metrics;

/// Requests that may wait, and that one group may have.
const WAITING: usize = 1_024;

/// Bytes of events that may wait.
const WAITING_BYTES: usize = 16 * 1024 * 1024;

/// The thread, and the queue to it.
#[derive(Debug)]
pub(super) struct Writer {
    queue: Option<SyncSender<Job>>,
    waiting_bytes: Arc<AtomicUsize>,
    metrics: Arc<Metrics>,
    thread: Option<JoinHandle<()>>,
}

/// One request: nothing to insert means a check.
#[derive(Debug)]
struct Job {
    events: Vec<Event>,
    received: u64,
    bytes: usize,
    answer: oneshot::Sender<Result<Stored, Error>>,
}

impl Writer {
    pub(super) fn start(file: File, metrics: Arc<Metrics>) -> Result<Self, Error> {
        let (queue, jobs) = sync_channel(WAITING);
        let waiting_bytes = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&waiting_bytes);
        let measured = Arc::clone(&metrics);
        let thread = thread::Builder::new()
            .name("store".into())
            .spawn(move || run(file, &jobs, &counted, &measured))
            .map_err(|error| Kind::Unavailable(format!("no thread to write: {error}")))?;
        Ok(Self { queue: Some(queue), waiting_bytes, metrics, thread: Some(thread) })
    }

    pub(super) async fn add(&self, events: Vec<Event>, received: u64) -> Result<Stored, Error> {
        if events.is_empty() {
            return Ok(Stored::default());
        }
        self.send(events, received).await
    }

    pub(super) async fn check(&self) -> Result<(), Error> {
        self.send(Vec::new(), 0).await.map(drop)
    }

    async fn send(&self, events: Vec<Event>, received: u64) -> Result<Stored, Error> {
        let bytes = events.iter().map(|event| event.body.len()).sum();
        let before = self.waiting_bytes.fetch_add(bytes, Ordering::Relaxed);
        let (answer, answered) = oneshot::channel();
        let job = Job { events, received, bytes, answer };
        let queue = self.queue.as_ref().filter(|_| before + bytes <= WAITING_BYTES);
        self.metrics.waits();
        if queue.is_none_or(|queue| queue.try_send(job).is_err()) {
            self.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
            self.metrics.waited(1);
            return Err(Kind::Busy.into());
        }
        answered.await.unwrap_or_else(|_| Err(Kind::Unavailable("the writing thread is gone".into()).into()))
    }
}

impl Drop for Writer {
    /// Waits until what was queued is on disk.
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(mut file: File, jobs: &Receiver<Job>, waiting_bytes: &AtomicUsize, metrics: &Metrics) {
    let mut failing = false;
    while let Ok(first) = jobs.recv() {
        let group: Vec<Job> = std::iter::once(first).chain(jobs.try_iter().take(WAITING - 1)).collect();
        let start = Instant::now();
        let outcome = commit(&mut file, &group);
        metrics.waited(group.len());
        match &outcome {
            Ok(outcomes) => metrics.committed(start.elapsed(), outcomes),
            Err(_) => metrics.failed(),
        }
        report(&mut failing, outcome.as_ref().err());
        let mut outcomes = match outcome {
            Ok(stored) => stored.into_iter().map(Ok).collect(),
            Err(error) => {
                file.give_up();
                let reason = reason(&error);
                group.iter().map(|_| Err(Kind::Unavailable(reason.clone()).into())).collect::<Vec<_>>()
            }
        }
        .into_iter();
        for job in group {
            waiting_bytes.fetch_sub(job.bytes, Ordering::Relaxed);
            if let Some(outcome) = outcomes.next() {
                // Nobody waits any more when the sender went away; its retry will be a duplicate.
                let _ = job.answer.send(outcome);
            }
        }
    }
    file.close();
}

/// Writes a group in one transaction, and returns when it is synced. One outcome for each job, in order.
fn commit(file: &mut File, group: &[Job]) -> Result<Vec<Stored>, Error> {
    let path = file.path().to_owned();
    let unavailable = |error| file::unavailable(&error);
    let transaction = Transaction::new(file.connection()?, TransactionBehavior::Immediate).map_err(unavailable)?;
    // A newer version may have taken the file over while this one runs.
    schema::recognise(&transaction, &path)?;
    write(transaction, group).map_err(unavailable)
}

fn write(transaction: Transaction<'_>, group: &[Job]) -> rusqlite::Result<Vec<Stored>> {
    let mut outcomes = Vec::with_capacity(group.len());
    for job in group {
        if job.events.is_empty() {
            schema::touch(&transaction)?;
        }
        outcomes.push(insert::insert(&transaction, &job.events, job.received)?);
    }
    transaction.commit()?;
    Ok(outcomes)
}

/// Says once that writing fails, and once that it works again.
fn report(failing: &mut bool, error: Option<&Error>) {
    match error {
        Some(error) if !*failing => {
            tracing::error!(reason = reason(error), "answers cannot be stored, senders are asked to repeat");
        }
        None if *failing => tracing::info!("answers are stored again"),
        _ => {}
    }
    *failing = error.is_some();
}

fn reason(error: &Error) -> String {
    match error.kind() {
        Kind::Unavailable(reason) => reason.clone(),
        _ => error.to_string(),
    }
}
