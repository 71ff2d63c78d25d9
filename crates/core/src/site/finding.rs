//! Mistakes with their places.

use core::fmt;
use core::ops::Range;

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The widget corrects or refuses it.
    Error,
    /// It works, and should be thought about.
    Warning,
}

/// A mistake. As text: `3:17: error: surveys[0].display: found "drawer"; write one of: inline, popover`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// From 1 on.
    pub line: usize,
    /// In characters, from 1 on.
    pub column: usize,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is, what was found, and what to write.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, severity, message } = self;
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(formatter, "{line}:{column}: {severity}: {message}")
    }
}

/// The mistakes found so far in a text.
pub(super) struct Findings<'a> {
    text: &'a str,
    found: Vec<Finding>,
    /// The bytes that something was found at.
    bytes: Vec<usize>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new(), bytes: Vec::new() }
    }

    /// Notes an error at a byte of the text.
    pub(super) fn error(&mut self, byte: usize, message: impl Into<String>) {
        self.add(byte, Severity::Error, message.into());
    }

    /// Notes a warning at a byte of the text.
    pub(super) fn warning(&mut self, byte: usize, message: impl Into<String>) {
        self.add(byte, Severity::Warning, message.into());
    }

    /// Notes an error where another parser found one.
    pub(super) fn error_at(&mut self, line: usize, column: usize, message: String) {
        self.found.push(Finding { line: line.max(1), column: column.max(1), severity: Severity::Error, message });
    }

    /// Whether something was found between these bytes.
    pub(super) fn is_noted(&self, bytes: Range<usize>) -> bool {
        self.bytes.iter().any(|byte| bytes.contains(byte))
    }

    /// What was found, from the top of the text to its end. A mistake in `defaults` is told once, not for each survey.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|found| (found.line, found.column));
        self.found.dedup();
        self.found
    }

    fn add(&mut self, byte: usize, severity: Severity, message: String) {
        let (line, column) = self.place(byte);
        let finding = Finding { line, column, severity, message };
        self.bytes.push(byte);
        if !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }

    fn place(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}
