//! A virtual screen for the one engine that has no headless mode.

use super::process::{Process, find_program};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// An Xvfb server; ends with this value.
pub struct Screen {
    _server: Process,
    /// What goes into `DISPLAY`.
    pub name: String,
}

impl Screen {
    /// Starts Xvfb on the first number that it finds free.
    pub fn start(logs: &Path) -> Result<Self, String> {
        let program = find_program(&["Xvfb"]).ok_or("Xvfb is not installed (Debian: apt-get install xvfb)")?;
        let log = logs.join("xvfb.log");
        // Xvfb writes the number it took to the descriptor named here, its standard output.
        let mut server = Process::start(
            Command::new(program).args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]),
            &log,
        )?;
        let end = Instant::now() + Duration::from_secs(15);
        loop {
            let text = std::fs::read_to_string(&log).unwrap_or_default();
            if let Some(number) = text.lines().find(|line| !line.is_empty() && line.chars().all(|c| c.is_ascii_digit()))
            {
                return Ok(Self { _server: server, name: format!(":{number}") });
            }
            if !server.is_alive() || Instant::now() > end {
                return Err(format!("Xvfb did not start: {}", text.trim()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
