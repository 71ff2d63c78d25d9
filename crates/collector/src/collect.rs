use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::body;
use crate::error::Error;
use crate::format::Format;
use crate::rate::{Limits, Sender};
use crate::refusals::Refusals;
use crate::store::{Store, Stored};

/// What posting needs.
#[derive(Clone, Debug)]
pub(crate) struct Collect {
    pub(crate) store: Store,
    pub(crate) refusals: Arc<Refusals>,
    pub(crate) limits: Option<Arc<Limits>>,
    pub(crate) behind_proxy: bool,
}

/// `POST /collect`: 202 with the counts once the events are synced to disk, else the reason why not.
pub(crate) async fn collect(State(collect): State<Collect>, request: Request) -> Response {
    let response = match take(&collect, request).await {
        Ok(stored) => (StatusCode::ACCEPTED, no_store(), Json(stored)).into_response(),
        Err(error) => {
            // The writing thread says itself, once, that it cannot write.
            if !error.is_unavailable() {
                collect.refusals.note(&error);
            }
            error.into_response()
        }
    };
    collect.store.metrics().answered(response.status());
    response
}

async fn take(collect: &Collect, request: Request) -> Result<Stored, Error> {
    let (head, content) = request.into_parts();
    // The body is read in any case: an answer to a sender that is still sending would not arrive.
    let content = body::read(content).await?;
    let limits = collect.limits.as_deref().map(|limits| (limits, Sender::of(&head, collect.behind_proxy)));
    if let Some((limits, sender)) = limits {
        limits.request(sender)?;
    }
    let events = Format::of(&head.headers)?.read(&content)?;
    if let Some((limits, sender)) = limits {
        limits.answers(sender, &events)?;
    }
    collect.store.add(events).await
}

fn no_store() -> HeaderMap {
    HeaderMap::from_iter([(header::CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"))])
}
