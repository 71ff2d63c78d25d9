//! One browser session, driven without `await`: a test reads like what a visitor does.

use super::engine::Engine;
use super::process::{self, Process, free_port};
use super::screen::Screen;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::runtime::Handle;

/// Longest time that a single WebDriver command may take.
const COMMAND: Duration = Duration::from_secs(40);

/// Width and height that a window has unless a test wants another, in CSS pixels.
const USUAL: (u32, u32) = (1280, 1000);

/// A running driver with one session, whose first window is kept from test to test.
pub struct Browser {
    /// The engine it runs.
    pub engine: Engine,
    /// Name and version as the session reported them.
    pub version: String,
    pub(super) client: Client,
    home: WindowHandle,
    frame: Cell<Option<u16>>,
    resized: Cell<bool>,
    runtime: Handle,
    _driver: Process,
    _screen: Option<Screen>,
}

impl Browser {
    /// Starts driver and browser; `logs` gets what the driver prints.
    pub fn start(engine: Engine, runtime: &Handle, logs: &Path) -> Result<Self, String> {
        Self::start_with(engine, &[], runtime, logs)
    }

    /// The same with further words for the browser itself, see [`Engine::capabilities`].
    pub fn start_with(engine: Engine, flags: &[&str], runtime: &Handle, logs: &Path) -> Result<Self, String> {
        let port = free_port();
        let mut command = engine.driver_command(port)?;
        let screen = if engine.needs_screen() { Some(Screen::start(logs)?) } else { None };
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        }
        let mut driver = Process::start(&mut command, &logs.join(format!("{engine}-driver.log")))?;
        wait_for_port(port, &mut driver).map_err(|reason| format!("the driver of {engine} {reason}"))?;

