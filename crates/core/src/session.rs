//! One visitor answering one survey: a state machine without a browser.
//!
//! The view hands in what the visitor did ([`Input`]) and the time; it gets back what must happen ([`Effect`]) in order.
//! Nothing here waits, draws, stores or sends.
//!
//! ```text
//! score --Send--> follow-up --Send--> saving --settled--> thanks
//!   ^                 |                  |
//!   +------Back-------+                  +--not safe--> unsent --Send--> saving
//! ```
//!
//! Without a follow-up the score step goes straight to saving.

mod detail;
mod visit;

pub use visit::Visit;

use crate::metric::Band;
use crate::score::Score;
use crate::settings::{FollowUp, Settings};
use crate::time::Timestamp;
use crate::wire::{self, Alert, Data, Event, State, json};

/// What a visitor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The question with its scale.
    Score,
    /// The open question after the score.
    FollowUp,
    /// The last word.
    Thanks,
}

impl Step {
    /// The name that events use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::FollowUp => "follow-up",
            Self::Thanks => "thanks",
        }
    }
}

/// Where the finished answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Nothing is on its way.
    Idle,
    /// Handed over, not yet safe: buttons rest.
    Saving,
    /// Neither on disk nor accepted by the endpoint; the visitor may try again.
    Unsent,
}

/// What the visitor, the page or the outbox did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A point was chosen; it may change freely until Send.
    Choose(u8),
    /// The text of the comment so far.
    Comment(String),
    /// The Send button.
    Send,
    /// The Back button.
    Back,
    /// Escape or the Close button.
    Close,
    /// The page's answer to [`Effect::Submit`]: context to add, or `None` when the page takes care of the event itself.
    Submitted(Option<Vec<(String, String)>>),
    /// The outbox's answer to a completed [`Effect::Save`]: whether the answer is safe.
    Settled(bool),
}

