//! Telling readers at once that something was stored.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt as _, stream};
use tokio::sync::{Semaphore, watch};

use crate::error::{Error, Kind};
use crate::store::Store;

/// Readers at a time: each keeps a connection, which others may need to post.
const READERS: usize = 32;

/// Ends when the server is asked to stop: what listens for ever would hold it up.
#[derive(Clone, Debug)]
pub(crate) struct Stopping(pub(crate) watch::Receiver<()>);

/// Where the readers are counted.
#[derive(Clone, Debug)]
pub(crate) struct Live {
    store: Store,
    places: Arc<Semaphore>,
}

impl Live {
    pub(crate) fn new(store: Store) -> Self {
        Self { store, places: Arc::new(Semaphore::new(READERS)) }
    }
}

/// `GET /events/stream`: server-sent events. `stored` says that there is more to read at `/events`; its data is how many
/// events were stored since the start. The answers themselves are read there.
pub(crate) async fn live(State(live): State<Live>, stopping: Option<Extension<Stopping>>) -> Result<Response, Error> {
    let place = live.places.try_acquire_owned().map_err(|_| Kind::Busy)?;
    let news = live.store.news();
    let stopping = stopping.map(|Extension(Stopping(stopping))| stopping);
    let events = stream::unfold((news, stopping, place), |(mut news, mut stopping, place)| async move {
        tokio::select! {
            more = news.changed() => more.ok()?,
            () = stopped(stopping.as_mut()) => return None,
        }
        let stored = *news.borrow_and_update();
        Some((Ok::<_, Infallible>(Event::default().event("stored").data(stored.to_string())), (news, stopping, place)))
    });
    // Firefox takes a stream for open at its first byte.
    let hello = stream::once(async { Ok(Event::default().comment("listening")) });
    Ok(Sse::new(hello.chain(events)).keep_alive(KeepAlive::default()).into_response())
}

/// Returns when the server stops; never where nobody told how to know.
async fn stopped(stopping: Option<&mut watch::Receiver<()>>) {
    match stopping {
        // Nothing is ever sent: the end of the sender is the word.
        Some(stopping) => while stopping.changed().await.is_ok() {},
        None => std::future::pending().await,
    }
}
