//! The file itself: opened, watched, closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::schema;
use crate::error::{Error, Kind};

/// How long another program may hold the file before we give up waiting.
const PATIENCE: Duration = Duration::from_secs(2);

/// The file with its one writing connection. A connection that failed is closed, and opened again when next needed: the
/// disk may have space again, the file may have been put back.
#[derive(Debug)]
pub(super) struct File {
    path: PathBuf,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    connection: Connection,
    identity: Option<Identity>,
}

impl File {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_owned(), open: Some(open(path)?) })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The connection, opened again if it failed before or if somebody moved the file away. A commit into a file that
    /// has no name any more would succeed and be lost.
    pub(super) fn connection(&mut self) -> Result<&mut Connection, Error> {
        if self.open.as_ref().is_some_and(|open| open.identity != identity(&self.path)) {
            self.leave()?;
        }
        let open = match self.open.take() {
            Some(open) => open,
            None => open(&self.path)?,
        };
        Ok(&mut self.open.insert(open).connection)
    }

    /// Closes a file that was moved away. What its log still holds goes into it first: left where it is, the log would
    /// be taken for the log of the file that stands in its place now.
    /// <https://www.sqlite.org/howtocorrupt.html#unlinking_or_renaming_a_database_file_while_in_use>
    fn leave(&mut self) -> Result<(), Error> {
        tracing::warn!(db = %self.path.display(), "the database file was moved away or replaced, opening it anew");
        if let Some(open) = &self.open {
            empty_log(&open.connection).map_err(|error| unavailable(&error))?;
        }
        self.open = None;
        Ok(())
    }

    /// Drops the connection after an error.
    pub(super) fn give_up(&mut self) {
        self.open = None;
    }

    /// Moves what is in the write-ahead log into the file, so that one file is all there is to copy.
    pub(super) fn close(self) {
        if let Some(open) = self.open {
            // Closing does the same where this fails, and the next start where closing fails.
            let _ = empty_log(&open.connection);
        }
    }
}

/// Moves all of the write-ahead log into the file.
fn empty_log(connection: &Connection) -> rusqlite::Result<()> {
    let busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
    if busy {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        return Err(rusqlite::Error::SqliteFailure(code, Some("somebody still reads the log".into())));
    }
    Ok(())
}

/// A connection that only reads.
pub(super) fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// The same for a file that must be ours and of a version known here.
pub(super) fn open_ours(path: &Path) -> Result<Connection, Error> {
    let connection = open_to_read(path).map_err(|error| unusable(path, &error))?;
    schema::recognise(&connection, path)?;
    Ok(connection)
}

fn open(path: &Path) -> Result<Open, Error> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(Error::database(path, format!("there is no folder {}: make it first", folder.display())));
    }
    make_private(path);
    let unusable = |error| unusable(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(unusable)?;
    connection.busy_timeout(PATIENCE).map_err(unusable)?;
    schema::recognise(&connection, path)?;
    configure(&connection).map_err(unusable)?;
    schema::migrate(&mut connection).map_err(unusable)?;
    Ok(Open { connection, identity: identity(path) })
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A commit returns when the log is synced: https://www.sqlite.org/pragma.html#pragma_synchronous
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS a plain fsync leaves the data in the drive's cache; elsewhere this does nothing.
    connection.pragma_update(None, "fullfsync", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    // After a burst the log shrinks to this many bytes again.
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)
}

/// What is wrong with the file, in words for whoever starts the collector.
pub(super) fn unusable(path: &Path, error: &rusqlite::Error) -> Error {
    let reason = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "is not a database: choose another file with --db".into(),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "cannot be written: make the file and its folder writable for this user, or choose another with --db".into()
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "is locked by another program: close that, or choose another file with --db".into()
        }
        Some(ErrorCode::CannotOpen) => {
            "cannot be opened: check that it is a file and that this user may read and write it and its folder".into()
        }
        Some(ErrorCode::DiskFull) => "the disk is full: make space, or choose a file on another disk with --db".into(),
        Some(ErrorCode::DatabaseCorrupt) => "is damaged: put back a copy, or choose another file with --db".into(),
        _ => format!("cannot be used: {error}"),
    };
    Error::database(path, reason)
}

/// The same for a file that was fine before, as an error that passes.
pub(super) fn unavailable(error: &rusqlite::Error) -> Error {
    Kind::Unavailable(error.to_string()).into()
}

/// Makes an absent file with access for its owner only: answers are personal. Where that fails, opening says why.
pub(super) fn make_private(path: &Path) {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// What tells one file from another under the same name; `None` when there is none.
#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Elsewhere an open file cannot be moved away, or it cannot be told.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<Identity> {
    Some(())
}
