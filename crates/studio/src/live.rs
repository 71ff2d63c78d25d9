//! Answers as they arrive: the server says when there is more to read.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use web_sys::EventSource;
use yew::prelude::*;

/// Where the server says so, by server-sent events.
const STREAM: &str = "/events/stream";
/// Milliseconds between two looks where it does not.
const PAUSE: u32 = 5000;

/// Refreshes the answers whenever one was stored, as long as the server shows them.
#[hook]
pub fn use_live(is_there: bool, refresh: &Callback<()>) {
    let is_silent = use_state(|| false);
    {
        let (refresh, is_silent) = (refresh.clone(), is_silent.clone());
        use_effect_with(is_there, move |is_there| {
            let source = is_there.then(|| EventSource::new(STREAM).ok()).flatten();
            let listeners = source.as_ref().map(|source| {
                // After a break, too: what came meanwhile was told to nobody.
                let reads = ["open", "stored"].map(|name| {
                    let refresh = refresh.clone();
                    EventListener::new(source, name, move |_| refresh.emit(()))
                });
                let ended = {
                    let source = source.clone();
                    EventListener::new(&source.clone(), "error", move |_| {
                        is_silent.set(source.ready_state() == EventSource::CLOSED);
                    })
                };
                (reads, ended)
            });
            move || {
                drop(listeners);
                if let Some(source) = source {
                    source.close();
                }
            }
        });
    }
    let refresh = refresh.clone();
    use_effect_with(is_there && *is_silent, move |is_asking| {
        let timer = is_asking.then(|| Interval::new(PAUSE, move || refresh.emit(())));
        move || drop(timer)
    });
}
