use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower_service::Service as _;

use crate::live::Stopping;

/// Connections at a time; further ones wait to be accepted. Below the 1,024 files that a process may usually open.
const CONNECTIONS: usize = 768;

/// How long the head of a request may take, and a connection may be idle between two.
const HEAD: Duration = Duration::from_secs(15);

/// Headers of one request, and bytes of its head. A browser sends about fifteen in two kilobytes.
const HEADERS: usize = 64;
const HEAD_BYTES: usize = 32 * 1024;

/// How long requests may go on after the server was asked to stop.
const DRAIN: Duration = Duration::from_secs(8);

/// Serves until `stop` resolves, then lets running requests finish for at most eight seconds.
///
/// Dropping the future closes every connection at once.
///
/// # Errors
///
/// None after the start: a connection that cannot be accepted is the next one's chance.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> io::Result<()> {
    let address = listener.local_addr()?;
    tracing::info!(%address, "listening");
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    let (running, stopping) = watch::channel(());
    loop {
        let (stream, peer, place) = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => accepted,
        };
        while connections.try_join_next().is_some() {}
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .max_headers(HEADERS)
            .max_buf_size(HEAD_BYTES)
            .serve_connection(TokioIo::new(stream), service_fn(answer(&router, peer, &Stopping(stopping.clone()))));
        let connection = graceful.watch(connection);
        connections.spawn(async move {
            // A connection that breaks is the other side's matter; it repeats what was not answered.
            let _ = connection.await;
            drop(place);
        });
    }
    drop((listener, running));
    tracing::info!(connections = graceful.count(), "stopping");
    if timeout(DRAIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
    Ok(())
}

/// The next connection, with its place among those that are served.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed, so there always is a place in the end.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Answers are small: they must not wait for more to send.
                let _ = stream.set_nodelay(true);
                return (stream, peer, place);
            }
            // Out of files, most likely; one that closes makes room.
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

/// What answers the requests of one connection, told who is on its other end.
fn answer(router: &Router, peer: SocketAddr, stopping: &Stopping) -> impl Fn(Request<Incoming>) -> Answer + use<> {
    let (router, stopping) = (router.clone(), stopping.clone());
    move |mut request| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(stopping.clone());
        let mut router = router.clone();
        Box::pin(async move { router.call(request.map(Body::new)).await })
    }
}

type Answer = std::pin::Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;