        let capabilities = engine.capabilities(flags)?.as_object().cloned().unwrap_or_default();
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime.block_on(async {
            let session = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
                .capabilities(capabilities)
                .connect(&address)
                .await
                .map_err(|error| format!("{engine} did not start a session: {error}"))?;
            Ok::<_, String>(session)
        })?;
        let version = client
            .capabilities()
            .map(|found| format!("{} {}", text(found.get("browserName")), text(found.get("browserVersion"))))
            .unwrap_or_default();
        let home = runtime.block_on(client.window()).map_err(|error| format!("{engine} has no window: {error}"))?;
        runtime
            .block_on(client.set_window_size(USUAL.0, USUAL.1))
            .map_err(|error| format!("{engine} has no size: {error}"))?;
        let (frame, resized) = (Cell::new(None), Cell::new(false));
        let runtime = runtime.clone();
        Ok(Self { engine, version, client, home, frame, resized, runtime, _driver: driver, _screen: screen })
    }

    /// Runs one command; a test ends where the browser refuses it.
    #[track_caller]
    pub(super) fn carry_out<T>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.attempt(command) {
            Ok(value) => value,
            Err(reason) => panic!("{what}: {reason}"),
        }
    }

    fn attempt<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        match self.runtime.block_on(async { tokio::time::timeout(COMMAND, command).await }) {
            Ok(answer) => answer.map_err(|error| error.to_string()),
            Err(_) => Err(format!("the browser did not answer within {} s", COMMAND.as_secs())),
        }
    }

    /// Opens an address in the current window and waits for its `load`.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.carry_out(&format!("open {url}"), self.client.goto(url));
    }

    /// Loads the current page again.
    #[track_caller]
    pub fn reload(&self) {
        self.carry_out("reload", self.client.refresh());
    }

    /// The current address.
    #[track_caller]
    pub fn url(&self) -> String {
        self.carry_out("ask for the address", self.client.current_url()).to_string()
    }

    /// Runs the body of a function in the page and returns its value, which must be JSON.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.carry_out("run a script", self.client.execute(script, arguments))
    }

    /// As [`run`](Self::run), with a callback as the last argument; returns what the callback was given.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.carry_out("run a script", self.client.execute_async(script, arguments))
    }

    /// As [`run`](Self::run), for use where the page may just be going away.
    pub fn try_run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.attempt(self.client.execute(script, arguments))
    }

    /// Moves the pointer to a place in the viewport of the page or of the frame that was entered, in CSS pixels, and
    /// presses its main button once.
    #[track_caller]
    pub fn click_at(&self, x: f64, y: f64) {
        self.press_at(x, y, |[there, down, up]| {
            MouseActions::new("mouse".to_owned()).then(there).then(down).then(up).into()
        });
    }

    /// Touches the screen once at a place in the viewport, as [`click_at`](Self::click_at) counts it.
    #[track_caller]
    pub fn touch_at(&self, x: f64, y: f64) {
        self.press_at(x, y, |[there, down, up]| {
            TouchActions::new("finger".to_owned()).then(there).then(down).then(up).into()
        });
    }

    /// Moves a finger down by so many CSS pixels in that time, from a place in the viewport.
    #[track_caller]
    pub fn drag_from(&self, x: f64, y: f64, down: f64, duration: Duration) {
        self.press_at(x, y, |[there, press, lift]| {
            let way = PointerAction::MoveBy { duration: Some(duration), x: 0.0, y: down };
            TouchActions::new("finger".to_owned()).then(there).then(press).then(way).then(lift).into()
        });
    }

    #[track_caller]
    fn press_at(&self, x: f64, y: f64, device: impl FnOnce([PointerAction; 3]) -> Actions) {
        // From the page itself: drivers do not agree on what a place in a frame is.
        let [left, top] = self.step_out().unwrap_or_default();
        let (x, y) = ((x + left).round(), (y + top).round());
        let actions = device([
            PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y },
            PointerAction::Down { button: MOUSE_BUTTON_LEFT },
            PointerAction::Up { button: MOUSE_BUTTON_LEFT },
        ]);
        self.carry_out("press", self.client.perform_actions(actions));
        if let Some(number) = self.frame.get() {
            self.carry_out("enter the frame", self.client.enter_frame(number));
        }
    }

    /// Leaves the frame that was entered, if one was, for a moment. Returns where it begins in the page around it.
    #[track_caller]
    fn step_out(&self) -> Option<[f64; 2]> {
        let number = self.frame.get()?;
        self.carry_out("leave the frame", self.client.enter_parent_frame());
        let script = "const frame = document.querySelectorAll('iframe')[arguments[0]];
            const box = frame.getBoundingClientRect();
            return [box.left + frame.clientLeft, box.top + frame.clientTop]";
        let corner = self.run(script, vec![json!(number)]);
        Some([0, 1].map(|place| corner[place].as_f64().expect("a number")))
    }

    /// Presses and releases one key.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.keys(&[key.into()]);
    }

    /// Presses and releases one key while Shift is held.
    #[track_caller]
    pub fn press_with_shift(&self, key: Key) {
        let (shift, key) = (char::from(Key::Shift), char::from(key));
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: shift });
        self.carry_out("press keys", self.client.perform_actions(keyboard));
    }

    /// Types text into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.keys(&text.chars().collect::<Vec<_>>());
    }

    #[track_caller]
    fn keys(&self, keys: &[char]) {
        let keyboard = keys.iter().fold(KeyActions::new("keyboard".to_owned()), |keyboard, &value| {
            keyboard.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.carry_out("press keys", self.client.perform_actions(keyboard));
    }

    /// Opens another tab in front and goes to it.
    #[track_caller]
    pub fn open_tab(&self) {
        // MiniBrowser opens tabs in the background and cannot be told otherwise; a window comes to the front.
        let as_tab = self.engine != Engine::WebKit;
        let opened = self.carry_out("open a tab", self.client.new_window(as_tab));
        self.switch_to(&opened.handle);
    }

    /// Goes to the tab that a link of the first one has opened; false while there is none.
    #[track_caller]
    pub fn go_to_opened(&self) -> bool {
        let tabs = self.carry_out("list the tabs", self.client.windows());
        let opened = tabs.into_iter().find(|tab| *tab != self.home);
        opened.inspect(|tab| self.switch_to(tab)).is_some()
    }

    /// Brings a tab to the front.
    #[track_caller]
    pub fn switch_to(&self, tab: &WindowHandle) {
        self.carry_out("switch the tab", self.client.switch_to_window(tab.clone()));
    }

    /// The tab that every test begins in.
    pub fn first_tab(&self) -> &WindowHandle {
        &self.home
    }

    /// Closes the current tab as a visitor does, and goes back to the first.
    #[track_caller]
    pub fn close_tab(&self) {
        self.carry_out("close the tab", self.client.close_window());
        self.switch_to(&self.home);
    }

    /// Ends the process behind the current tab, and goes to the first; Chromium only.
    #[track_caller]
    pub fn crash_tab(&self) {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium has the DevTools protocol");
        let body = json!({"cmd": "Page.crash", "params": {}});
        // The driver may tell of the crash that was asked for.
        let _ = self.attempt(self.client.issue_cmd(super::devtools::Execute(body)));
        self.switch_to(&self.home);
    }

    /// Goes into a frame of the page, by its number; clicks then count from its corner.
    #[track_caller]
    pub fn enter_frame(&self, number: u16) {
        self.carry_out("enter the frame", self.client.enter_frame(number));
        self.frame.set(Some(number));
    }

    /// Goes back to the page around the frame.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.carry_out("leave the frame", self.client.enter_parent_frame());
        self.frame.set(None);
    }

    /// Sets the size of the window, until the test ends.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.resized.set(true);
        self.carry_out("resize the window", self.client.set_window_size(width, height));
    }

    /// A command of the Chrome DevTools Protocol; Chromium only.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium has the DevTools protocol");
        let body = json!({"cmd": command, "params": parameters});
        self.carry_out(command, self.client.issue_cmd(super::devtools::Execute(body)))
    }

    /// A picture of the window as PNG, if the browser still gives one.
    pub fn screenshot(&self) -> Option<Vec<u8>> {
        self.attempt(self.client.screenshot()).ok()
    }

    /// Brings the session back to one window with nothing in it.
    pub fn reset(&self) -> Result<(), String> {
        self.frame.set(None);
        if self.resized.take() {
            self.attempt(self.client.set_window_size(USUAL.0, USUAL.1))?;
        }
        for window in self.attempt(self.client.windows())? {
            if window != self.home {
                self.attempt(self.client.switch_to_window(window))?;
                self.attempt(self.client.close_window())?;
            }
        }
        self.attempt(self.client.switch_to_window(self.home.clone()))?;
        self.attempt(self.client.release_actions())?;
        self.attempt(self.client.goto("about:blank"))
    }

    /// Starts them with a visitor's profile, a folder that outlives them. One that was left by a killed browser is freed.
    pub fn start_in(profile: &Path, engine: Engine, runtime: &Handle, logs: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(profile).map_err(|error| format!("cannot make {}: {error}", profile.display()))?;
        for lock in ["SingletonLock", "lock", ".parentlock"] {
            let _ = std::fs::remove_file(profile.join(lock));
        }
        let flags = engine.profile(profile);
        Self::start_with(engine, &flags.iter().map(String::as_str).collect::<Vec<_>>(), runtime, logs)
    }

    /// Ends the browser of this session as a power cut would, then its driver: all processes that name `profile`, the
    /// folder that only this session uses, on their command line.
    pub fn kill(&self, profile: &Path) {
        for process in process::naming(profile) {
            process::kill(process);
        }
    }

    /// Ends the session, so that the browser leaves nothing behind.
    pub fn close(self) {
        let _ = self.runtime.block_on(async { tokio::time::timeout(COMMAND, self.client.clone().close()).await });
    }
}

/// Waits until the driver accepts connections.
fn wait_for_port(port: u16, driver: &mut Process) -> Result<(), String> {
    let end = Instant::now() + Duration::from_secs(20);
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        if !driver.is_alive() {
            return Err("ended at once".to_owned());
        }
        if Instant::now() > end {
            return Err("did not listen within 20 s".to_owned());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or("?")
}
