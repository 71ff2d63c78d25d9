//! One set of native listeners around the survey, instead of one a control.
//!
//! Yew's own event delegation never takes its listeners off a root again, so surveys that come and go would leave them
//! behind; these end when the survey goes.

use gloo_events::{EventListener, EventListenerOptions};
use meetpunt_core::cut::WHOLE;
use meetpunt_core::session::Input;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, Node};
use yew::NodeRef;
use yew::html::Scope;

use super::{Message, Survey};

/// The listeners of one survey.
#[must_use = "listeners end when this is dropped"]
pub struct Listeners {
    _listeners: Vec<EventListener>,
}

impl Listeners {
    /// Listens on a node; `None` while it is not drawn.
    pub fn on(node: &NodeRef, link: &Scope<Survey>) -> Option<Self> {
        let node = node.cast::<Element>()?;
        let listen = |name: &'static str, read: fn(&Event) -> Option<Message>| {
            let link = link.clone();
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&node, name, options, move |event| {
                if let Some(message) = read(event) {
                    link.send_message(message);
                }
            })
        };
        let mut listeners = vec![
            listen("click", clicked),
            listen("change", changed),
            listen("input", typed),
            listen("keydown", pressed),
            listen("focusin", entered),
        ];
        if WHOLE {
            listeners.push(listen("cancel", cancelled));
        }
        Some(Self { _listeners: listeners })
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether choosing a point gives it.
fn taps(element: &Element) -> bool {
    WHOLE && element.closest("[data-send]").is_ok_and(|found| found.is_some())
}

fn clicked(event: &Event) -> Option<Message> {
    let target = target(event)?;
    if taps(&target)
        && let Some(radio) = target.dyn_ref::<HtmlInputElement>().filter(|input| input.name() == "score")
    {
        return Some(Message::Tap(Input::Choose(radio.value().parse().ok()?)));
    }
    let button = target.closest("button").ok()??;
    let input = match button.get_attribute("part")?.as_str() {
        "send" => Input::Send,
        "back" => Input::Back,
        "close" => Input::Close,
        "handle" if WHOLE => return Some(Message::Handle),
        "not-applicable" if WHOLE && taps(&button) => return Some(Message::Tap(Input::NotApplicable)),
        "not-applicable" if WHOLE => Input::NotApplicable,
        _ => return None,
    };
    Some(Message::Input(input))
}

fn changed(event: &Event) -> Option<Message> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let input = match field.name().as_str() {
        // A tap is a click as well.
        "score" if taps(&field) => return None,
        "score" => Input::Choose(field.value().parse().ok()?),
        "reason" if WHOLE => Input::Reason(field.value()),
        _ => return None,
    };
    Some(Message::Input(input))
}

fn typed(event: &Event) -> Option<Message> {
    let target = event.target()?;
    let input = match target.dyn_into::<HtmlTextAreaElement>() {
        Ok(field) => Input::Comment(field.value()),
        Err(target) if WHOLE => {
            let field = target.dyn_into::<HtmlInputElement>().ok().filter(|field| field.name() == "contact")?;
            Input::Contact(field.value())
        }
        Err(_) => return None,
    };
    Some(Message::Input(input))
}

/// Escape closes while focus is inside. Enter on a point or in a line of text sends, as it does in any form. Other keys on a point
/// go by `meetpunt_core::keys`, unless the browser's own radio buttons do the same.
fn pressed(event: &Event) -> Option<Message> {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let key = event.key();
    if key == "Escape" {
        let around: Element = event.current_target()?.dyn_into().ok()?;
        around.query_selector("[part=close]").ok()??;
        event.stop_propagation();
        // Of a dialog the browser would ask as well.
        event.prevent_default();
        return Some(Message::Input(Input::Close));
    }
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let is_point = field.name() == "score";
    if key == "Enter" {
        event.prevent_default();
        return Some(if is_point && taps(&field) {
            Message::Tap(Input::Choose(field.value().parse().ok()?))
        } else {
            Message::Input(Input::Send)
        });
    }
    // Native arrows choose, in the order of the document: not what is seen from the right to the left, and too much for a tap.
    let native = key.starts_with("Arrow") && field.matches(":dir(ltr)").unwrap_or(true) && !taps(&field);
    let ours = matches!(key.as_bytes(), [b'0'..=b'9'] | b"Home" | b"End") || key.starts_with("Arrow");
    if !is_point || native || !ours {
        return None;
    }
    event.prevent_default();
    Some(Message::Key(key, field.value().parse().ok()?))
}

/// Escape in a dialog, wherever focus is.
fn cancelled(event: &Event) -> Option<Message> {
    event.prevent_default();
    Some(Message::Input(Input::Close))
}

/// Remembers where focus was on the page, to give it back.
fn entered(event: &Event) -> Option<Message> {
    let around: Node = event.current_target()?.dyn_into().ok()?;
    let event: &FocusEvent = event.unchecked_ref();
    let from: HtmlElement = event.related_target()?.dyn_into().ok()?;
    (!around.contains(Some(&from))).then_some(Message::CameFrom(from))
}
