use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;

use crate::error::Error;
use crate::store::Store;

/// `GET /healthz`: 200 when an answer could be stored now, 503 when not. It tries by writing.
pub(crate) async fn health(State(store): State<Store>) -> Result<impl IntoResponse, Error> {
    store.check().await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], "ok\n"))
}
