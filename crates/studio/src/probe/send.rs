//! Sending a posting as the widget would, and finding out why nothing came back.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
    ResponseType,
};

use super::Verdict;
use crate::posting::Posting;

/// Sends it. Where the reply cannot be read, the same is posted once more in a way that needs no permission: then it is known
/// whether anybody is there. Both carry one id, so a receiver keeps one.
pub async fn send(posting: &Posting) -> Verdict {
    match post(posting, RequestMode::Cors).await {
        Ok(response) if response.type_() == ResponseType::Opaqueredirect => Verdict::Redirected,
        Ok(response) => Verdict::of_status(response.status()),
        Err(_) => match post(posting, RequestMode::NoCors).await {
            Ok(_) => Verdict::WithoutCors,
            Err(_) => Verdict::Silent,
        },
    }
}

async fn post(posting: &Posting, mode: RequestMode) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_mode(mode);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::StrictOrigin);
    init.set_body(&JsValue::from_str(&posting.body));
    if mode == RequestMode::Cors {
        // A manual redirect is for readers of the reply only.
        init.set_redirect(RequestRedirect::Manual);
        let headers = Headers::new()?;
        for (name, value) in &posting.headers {
            headers.append(name, value)?;
        }
        init.set_headers(&headers);
    }
    let response = JsFuture::from(window.fetch_with_str_and_init(&posting.url, &init)).await?;
    Ok(response.unchecked_into())
}
