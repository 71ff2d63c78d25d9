//! `cargo xtask tidy`: what the compiler cannot see. Names in documents exist, figures are true, sources keep the rules.

mod documents;
mod examples;
mod faults;
mod figures;
mod languages;
mod rooms;
mod samples;
mod schema;
mod sources;
mod tokens;

use crate::{Command, files, paths};
use anyhow::{Result, bail};
use std::fmt;
use std::path::Path;

pub const COMMAND: Command = Command {
    name: "tidy",
    usage: "",
    about: "check that documents, figures, languages and sources keep what they promise",
    run: |args| {
        args.finish()?;
        run()
    },
};

/// A thing to mend.
#[derive(Debug, PartialEq, Eq)]
struct Problem {
    file: String,
    /// From 1 on; 0 where the whole file is meant.
    line: usize,
    what: String,
}

impl Problem {
    /// A problem in a line, counted from 0 on.
    fn at(file: &str, index: usize, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: index + 1, what: what.into() }
    }

    /// A problem of a whole file.
    fn of(file: &str, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: 0, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.what),
            line => write!(f, "{}:{line}: {}", self.file, self.what),
        }
    }
}

/// The repository as it lies on disk.
struct Tree {
    /// Every file that is not a product of a build, from the top folder on, with `/`.
    files: Vec<String>,
}

impl Tree {
    fn read() -> Result<Self> {
        Ok(Self { files: files::walk(paths::root())?.iter().map(|file| files::shown(file)).collect() })
    }

    /// The files in a folder and below whose names end in one of `extensions`.
    fn within(&self, folder: &str, extensions: &[&str]) -> impl Iterator<Item = &str> {
        let files = self.files.iter().map(String::as_str).filter(move |file| file.starts_with(folder));
        files.filter(move |file| {
            Path::new(file).extension().is_some_and(|end| extensions.iter().any(|other| end == *other))
        })
    }

    /// The text of a file.
    fn text(&self, file: &str) -> Result<String> {
        files::read_text(&paths::root().join(file))
    }
}

fn run() -> Result<()> {
    let tree = Tree::read()?;
    let checks = [
        documents::check,
        examples::check,
        faults::check,
        figures::check,
        languages::check,
        rooms::check,
        samples::check,
        schema::check,
        sources::check,
        tokens::check,
    ];
    let mut problems = Vec::new();
    for check in checks {
        problems.extend(check(&tree)?);
    }
    problems.iter().for_each(|problem| println!("{problem}"));
    match problems.len() {
        0 => Ok(()),
        1 => bail!("one thing to mend; it stands above"),
        many => bail!("{many} things to mend; they stand above"),
    }
}
