//! Whether the database is what it was written as.

use std::path::Path;

use rusqlite::{Connection, Row};
use serde_json::Value;

use super::file;
use crate::error::Error;
use crate::event::Event;

/// So many problems are told one by one.
const TOLD: usize = 20;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Events that are stored.
    pub events: u64,
    /// Submissions that they are of.
    pub submissions: u64,
    /// How many problems there are.
    pub count: u64,
    /// The first twenty of them, a line each. No text of a visitor is in them.
    pub problems: Vec<String>,
}

impl Found {
    fn problem(&mut self, problem: String) {
        self.count += 1;
        if self.problems.len() < TOLD {
            self.problems.push(problem);
        }
    }
}

/// Checks the database at `path`, also while it is in use: its pages and indexes, that each event is one, has the id and survey
/// by which it is found, and a class that fits its score.
///
/// # Errors
///
/// The file is none of ours or cannot be read at all.
pub fn verify(path: &Path) -> Result<Found, Error> {
    let connection = file::open_ours(path)?;
    let mut found = Found::default();
    check(&connection, &mut found).map_err(|error| file::unusable(path, &error))?;
    Ok(found)
}

fn check(connection: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    connection.pragma_query(None, "integrity_check", |row| {
        let line: String = row.get(0)?;
        if line != "ok" {
            found.problem(format!("file: {line}"));
        }
        Ok(())
    })?;
    let mut statement = connection.prepare("SELECT * FROM events ORDER BY row")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        found.events += 1;
        if let Err(problem) = check_row(row)? {
            found.problem(format!("event {}: {problem}", row.get::<_, i64>("row")?));
        }
    }
    let submissions = "SELECT count(*) FROM (SELECT DISTINCT source, submission FROM events)";
    found.submissions =
        connection.query_row(submissions, (), |row| row.get::<_, i64>(0))?.try_into().unwrap_or_default();
    Ok(())
}

fn check_row(row: &Row<'_>) -> rusqlite::Result<Result<(), String>> {
    let body: String = row.get("body")?;
    let claimed: Option<String> = row.get("claimed")?;
    if claimed.is_some_and(|claimed| !serde_json::from_str::<Value>(&claimed).is_ok_and(|claimed| claimed.is_object()))
    {
        return Ok(Err("what was claimed is no JSON object".into()));
    }
    let event = match serde_json::from_str(&body) {
        Ok(value) => match Event::from_cloud_event(value) {
            Ok(event) => event,
            Err(error) => return Ok(Err(error.to_string())),
        },
        Err(error) => return Ok(Err(format!("the body is not JSON: {error}"))),
    };
    if event.claimed.is_some() {
        return Ok(Err("the class does not fit the score".into()));
    }
    let Event { source, id, kind, submission, sequence, survey, .. } = event;
    let same = [
        ("source", row.get::<_, String>("source")? == source),
        ("id", row.get::<_, String>("id")? == id),
        ("type", row.get::<_, String>("type")? == kind),
        ("submission", row.get::<_, Option<String>>("submission")? == submission),
        ("sequence", row.get::<_, u32>("sequence")? == sequence),
        ("survey", row.get::<_, Option<String>>("survey")? == survey),
    ];
    Ok(match same.into_iter().find(|(_, same)| !same) {
        Some((name, _)) => Err(format!("it is kept under another {name} than its own")),
        None => Ok(()),
    })
}
