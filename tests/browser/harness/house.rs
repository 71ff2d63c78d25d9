//! The `meetpunt` server as a marketer starts it: preview, release and collector on one origin.

use super::connection::listen_afresh;
use super::keeper::Keeper;
use super::stage::Stage;
use serde_json::Value;
use std::net::SocketAddr;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// A running server with an empty database.
pub struct House {
    address: SocketAddr,
    keeper: Keeper,
    runtime: Handle,
    task: JoinHandle<()>,
}

impl House {
    /// Starts it beside the shop of a test.
    pub fn open(stage: &Stage<'_>) -> Self {
        let runtime = stage.runtime.clone();
        let keeper = Keeper::new(Some(stage.release.clone()));
        let listener = listen_afresh(&runtime);
        let address = listener.local_addr().expect("a bound listener has an address");
        let router = keeper.routes();
        let task = runtime.spawn(async move {
            let _ = meetpunt_collector::serve(listener, router, std::future::pending()).await;
        });
        Self { address, keeper, runtime, task }
    }

    /// The absolute address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The events that it holds, each submission once with its highest sequence.
    pub fn delivered(&self) -> Vec<Value> {
        self.runtime.block_on(self.keeper.events(false))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.task.abort();
    }
}
