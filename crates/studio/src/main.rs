//! The studio: a workbench where marketers design a survey on a sample shop, try it, and take its code along.
//!
//! It knows the widget only as every page does: by the element's attributes, methods and events. Scores and texts come
//! from `meetpunt-core`, the same code that runs in the widget.

mod accent;
mod action;
mod advice;
mod answer;
mod app;
mod ask;
mod bridge;
mod catalogue;
mod checklist;
mod clock;
mod codec;
mod colour;
mod controls;
mod copy;
mod design;
mod draft;
mod findings;
mod form;
mod handover;
mod journey;
mod keep;
mod live;
mod log;
mod map;
mod net;
mod notice;
mod notices;
mod page;
mod past;
mod pictures;
mod posting;
mod probe;
mod reload;
mod score;
mod seen;
mod server;
mod snippet;
mod standard;
mod start;
mod state;
mod status;
mod strings;
mod tabs;
mod templates;
mod texts;
mod touchpoint;
mod trial;

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("studio")) {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
