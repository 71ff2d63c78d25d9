//! The way out: one function of JavaScript takes every effect.

use std::cell::RefCell;

use meetpunt_core::settings::{SettingError, Warning};
use meetpunt_core::wire::{State, json};
use wasm_bindgen::prelude::*;

use super::{Host, read};

#[wasm_bindgen]
extern "C" {
    /// A function `(kind, a, b, c) → text or undefined`. It never throws.
    pub type Callback;

    #[wasm_bindgen(method, structural)]
    fn call(this: &Callback, unused: &JsValue, kind: &str, a: &str, b: &str, c: &str) -> Option<String>;
}

/// Carries effects to the shell.
pub struct Effects {
    callback: Callback,
    /// Warnings that the page has heard.
    told: RefCell<Vec<Warning>>,
}

impl Effects {
    /// Calls `callback` with each effect.
    pub fn new(callback: Callback) -> Self {
        Self { callback, told: RefCell::default() }
    }

    fn send(&self, kind: &str, a: &str, b: &str, c: &str) -> Option<String> {
        self.callback.call(&JsValue::UNDEFINED, kind, a, b, c)
    }

    /// The widget stands, with these corrections of its settings.
    pub fn ready(&self, warnings: &[Warning]) {
        self.warn(warnings);
        #[derive(serde::Serialize)]
        struct Ready<'a> {
            warnings: &'a [Warning],
        }
        self.emit("ready", &json::to_string(&Ready { warnings }));
    }

    /// Settings were corrected. Each correction is told once, until it is not needed any more.
    pub fn warn(&self, warnings: &[Warning]) {
        let told = self.told.replace(warnings.to_vec());
        for warning in warnings.iter().filter(|warning| !told.contains(warning)) {
            self.emit("warning", &json::to_string(warning));
        }
    }

    /// The page has heard of these corrections.
    #[cfg(feature = "embed")]
    pub fn have_told(&self, warnings: &[Warning]) {
        self.told.replace(warnings.to_vec());
    }

    /// The survey cannot show.
    pub fn error(&self, error: &SettingError) {
        self.emit("error", &json::to_string(error));
    }
}

impl Host for Effects {
    fn opened(&self) {
        self.send("opened", "", "", "");
    }

    fn submit(&self, event: &str) -> Option<Vec<(String, String)>> {
        let context = self.send("submit", event, "", "")?;
        Some(read::pairs(&context).map(|(key, text)| (key.to_owned(), text.to_owned())).collect())
    }

    fn shorten(&self, body: &str) {
        self.send("shorten", body, "", "");
    }

    fn save(&self, id: &str, body: &str, state: State) {
        self.send("save", id, body, state.key());
    }

    fn emit(&self, name: &str, detail: &str) {
        self.send("emit", name, detail, "");
    }

    fn remember(&self, outcome: &str) {
        self.send("remember", outcome, "", "");
    }

    fn retry(&self) {
        self.send("retry", "", "", "");
    }

    fn close(&self) {
        self.send("close", "", "", "");
    }
}
