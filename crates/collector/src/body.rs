use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use tokio::time::timeout;

use crate::error::{Error, Kind};

/// The longest body that is read, in bytes. One event has at most 16 KiB; a batch may hold several.
pub(crate) const LIMIT: usize = 256 * 1024;

/// How much of a too long body is read and thrown away, in bytes. Closing a connection on a sender that is still
/// sending makes it see a network error instead of the 413, and a network error it would repeat.
const THROWN_AWAY: usize = 4 * 1024 * 1024;

/// How long a body may take.
const TIME: Duration = Duration::from_secs(10);

/// Reads a whole body.
///
/// # Errors
///
/// Longer than [`LIMIT`] bytes, slower than ten seconds, or cut off.
pub(crate) async fn read(body: Body) -> Result<Bytes, Error> {
    timeout(TIME, collect(body)).await.unwrap_or_else(|_| Err(Kind::Slow.into()))
}

async fn collect(mut body: Body) -> Result<Bytes, Error> {
    let mut whole = Vec::new();
    let mut length = 0_usize;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Kind::Body("the body was cut off: send it again".into()))?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        length = length.saturating_add(data.len());
        if length <= LIMIT {
            whole.extend_from_slice(&data);
        } else if length > THROWN_AWAY {
            break;
        } else {
            whole = Vec::new();
        }
    }
    if length > LIMIT { Err(Kind::TooLarge { limit: LIMIT }.into()) } else { Ok(whole.into()) }
}
