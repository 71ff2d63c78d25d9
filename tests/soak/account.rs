//! What was promised to the visitor, and what the collector holds.

use crate::harness::collector::Collector;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The count at the end.
pub struct Account {
    /// Answers for which the visitor was thanked.
    pub acknowledged: usize,
    /// Answers at the collector, thanked for or not.
    pub delivered: usize,
    /// Answers that the collector counts more than once.
    pub duplicated: usize,
    /// Answers thanked for that are not there in the state that was thanked for.
    pub lost: Vec<String>,
    /// Requests, repetitions included.
    pub copies: usize,
}

impl Account {
    /// Compares; `thanked` holds the ids of events for which thanks were shown.
    pub fn of(collector: &Collector, thanked: &BTreeSet<String>) -> Self {
        let latest = collector.delivered();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for event in &latest {
            *counts.entry(text(&event["data"]["submission"])).or_default() += 1;
        }
        let held: BTreeSet<String> = latest.iter().map(|event| text(&event["id"])).collect();
        Self {
            acknowledged: thanked.len(),
            delivered: counts.len(),
            duplicated: counts.values().filter(|count| **count > 1).count(),
            lost: thanked.difference(&held).cloned().collect(),
            copies: collector.posts().len(),
        }
    }

    /// Nothing lost, nothing twice.
    pub fn is_right(&self) -> bool {
        self.lost.is_empty() && self.duplicated == 0
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { acknowledged, delivered, duplicated, lost, copies } = self;
        write!(
            f,
            "acknowledged {acknowledged}, delivered {delivered}, duplicated {duplicated}, lost {}; {copies} requests",
            lost.len()
        )
    }
}
