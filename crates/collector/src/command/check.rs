//! `meetpunt check`: what is wrong in site files, and where.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use meetpunt_core::site::{self, Severity};

/// Which files to look at.
#[derive(Debug, Args)]
pub struct Check {
    /// Site files, and style sheets (.css), whose colours are looked at; - is a site file on standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Check {
    /// Prints what is found, one line each, the file first. The error says how much there is to mend.
    pub fn run(self) -> Result<(), String> {
        let (mut errors, mut warnings) = (0, 0);
        let mut out = io::stdout().lock();
        for file in &self.files {
            let text = read(file)?;
            let is_sheet = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("css"));
            for finding in if is_sheet { site::check_colours(&text) } else { site::check(&text) } {
                match finding.severity {
                    Severity::Error => errors += 1,
                    Severity::Warning => warnings += 1,
                }
                // Whoever started us may not listen to what we print.
                let _ = writeln!(out, "{}:{finding}", file.display());
            }
        }
        if errors == 0 {
            return Ok(());
        }
        Err(format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")))
    }
}

/// The text of a file, or of standard input.
pub fn read(file: &Path) -> Result<String, String> {
    if file == Path::new("-") {
        let mut text = String::new();
        let read = io::stdin().read_to_string(&mut text);
        return read.map(|_| text).map_err(|error| format!("standard input cannot be read: {error}"));
    }
    let text = fs::read_to_string(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!("there is no file {}", file.display()),
        io::ErrorKind::InvalidData => format!("{} is not UTF-8: save it as such", file.display()),
        _ => format!("{} cannot be read: {error}", file.display()),
    })?;
    // Some editors begin a file with a mark that browsers pass over.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn counted(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
