use std::time::Duration;

use axum::http::{Method, header};
use tower_http::cors::{Any, CorsLayer};

/// How long a browser may remember the answer to a preflight; Chromium caps it at two hours.
const MEMORY: Duration = Duration::from_secs(86_400);

/// Lets every site post here, and read the answers to its posts: errors too, and when to come back. Credentials are not
/// allowed, so a visitor's cookies never matter.
pub(crate) fn posting() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::POST])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER])
        .max_age(MEMORY)
}
