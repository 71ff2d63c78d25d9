//! The part of the answers tab that sends a test answer.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Verdict, send::send};
use crate::clock;
use crate::draft::Draft;
use crate::posting::{Left, Posting};
use crate::snippet::is_allowed;
use crate::standard::resolved;
use crate::strings::{fill, text};
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct ProbeProps {
    pub draft: Draft,
    pub touchpoint: Touchpoint,
    pub endpoint: String,
    pub origin: String,
    /// Called when an answer has arrived.
    pub refresh: Callback<()>,
}

/// The address, the button, and what became of the answer.
#[component]
pub fn Probe(props: &ProbeProps) -> Html {
    let sent = use_state(|| None::<(Option<Posting>, Option<Verdict>)>);
    let onclick = {
        let sent = sent.clone();
        let ProbeProps { draft, touchpoint, endpoint, origin, refresh } = props;
        let (draft, touchpoint, endpoint, origin, refresh) =
            (draft.clone(), *touchpoint, endpoint.clone(), origin.clone(), refresh.clone());
        move |_: MouseEvent| {
            let settings = resolved(&draft, touchpoint);
            let pairs = draft.pairs(touchpoint);
            let posting = settings.and_then(|settings| {
                Posting::test(&settings, &pairs, &endpoint, &origin, clock::milliseconds(), random())
            });
            let Some(posting) = posting else {
                sent.set(Some((None, Some(Verdict::NotAllowed))));
                return;
            };
            sent.set(Some((Some(posting.clone()), None)));
            let (sent, refresh) = (sent.clone(), refresh.clone());
            spawn_local(async move {
                let verdict = send(&posting).await;
                sent.set(Some((Some(posting), Some(verdict))));
                refresh.emit(());
            });
        }
    };
    let is_waiting = matches!(&*sent, Some((_, None)));
    html! {
        <section class="probe" aria-labelledby="probe-title">
            <div class="head-line">
                <h2 id="probe-title">{ text().probe }</h2>
                <button type="button" class="outlined" id="probe" disabled={is_waiting} {onclick}>{ text().probe_send }</button>
            </div>
            <p class="help">{ fill(text().probe_help, &[("endpoint", &props.endpoint)]) }</p>
            <div role="status">
                if let Some((_, Some(verdict))) = &*sent {
                    { told(*verdict, &props.origin, &props.endpoint) }
                }
            </div>
            if let Some((Some(posting), _)) = &*sent {
                <Left posting={posting.clone()} />
            }
        </section>
    }
}

/// The verdict in words, and what to do about it.
fn told(verdict: Verdict, origin: &str, endpoint: &str) -> Html {
    let (class, words) = match verdict {
        Verdict::Reached(_) => ("good", text().probe_reached),
        Verdict::Refused(_) => ("bad", text().probe_refused),
        Verdict::Redirected => ("bad", text().probe_redirected),
        Verdict::WithoutCors => ("bad", text().probe_cors),
        Verdict::Silent => ("bad", text().probe_silent),
        Verdict::NotAllowed if is_allowed(endpoint) => ("bad", text().cannot_try),
        Verdict::NotAllowed => ("bad", text().probe_not_https),
    };
    let status = match verdict {
        Verdict::Reached(status) | Verdict::Refused(status) => status.to_string(),
        _ => String::new(),
    };
    let lines = format!(
        "Access-Control-Allow-Origin: {origin}\nAccess-Control-Allow-Methods: POST\nAccess-Control-Allow-Headers: content-type\n\
         Access-Control-Expose-Headers: Retry-After"
    );
    html! {
        <>
            <p class={classes!("verdict", class)}>{ fill(words, &[("status", &status)]) }</p>
            if verdict == Verdict::WithoutCors {
                <pre class="code" tabindex="0" role="region" aria-label={text().probe_headers}><code>{ lines }</code></pre>
            }
        </>
    }
}

/// Random bytes for an id; it names a test answer only.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 255")]
fn random() -> [u8; 10] {
    [(); 10].map(|()| (js_sys::Math::random() * 256.0) as u8)
}
