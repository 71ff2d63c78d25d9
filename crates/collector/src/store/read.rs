//! Reading back, page by page, so that ten million rows neither fill the memory nor hold up the writer.

use std::path::Path;

use meetpunt_core::time::rfc3339;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::file;
use crate::error::Error;

/// Which events to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those of this submission.
    pub submission: Option<String>,
    /// Only those of this survey.
    pub survey: Option<String>,
    /// Every sequence; else of each submission only the highest.
    pub all: bool,
}

/// A page ends after this many bytes or rows, whichever comes first.
const PAGE_BYTES: usize = 64 * 1024;
const PAGE_ROWS: usize = 1_000;

/// The events as text, a page at a time: one JSON object a line,
/// `{"received": "…", "event": {…}}`, with `claimed` where a class was corrected and `conflicts` where there were any.
///
/// What is stored after the first page was asked for does not show up in later ones.
#[derive(Debug)]
pub struct Pages {
    connection: Connection,
    query: String,
    values: Vec<Value>,
    /// The last row that was read; `None` when all were.
    after: Option<i64>,
}

impl Pages {
    pub(super) fn open(path: &Path, filter: Filter) -> Result<Self, Error> {
        let connection = file::open_to_read(path).map_err(|error| file::unavailable(&error))?;
        Self::of(connection, filter).map_err(|error| file::unavailable(&error))
    }

    /// The events of a file that no [`Store`](crate::Store) here has open; another process may. Nothing is written.
    ///
    /// # Errors
    ///
    /// The file is none of ours, of a newer version, or cannot be read.
    pub fn of_file(path: &Path, filter: Filter) -> Result<Self, Error> {
        Self::of(file::open_ours(path)?, filter).map_err(|error| file::unusable(path, &error))
    }

    fn of(connection: Connection, filter: Filter) -> rusqlite::Result<Self> {
        let last = connection.query_row("SELECT coalesce(max(row), 0) FROM events", (), |row| row.get(0))?;
        let (query, values) = select(filter, last);
        Ok(Self { connection, query, values, after: Some(0) })
    }

    /// Starts over, with the same events.
    pub(crate) fn begin_again(&mut self) {
        self.after = Some(0);
    }

    fn page(&mut self, after: i64) -> rusqlite::Result<String> {
        let mut statement = self.connection.prepare_cached(&self.query)?;
        let values = std::iter::once(&Value::Integer(after)).chain(&self.values).cloned().collect::<Vec<_>>();
        let mut rows = statement.query(params_from_iter(values))?;
        let mut page = String::new();
        let mut count = 0;
        self.after = None;
        while let Some(row) = rows.next()? {
            write_line(&mut page, row)?;
            count += 1;
            if page.len() >= PAGE_BYTES || count == PAGE_ROWS {
                self.after = Some(row.get("row")?);
                break;
            }
        }
        Ok(page)
    }
}

impl Iterator for Pages {
    type Item = Result<String, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let after = self.after?;
        match self.page(after) {
            Ok(page) if page.is_empty() => None,
            Ok(page) => Some(Ok(page)),
            Err(error) => {
                self.after = None;
                Some(Err(file::unavailable(&error)))
            }
        }
    }
}

/// The statement and its values from `?2` on; `?1` is the row after which to go on.
fn select(filter: Filter, last: i64) -> (String, Vec<Value>) {
    let mut query =
        "SELECT row, received, body, claimed, conflicts FROM events AS this WHERE row > ?1 AND row <= ?2".to_owned();
    let mut values = vec![Value::Integer(last)];
    for (column, wanted) in [("submission", filter.submission), ("survey", filter.survey)] {
        if let Some(wanted) = wanted {
            values.push(Value::Text(wanted));
            query += &format!(" AND {column} = ?{}", values.len() + 1);
        }
    }
    if !filter.all {
        // Of two with the same sequence the first stays, as of two with the same id.
        query += " AND NOT EXISTS (
            SELECT 1 FROM events AS other
            WHERE other.submission = this.submission AND other.source = this.source AND other.type = this.type
            AND other.row <= ?2 AND (
                other.sequence > this.sequence OR (other.sequence = this.sequence AND other.row < this.row)
            )
        )";
    }
    query += " ORDER BY row";
    (query, values)
}

fn write_line(page: &mut String, row: &Row<'_>) -> rusqlite::Result<()> {
    let received = u64::try_from(row.get::<_, i64>("received")?).unwrap_or(0);
    *page += "{\"received\":\"";
    *page += &rfc3339(received);
    *page += "\",\"event\":";
    *page += row.get_ref("body")?.as_str()?;
    if let Some(claimed) = row.get_ref("claimed")?.as_str_or_null()? {
        *page += ",\"claimed\":";
        *page += claimed;
    }
    let conflicts: i64 = row.get("conflicts")?;
    if conflicts > 0 {
        *page += &format!(",\"conflicts\":{conflicts}");
    }
    *page += "}\n";
    Ok(())
}
