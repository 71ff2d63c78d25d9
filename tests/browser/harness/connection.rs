//! A TCP listener whose connections can be cut, so that a fault is a fault and not a polite error.

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::collections::BTreeSet;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;

/// Listens on a loopback port that no test of this run had before: a port is an origin, and browsers keep what an
/// origin stored.
pub fn listen_afresh(runtime: &Handle) -> TcpListener {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a free loopback port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        if USED.lock().expect("nothing panics while it is held").insert(port) {
            return listener;
        }
    }
}

/// Where a request came from, and the means to cut that connection.
#[derive(Clone, Debug)]
pub struct Connection {
    /// The browser's end.
    pub peer: SocketAddr,
    cut: Arc<AtomicBool>,
}

impl Connection {
    /// The next byte that the server reads or writes becomes a reset.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Listening>> for Connection {
    fn connect_info(stream: IncomingStream<'_, Listening>) -> Self {
        Self { peer: *stream.remote_addr(), cut: stream.io().cut.clone() }
    }
}

/// Cuts every connection of one listener.
#[derive(Clone, Default)]
pub struct Switch(Arc<Mutex<Vec<Weak<AtomicBool>>>>);

impl Switch {
    /// Cuts all connections that are open now.
    pub fn cut_all(&self) {
        for connection in self.0.lock().expect("no test holds this lock while it panics").drain(..) {
            if let Some(cut) = connection.upgrade() {
                cut.store(true, Ordering::SeqCst);
            }
        }
    }
}

/// A listener for [`axum::serve`].
pub struct Listening {
    listener: TcpListener,
    switch: Switch,
}

impl Listening {
    /// Accepts on `listener`; `switch` can cut what it accepted.
    pub fn new(listener: TcpListener, switch: Switch) -> Self {
        Self { listener, switch }
    }
}

impl Listener for Listening {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            if let Ok((stream, peer)) = self.listener.accept().await {
                let cut = Arc::new(AtomicBool::new(false));
                let mut known = self.switch.0.lock().expect("no test holds this lock while it panics");
                known.retain(|connection| connection.strong_count() > 0);
                known.push(Arc::downgrade(&cut));
                return (Line { stream, cut }, peer);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection.
pub struct Line {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
}

impl Line {
    fn check(&self) -> io::Result<()> {
        if !self.cut.load(Ordering::SeqCst) {
            return Ok(());
        }
        // Closing with zero linger sends a reset instead of an orderly end.
        self.stream.set_zero_linger()?;
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
