//! The way into the shop page: a same-origin frame with one `<meetpunt-survey>` in it.
//!
//! Nodes of the frame belong to another window, so `instanceof` says no to all of them: they are cast unchecked here,
//! after a null check.

use gloo_events::EventListener;
use js_sys::{Function, JSON, Promise, Reflect};
use meetpunt_core::site::setting;
use serde_json::Value;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, Document, Element, HtmlElement, HtmlIFrameElement, ScrollBehavior, ScrollToOptions, Window,
};
use yew::NodeRef;

use crate::colour::Colour;
use crate::seen::Seen;
use crate::touchpoint::Touchpoint;

/// The widget's element.
const SURVEY: &str = "meetpunt-survey";
/// The events that the studio listens to, without `meetpunt:`.
const EVENTS: [&str; 8] = ["shown", "answered", "dismissed", "delivered", "undelivered", "warning", "error", "skipped"];

/// What of the survey can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The score step, or what shows until it does.
    Score,
    /// The follow-up or the thank-you.
    Later,
    /// Nothing: the visitor has closed it.
    Gone,
}

/// The frame with a shop page in it.
#[derive(Clone, PartialEq)]
pub struct Bridge(HtmlIFrameElement);

impl Bridge {
    /// The frame behind a node reference; none before the first rendering.
    pub fn of(frame: &NodeRef) -> Option<Self> {
        frame.cast().map(Self)
    }

    /// The frame as a target of `load`.
    pub fn frame(&self) -> &HtmlIFrameElement {
        &self.0
    }

    /// The window of the page.
    pub fn window(&self) -> Option<Window> {
        self.0.content_window()
    }

    fn document(&self) -> Option<Document> {
        self.0.content_document()
    }

    fn survey(&self) -> Option<HtmlElement> {
        let element = self.document()?.query_selector(SURVEY).ok()??;
        Some(element.unchecked_into())
    }

    /// The shop page in the frame; none for any other page.
    pub fn touchpoint(&self) -> Option<Touchpoint> {
        // The document is out of reach on a page from elsewhere; its address would throw.
        self.document()?;
        let path = self.window()?.location().pathname().ok()?;
        Touchpoint::of_path(&path)
    }

    /// Opens a page without leaving an entry in the tab's history.
    pub fn open(&self, touchpoint: Touchpoint) {
        if let Some(window) = self.window() {
            let base = web_sys::window().and_then(|window| window.document()?.base_uri().ok()?);
            let url = web_sys::Url::new_with_base(touchpoint.page(), &base.unwrap_or_default());
            if let Ok(url) = url {
                // Navigating a frame of our own is never refused.
                let _ = window.location().replace(&url.href());
            }
        }
    }

