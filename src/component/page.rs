//! The JavaScript that comes along: the keeper of a survey, and what it shares with the loader.
//!
//! Each file is named here, so that wasm-bindgen copies it with its place. A file that imports another one without its
//! being named would find nothing there.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};

use crate::host::Callback;

#[wasm_bindgen(module = "/src/component/keeper.js")]
extern "C" {
    /// What stands between a survey and the page. Nothing of it throws.
    pub type Keeper;

    #[wasm_bindgen(constructor)]
    pub fn new(
        element: &Element,
        hear: JsValue,
        submit: JsValue,
        settle: JsValue,
        refresh: JsValue,
        leave: JsValue,
    ) -> Keeper;

    /// What the survey is drawn in.
    #[wasm_bindgen(method, getter)]
    pub fn root(this: &Keeper) -> ShadowRoot;

    /// Does what the survey asks for.
    #[wasm_bindgen(method, getter)]
    pub fn effect(this: &Keeper) -> Callback;

    /// Takes over settings, as names and texts separated by U+0000.
    #[wasm_bindgen(method)]
    pub fn change(this: &Keeper, settings: &str);

    /// Whether the survey may show now, or go on where it stands; where not, it has told why.
    #[wasm_bindgen(method)]
    pub fn prepare(this: &Keeper, css: &str, stands: bool) -> js_sys::Promise;

    /// What the survey is told of the visit.
    #[wasm_bindgen(method)]
    pub fn facts(this: &Keeper, version: &str) -> String;

    /// The survey is closed: what waited for its completion leaves.
    #[wasm_bindgen(method)]
    pub fn release(this: &Keeper);

    /// Ends everything but the delivery of what was answered.
    #[wasm_bindgen(method)]
    pub fn end(this: &Keeper);

    /// The words of a language as pairs; `None` when the text is no file of a language.
    #[wasm_bindgen(js_name = wordsOf)]
    pub fn words_of(json: &str) -> Option<String>;

    /// Sends what an earlier page could not.
    #[wasm_bindgen(js_name = sendLeftovers)]
    pub fn send_leftovers();
}

/// Has files copied, each by the name of something that it exports.
macro_rules! carried {
    ($($file:tt $export:ident,)+) => {
        $(
            #[wasm_bindgen(module = $file)]
            extern "C" {
                #[allow(dead_code, non_snake_case, reason = "it stands for its file")]
                fn $export();
            }
        )+

        /// The files that come along with the keeper.
        #[cfg(test)]
        const CARRIED: &[&str] = &[$($file),+];
    };
}

carried! {
    "/src/shell/asked.js" today,
    "/src/shell/consent.js" allowed,
    "/src/shell/delivery.js" save,
    "/src/shell/delivery/gate.js" gateOf,
    "/src/shell/delivery/lease.js" take,
    "/src/shell/delivery/limits.js" full,
    "/src/shell/delivery/losses.js" lossesIn,
    "/src/shell/delivery/outbox.js" forgetStored,
    "/src/shell/delivery/permitted.js" permitted,
    "/src/shell/delivery/queue.js" pump,
    "/src/shell/delivery/sender.js" post,
    "/src/shell/delivery/tasks.js" flush,
    "/src/shell/delivery/verdict.js" judge,
    "/src/shell/device.js" deviceOf,
    "/src/shell/duration.js" duration,
    "/src/shell/effects.js" effectsOf,
    "/src/shell/endpoint.js" endpointOf,
    "/src/shell/events.js" emit,
    "/src/shell/facts.js" factsOf,
    "/src/shell/floating.js" float,
    "/src/shell/leftovers.js" settled,
    "/src/shell/remember.js" remember,
    "/src/shell/rules.js" refusal,
    "/src/shell/settings.js" settingsOf,
    "/src/shell/sheet.js" closeByDrag,
    "/src/shell/shown.js" whenShown,
    "/src/shell/typing.js" keepTyping,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::CARRIED;

    /// What a script imports, from the top folder on.
    fn imports(file: &Path) -> Vec<PathBuf> {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let lines = text.lines().filter(|line| line.starts_with("import ")).map(str::to_owned);
        let names = lines.filter_map(|line| Some(line.rsplit_once(" from '")?.1.strip_suffix("';")?.to_owned()));
        let folder = file.parent().expect("a file is in a folder");
        names.map(|name| folder.join(&name).canonicalize().unwrap_or_else(|error| panic!("{name}: {error}"))).collect()
    }

    #[test]
    fn every_script_that_is_imported_comes_along() {
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("the package is there");
        let mut reached = BTreeSet::new();
        let mut open = vec![top.join("src/component/keeper.js")];
        while let Some(file) = open.pop() {
            for import in imports(&file) {
                if reached.insert(import.clone()) {
                    open.push(import);
                }
            }
        }
        let carried: BTreeSet<PathBuf> = CARRIED.iter().map(|file| top.join(file.trim_start_matches('/'))).collect();
        assert_eq!(carried, reached);
    }
}
