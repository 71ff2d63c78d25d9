//! `meetpunt export`.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use meetpunt_collector::{Filter, Pages, export};

use super::Database;

#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    database: Database,
    /// A table for spreadsheets, or every event as it came
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// Only this survey
    #[arg(long)]
    survey: Option<String>,
    /// Every state of an answer, not only the last
    #[arg(long)]
    all: bool,
    /// File to write, which must not be there yet; else standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One row an answer, one column a field; no cell is a formula
    Csv,
    /// One JSON object a line, as /events gives them
    Ndjson,
}

impl Export {
    pub fn run(self) -> Result<(), String> {
        let filter = Filter { survey: self.survey, all: self.all, ..Filter::default() };
        let pages = Pages::of_file(&self.database.db, filter).map_err(|error| error.to_string())?;
        let write = match self.format {
            Format::Csv => export::csv,
            Format::Ndjson => export::ndjson,
        };
        match &self.out {
            Some(path) => {
                let mut file = BufWriter::new(create(path)?);
                write(pages, &mut file).map_err(|error| format!("{}: {error}", path.display()))
            }
            None => match write(pages, &mut io::stdout().lock()) {
                // Whoever reads has seen enough, as `head` has.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                other => other.map_err(|error| error.to_string()),
            },
        }
    }
}

/// A new file, for its owner only: answers are personal.
fn create(path: &Path) -> Result<impl Write, String> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => format!("{} is there already: choose another with --out", path.display()),
        _ => format!("{} cannot be made: {error}", path.display()),
    })
}
