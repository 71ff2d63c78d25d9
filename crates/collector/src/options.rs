use std::path::PathBuf;

use crate::{Rate, ReadToken};

/// What the HTTP side serves beside the answers, and to whom.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The release folder (`dist/`), served at `/`. `None`: answers are collected and nothing else is served.
    pub dist: Option<PathBuf>,
    /// The secret with which other machines may read. `None`: answers are read on this machine only.
    pub read_token: Option<ReadToken>,
    /// How many answers one address may send to one survey. `None`: as many as it likes. This machine has no limit.
    pub rate: Option<Rate>,
    /// Whether all requests come through a proxy that writes `X-Forwarded-For`. The limit then goes by that header, which
    /// anybody could write if there were none.
    pub behind_proxy: bool,
}
