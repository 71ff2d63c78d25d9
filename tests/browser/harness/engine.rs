//! The three browser engines and how each is started for WebDriver.

use super::process::{find_program, version_of};
use serde_json::{Value, json};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser engine under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All engines, in the order in which they are reported.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engines to test: those named in `MEETPUNT_BROWSERS` (separated by commas), else those installed.
    pub fn wanted() -> Result<Vec<Self>, String> {
        let Ok(list) = std::env::var("MEETPUNT_BROWSERS") else {
            return Ok(Self::ALL.into_iter().filter(|engine| engine.driver().is_ok()).collect());
        };
        list.split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(|word| {
                Self::ALL
                    .into_iter()
                    .find(|engine| engine.to_string() == word)
                    .ok_or_else(|| format!("MEETPUNT_BROWSERS names `{word}`; known are chromium, firefox and webkit"))
            })
            .collect()
    }

    /// The driver program, or how to get it.
    fn driver(self) -> Result<PathBuf, String> {
        let (names, hint): (&[&str], _) = match self {
            Self::Chromium => (&["chromedriver"], "Debian: apt-get install chromium chromium-driver"),
            Self::Firefox => (&["geckodriver"], "cargo install geckodriver; Debian: apt-get install firefox-esr"),
            Self::WebKit => (&["WebKitWebDriver"], "Debian: apt-get install webkit2gtk-driver xvfb"),
        };
        find_program(names).ok_or_else(|| format!("{} is not installed ({hint})", names[0]))
    }

    /// The command that starts the driver on `port`.
    pub fn driver_command(self, port: u16) -> Result<Command, String> {
        let mut command = Command::new(self.driver()?);
        command.arg(format!("--port={port}"));
        if self == Self::Firefox {
            // Port 0 lets the system choose; the default would clash between two drivers.
            command.arg("--websocket-port=0");
        }
        Ok(command)
    }

    /// The capabilities of a new session; `flags` are further words for the browser itself. MiniBrowser takes none.
    pub fn capabilities(self, flags: &[&str]) -> Result<Value, String> {
        Ok(match self {
            Self::Chromium => {
                let usual = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-US",
                    "--enable-precise-memory-info",
                    "--js-flags=--expose-gc",
                ];
                let mut options = json!({"args": ([&usual[..], flags].concat())});
                if let Some(program) = find_program(&["chromium", "chromium-browser", "google-chrome"]) {
                    options["binary"] = json!(program);
                }
                json!({"browserName": "chrome", "goog:chromeOptions": options})
            }
            Self::Firefox => {
                let mut options = json!({
                    "args": ([&["-headless"], flags].concat()),
                    "prefs": {"intl.accept_languages": "en-US, en", "browser.tabs.unloadOnLowMemory": false},
                });
                if let Some(program) = find_program(&["firefox-esr", "firefox"]) {
                    options["binary"] = json!(program);
                }
                json!({"browserName": "firefox", "moz:firefoxOptions": options})
            }
            Self::WebKit => {
                let program =
                    mini_browser().ok_or("MiniBrowser is not installed (Debian: apt-get install webkit2gtk-driver)")?;
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": {"binary": program, "args": ["--automation"]},
                })
            }
        })
    }

    /// What makes the browser keep all it stores in a folder, as a visitor's does; nothing for MiniBrowser, which cannot.
    pub fn profile(self, folder: &Path) -> Vec<String> {
        match self {
            Self::Chromium => vec![format!("--user-data-dir={}", folder.display())],
            Self::Firefox => vec!["-profile".to_owned(), folder.display().to_string()],
            Self::WebKit => Vec::new(),
        }
    }

    /// What makes all windows private. MiniBrowser has no others when it is driven.
    pub fn private(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["--incognito"],
            Self::Firefox => &["-private"],
            Self::WebKit => &[],
        }
    }

    /// True where the engine needs a screen, if only a virtual one.
    pub fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// What the driver says of its version, for the head of a test run; WebKitWebDriver says nothing.
    pub fn driver_version(self) -> String {
        let said = self.driver().map(version_of).unwrap_or_default();
        if said.chars().any(|c| c.is_ascii_digit()) { format!("({said})") } else { String::new() }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// MiniBrowser stands beside the WebKit libraries, not in `PATH`.
fn mini_browser() -> Option<PathBuf> {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec", "/usr/lib"];
    let mut found: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit"))
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.pop()
}
