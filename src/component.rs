//! `<Survey>` for Yew programs: the view with the loader's delivery, and no loader.
//!
//! ```no_run
//! use meetpunt::{Metric, Survey, SurveyConfig, SurveyEvent};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Thanks() -> Html {
//!     let config = SurveyConfig::new(Metric::Nps).touchpoint("order-confirmation").endpoint("/collect");
//!     let heard = use_state(String::new);
//!     let onevent = {
//!         let heard = heard.clone();
//!         Callback::from(move |event: SurveyEvent| heard.set(event.name))
//!     };
//!     html! { <><Survey {config} {onevent} /><p>{ &*heard }</p></> }
//! }
//! ```

mod config;
mod event;
mod page;
mod running;

pub use config::{Storage, SurveyConfig};
pub use event::{Answered, Submit, SurveyEvent};
use running::{Callbacks, Running};
use yew::prelude::*;

/// What `<Survey>` takes.
#[derive(Clone, PartialEq, Properties)]
pub struct SurveyProps {
    /// What is asked, how it looks, where answers go. A changed one shows at once; the answer so far stays unless the metric or its
    /// scale changes.
    pub config: SurveyConfig,
    /// Hears everything that happens, as pages hear it by events; also what becomes of an answer after the survey is gone.
    #[prop_or_default]
    pub onevent: Callback<SurveyEvent>,
    /// Sees each state of an answer, a CloudEvent as JSON, before it is saved, and decides what becomes of it. Without it, it is sent.
    #[prop_or_default]
    pub onsubmit: Option<Callback<String, Submit>>,
    /// The visitor has closed the survey, answered or not. It draws nothing any more; mount it anew to ask again.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// Classes of the element around the survey, for `::part()` and custom properties.
    #[prop_or_default]
    pub class: Classes,
    /// Its style, such as `--meetpunt-accent: #7a1fa2`.
    #[prop_or_default]
    pub style: Option<AttrValue>,
}

impl SurveyProps {
    fn callbacks(&self) -> Callbacks {
        Callbacks { onevent: self.onevent.clone(), onsubmit: self.onsubmit.clone(), onclose: self.onclose.clone() }
    }
}

/// What happens to `<Survey>`.
#[doc(hidden)]
pub enum Message {
    /// The rules and the outbox have been asked whether it may show: for which time, and the answer.
    Prepared(u32, bool),
    /// Whether a completed answer is safe.
    Settled(bool),
    /// The visitor's preference for dark or light has changed.
    Refresh,
    /// The visitor closed it.
    Leave,
}

/// One survey, shown for as long as it is mounted and until the visitor closes it.
///
/// It stands in the shadow root of one `<div>`. What was answered is delivered even when it is unmounted at once.
pub struct Survey {
    element: NodeRef,
    running: Option<Running>,
}

impl Component for Survey {
    type Message = Message;
    type Properties = SurveyProps;

    fn create(_context: &Context<Self>) -> Self {
        Self { element: NodeRef::default(), running: None }
    }

    fn changed(&mut self, context: &Context<Self>, old: &SurveyProps) -> bool {
        let props = context.props();
        if let Some(running) = &mut self.running {
            running.set_callbacks(props.callbacks());
            if props.config != old.config {
                running.change(&props.config, context.link());
            }
        }
        props.class != old.class || props.style != old.style || props.config != old.config
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        if let Some(running) = &mut self.running {
            match message {
                Message::Prepared(asked, may_show) => running.prepared(asked, may_show, &context.props().config),
                Message::Settled(safe) => running.settle(safe),
                Message::Refresh => running.change(&context.props().config, context.link()),
                Message::Leave => running.leave(),
            }
        }
        false
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let SurveyProps { config, class, style, .. } = context.props();
        // By this attribute the style sheet knows that only an inline survey takes room.
        html! {
            <div ref={&self.element} class={class.clone()} {style} display={config.text("display").cloned()} />
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            let props = context.props();
            self.running = Running::start(&self.element, props.callbacks(), context.link());
            if let Some(running) = &mut self.running {
                running.change(&props.config, context.link());
            }
        }
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.running = None;
    }
}

/// Sends what an earlier page could not, for a program that shows no survey yet. With a survey on the page it happens by itself.
pub fn send_leftovers() {
    page::send_leftovers();
}
