//! `<Survey>`: one survey on one page.

mod colours;
mod config;
mod follow_up;
mod frame;
mod listen;
mod message;
mod scale;
mod score;
mod thanks;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use meetpunt_core::session::{Effect, Input, Session, Step};
use meetpunt_core::settings::Warning;
use meetpunt_core::wire::json;
use web_sys::HtmlElement;
use yew::prelude::*;

pub use config::Config;
use listen::Listeners;
pub use message::Message;

use crate::browser;
use crate::host::Host;

/// What `<Survey>` needs.
#[derive(Clone, Properties)]
pub struct Props {
    /// Settings, facts about the visit and words. A new one takes effect at once; the answer so far stays unless the metric or its scale changes.
    pub config: Rc<Config>,
    /// Who keeps, sends and tells.
    pub host: Rc<dyn Host>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.config, &other.config)
    }
}

/// One survey: asks, scores, and hands the finished body to its [`Host`].
///
/// It draws into the node where it is mounted (the loader gives it the element's shadow root) and listens only on its own
/// frame; both go with it.
pub struct Survey {
    session: Session,
    open: bool,
    frame: NodeRef,
    listeners: Option<Listeners>,
    focus: Option<&'static str>,
    came_from: Option<HtmlElement>,
    announced: bool,
    timer: Option<Timeout>,
    /// The accent that was corrected last, to say it once.
    corrected: Option<Warning>,
}

impl Component for Survey {
    type Message = Message;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            session: open_session(),
            open: true,
            frame: NodeRef::default(),
            listeners: None,
            focus: None,
            came_from: None,
            announced: false,
            timer: None,
            corrected: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        let asked = |props: &Props| {
            let measure = props.config.settings.first.measure;
            (measure.metric(), measure.scale())
        };
        if asked(context.props()) != asked(old) {
            self.session = open_session();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Input(input) => self.handle(context, input),
            Message::Show => self.open = true,
            Message::Hide => self.open = false,
            Message::Announce => self.announced = true,
            Message::CameFrom(element) => self.came_from = Some(element),
            Message::Rest => self.rest(context),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        if !self.open {
            return Html::default();
        }
        frame::frame(self, &context.props().config)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        if !self.open {
            self.listeners = None;
            self.timer = None;
            self.announced = false;
            return;
        }
        if self.listeners.is_none() {
            self.listeners = Listeners::on(&self.frame, context.link());
            if context.props().config.floating() {
                browser::open_popover(&self.frame);
                self.after(context, ANNOUNCE_AFTER, Message::Announce);
            }
        }
        let corrected = colours::correct(&self.frame);
        if let Some(warning) = corrected.as_ref().filter(|_| corrected != self.corrected) {
            context.props().host.emit("warning", &json::to_string(warning));
        }
        self.corrected = corrected;
        if let Some(selector) = self.focus.take() {
            browser::focus(&self.frame, selector);
        }
    }
}

/// A live region must stand a moment before its text is set, or screen readers stay silent.
const ANNOUNCE_AFTER: u32 = 150;

/// How long a survey that closes by itself waits again while the visitor is on it.
const REST_AGAIN: u32 = 5_000;

fn open_session() -> Session {
    let now = browser::now();
    Session::new(browser::submission_id(now), now)
}

impl Survey {
    fn handle(&mut self, context: &Context<Self>, input: Input) {
        let Props { config, host } = context.props();
        let before = self.session.step();
        let mut inputs = vec![input];
        while let Some(input) = inputs.pop() {
            let effects = self.session.handle(input, &config.settings, &config.visit, browser::now());
            for effect in effects {
                match effect {
                    Effect::Submit(event) => inputs.push(Input::Submitted(host.submit(&event))),
                    Effect::Save { id, body, state } => host.save(&id, &body, state),
                    Effect::Emit(name, detail) => host.emit(name, &detail),
                    Effect::Remember(outcome) => host.remember(outcome),
                    Effect::Retry => host.retry(),
                    Effect::Close => self.close(host.as_ref()),
                    Effect::FocusScale => self.focus = Some(":checked, input"),
                    Effect::FocusStep if browser::holds_focus(&self.frame) => {
                        self.focus = Some("[part=question], [part=thanks]");
                    }
                    Effect::FocusStep => {}
                }
            }
        }
        if before != Step::Thanks
            && self.session.step() == Step::Thanks
            && let Some(delay) = config.settings.auto_close
        {
            self.after(context, delay.saturating_mul(1_000), Message::Rest);
        }
    }

    /// The time for closing by itself is over: not while the visitor reads or uses it.
    fn rest(&mut self, context: &Context<Self>) {
        let busy = self
            .frame
            .cast::<HtmlElement>()
            .is_some_and(|frame| frame.matches(":hover, :focus-within").unwrap_or(false));
        if busy {
            self.after(context, REST_AGAIN, Message::Rest);
        } else {
            self.handle(context, Input::Close);
        }
    }

    fn close(&mut self, host: &dyn Host) {
        if let Some(element) = self.came_from.take()
            && browser::holds_focus(&self.frame)
        {
            let _ = element.focus();
        }
        self.open = false;
        host.close();
    }

    fn after(&mut self, context: &Context<Self>, milliseconds: u32, message: Message) {
        let link = context.link().clone();
        self.timer = Some(Timeout::new(milliseconds, move || link.send_message(message)));
    }
}
