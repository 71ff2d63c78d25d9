use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use crate::error::{Error, Kind};
use crate::store::{Filter, Store};

/// Pages that are read ahead of a slow reader.
const AHEAD: usize = 2;

/// The query of `GET /events`. An unknown name is an error: a misspelt filter would show everything.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    submission: Option<String>,
    survey: Option<String>,
    all: Option<String>,
}

impl Wanted {
    fn filter(self) -> Result<Filter, Error> {
        let all = match self.all.as_deref() {
            None | Some("0") => false,
            Some("1") => true,
            Some(_) => {
                return Err(Kind::Query("all: write all=1 for every sequence, or leave it out".into()).into());
            }
        };
        Ok(Filter { submission: self.submission, survey: self.survey, all })
    }
}

/// `GET /events`: what is stored, one JSON object a line, in the order in which it came.
pub(crate) async fn events(
    State(store): State<Store>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(wanted) = wanted.map_err(|_| {
        Kind::Query("the query takes submission=…, survey=… and all=1, each at most once, and nothing else".into())
    })?;
    let filter = wanted.filter()?;
    let (sender, mut receiver) = mpsc::channel(AHEAD);
    spawn_blocking(move || {
        let pages = match store.pages(filter) {
            Ok(pages) => pages,
            Err(error) => return drop(sender.blocking_send(Err(error))),
        };
        for page in pages {
            // The reader went away: the rest is not needed.
            if sender.blocking_send(page).is_err() {
                return;
            }
        }
    });
    // The first page decides between 200 and 503; an error after it cuts the answer off, which the reader notices.
    let first = receiver.recv().await.transpose()?;
    let pages = stream::unfold((first, receiver), |(first, mut receiver)| async move {
        let page = match first {
            Some(page) => Ok(page),
            None => receiver.recv().await?,
        };
        Some((page, (None, receiver)))
    });
    let headers = [(header::CONTENT_TYPE, "application/x-ndjson; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, Body::from_stream(pages)).into_response())
}
