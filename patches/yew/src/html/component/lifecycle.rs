//! The life of the one component of an app: created, drawn, told of changes, and destroyed, in one microtask each time.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::scope::Scope;
use super::{BaseComponent, Context};
use crate::dom_bundle::Bundle;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(callback: &JsValue);
}

/// A component with what it waits for. Nothing here is held while the component works, so it may send itself messages, and
/// what it calls may call in again.
pub(crate) struct App<COMP: BaseComponent> {
    /// Where it will be drawn, until it is created.
    host: Cell<Option<Element>>,
    alive: Cell<Option<Alive<COMP>>>,
    props: Cell<Option<Rc<COMP::Properties>>>,
    messages: Cell<Vec<COMP::Message>>,
    destroyed: Cell<bool>,
    /// Something waits.
    waits: Cell<bool>,
    /// A microtask is queued or running.
    awake: Cell<bool>,
    /// What the microtask calls; it lets go of the app when called.
    wake: Cell<Option<Closure<dyn FnMut()>>>,
}

struct Alive<COMP: BaseComponent> {
    component: COMP,
    context: Context<COMP>,
    bundle: Bundle,
}

impl<COMP: BaseComponent> App<COMP> {
    pub fn new(host: Element, props: Rc<COMP::Properties>) -> Rc<Self> {
        let app = Rc::new(Self {
            host: Cell::new(Some(host)),
            alive: Cell::new(None),
            props: Cell::new(Some(props)),
            messages: Cell::default(),
            destroyed: Cell::default(),
            waits: Cell::default(),
            awake: Cell::default(),
            wake: Cell::new(None),
        });
        app.schedule();
        app
    }

    pub fn send(self: &Rc<Self>, message: COMP::Message) {
        let mut messages = self.messages.take();
        messages.push(message);
        self.messages.set(messages);
        self.schedule();
    }

    pub fn change(self: &Rc<Self>, props: COMP::Properties) {
        self.props.set(Some(Rc::new(props)));
        self.schedule();
    }

    pub fn destroy(self: &Rc<Self>) {
        self.destroyed.set(true);
        self.schedule();
    }

    fn schedule(self: &Rc<Self>) {
        self.waits.set(true);
        if !self.awake.replace(true) {
            let app = self.clone();
            let wake = Closure::once(move || app.run());
            queue_microtask(wake.as_ref());
            self.wake.set(Some(wake));
        }
    }

    /// Works off what waits, and what comes to wait meanwhile.
    fn run(self: Rc<Self>) {
        let mut alive = self.alive.take();
        while self.waits.replace(false) {
            alive = self.step(alive);
        }
        self.alive.set(alive);
        self.awake.set(false);
    }

    fn step(self: &Rc<Self>, alive: Option<Alive<COMP>>) -> Option<Alive<COMP>> {
        let host = self.host.take();
        let props = self.props.take();
        if self.destroyed.get() {
            self.messages.take();
            if let Some(mut alive) = alive {
                alive.component.destroy(&alive.context);
                alive.bundle.detach();
            }
            return None;
        }
        let mut changed = false;
        let mut alive = match (alive, host, props) {
            (Some(mut alive), _, Some(props)) => {
                if alive.context.props != props {
                    let old = std::mem::replace(&mut alive.context.props, props);
                    changed = alive.component.changed(&alive.context, &old);
                }
                alive
            }
            (Some(alive), ..) => alive,
            (None, Some(host), Some(props)) => {
                let context = Context { scope: Scope { app: self.clone() }, props };
                let component = COMP::create(&context);
                let mut alive = Alive { component, context, bundle: Bundle::new(host) };
                alive.draw(true);
                alive
            }
            (None, ..) => return None,
        };
        for message in self.messages.take() {
            changed |= alive.component.update(&alive.context, message);
        }
        if changed {
            alive.draw(false);
        }
        Some(alive)
    }
}

impl<COMP: BaseComponent> Alive<COMP> {
    fn draw(&mut self, first: bool) {
        let Ok(node) = self.component.view(&self.context);
        self.bundle.draw(node);
        self.component.rendered(&self.context, first);
    }
}
