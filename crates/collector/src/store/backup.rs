//! A copy of the database in one file, made while it is in use.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::file;
use crate::error::Error;

/// Copies the database at `from` as it is at this moment into the new file `to`, for its owner only, and says how many events
/// it holds. Writing goes on meanwhile. The copy appears under its name when it is whole and synced to disk.
///
/// # Errors
///
/// `from` is none of ours or cannot be read; `to` is there already or cannot be written.
pub fn backup(from: &Path, to: &Path) -> Result<u64, Error> {
    let connection = file::open_ours(from)?;
    let refused = |error: io::Error| Error::database(to, format!("cannot be written: {error}"));
    if to.symlink_metadata().is_ok() {
        return Err(Error::database(to, "is there already: choose another name"));
    }
    let part = beside(to);
    let _ = fs::remove_file(&part);
    file::make_private(&part);
    let name = part.to_str().ok_or_else(|| Error::database(to, "has a name that is no text: choose another"))?;
    let copied = connection
        .execute("VACUUM INTO ?1", [name])
        .map_err(|error| Error::database(to, format!("cannot be written: {error}")))
        .and_then(|_| {
            // A copy that is not on the disk yet is none.
            File::open(&part).and_then(|file| file.sync_all()).map_err(refused)?;
            let copy = file::open_ours(&part)?;
            let count = |sql| copy.query_row(sql, (), |row| row.get::<_, i64>(0));
            let events = count("SELECT count(*) FROM events").map_err(|error| file::unusable(&part, &error))?;
            // Unlike renaming, this never replaces a file that came meanwhile.
            fs::hard_link(&part, to).map_err(refused)?;
            Ok(u64::try_from(events).unwrap_or_default())
        });
    let _ = fs::remove_file(&part);
    if copied.is_ok() {
        // The name itself must be on disk, too; where folders cannot be synced, there is nothing to do.
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    copied
}

/// The name under which the copy grows.
fn beside(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".part");
    name.into()
}
