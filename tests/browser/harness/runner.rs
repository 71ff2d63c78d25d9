//! Runs every test in every engine: one session an engine, two engines at a time.
//!
//! Browsers and their drivers are late or lost now and then. So a test that fails is tried once more, in a new browser; when it
//! passes then, it counts as passed and a line `FLAKY` says so.

use super::browser::Browser;
use super::engine::Engine;
use super::process;
use super::refusal;
use super::stage::Stage;
use libtest_mimic::{Arguments, Failed, Trial};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex};
use tokio::runtime::Runtime;

/// One test, with the engines that cannot run it and why.
pub struct Test {
    /// The name of the function.
    pub name: &'static str,
    /// The test.
    pub run: fn(&Stage<'_>),
    /// Engines left out, each with the reason.
    pub except: &'static [(Engine, &'static str)],
    /// Why it is left out where pages refuse Wasm, if it is.
    pub needs_wasm: Option<&'static str>,
}

/// Lists the tests of a file: `tests![first, second except(WebKit: "has no …"), third needs_wasm("its hash is …")]`.
#[macro_export]
macro_rules! tests {
    ($($name:ident $(except($($engine:ident: $reason:literal),+))? $(needs_wasm($why:expr))?),* $(,)?) => {
        /// The tests of this file.
        pub const TESTS: &[$crate::harness::runner::Test] = &[$($crate::harness::runner::Test {
            name: stringify!($name),
            run: $name,
            except: &[$($(($crate::harness::engine::Engine::$engine, $reason)),+)?],
            needs_wasm: [$(Some($why),)? None][0],
        }),*];
    };
}

/// Browsers that run at the same time. More would only make each other late on the two cores that CI has.
const AT_ONCE: usize = 2;

thread_local! {
    /// The message and place of a panic in a test, for its report.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs what the command line asks for.
pub fn run(groups: &[&'static [Test]]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let engines = match Engine::wanted() {
        Ok(engines) if engines.is_empty() => {
            return stop("no browser with a WebDriver is installed");
        }
        Ok(engines) => engines,
        Err(reason) => return stop(&reason),
    };
    let hall = match Hall::new(&engines) {
        Ok(hall) => Arc::new(hall),
        Err(reason) => return stop(&reason),
    };
    // A mere list of the tests needs no release.
    if !arguments.list
        && let Err(reason) = hall.open()
    {
        return stop(&reason);
    }
    let all = || groups.iter().flat_map(|group| group.iter());
    let mut trials = Vec::new();
    for test in all() {
        for &engine in &engines {
            let hall = hall.clone();
            let cannot = test.except.iter().find(|(other, _)| *other == engine).map(|(_, reason)| *reason);
            let cannot = cannot.or(test.needs_wasm.filter(|_| refusal::is_on()));
            let trial = Trial::test(format!("{engine}::{}", test.name), move || hall.try_twice(engine, test));
            trials.push(match cannot {
                Some(reason) => trial.with_kind(reason).with_ignored_flag(true),
                None => trial,
            });
        }
    }
    // Every trial may wait in a thread of its own; the hall decides which of them go on.
    arguments.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    hall.close();
    conclusion.exit_code()
}

fn stop(reason: &str) -> ExitCode {
    eprintln!("browser tests: {reason}");
    ExitCode::FAILURE
}

/// What all tests share.
struct Hall {
    runtime: Runtime,
    release: PathBuf,
    reports: PathBuf,
    rooms: Vec<(Engine, Mutex<Option<Browser>>)>,
    free: Mutex<usize>,
    freed: Condvar,
}

impl Hall {
    fn new(engines: &[Engine]) -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let release = std::env::var_os("MEETPUNT_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
        let reports = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser");
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| format!("cannot start tokio: {error}"))?;
        let rooms = engines.iter().map(|&engine| (engine, Mutex::new(None))).collect();
        Ok(Self { runtime, release, reports, rooms, free: Mutex::new(AT_ONCE), freed: Condvar::new() })
    }

    /// Looks for the release, makes the folder for reports, and takes care of panics and interruptions.
    fn open(&self) -> Result<(), String> {
        let loader = self.release.join("meetpunt.js");
        if !loader.is_file() {
            return Err(format!("{} is not there: run `cargo xtask build` first", loader.display()));
        }
        std::fs::create_dir_all(&self.reports)
            .map_err(|error| format!("cannot make {}: {error}", self.reports.display()))?;
        std::panic::set_hook(Box::new(|panic| {
            let message = panic.payload_as_str().unwrap_or("panic without a message");
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            PANIC.with(|slot| *slot.borrow_mut() = Some(format!("{place}: {message}")));
        }));
        self.runtime.spawn(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                // Drivers and browsers are in process groups of their own, which a terminal does not interrupt.
                process::end_all();
                std::process::exit(130);
            }
        });
        Ok(())
    }

    /// Runs one test when its engine is free and not too many others are at work.
    fn try_twice(&self, engine: Engine, test: &Test) -> Result<(), Failed> {
        let room = &self.rooms.iter().find(|(other, _)| *other == engine).expect("every engine has its room").1;
        let mut room = room.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let _permit = Permit::take(self);
        let Err(first) = self.perform(engine, test, &mut room) else { return Ok(()) };
        if let Some(browser) = room.take() {
            browser.close();
        }
        self.perform(engine, test, &mut room)?;
        eprintln!("FLAKY {engine}::{}: {first}", test.name);
        Ok(())
    }

    fn perform(&self, engine: Engine, test: &Test, room: &mut Option<Browser>) -> Result<(), String> {
        self.make_ready(engine, room)?;
        let browser = room.as_ref().expect("made ready above");

        let stage = Stage::new(browser, self.runtime.handle(), self.release.clone());
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            (test.run)(&stage);
            stage.host_heard_nothing();
        }));
        match outcome {
            Ok(()) => Ok(()),
            Err(_) => {
                let message = PANIC.with(|slot| slot.borrow_mut().take()).unwrap_or_default();
                let report = self.reports.join(format!("{engine}-{}", test.name));
                let _ = std::fs::write(report.with_extension("txt"), format!("{message}\n\n{}", stage.account()));
                if let Some(picture) = browser.screenshot() {
                    let _ = std::fs::write(report.with_extension("png"), picture);
                }
                Err(format!("{message} (see {}.txt and .png)", report.display()))
            }
        }
    }

    /// A browser in a clean state; one that is stuck is replaced.
    fn make_ready(&self, engine: Engine, room: &mut Option<Browser>) -> Result<(), String> {
        if let Some(browser) = room.take_if(|browser| browser.reset().is_err()) {
            browser.close();
        }
        if room.is_none() {
            let browser = Browser::start(engine, self.runtime.handle(), &self.reports)?;
            eprintln!("{engine}: {} {}", browser.version, engine.driver_version());
            *room = Some(browser);
        }
        Ok(())
    }

    fn close(&self) {
        for (_, room) in &self.rooms {
            if let Some(browser) = room.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take() {
                browser.close();
            }
        }
    }
}

/// The right to keep a core busy.
struct Permit<'h>(&'h Hall);

impl<'h> Permit<'h> {
    fn take(hall: &'h Hall) -> Self {
        let mut free = hall.free.lock().expect("nothing panics while it is held");
        while *free == 0 {
            free = hall.freed.wait(free).expect("nothing panics while it is held");
        }
        *free -= 1;
        Self(hall)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().expect("nothing panics while it is held") += 1;
        self.0.freed.notify_one();
    }
}
