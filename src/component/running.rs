//! A survey while its component is mounted.

use std::cell::RefCell;
use std::rc::Rc;

use meetpunt_core::session::Input;
use meetpunt_core::settings::Warning;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use yew::html::Scope;
use yew::{AppHandle, Callback, NodeRef, Renderer};

use super::page::{self, Keeper};
use super::{Message, Submit, Survey, SurveyConfig, SurveyEvent};
use crate::host::{self, Effects};
use crate::view::{self, Config};

/// What the style sheet of the survey's shadow root says: all of it, for a program asks what it likes.
const STYLES: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/widget.css"),
    include_str!("../../styles/whole.css"),
);

/// Whom the survey tells.
pub struct Callbacks {
    /// Hears everything.
    pub onevent: Callback<SurveyEvent>,
    /// Decides on each state of an answer.
    pub onsubmit: Option<Callback<String, Submit>>,
    /// Hears that the visitor closed it.
    pub onclose: Callback<()>,
}

/// Ends with all it listens to when it is dropped; what was answered is delivered all the same.
#[must_use = "the survey ends when this is dropped"]
pub struct Running {
    keeper: Keeper,
    effects: Rc<Effects>,
    callbacks: Rc<RefCell<Callbacks>>,
    stand: Stand,
    /// Counts how often it was asked whether the survey may show: an answer to an earlier question says nothing.
    asked: u32,
}

/// Whether the survey is to be seen.
enum Stand {
    /// Not yet, or not with these settings.
    Away,
    /// As soon as it may.
    Wanted,
    /// It is.
    Shown(AppHandle<view::Survey>),
    /// The visitor has closed it.
    Closed,
}

impl Running {
    /// Begins in the element of a component; `None` where that is not drawn.
    pub fn start(element: &NodeRef, callbacks: Callbacks, link: &Scope<Survey>) -> Option<Self> {
        let element: Element = element.cast()?;
        let callbacks = Rc::new(RefCell::new(callbacks));
        let told = callbacks.clone();
        let hear = Closure::<dyn Fn(String, JsValue)>::new(move |name, detail: JsValue| {
            // Not borrowed while the program is at work, which may change its callbacks.
            let onevent = told.borrow().onevent.clone();
            onevent.emit(SurveyEvent::read(name, &detail));
        });
        let asked = callbacks.clone();
        let submit = Closure::<dyn Fn(String) -> Option<String>>::new(move |event| {
            let onsubmit = asked.borrow().onsubmit.clone();
            added(onsubmit.map_or(Submit::Send, |onsubmit| onsubmit.emit(event)))
        });
        let (to_settle, to_refresh, to_leave) = (link.clone(), link.clone(), link.clone());
        let settle = Closure::<dyn Fn(bool)>::new(move |safe| to_settle.send_message(Message::Settled(safe)));
        let refresh = Closure::<dyn Fn()>::new(move || to_refresh.send_message(Message::Refresh));
        let leave = Closure::<dyn Fn()>::new(move || to_leave.send_message(Message::Leave));
        // They belong to the keeper now, which an answer under way may outlive the component with.
        let keeper = Keeper::new(
            &element,
            hear.into_js_value(),
            submit.into_js_value(),
            settle.into_js_value(),
            refresh.into_js_value(),
            leave.into_js_value(),
        );
        let effects = Rc::new(Effects::new(keeper.effect()));
        Some(Self { keeper, effects, callbacks, stand: Stand::Away, asked: 0 })
    }

    /// Tells others from now on.
    pub fn set_callbacks(&self, callbacks: Callbacks) {
        *self.callbacks.borrow_mut() = callbacks;
    }

