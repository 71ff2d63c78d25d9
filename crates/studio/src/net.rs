//! A slow network and none at all, for the answers of the page in the frame.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Window;

use crate::seen::Net;

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
    /// Puts itself between; none where the network is good or the page is out of reach.
    pub fn new(window: &Window, net: Net) -> Option<Self> {
        if net == Net::Good {
            return None;
        }
        let own = Reflect::get(window, &"fetch".into()).ok()?;
        let fetch: Function = own.clone().dyn_into().ok()?;
        let target = window.clone();
        let closure = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |address, options| {
            let method = Reflect::get(&options, &"method".into()).ok().and_then(|method| method.as_string());
            let call =
                || fetch.call2(&target, &address, &options).unwrap_or_else(|error| Promise::reject(&error).into());
            match (method.as_deref(), net) {
                (Some("POST"), Net::Offline) => Promise::reject(&js_sys::TypeError::new("offline, for a try").into()),
                (Some("POST"), Net::Slow) => late(&target, &fetch, &address, &options),
                _ => Promise::resolve(&call()),
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

/// The same call, later.
fn late(window: &Window, fetch: &Function, address: &JsValue, options: &JsValue) -> Promise {
    let (fetch, address, options, target) = (fetch.clone(), address.clone(), options.clone(), window.clone());
    Promise::new(&mut |resolve, _| {
        let (fetch, address, options, target) = (fetch.clone(), address.clone(), options.clone(), target.clone());
        let call = Closure::once_into_js(move || {
            let reply = fetch.call2(&target, &address, &options).unwrap_or_else(|error| Promise::reject(&error).into());
            let _ = resolve.call1(&JsValue::NULL, &reply);
        });
        // A page that is gone waits for nothing.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), LATE);
    })
}
