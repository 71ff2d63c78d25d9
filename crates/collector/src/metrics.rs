//! Figures for Prometheus: how many requests and events, how long a commit takes, what waits. No survey, no address.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

use crate::store::{Store, Stored};

type Labels = [(&'static str, String); 1];

/// The figures of one process, from its start on.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    events: Family<Labels, Counter>,
    commits: Histogram,
    failures: Counter,
    waiting: Gauge,
    bytes: Gauge<u64, AtomicU64>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("meetpunt");
        let metrics = Self {
            requests: Family::default(),
            events: Family::default(),
            // From half a millisecond to 16 seconds.
            commits: Histogram::new(exponential_buckets(0.0005, 2.0, 16)),
            failures: Counter::default(),
            waiting: Gauge::default(),
            bytes: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register(
            "requests",
            "Posts to /collect by the status they were answered with",
            metrics.requests.clone(),
        );
        registry.register(
            "events",
            "Events accepted: stored, duplicate, or conflict (a duplicate with another body)",
            metrics.events.clone(),
        );
        registry.register_with_unit("commit", "Time of a synced commit", Unit::Seconds, metrics.commits.clone());
        registry.register(
            "commit_failures",
            "Commits that failed; their senders were asked to repeat",
            metrics.failures.clone(),
        );
        registry.register("waiting_requests", "Requests that wait for the disk", metrics.waiting.clone());
        registry.register_with_unit(
            "database",
            "Size of the database file with its log",
            Unit::Bytes,
            metrics.bytes.clone(),
        );
        Self { registry, ..metrics }
    }

    pub(crate) fn answered(&self, status: StatusCode) {
        self.requests.get_or_create(&[("status", status.as_str().to_owned())]).inc();
    }

    /// Counts what a commit did.
    pub(crate) fn committed(&self, time: Duration, outcomes: &[Stored]) {
        self.commits.observe(time.as_secs_f64());
        for (outcome, count) in [
            ("stored", sum(outcomes, |stored| stored.stored)),
            ("duplicate", sum(outcomes, |stored| stored.duplicates)),
            ("conflict", sum(outcomes, |stored| stored.conflicts)),
        ] {
            self.events.get_or_create(&[("outcome", outcome.to_owned())]).inc_by(count);
        }
    }

    pub(crate) fn failed(&self) {
        self.failures.inc();
    }

    pub(crate) fn waits(&self) {
        self.waiting.inc();
    }

    pub(crate) fn waited(&self, requests: usize) {
        self.waiting.dec_by(i64::try_from(requests).unwrap_or(i64::MAX));
    }

    /// All figures as text.
    fn text(&self, db: &Path) -> String {
        let log = db.as_os_str().to_owned().into_string().map(|db| db + "-wal").unwrap_or_default();
        let size = |path: &Path| fs::metadata(path).map_or(0, |metadata| metadata.len());
        self.bytes.set(size(db) + size(Path::new(&log)));
        let mut text = String::new();
        // Writing to a text does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

fn sum(outcomes: &[Stored], of: fn(&Stored) -> u32) -> u64 {
    outcomes.iter().map(|stored| u64::from(of(stored))).sum()
}

/// `GET /metrics`: the figures in the text format of Prometheus and OpenMetrics.
pub(crate) async fn metrics(State(store): State<Store>) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, store.metrics().text(store.path()))
}