/// What must happen, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the page whether it minds, with the event as JSON; answered by [`Input::Submitted`].
    Submit(String),
    /// Keep and send this body.
    Save {
        /// `<submission>/<sequence>`.
        id: String,
        /// The body in the survey's format.
        body: String,
        /// Whether more may follow.
        state: State,
    },
    /// Tell the page: name without the prefix `meetpunt:`, and its detail as JSON.
    Emit(&'static str, String),
    /// Note that the visitor was asked: `answered` or `dismissed`.
    Remember(&'static str),
    /// Send what waits.
    Retry,
    /// Take the survey off the screen.
    Close,
    /// Move focus to the scale: it needs a choice.
    FocusScale,
    /// Move focus to the top of the new step, if focus was inside.
    FocusStep,
}

/// One showing of one survey.
#[derive(Clone, Debug)]
pub struct Session {
    submission: String,
    sequence: u32,
    opened: u64,
    answered: u64,
    step: Step,
    safety: Safety,
    chosen: Option<u8>,
    given: Option<Score>,
    comment: String,
    error: bool,
    pending: Option<Event>,
    completed: Option<String>,
}

impl Session {
    /// Opens a survey. `submission` is an UUIDv7 minted for this showing, `now` milliseconds since 1970.
    pub fn new(submission: String, now: u64) -> Self {
        Self {
            submission,
            sequence: 0,
            opened: now,
            answered: now,
            step: Step::Score,
            safety: Safety::Idle,
            chosen: None,
            given: None,
            comment: String::new(),
            error: false,
            pending: None,
            completed: None,
        }
    }

    /// What the visitor sees now.
    pub fn step(&self) -> Step {
        self.step
    }

    /// Where the finished answer is.
    pub fn safety(&self) -> Safety {
        self.safety
    }

    /// The point that is chosen, given or not.
    pub fn chosen(&self) -> Option<u8> {
        self.chosen
    }

    /// The score that was given.
    pub fn given(&self) -> Option<Score> {
        self.given
    }

    /// The class that texts of later steps go by; the middle one before a score is given.
    pub fn band(&self) -> Band {
        self.given.map_or(Band::Neutral, |score| score.class().band)
    }

    /// The comment as typed.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Whether Send was pressed without a choice.
    pub fn error(&self) -> bool {
        self.error
    }

    /// Number of this step and number of steps before the thanks.
    pub fn progress(&self, settings: &Settings) -> (u8, u8) {
        let steps = 1 + u8::from(settings.follow_up != FollowUp::None);
        (if self.step == Step::Score { 1 } else { 2 }.min(steps), steps)
    }

    /// Takes one input to the next state.
    pub fn handle(&mut self, input: Input, settings: &Settings, visit: &Visit, now: u64) -> Vec<Effect> {
        match input {
            Input::Choose(value) => self.choose(value, settings),
            Input::Comment(text) => self.write(text),
            Input::Send => return self.send(settings, visit, now),
            Input::Back => return self.back(),
            Input::Close => return self.close(),
            Input::Submitted(reply) => return self.submitted(reply, settings),
            Input::Settled(safe) => return self.settled(safe),
        }
        Vec::new()
    }

    fn choose(&mut self, value: u8, settings: &Settings) {
        if self.step == Step::Score && Score::new(settings.first.measure, value.into()).is_ok() {
            self.chosen = Some(value);
            self.error = false;
            self.changed_after_failure();
        }
    }

    fn write(&mut self, text: String) {
        if self.comment != text {
            self.comment = text;
            self.changed_after_failure();
        }
    }

    /// A new answer is not the one that could not be sent: it becomes a state of its own.
    fn changed_after_failure(&mut self) {
        if self.safety == Safety::Unsent {
            self.safety = Safety::Idle;
        }
    }

    fn send(&mut self, settings: &Settings, visit: &Visit, now: u64) -> Vec<Effect> {
        if self.safety == Safety::Saving || self.pending.is_some() {
            return Vec::new();
        }
        if self.safety == Safety::Unsent {
            self.safety = Safety::Saving;
            return vec![Effect::Retry];
        }
        match self.step {
            Step::Score => self.give(settings, visit, now),
            Step::FollowUp => self.submit(State::Completed, settings, visit, now),
            Step::Thanks => Vec::new(),
        }
    }

    fn give(&mut self, settings: &Settings, visit: &Visit, now: u64) -> Vec<Effect> {
        let Some(score) = self.chosen.and_then(|value| Score::new(settings.first.measure, value.into()).ok()) else {
            self.error = true;
            return vec![Effect::FocusScale];
        };
        let mut effects = Vec::new();
        let changed = self.given != Some(score);
        if changed {
            self.given = Some(score);
            self.answered = now;
            effects.push(Effect::Emit("answered", detail::answered(score)));
            if let Some(alert) = Alert::raised_by(score, settings.essential) {
                effects.push(Effect::Emit("alert", detail::alert(alert, score)));
            }
            effects.push(Effect::Remember("answered"));
        }
        if settings.follow_up == FollowUp::None {
            effects.extend(self.submit(State::Completed, settings, visit, now));
        } else {
            if changed {
                effects.extend(self.submit(State::Answered, settings, visit, now));
            }
            self.step = Step::FollowUp;
            effects.push(Effect::FocusStep);
        }
        effects
    }

    fn submit(&mut self, state: State, settings: &Settings, visit: &Visit, now: u64) -> Vec<Effect> {
        self.sequence += 1;
        if state == State::Completed {
            self.safety = Safety::Saving;
        }
        let event = self.event(state, settings, visit, now);
        let text = json::to_string(&event);
        self.pending = Some(event);
        vec![Effect::Submit(text)]
    }

    fn submitted(&mut self, reply: Option<Vec<(String, String)>>, settings: &Settings) -> Vec<Effect> {
        let Some(mut event) = self.pending.take() else {
            return Vec::new();
        };
        let state = event.data.state;
        let mut effects = Vec::new();
        if let Some(context) = &reply {
            for (name, text) in context {
                event.data.context.set(name, text.clone());
            }
            event.fit(settings.format);
            effects.push(Effect::Save { id: event.id(), body: wire::body(&event, settings.format), state });
        }
        if state == State::Completed {
            self.completed = Some(detail::completed(&event));
            if reply.is_none() {
                effects.extend(self.settled(true));
            }
        }
        effects
    }

    fn settled(&mut self, safe: bool) -> Vec<Effect> {
        if self.safety == Safety::Idle {
            return Vec::new();
        }
        if !safe {
            self.safety = Safety::Unsent;
            return Vec::new();
        }
        self.safety = Safety::Idle;
        self.step = Step::Thanks;
        let mut effects = Vec::new();
        if let Some(detail) = self.completed.take() {
            effects.push(Effect::Emit("completed", detail));
        }
        effects.push(Effect::FocusStep);
        effects
    }

    fn back(&mut self) -> Vec<Effect> {
        if self.step != Step::FollowUp || self.safety == Safety::Saving {
            return Vec::new();
        }
        self.step = Step::Score;
        self.safety = Safety::Idle;
        vec![Effect::FocusStep]
    }

    fn close(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.step != Step::Thanks {
            if self.given.is_none() {
                effects.push(Effect::Remember("dismissed"));
            }
            effects.push(Effect::Emit("dismissed", detail::dismissed(self.step)));
        }
        effects.push(Effect::Close);
        effects
    }

    fn event(&self, state: State, settings: &Settings, visit: &Visit, now: u64) -> Event {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        let mut data = Data::opened(settings, &self.submission);
        data.sequence = self.sequence;
        data.state = state;
        data.trigger = some(&visit.trigger);
        data.device = some(&visit.device);
        data.page = some(&visit.page);
        data.gpc = visit.gpc;
        data.widget = some(&visit.widget);
        data.shown = Some(Timestamp(self.opened));
        if let Some(score) = self.given {
            data.answer(score, settings.essential);
            data.answered = Some(Timestamp(self.answered));
        }
        if state == State::Completed {
            data.comment(&self.comment);
        }
        Event { source: visit.source.clone(), time: Timestamp(now), data }
    }
}

#[cfg(test)]
mod tests;
