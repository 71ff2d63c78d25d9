//! What stands between the page in the frame and the network: it hears what is posted, makes that slow or impossible, and takes it in
//! itself where no server does.

use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Response, ResponseInit, Window};

use crate::posting::Posting;
use crate::seen::Net;
use crate::server::COLLECT;

/// How much longer an answer takes, in milliseconds.
const LATE: i32 = 5000;

/// Stands between the page and the network for as long as it lives.
#[must_use = "dropping it gives the page its own network back"]
pub struct Between {
    window: Window,
    own: JsValue,
    _closure: Closure<dyn Fn(JsValue, JsValue) -> Promise>,
}

impl Between {
    /// Puts itself between; none where the page is out of reach. What leaves is told to `heard`. Where `is_alone`, no server takes
    /// answers in, so they are accepted here.
    pub fn new(window: &Window, net: Net, is_alone: bool, heard: impl Fn(Posting) + 'static) -> Option<Self> {
        let own = Reflect::get(window, &"fetch".into()).ok()?;
        let line = Rc::new(Line { window: window.clone(), fetch: own.clone().dyn_into().ok()?, is_alone, heard });
        let closure = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |address, options| {
            let is_posted = text(&options, "method").as_deref() == Some("POST");
            match net {
                _ if !is_posted => line.call(&address, &options),
                Net::Good => line.post(&address, &options),
                Net::Offline => Promise::reject(&js_sys::TypeError::new("offline, for a try").into()),
                Net::Slow => later(&line, address, options),
            }
        });
        Reflect::set(window, &"fetch".into(), closure.as_ref()).ok()?;
        Some(Self { window: window.clone(), own, _closure: closure })
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        // The page may be gone, and its network with it.
        let _ = Reflect::set(&self.window, &"fetch".into(), &self.own);
    }
}

/// The way on.
struct Line<F> {
    window: Window,
    fetch: Function,
    is_alone: bool,
    heard: F,
}

impl<F: Fn(Posting)> Line<F> {
    fn call(&self, address: &JsValue, options: &JsValue) -> Promise {
        let reply = self.fetch.call2(&self.window, address, options);
        Promise::resolve(&reply.unwrap_or_else(|error| Promise::reject(&error).into()))
    }

    fn post(&self, address: &JsValue, options: &JsValue) -> Promise {
        let url = address.as_string().unwrap_or_default();
        let is_taken = self.is_alone && url.ends_with(COLLECT);
        let headers = Reflect::get(options, &"headers".into()).ok().filter(JsValue::is_object);
        let headers = headers.map(|headers| Object::entries(headers.unchecked_ref::<Object>())).unwrap_or_default();
        let headers = headers.iter().filter_map(|pair| {
            let pair: js_sys::Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        });
        let posting = Posting { url, headers: headers.collect(), body: text(options, "body").unwrap_or_default() };
        (self.heard)(posting);
        if is_taken { accepted() } else { self.call(address, options) }
    }
}

fn text(options: &JsValue, name: &str) -> Option<String> {
    Reflect::get(options, &name.into()).ok()?.as_string()
}

/// What a collector answers.
fn accepted() -> Promise {
    let init = ResponseInit::new();
    init.set_status(202);
    match Response::new_with_opt_str_and_init(Some("{\"stored\":1}"), &init) {
        Ok(response) => Promise::resolve(&JsValue::from(response)),
        Err(error) => Promise::reject(&error),
    }
}

/// The same call, later.
fn later<F: Fn(Posting) + 'static>(line: &Rc<Line<F>>, address: JsValue, options: JsValue) -> Promise {
    let line = Rc::clone(line);
    Promise::new(&mut move |resolve, _| {
        let (caller, address, options) = (Rc::clone(&line), address.clone(), options.clone());
        let call = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &caller.post(&address, &options));
        });
        // A page that is gone waits for nothing.
        let _ = line.window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), LATE);
    })
}
