//! What the tables look like, and how a file of an older version becomes one of this version.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::Error;

/// Marks the file as ours: `Mtpt` in ASCII. See <https://www.sqlite.org/pragma.html#pragma_application_id>.
const APPLICATION: i32 = 0x4d74_7074;

/// One step for each version; `user_version` counts those that a file has taken. Steps are only ever added.
const STEPS: &[&str] = &["
    CREATE TABLE events (
        row         INTEGER PRIMARY KEY,  -- the order in which they came
        received    INTEGER NOT NULL,     -- milliseconds since 1970
        source      TEXT NOT NULL,
        id          TEXT NOT NULL,
        type        TEXT NOT NULL,
        submission  TEXT,
        sequence    INTEGER NOT NULL,
        survey      TEXT,
        body        TEXT NOT NULL,        -- the CloudEvent as JSON
        claimed     TEXT,                 -- what was replaced because it did not fit the score, as JSON
        conflicts   INTEGER NOT NULL DEFAULT 0,  -- how often the same source and id came with another body
        UNIQUE (source, id)
    ) STRICT;
    CREATE INDEX events_by_submission ON events (submission, source, type, sequence);
    CREATE INDEX events_by_survey ON events (survey);
"];

/// Refuses a file that is not ours or that a newer version wrote. Changes nothing.
///
/// # Errors
///
/// Says which of the two, and what to do.
pub(super) fn recognise(connection: &Connection, path: &Path) -> Result<(), Error> {
    let unreadable = |error| super::file::unusable(path, &error);
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)).map_err(unreadable);
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables = connection
        .query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get::<_, i64>(0))
        .map_err(unreadable)?;
    if application != APPLICATION && (application != 0 || version != 0 || tables != 0) {
        return Err(Error::database(path, "is a database of another program: choose another file with --db"));
    }
    let known = STEPS.len();
    if usize::try_from(version).is_ok_and(|version| version <= known) {
        return Ok(());
    }
    Err(Error::database(
        path,
        format!(
            "was written by a newer version of meetpunt (schema {version}, this one knows up to {known}): start that \
             version, or choose another file with --db"
        ),
    ))
}

/// Takes the steps that the file lacks, all in one transaction. It also writes when there are none: a file that cannot
/// be written is to be found out at the start.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = Transaction::new(connection, TransactionBehavior::Immediate)?;
    // Read again under the lock: another process may have taken them meanwhile.
    let taken = transaction.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0))?;
    let taken = usize::try_from(taken).unwrap_or(0);
    for step in STEPS.iter().skip(taken) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    mark(&transaction, taken.max(STEPS.len()))?;
    transaction.commit()
}

/// Writes the version that the file already has: a change of nothing that goes all the way to the disk.
pub(super) fn touch(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    mark(transaction, STEPS.len())
}

fn mark(transaction: &Transaction<'_>, version: usize) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "user_version", i64::try_from(version).unwrap_or(i64::MAX))
}
