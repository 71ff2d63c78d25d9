//! The browsers of the tests, each with its WebDriver.

use super::apt;
use crate::exec;
use anyhow::{Result, bail};
use std::fmt;
use std::str::FromStr;

/// A browser engine that the tests run in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    /// All of them, in the order in which the tests report.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Groups of programs; one of each group must be in `PATH`.
    fn programs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Chromium => &[&["chromium", "chromium-browser", "google-chrome"], &["chromedriver"]],
            Self::Firefox => &[&["firefox-esr", "firefox"], &["geckodriver"]],
            Self::WebKit => &[&["WebKitWebDriver"], &["Xvfb"]],
        }
    }

    /// The Debian packages that bring its programs; geckodriver is in none.
    fn debian(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// The programs that are not there.
    fn missing(self) -> Vec<&'static str> {
        self.programs().iter().filter(|names| exec::find(names).is_none()).map(|names| names[0]).collect()
    }

    /// Whether the browser and its driver are there.
    pub fn is_installed(self) -> bool {
        self.missing().is_empty()
    }
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|browser| browser.to_string() == word) {
            Some(browser) => Ok(browser),
            None => bail!("there is no browser `{word}`; known are chromium, firefox and webkit"),
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// Gets the browsers that are missing where that can be done without asking, else says how.
pub fn install(wanted: &[Browser]) -> Result<()> {
    let lacking = || wanted.iter().copied().filter(|browser| !browser.is_installed());
    if lacking().next().is_none() {
        return Ok(());
    }
    let packages: Vec<&str> = lacking().flat_map(Browser::debian).copied().collect();
    let from_debian = lacking().any(|browser| browser.missing().iter().any(|name| *name != "geckodriver"));
    if from_debian && apt::may_install() {
        apt::install(&packages)?;
    }
    if lacking().any(|browser| browser.missing().contains(&"geckodriver")) {
        eprintln!("Building geckodriver (takes some minutes)");
        exec::run(exec::command("cargo").args(["install", "--locked", "geckodriver"]))?;
    }
    match lacking().next() {
        None => Ok(()),
        Some(browser) => bail!("{}", how_to_get(browser)),
    }
}

/// One line that says what to type on the usual systems.
fn how_to_get(browser: Browser) -> String {
    let missing = browser.missing().join(" and ");
    let ways = match browser {
        Browser::Chromium => [
            "sudo apt-get install chromium chromium-driver",
            "sudo dnf install chromium chromedriver",
            "sudo pacman -S chromium",
            "brew install --cask google-chrome chromedriver",
        ],
        Browser::Firefox => [
            "sudo apt-get install firefox-esr && cargo install geckodriver",
            "sudo dnf install firefox && cargo install geckodriver",
            "sudo pacman -S firefox geckodriver",
            "brew install --cask firefox && brew install geckodriver",
        ],
        Browser::WebKit => [
            "sudo apt-get install webkit2gtk-driver xvfb",
            "sudo dnf install webkitgtk6.0 webkit2gtk-driver xorg-x11-server-Xvfb",
            "sudo pacman -S webkitgtk-6.0 xorg-server-xvfb",
            "not to be had; leave it out with --browsers chromium,firefox",
        ],
    };
    let [debian, fedora, arch, mac] = ways;
    format!("{browser} needs {missing}. Debian: {debian}. Fedora: {fedora}. Arch: {arch}. macOS: {mac}.")
}
