//! One set of native listeners on the frame, instead of one a control.
//!
//! Yew's own event delegation never takes its listeners off a root again, so surveys that come and go would leave them
//! behind; these end when the frame goes.

use gloo_events::EventListener;
use meetpunt_core::session::Input;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, Node};
use yew::NodeRef;
use yew::html::Scope;

use super::{Message, Survey};

/// The listeners of one frame.
#[must_use = "listeners end when this is dropped"]
pub struct Listeners {
    _listeners: [EventListener; 5],
}

impl Listeners {
    /// Listens on the frame; `None` while it is not drawn.
    pub fn on(frame: &NodeRef, link: &Scope<Survey>) -> Option<Self> {
        let frame = frame.cast::<Element>()?;
        let listen = |name: &'static str, read: fn(&Event) -> Option<Message>| {
            let link = link.clone();
            EventListener::new(&frame, name, move |event| {
                if let Some(message) = read(event) {
                    link.send_message(message);
                }
            })
        };
        Some(Self {
            _listeners: [
                listen("click", clicked),
                listen("change", changed),
                listen("input", typed),
                listen("keydown", pressed),
                listen("focusin", entered),
            ],
        })
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn clicked(event: &Event) -> Option<Message> {
    let button = target(event)?.closest("button").ok()??;
    let input = match button.get_attribute("part")?.as_str() {
        "send" => Input::Send,
        "back" => Input::Back,
        "close" => Input::Close,
        _ => return None,
    };
    Some(Message::Input(input))
}

fn changed(event: &Event) -> Option<Message> {
    let radio: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let value = radio.value().parse().ok()?;
    Some(Message::Input(Input::Choose(value)))
}

fn typed(event: &Event) -> Option<Message> {
    let field: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    Some(Message::Input(Input::Comment(field.value())))
}

/// Escape closes while focus is inside. Enter on a point sends, as it does in any form.
fn pressed(event: &Event) -> Option<Message> {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.is_composing() {
        return None;
    }
    let input = match event.key().as_str() {
        "Escape" => {
            let frame: Element = event.current_target()?.dyn_into().ok()?;
            frame.query_selector("[part=close]").ok()??;
            event.stop_propagation();
            Input::Close
        }
        "Enter" => {
            target(event)?.dyn_into::<HtmlInputElement>().ok()?;
            Input::Send
        }
        _ => return None,
    };
    Some(Message::Input(input))
}

/// Remembers where focus was on the page, to give it back.
fn entered(event: &Event) -> Option<Message> {
    let frame: Node = event.current_target()?.dyn_into().ok()?;
    let event: &FocusEvent = event.unchecked_ref();
    let from: HtmlElement = event.related_target()?.dyn_into().ok()?;
    (!frame.contains(Some(&from))).then_some(Message::CameFrom(from))
}
