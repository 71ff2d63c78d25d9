//! The functions that the loader calls, and the way back.
//!
//! Plain functions over numbers and texts: no class, no promise, nothing that can fail. Lists travel as one text whose
//! parts are separated by U+0000, which neither markup nor JSON texts can hold. What goes wrong in here is a trap, and the
//! guard around the glue ends the module then.

mod instances;

use std::rc::Rc;

use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::Input;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};
use yew::Renderer;

use crate::host::{Callback, Effects, config};
use crate::view::{Message, Props, Survey};

/// Shows a survey in a shadow root, which is empty or holds what will be drawn first (`src/shell/early.js`). Returns its number for the other functions, or 0 when the settings forbid it: the
/// effect `emit error` has said why.
#[wasm_bindgen]
pub fn mount(root: ShadowRoot, settings: &str, visit: &str, words: &str, effect: Callback) -> u32 {
    let effects = Rc::new(Effects::new(effect));
    let Some((config, warnings)) = config(settings, visit, words, &effects) else {
        return 0;
    };
    let resumes = WHOLE && config.visit.resumes();
    let host: Element = root.unchecked_into();
    let handle = Renderer::<Survey>::with_root_and_props(host, Props { config, host: effects.clone() }).render();
    if resumes {
        effects.have_told(&warnings);
    } else {
        effects.ready(&warnings);
    }
    instances::add(handle, effects)
}

/// Takes on changed settings, facts or words.
#[wasm_bindgen]
pub fn update(id: u32, settings: &str, visit: &str, words: &str) {
    let Some(effects) = instances::with(id, |_, effects| effects.clone()) else {
        return;
    };
    if let Some((config, warnings)) = config(settings, visit, words, &effects) {
        effects.warn(&warnings);
        let host = effects;
        instances::with(id, |handle, _| handle.update(Props { config, host }));
    }
}

/// Opens a survey that was hidden.
#[wasm_bindgen]
pub fn show(id: u32) {
    instances::with(id, |handle, _| handle.send_message(Message::Show));
}

/// Hides a survey; its answer so far stays.
#[wasm_bindgen]
pub fn hide(id: u32) {
    instances::with(id, |handle, _| handle.send_message(Message::Hide));
}

/// Tells a survey whether its completed answer is safe.
#[wasm_bindgen]
pub fn settle(id: u32, safe: bool) {
    instances::with(id, |handle, _| {
        handle.send_message(Message::Input(Input::Settled(safe)));
    });
}

/// Takes a survey away with everything it holds.
#[wasm_bindgen]
pub fn destroy(id: u32) {
    instances::remove(id);
}
