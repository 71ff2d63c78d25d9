use std::path::PathBuf;

/// What the HTTP side serves beside the answers.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The release folder (`dist/`), served at `/`. `None`: answers are collected and nothing else is served.
    pub dist: Option<PathBuf>,
}
