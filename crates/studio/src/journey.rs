//! The studio and the shop page kept in step: settings go in, events come out.

use std::cell::RefCell;

use gloo_events::EventListener;
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::action::Action;
use crate::bridge::{Bridge, Step};
use crate::clock;
use crate::net::Between;
use crate::notice::Notice;
use crate::posting::Posting;
use crate::server::COLLECT;
use crate::state::{Frame, Server, Studio};
use crate::strings::text;

/// Keeps the page in the frame as the studio says. Returns what shows its survey once more.
#[hook]
pub fn use_journey(node: &NodeRef, studio: &Studio, act: &Callback<Action>, refresh: &Callback<()>) -> Callback<()> {
    use_loading(node, act, refresh);
    use_opening(node, studio);
    use_sight(node, studio, act);
    use_settings(node, studio);
    use_width(node, studio);
    let node = node.clone();
    use_callback((), move |_: (), _| {
        if let Some(bridge) = Bridge::of(&node) {
            spawn_local(async move { bridge.show_again().await });
        }
    })
}

/// Tells when a page has loaded, and what its survey says from then on.
#[hook]
fn use_loading(node: &NodeRef, act: &Callback<Action>, refresh: &Callback<()>) {
    let (node, act, refresh) = (node.clone(), act.clone(), refresh.clone());
    use_effect_with((), move |_| {
        let listener = Bridge::of(&node).map(|bridge| {
            let frame = bridge.frame().clone();
            let heard = RefCell::new(Vec::new());
            EventListener::new(&frame, "load", move |_| {
                let told = {
                    let (act, refresh, bridge) = (act.clone(), refresh.clone(), bridge.clone());
                    move |name: &'static str, detail: Value| {
                        if name == "shown" {
                            act.emit(Action::Measured(bridge.least_point()));
                        }
                        tell(name, &detail, &act, &refresh);
                    }
                };
                let left = act.reform(|()| Action::PageLeft);
                // The listeners of the page before this one end here.
                heard.replace(bridge.listen(told, move || left.emit(())));
                let touchpoint = bridge.touchpoint();
                act.emit(Action::PageLoaded(touchpoint));
                // The loader is async, and async scripts run before `load`.
                if touchpoint.is_some() && !bridge.is_alive() {
                    act.emit(Action::Report(Notice::error(text().not_started)));
                }
            })
        });
        move || drop(listener)
    });
}

fn tell(name: &str, detail: &Value, act: &Callback<Action>, refresh: &Callback<()>) {
    match name {
        "delivered" => refresh.emit(()),
        _ => {
            if let Some(notice) = Notice::of_event(name, detail, text()) {
                act.emit(Action::Report(notice));
            }
        }
    }
}

/// Opens the page that the marketer has turned to. The first one comes with the frame.
#[hook]
fn use_opening(node: &NodeRef, studio: &Studio) {
    let node = node.clone();
    let touchpoint = studio.touchpoint;
    use_effect_with(studio.opened, move |opened| {
        if let Some(bridge) = Bridge::of(&node).filter(|_| *opened > 0) {
            bridge.open(touchpoint);
        }
    });
}

/// Puts the circumstances on the page, each page anew.
#[hook]
fn use_sight(node: &NodeRef, studio: &Studio, act: &Callback<Action>) {
    let (node, act) = (node.clone(), act.clone());
    let is_alone = studio.server == Server::Missing;
    let now = (studio.seen, studio.touchpoint, studio.visit, studio.frame == Frame::Ready, is_alone);
    use_effect_with(now, move |(seen, touchpoint, _, is_ready, is_alone)| {
        let bridge = Bridge::of(&node).filter(|_| *is_ready);
        if let Some(bridge) = &bridge {
            bridge.see(*seen, *touchpoint);
        }
        let heard = move |posting: Posting| {
            if let Some(answer) = posting.answer(&clock::now()) {
                act.emit(Action::Posted(Box::new(answer), Box::new(posting)));
            }
        };
        let between = bridge.and_then(|bridge| Between::new(&bridge.window()?, seen.net, *is_alone, heard));
        move || drop(between)
    });
}

/// What a survey cannot take on while it runs, and what it no longer shows after the score.
#[derive(Clone, PartialEq)]
struct Start {
    visit: u32,
    metric: String,
    display: String,
    /// The page's language decides about the survey's.
    right_to_left: bool,
    /// Every attribute that is not for the eye alone.
    asked: Vec<(String, String)>,
}

/// Hands the settings to the survey, and shows it from the first step where the change could not be seen otherwise.
#[hook]
fn use_settings(node: &NodeRef, studio: &Studio) {
    let began = use_mut_ref(|| None);
    let node = node.clone();
    let is_ready = studio.frame == Frame::Ready && studio.server != Server::Unknown;
    let attributes = studio.draft.shown(studio.touchpoint);
    let of = |name| studio.draft.text(studio.touchpoint, name).to_owned();
    let asked = attributes.iter().filter(|(name, _)| !matches!(name.as_str(), "theme" | "lang"));
    let start = Start {
        visit: studio.visit,
        metric: of("metric"),
        display: of("display"),
        right_to_left: studio.seen.right_to_left,
        asked: asked.cloned().collect(),
    };
    let settings = (attributes, studio.draft.accent);
    use_effect_with((is_ready, start, settings), move |(is_ready, start, settings)| {
        let Some(bridge) = Bridge::of(&node).filter(|_| *is_ready) else {
            return;
        };
        let (attributes, accent) = settings;
        let step = bridge.step();
        bridge.preview(COLLECT);
        bridge.apply(attributes, *accent);
        let before: Option<Start> = began.borrow_mut().replace(start.clone());
        let Some(before) = before.filter(|before| before.visit == start.visit) else {
            return match start.display.as_str() {
                // It shows by itself once it can be seen, as it will in the shop.
                "" | "inline" => bridge.reveal(),
                _ => spawn_local(async move { bridge.show_again().await }),
            };
        };
        let is_other = before.metric != start.metric
            || before.display != start.display
            || before.right_to_left != start.right_to_left;
        let is_unseen = match step {
            Step::Score => false,
            Step::Later => before.asked != start.asked,
            Step::Gone => true,
        };
        if is_other || is_unseen {
            spawn_local(async move { bridge.show_again().await });
        }
    });
}

/// Brings the survey back into view when the page is drawn in another width.
#[hook]
fn use_width(node: &NodeRef, studio: &Studio) {
    let node = node.clone();
    use_effect_with(studio.width, move |_| {
        if let Some(bridge) = Bridge::of(&node) {
            bridge.reveal();
        }
    });
}
