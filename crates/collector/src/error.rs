use std::fmt;
use std::path::{Path, PathBuf};

/// Why a request was refused, or why the collector cannot start. The text says what was found and what to do about it.
#[derive(Debug)]
pub struct Error(Box<Kind>);

/// The kinds, for the answers over HTTP.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The body as a whole cannot be read.
    Body(String),
    /// One field of an event is missing or wrong; `path` is its name from the event's root.
    Field { path: String, reason: String },
    /// The query of a reading address is wrong.
    Query(String),
    /// No format that this collector reads.
    MediaType(String),
    /// The body is longer than `limit` bytes.
    TooLarge { limit: usize },
    /// The body did not arrive in time.
    Slow,
    /// More from one address than the limit.
    TooMany { seconds: u64 },
    /// Another method than the address takes.
    Method,
    /// Reading from another machine, or through another name than this machine's own.
    NotLocal,
    /// Reading from another machine without the token that there is.
    NoToken,
    /// More answers wait for the disk than fit in memory.
    Busy,
    /// The database cannot be written or read now. The text is for the log, not for the sender.
    Unavailable(String),
    /// The database file cannot be used as it is.
    Database { path: PathBuf, reason: String },
    /// The release folder cannot be served.
    Dist { path: PathBuf, reason: String },
}

impl Error {
    pub(crate) fn field(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Kind::Field { path: path.into(), reason: reason.into() }.into()
    }

    pub(crate) fn database(path: &Path, reason: impl Into<String>) -> Self {
        Kind::Database { path: path.to_owned(), reason: reason.into() }.into()
    }

    pub(crate) fn dist(path: &Path, reason: impl Into<String>) -> Self {
        Kind::Dist { path: path.to_owned(), reason: reason.into() }.into()
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.0
    }

    /// The same error with the field's name continued to the left: `survey` becomes `[2].survey`.
    pub(crate) fn within(self, outer: &str) -> Self {
        match *self.0 {
            Kind::Field { path, reason } => Self::field(format!("{outer}{path}"), reason),
            Kind::Body(reason) => Self::field(outer.trim_end_matches('.'), reason),
            other => other.into(),
        }
    }

    /// The store could not take or give answers now, and may again soon: the sender should repeat.
    pub fn is_unavailable(&self) -> bool {
        matches!(*self.0, Kind::Busy | Kind::Unavailable(_))
    }

    /// The database file cannot be used as it is: another program's, a newer version's, read-only, damaged.
    pub fn is_database(&self) -> bool {
        matches!(*self.0, Kind::Database { .. })
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Body(reason) => f.write_str(reason),
            Kind::Field { path, reason } => write!(f, "{path}: {reason}"),
            Kind::Query(reason) => f.write_str(reason),
            Kind::MediaType(found) => write!(
                f,
                "{found}: send application/cloudevents+json, application/cloudevents-batch+json, application/json, \
                 text/plain or application/x-www-form-urlencoded, in UTF-8 and without content encoding"
            ),
            Kind::TooLarge { limit } => write!(f, "the body is longer than {limit} bytes: send fewer events at once"),
            Kind::Slow => f.write_str("the body did not arrive in time: send it again"),
            Kind::TooMany { seconds } => {
                write!(f, "too many answers from one address: send it again in {seconds} s")
            }
            Kind::NoToken => f.write_str(
                "other machines read with a token: send the one of --read-token as \"Authorization: Bearer …\"",
            ),
            Kind::Method => f.write_str("this address does not take that method: see the Allow header"),
            Kind::NotLocal => f.write_str(
                "answers are read on the machine that stores them only: open this page there, as localhost or 127.0.0.1",
            ),
            Kind::Busy => f.write_str("too many answers wait to be stored: send it again later"),
            Kind::Unavailable(_) => f.write_str("the store cannot be used just now: send it again later"),
            Kind::Database { path, reason } | Kind::Dist { path, reason } => write!(f, "{}: {reason}", path.display()),
        }
    }
}

impl std::error::Error for Error {}
