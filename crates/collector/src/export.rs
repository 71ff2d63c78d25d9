//! Answers for other programs.

mod cell;
mod columns;

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};
use serde_json::Value;

use crate::store::Pages;
use columns::Columns;

/// Writes one JSON object a line, as `GET /events` gives them.
///
/// # Errors
///
/// The database cannot be read, or `to` not be written.
pub fn ndjson(pages: Pages, to: &mut dyn Write) -> io::Result<()> {
    for page in pages {
        to.write_all(page.map_err(io::Error::other)?.as_bytes())?;
    }
    to.flush()
}

/// Writes a table as RFC 4180 has it, in UTF-8: a row for each event, a column for each field that any event has, named as in
/// the format `form`. Numbers are numbers; a text that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// Reads everything twice: the first time for the columns.
///
/// # Errors
///
/// The database cannot be read, or `to` not be written.
pub fn csv(mut pages: Pages, to: &mut dyn Write) -> io::Result<()> {
    let mut columns = Columns::new();
    for_each_line(&mut pages, |line| {
        columns.see(line);
        Ok(())
    })?;
    pages.begin_again();
    let mut writer =
        WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).terminator(Terminator::CRLF).from_writer(to);
    writer.write_record(columns.names().map(cell::safe))?;
    for_each_line(&mut pages, |line| Ok(writer.write_record(columns.cells(line))?))?;
    writer.flush()
}

/// Hands over each stored line: `received`, `event`, and where there are any `claimed` and `conflicts`.
fn for_each_line(pages: &mut Pages, mut each: impl FnMut(&Value) -> io::Result<()>) -> io::Result<()> {
    for page in pages {
        for line in page.map_err(io::Error::other)?.lines() {
            each(&serde_json::from_str(line)?)?;
        }
    }
    Ok(())
}
