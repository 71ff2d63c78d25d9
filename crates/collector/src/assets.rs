//! The files of a release, for every site to load.

mod confined;
mod name;

use std::fs;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::error::Error;
use confined::Confined;

/// Serves `dist` at `/`, and leads `/` to the preview.
///
/// # Errors
///
/// `dist` cannot be read, or `db` lies inside it, where everybody could fetch it.
pub(crate) fn files(dist: &Path, db: &Path) -> Result<Router, Error> {
    let root = fs::canonicalize(dist).and_then(|root| fs::read_dir(&root).map(|_| root)).map_err(|error| {
        let advice = "build the release folder with `cargo xtask build`, or name another with --dist";
        Error::dist(dist, format!("cannot be read ({error}): {advice}"))
    })?;
    if fs::canonicalize(db).is_ok_and(|db| db.starts_with(&root)) {
        return Err(Error::dist(
            dist,
            format!("holds the database {}, which everybody could fetch there: move one of them", db.display()),
        ));
    }
    let folder = ServeDir::with_backend(&root, Confined::to(root.clone())).precompressed_br().precompressed_gzip();
    Ok(Router::new()
        .route("/", get(async || Redirect::temporary("/preview/")))
        .fallback_service(folder)
        .layer(from_fn(describe)))
}

/// Adds what the folder's service does not know: exact types, how long a copy is good, and that other sites may load it.
async fn describe(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    if status == StatusCode::NOT_FOUND {
        response = (StatusCode::NOT_FOUND, "There is no such file.\n").into_response();
    }
    let headers = response.headers_mut();
    if let Some(kind) = name::media_type(&path).filter(|_| status.is_success()) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        if kind.starts_with("text/html") {
            // Nobody shows the preview inside a page of their own.
            insert(headers, header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'");
        }
    }
    let stays = name::is_hashed(&path) && (status.is_success() || status == StatusCode::NOT_MODIFIED);
    insert(headers, header::CACHE_CONTROL, if stays { "public, max-age=31536000, immutable" } else { "no-cache" });
    insert(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    insert(headers, HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    response
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
