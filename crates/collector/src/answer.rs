//! Errors as HTTP answers: the status, a JSON body `{"error": "…"}`, and when to come back.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::{Error, Kind};

impl Error {
    /// The status under which this error is answered.
    pub(crate) fn status(&self) -> StatusCode {
        match self.kind() {
            Kind::Body(_) | Kind::Field { .. } | Kind::Query(_) => StatusCode::BAD_REQUEST,
            Kind::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Kind::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Slow => StatusCode::REQUEST_TIMEOUT,
            Kind::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Kind::NoToken => StatusCode::UNAUTHORIZED,
            Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
            Kind::NotLocal => StatusCode::FORBIDDEN,
            Kind::Busy | Kind::Unavailable(_) | Kind::Database { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Kind::Dist { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Seconds after which repeating makes sense. A full queue is gone in a moment; a full disk takes longer.
    fn retry_after(&self) -> Option<u64> {
        match self.kind() {
            Kind::Busy => Some(1),
            Kind::Unavailable(_) | Kind::Database { .. } => Some(5),
            Kind::TooMany { seconds } => Some(*seconds),
            _ => None,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let text = match self.kind() {
            // Where the file lies is nobody's business outside.
            Kind::Database { .. } => Error::from(Kind::Unavailable(String::new())).to_string(),
            _ => self.to_string(),
        };
        let mut response = (self.status(), Json(json!({ "error": text }))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Kind::NoToken = self.kind() {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Kind::Slow = self.kind() {
            // What is left of the body may still arrive: it must not be taken for the next request.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// Answers a method that the address does not take.
pub(crate) async fn method_not_allowed() -> Error {
    Kind::Method.into()
}
