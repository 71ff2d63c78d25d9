use rusqlite::{OptionalExtension as _, Transaction};
use serde::Serialize;
use serde_json::Value;

use crate::event::Event;

/// What became of the events of one request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stored {
    /// Events that were new.
    pub stored: u32,
    /// Events that were there already, by source and id.
    pub duplicates: u32,
    /// Those of the duplicates that came with another body; the first body was kept.
    pub conflicts: u32,
}

const INSERT: &str = "
    INSERT INTO events (received, source, id, type, submission, sequence, survey, body, claimed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT (source, id) DO NOTHING
";
const FIRST: &str = "SELECT body, claimed FROM events WHERE source = ?1 AND id = ?2";
const CONFLICT: &str = "UPDATE events SET conflicts = conflicts + 1 WHERE source = ?1 AND id = ?2";

/// Inserts events that are not there yet. `received` is in milliseconds since 1970.
pub(super) fn insert(transaction: &Transaction<'_>, events: &[Event], received: u64) -> rusqlite::Result<Stored> {
    let mut outcome = Stored::default();
    for event in events {
        let new = transaction.prepare_cached(INSERT)?.execute((
            i64::try_from(received).unwrap_or(i64::MAX),
            &event.source,
            &event.id,
            &event.kind,
            &event.submission,
            event.sequence,
            &event.survey,
            &event.body,
            &event.claimed,
        ))?;
        if new == 1 {
            outcome.stored += 1;
            continue;
        }
        outcome.duplicates += 1;
        let key = (&event.source, &event.id);
        let first =
            transaction.prepare_cached(FIRST)?.query_row(key, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if first.is_some_and(|first: (String, Option<String>)| !says_the_same(&first, event)) {
            outcome.conflicts += 1;
            transaction.prepare_cached(CONFLICT)?.execute(key)?;
        }
    }
    Ok(outcome)
}

/// A retry is byte-identical, but the same event may also come in another format, with its keys in another order.
fn says_the_same((body, claimed): &(String, Option<String>), event: &Event) -> bool {
    let parse = |text: &str| serde_json::from_str::<Value>(text).ok();
    *claimed == event.claimed && (*body == event.body || parse(body) == parse(&event.body))
}
