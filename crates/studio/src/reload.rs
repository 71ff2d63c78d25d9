//! Loading the studio again once it was built anew: for who works on it, with `cargo xtask preview --dev`.

use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestCache, RequestInit, Response};
use yew::prelude::*;

/// Milliseconds between two looks.
const PAUSE: u32 = 1000;

/// Looks whether this page has changed, where its address asks for it. Its files are named by their content, so its text tells.
#[hook]
pub fn use_reload() {
    let first = use_mut_ref(|| None::<String>);
    use_effect_with((), move |()| {
        let search = web_sys::window().and_then(|window| window.location().search().ok());
        let timer = search.filter(|search| search == "?dev").map(|_| {
            Interval::new(PAUSE, move || {
                let first = first.clone();
                spawn_local(async move {
                    let Ok(now) = page().await else {
                        // Between two builds the page may be missing for a moment.
                        return;
                    };
                    let is_other = first.borrow().as_ref().is_some_and(|first| *first != now);
                    first.borrow_mut().get_or_insert(now);
                    if let Some(window) = web_sys::window().filter(|_| is_other) {
                        // Nothing is lost: drafts are kept.
                        let _ = window.location().reload();
                    }
                });
            })
        });
        move || drop(timer)
    });
}

async fn page() -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoStore);
    let response: Response = JsFuture::from(window.fetch_with_str_and_init("./", &init)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}
