//! `<Survey>`: one survey on one page.

mod colours;
mod config;
mod drawing;
mod follow_up;
mod frame;
mod listen;
mod message;
mod scale;
mod score;
mod thanks;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use meetpunt_core::cut::WHOLE;
use meetpunt_core::keys;
use meetpunt_core::session::{Effect, Input, Session, Step};
use meetpunt_core::settings::{Asked, Display, Sending, Warning};
use meetpunt_core::wire::json;
use web_sys::HtmlElement;
use yew::prelude::*;

pub use config::Config;
use listen::Listeners;
pub use message::Message;

use crate::browser::{self, BeforePaint};
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
    /// What every step stands in.
    frame: NodeRef,
    /// What stands around the frame, where it is a dialog or has a handle.
    around: NodeRef,
    listeners: Option<Listeners>,
    /// Whether the frame that is drawn was lifted above the page and told of.
    placed: bool,
    /// What takes focus when it is drawn.
    focus: Option<String>,
    came_from: Option<HtmlElement>,
    announced: bool,
    timer: Option<Timeout>,
    /// Looks at the colours of a survey that was just put on the page.
    painting: Option<BeforePaint>,
    /// The colours that were corrected last, to say it once.
    corrected: Vec<Warning>,
}

impl Component for Survey {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let mut session = open_session();
        let mut focus = None;
        if WHOLE {
            let Config { settings, visit, .. } = &*context.props().config;
            session.resume(settings, visit);
            focus = visit.drafted("focus").next().map(field);
        }
        Self {
            open: !is_tab(context) || session.given().is_some() || session.chosen().is_some(),
            session,
            frame: NodeRef::default(),
            around: NodeRef::default(),
            listeners: None,
            placed: false,
            focus,
            came_from: None,
            announced: false,
            timer: None,
            painting: None,
            corrected: Vec::new(),
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        let (new, old) = (&context.props().config.settings, &old.config.settings);
        let measures = |asked: &[Asked]| asked.iter().map(|asked| asked.measure).collect::<Vec<_>>();
        let same = new.first.measure == old.first.measure && (!WHOLE || measures(&new.then) == measures(&old.then));
        if !same {
            self.session = open_session();
        }
        if WHOLE && new.display != old.display {
            // Another node is drawn around the steps.
            self.leave_page();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Input(input) => self.handle(context, input),
            Message::Tap(input) => {
                self.handle(context, input);
                self.handle(context, Input::Send);
            }
            Message::Key(key, from) => self.press(context, &key, from),
            Message::Handle if self.open => self.handle(context, Input::Close),
            Message::Handle | Message::Show => self.open(context),
            Message::Hide => self.open = false,
            // Drawn once more, and its colours with it.
            Message::Paint => {}
            Message::Announce => self.announced = true,
            Message::CameFrom(element) => self.came_from = Some(element),
            Message::Rest => self.rest(context),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        if !self.open && !is_tab(context) {
            return Html::default();
        }
        frame::frame(self, &context.props().config)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        if !self.open {
            self.placed = false;
            self.timer = None;
            self.announced = false;
            if !is_tab(context) {
                self.leave_page();
                return;
            }
        }
        let outer = if WHOLE && self.around.get().is_some() { &self.around } else { &self.frame };
        if self.listeners.is_none() {
            self.listeners = Listeners::on(outer, context.link());
        }
        let stood = self.placed;
        if self.open {
            self.place(context);
        }
        if stood == self.placed {
            self.correct(context);
        } else {
            // To ask for colours is to have the page laid out: of what is new, long enough for a turn of its own.
            let link = context.link().clone();
            self.painting = BeforePaint::new(move || link.send_message(Message::Paint));
        }
        if let Some(selector) = self.focus.take() {
            let outer = if WHOLE && self.around.get().is_some() { &self.around } else { &self.frame };
            browser::focus(outer, &selector);
        }
    }
}

/// A live region must stand a moment before its text is set, or screen readers stay silent.
const ANNOUNCE_AFTER: u32 = 150;

/// How long a survey that closes by itself waits again while the visitor is on it.
const REST_AGAIN: u32 = 5_000;

/// What takes focus at the top of a step.
const TOP: &str = "[part=question], [part=thanks]";

/// Whether the survey waits behind a handle.
fn is_tab(context: &Context<Survey>) -> bool {
    WHOLE && context.props().config.settings.display == Display::Tab
}

/// The field of that name; a button has none, and what follows is read from the top.
fn field(name: &str) -> String {
    match name {
        "" => TOP.into(),
        "score" => ":checked".into(),
        name => ["[name=", name, "]"].concat(),
    }
}

fn open_session() -> Session {
    let now = browser::now();
    Session::new(browser::submission_id(now), now)
}

impl Survey {
    fn handle(&mut self, context: &Context<Self>, input: Input) {
        let Props { config, host } = context.props();
        let before = self.session.step();
        let mut inputs = vec![input];
        if matches!(inputs[..], [Input::Send]) && before == Step::FollowUp {
            // Not while it is typed: that would move the caret.
            inputs.push(Input::Comment(browser::composed(self.session.comment())));
        }
        while let Some(input) = inputs.pop() {
            let effects = self.session.handle(input, &config.settings, &config.visit, browser::now());
            for effect in effects {
                match effect {
                    Effect::Submit(event) => inputs.push(Input::Submitted(host.submit(&event))),
                    Effect::Shorten(body) => host.shorten(&body),
                    Effect::Save { id, body, state } => host.save(&id, &body, state),
                    Effect::Emit(name, detail) => host.emit(name, &detail),
                    Effect::Remember(outcome) => host.remember(outcome),
                    Effect::Retry => host.retry(),
                    Effect::Close => self.close(context),
                    Effect::FocusScale => self.focus = Some(":checked, input".into()),
                    Effect::FocusStep => {
                        if browser::holds_focus(&self.frame) {
                            self.focus = Some(TOP.into());
                        }
                        browser::uncheck(&self.frame);
                    }
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

    /// Keys lead to a point; they choose it where choosing does not send yet.
    fn press(&mut self, context: &Context<Self>, key: &str, from: u8) {
        let settings = &context.props().config.settings;
        let scale = self.session.asked(settings).measure.scale();
        if let Some(point) = keys::point(key, from, scale, settings.direction) {
            if !WHOLE || settings.send == Sending::Button {
                self.handle(context, Input::Choose(point));
            }
            self.focus = Some(["[value=\"", &point.to_string(), "\"]"].concat());
        }
    }

    /// Shows what was hidden. What is behind a handle is opened by the visitor, who is taken there; what was finished begins anew.
    fn open(&mut self, context: &Context<Self>) {
        if !self.open && is_tab(context) {
            if self.session.step() == Step::Thanks {
                self.session = open_session();
            }
            self.focus = Some(TOP.into());
        }
        self.open = true;
    }

    fn close(&mut self, context: &Context<Self>) {
        let holds_focus = browser::holds_focus(&self.frame);
        self.open = false;
        if is_tab(context) {
            self.focus = holds_focus.then(|| "[part=handle]".into());
            return;
        }
        // What is behind an open dialog cannot take focus.
        if WHOLE {
            browser::close_dialog(&self.around);
        }
        if let Some(element) = self.came_from.take()
            && holds_focus
        {
            let _ = element.focus();
        }
        context.props().host.close();
    }

    /// Lifts what floats above the page, once, and tells the host that it stands.
    fn place(&mut self, context: &Context<Self>) {
        if self.placed || self.frame.get().is_none() {
            return;
        }
        self.placed = true;
        let config = &context.props().config;
        if WHOLE && config.settings.display == Display::Modal {
            browser::open_dialog(&self.around);
            self.focus = Some(TOP.into());
        } else if config.floating() {
            browser::open_popover(&self.frame);
            // Who opened a tab is taken there, and need not be told.
            if !is_tab(context) {
                self.after(context, ANNOUNCE_AFTER, Message::Announce);
            }
        }
        context.props().host.opened();
    }

    /// Keeps the colours legible, and tells of those that were not.
    fn correct(&mut self, context: &Context<Self>) {
        if WHOLE && is_tab(context) {
            colours::correct(&self.around);
        }
        if self.open {
            let corrected = colours::correct(&self.frame);
            for warning in corrected.iter().filter(|warning| !self.corrected.contains(warning)) {
                context.props().host.emit("warning", &json::to_string(warning));
            }
            self.corrected = corrected;
        }
    }

    /// Ends what listens on nodes that go.
    fn leave_page(&mut self) {
        self.listeners = None;
        self.placed = false;
    }

    fn after(&mut self, context: &Context<Self>, milliseconds: u32, message: Message) {
        let link = context.link().clone();
        self.timer = Some(Timeout::new(milliseconds, move || link.send_message(message)));
    }
}