    /// Takes over settings. What stands shows them at once; what does not shows when it may.
    pub fn change(&mut self, config: &SurveyConfig, link: &Scope<Survey>) {
        if matches!(self.stand, Stand::Closed) {
            return;
        }
        self.keeper.change(&config.flat());
        let Some((new, warnings)) = self.read(config) else {
            self.end(Stand::Away);
            return;
        };
        let stands = match &mut self.stand {
            Stand::Shown(app) => {
                self.effects.warn(&warnings);
                app.update(view::Props { config: new, host: self.effects.clone() });
                true
            }
            stand => {
                *stand = Stand::Wanted;
                false
            }
        };
        self.asked += 1;
        let asked = self.asked;
        let may_show = self.keeper.prepare(STYLES, stands);
        link.send_future(async move {
            let may_show = JsFuture::from(may_show).await.is_ok_and(|may_show| may_show.is_truthy());
            Message::Prepared(asked, may_show)
        });
    }

    /// It has been asked whether the survey may show.
    pub fn prepared(&mut self, asked: u32, may_show: bool, config: &SurveyConfig) {
        if asked != self.asked || matches!(self.stand, Stand::Closed) {
            return;
        }
        if !may_show {
            self.end(Stand::Away);
        } else if matches!(self.stand, Stand::Wanted) {
            self.stand = Stand::Away;
            // Read once more: only now it is known what was lost before.
            let Some((config, warnings)) = self.read(config) else {
                return;
            };
            let props = view::Props { config, host: self.effects.clone() };
            let root: Element = self.keeper.root().unchecked_into();
            self.stand = Stand::Shown(Renderer::<view::Survey>::with_root_and_props(root, props).render());
            self.effects.ready(&warnings);
        }
    }

    /// The outbox has said whether the completed answer is safe.
    pub fn settle(&self, safe: bool) {
        if let Stand::Shown(app) = &self.stand {
            app.send_message(view::Message::Input(Input::Settled(safe)));
        }
    }

    /// The visitor has closed the survey.
    pub fn leave(&mut self) {
        self.end(Stand::Closed);
        self.keeper.release();
        let onclose = self.callbacks.borrow().onclose.clone();
        onclose.emit(());
    }

    /// Takes away what is drawn.
    fn end(&mut self, stand: Stand) {
        if let Stand::Shown(app) = std::mem::replace(&mut self.stand, stand) {
            app.destroy();
        }
    }

    /// Settings, visit and words; `None` after telling why the survey cannot show.
    fn read(&self, config: &SurveyConfig) -> Option<(Rc<Config>, Vec<Warning>)> {
        let facts = self.keeper.facts(env!("CARGO_PKG_VERSION"));
        let words = config.language().map(page::words_of);
        let unread = words == Some(None);
        let words = words.flatten().unwrap_or_default();
        let (new, mut warnings) = host::config(&config.flat(), &facts, &words, &self.effects)?;
        if unread {
            let found = config.language().unwrap_or_default().chars().take(80).collect();
            warnings.push(Warning {
                setting: "words".into(),
                found,
                expected: "the text of a file of locales/".into(),
            });
        }
        Some((new, warnings))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end(Stand::Closed);
        self.keeper.end();
    }
}

/// The context that a decision adds, as pairs separated by U+0000; `None` when the program takes the answer.
fn added(decision: Submit) -> Option<String> {
    let context = match decision {
        Submit::Send => Vec::new(),
        Submit::SendWith(context) => context,
        Submit::Taken => return None,
    };
    let parts: Vec<String> = context.into_iter().flat_map(|(name, text)| [name, text]).collect();
    Some(parts.into_iter().map(|part| part.replace('\0', "")).collect::<Vec<_>>().join("\0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_can_add_context_or_take_the_answer() {
        assert_eq!(added(Submit::Send).as_deref(), Some(""));
        let context = vec![("plan".into(), "pro\0\0".into()), ("step".into(), "3".into())];
        assert_eq!(added(Submit::SendWith(context)).as_deref(), Some("plan\0pro\0step\x003"));
        assert_eq!(added(Submit::Taken), None);
    }
}