    /// Sets the survey's attributes and its accent; what is equal already stays untouched.
    pub fn apply(&self, attributes: &[(String, String)], accent: Option<Colour>) {
        let Some(survey) = self.survey() else {
            return;
        };
        for name in survey.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let is_wanted = attributes.iter().any(|(known, _)| *known == name);
            if is_setting(&name) && !is_wanted {
                set(&survey, &name, None);
            }
        }
        for (name, value) in attributes {
            set(&survey, name, Some(value));
        }
        let style = survey.style();
        // Both are refused only for read-only styles, which an element's own is not.
        let _ = match accent {
            Some(colour) => style.set_property("--meetpunt-accent", &colour.to_string()),
            None => style.remove_property("--meetpunt-accent").map(|_| ()),
        };
    }

    /// Makes the survey a trial run that posts to `target`.
    pub fn preview(&self, target: &str) {
        if let Some(survey) = self.survey() {
            set(&survey, "preview", Some(target));
        }
    }

    /// Puts circumstances on the page: its direction with its language, and the size of its text.
    pub fn see(&self, seen: Seen, touchpoint: Touchpoint) {
        let root = self.document().and_then(|document| document.document_element());
        let Some(root) = root.map(|root| root.unchecked_into::<HtmlElement>()) else {
            return;
        };
        set(&root, "dir", seen.right_to_left.then_some("rtl"));
        set(&root, "lang", Some(if seen.right_to_left { "ar" } else { touchpoint.language() }));
        // Both are refused only for read-only styles.
        let _ = match seen.large {
            true => root.style().set_property("font-size", "200%"),
            false => root.style().remove_property("font-size").map(|_| ()),
        };
    }

    /// Whether the loader has run, so that the survey is more than an unknown tag.
    pub fn is_alive(&self) -> bool {
        let defined = |window: Window| window.custom_elements().get(SURVEY);
        self.window().is_some_and(|window| !defined(window).is_undefined())
    }

    /// The least side of a point of the scale, in CSS pixels, while one is shown.
    pub fn least_point(&self) -> Option<f64> {
        let root = self.survey()?.shadow_root()?;
        let points = root.query_selector_all("[part~=point]").ok()?;
        let sides = (0..points.length()).filter_map(|place| {
            let area = points.item(place)?.unchecked_into::<Element>().get_bounding_client_rect();
            Some(area.width().min(area.height()))
        });
        sides.reduce(f64::min).filter(|side| *side > 0.0)
    }

    /// How far the visitor in the frame has come.
    pub fn step(&self) -> Step {
        let root = self.survey().and_then(|survey| survey.shadow_root());
        let has =
            |selector: &str| root.as_ref().is_some_and(|root| matches!(root.query_selector(selector), Ok(Some(_))));
        if has("slot, [part~=scale]") {
            Step::Score
        } else if has("[part~=frame]") {
            Step::Later
        } else {
            Step::Gone
        }
    }

    /// Shows the survey from its first step.
    pub async fn show_again(&self) {
        if let Some(survey) = self.survey() {
            // What goes wrong in there is told by `meetpunt:error`.
            let _ = call(&survey, "reset").await;
            self.reveal();
        }
    }

    /// Scrolls the shop page, and nothing around it, so that an inline survey can be seen.
    pub fn reveal(&self) {
        let (Some(window), Some(survey)) = (self.window(), self.survey()) else {
            return;
        };
        let area = survey.get_bounding_client_rect();
        let height = window.inner_height().ok().and_then(|height| height.as_f64());
        let height = height.unwrap_or_default();
        if area.height() == 0.0 || (area.top() >= 0.0 && area.bottom() <= height) {
            return;
        }
        let gap = ((height - area.height()) / 2.0).max(16.0);
        let top = window.scroll_y().unwrap_or_default() + area.top() - gap;
        let options = ScrollToOptions::new();
        options.set_top(top);
        options.set_behavior(ScrollBehavior::Smooth);
        window.scroll_to_with_scroll_to_options(&options);
    }

    /// Hears what the survey says, and when its page is left. Name and detail go to `heard`.
    #[must_use = "dropping the listeners ends them"]
    pub fn listen(
        &self,
        heard: impl Fn(&'static str, Value) + Clone + 'static,
        left: impl FnOnce() + 'static,
    ) -> Vec<EventListener> {
        let (Some(document), Some(window)) = (self.document(), self.window()) else {
            return Vec::new();
        };
        let listener = |name: &'static str| {
            let heard = heard.clone();
            EventListener::new(&document, format!("meetpunt:{name}"), move |event| {
                let event: &CustomEvent = event.unchecked_ref();
                heard(name, value(&event.detail()));
            })
        };
        let mut listeners: Vec<_> = EVENTS.into_iter().map(listener).collect();
        listeners.push(EventListener::once(&window, "pagehide", move |_| left()));
        listeners
    }
}

/// Whether an attribute is the studio's to set. Others on the element are the page's own and stay.
fn is_setting(attribute: &str) -> bool {
    let stem = attribute.split('.').next().unwrap_or(attribute);
    stem == "survey" || stem.starts_with("context-") || (stem != "preview" && setting(stem).is_some())
}

fn set(element: &Element, name: &str, wanted: Option<&str>) {
    let found = element.get_attribute(name);
    if found.as_deref() == wanted {
        return;
    }
    // A name that HTML does not allow is one that no page could write either.
    let _ = match wanted {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

async fn call(element: &HtmlElement, method: &str) -> Result<(), JsValue> {
    let function: Function = Reflect::get(element, &method.into())?.dyn_into()?;
    let result = function.call0(element)?;
    JsFuture::from(Promise::resolve(&result)).await.map(|_| ())
}

fn value(detail: &JsValue) -> Value {
    let text = JSON::stringify(detail).ok().and_then(|text| text.as_string());
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}
