//! A slow line and a slow processor.

use crate::harness::Stage;
use serde_json::json;
use std::fmt;

/// What a page is opened over.
pub struct Line {
    /// Bits a second, down and up.
    pub bits: u32,
    /// Milliseconds there and back.
    pub latency: u32,
    /// How many times slower than this one the processor is.
    pub slower: u32,
}

impl Line {
    /// Opens a page over it, without anything in the cache, and does what follows.
    pub fn through<T>(&self, stage: &Stage<'_>, visit: impl FnOnce() -> T) -> T {
        let tools = |command: &str, options| stage.browser.devtools(command, options);
        tools("Network.enable", json!({}));
        tools("Network.setCacheDisabled", json!({"cacheDisabled": true}));
        let bytes = self.bits / 8;
        let line =
            json!({"offline": false, "latency": self.latency, "downloadThroughput": bytes, "uploadThroughput": bytes});
        tools("Network.emulateNetworkConditions", line);
        tools("Emulation.setCPUThrottlingRate", json!({"rate": self.slower}));
        let outcome = visit();
        tools("Emulation.setCPUThrottlingRate", json!({"rate": 1}));
        outcome
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabits = f64::from(self.bits) / 1e6;
        write!(
            formatter,
            "{megabits:.1} Mbit/s, {} ms there and back, 1/{} of the processor",
            self.latency, self.slower
        )
    }
}
