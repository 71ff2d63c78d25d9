use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};

use crate::answer::method_not_allowed;
use crate::collect::{Collect, collect};
use crate::events::events;
use crate::health::health;
use crate::live::{Live, live};
use crate::metrics::metrics;
use crate::rate::Limits;
use crate::refusals::Refusals;
use crate::{Error, Options, Store, assets, cors, local};

/// Every address of the collector. Serve it with [`serve`](crate::serve), which tells it who is asking: without that,
/// nobody may read.
///
/// # Errors
///
/// The release folder is missing or unreadable, or the database lies inside it.
pub fn router(options: &Options, store: Store) -> Result<Router, Error> {
    let posting = Collect {
        store: store.clone(),
        refusals: Arc::new(Refusals::default()),
        limits: options.rate.map(|rate| Arc::new(Limits::new(rate))),
        behind_proxy: options.behind_proxy,
    };
    let readers = || from_fn_with_state(options.read_token.clone(), local::only);
    let router = Router::new()
        .route("/events", get(events).layer(readers()))
        .route("/metrics", get(metrics).layer(readers()))
        .route("/healthz", get(health))
        .with_state(store.clone())
        .route("/events/stream", get(live).layer(readers()).with_state(Live::new(store.clone())))
        .method_not_allowed_fallback(method_not_allowed)
        .route("/collect", post(collect).fallback(method_not_allowed).layer(cors::posting()).with_state(posting));
    let router = match &options.dist {
        Some(dist) => router.merge(assets::files(dist, store.path())?),
        None => router,
    };
    Ok(router.layer(map_response(believe_types)))
}

/// A file is what its type says: a comment is never run as a script.
async fn believe_types(mut response: Response) -> Response {
    let nosniff = HeaderValue::from_static("nosniff");
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}
