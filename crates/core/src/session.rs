//! One visitor answering one survey: a state machine without a browser.
//!
//! The view hands in what the visitor did ([`Input`]) and the time; it gets back what must happen ([`Effect`]) in order.
//! Nothing here waits, draws, stores or sends.
//!
//! ```text
//! score --Send--> score of `then` --Send--> follow-up --Send--> saving --settled--> thanks
//!   ^                ^    |                     |                  |
//!   +------Back------+----+---------Back--------+                  +--not safe--> unsent --Send--> saving
//! ```
//!
//! Where nothing follows the scores, the last one goes straight to saving.

mod answer;
mod detail;
#[cfg(feature = "whole")]
mod draft;
mod follow_up;
mod visit;

pub use answer::{Answer, Choice};

pub use visit::Visit;

use crate::cut::WHOLE;
use crate::metric::Band;
use crate::settings::{Asked, Settings};
use crate::time::Timestamp;
use crate::wire::{self, Alert, Data, Event, Map, State, json};

/// What a visitor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question with its scale.
    Score,
    /// What is asked after the scores: comment, reasons, contact.
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
    /// "Not applicable" was pressed: chosen, or taken back.
    NotApplicable,
    /// The text of the comment so far.
    Comment(String),
    /// A reason was ticked, or the tick taken away.
    Reason(String),
    /// The text of the contact field so far.
    Contact(String),
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
    /// The body of the next [`Effect::Save`] in short, with the next sequence, for an endpoint that finds it too large.
    Shorten(String),
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

/// The most questions of a survey.
const QUESTIONS: usize = if WHOLE { 3 } else { 1 };

/// What was answered to one question.
#[derive(Clone, Copy, Debug, Default)]
struct Question {
    chosen: Option<Choice>,
    given: Option<Answer>,
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
    /// The place of the question that is asked now.
    place: usize,
    questions: [Question; QUESTIONS],
    comment: String,
    reasons: Vec<String>,
    contact: String,
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
            place: 0,
            questions: [Question::default(); QUESTIONS],
            comment: String::new(),
            reasons: Vec::new(),
            contact: String::new(),
            error: false,
            pending: None,
            completed: None,
        }
    }

    /// Goes on from [`Visit::draft`], in the session that has just opened. Only the whole cut ever follows another one.
    pub fn resume(&mut self, settings: &Settings, visit: &Visit) {
        #[cfg(feature = "whole")]
        draft::resume(self, settings, visit);
        #[cfg(not(feature = "whole"))]
        let _ = (settings, visit);
    }

    /// What the visitor sees now.
    pub fn step(&self) -> Step {
        self.step
    }

    /// Where the finished answer is.
    pub fn safety(&self) -> Safety {
        self.safety
    }

    /// The place of the question that is asked now, from 0.
    pub fn place(&self) -> usize {
        if WHOLE { self.place } else { 0 }
    }

    /// The question that is asked now.
    pub fn asked<'a>(&self, settings: &'a Settings) -> &'a Asked {
        let further = self.place.checked_sub(1).and_then(|place| settings.then.get(place));
        further.unwrap_or(&settings.first)
    }

    /// What is chosen on the question that is asked now, given or not.
    pub fn chosen(&self) -> Option<Choice> {
        self.question().chosen
    }

    /// What was given to the first question.
    pub fn given(&self) -> Option<Answer> {
        let [first, ..] = &self.questions;
        first.given
    }

    /// The class that texts of later steps go by; the middle one before a score is given, and where none applies.
    pub fn band(&self) -> Band {
        self.given().and_then(Answer::score).map_or(Band::Neutral, |score| score.class().band)
    }

    /// The comment as typed.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Whether Send was pressed without a choice.
    pub fn error(&self) -> bool {
        self.error
    }

    /// Whether a reason is ticked.
    pub fn has_reason(&self, key: &str) -> bool {
        self.reasons.iter().any(|ticked| ticked == key)
    }

    /// The contact field as typed.
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// Number of this step and number of steps before the thanks, as far as it can be told now.
    pub fn progress(&self, settings: &Settings) -> (usize, usize) {
        let scores = 1 + self.further(settings);
        let steps = scores + usize::from(follow_up::can_follow(settings, self.given()));
        (if self.step == Step::Score { self.place + 1 } else { steps }, steps)
    }

    /// How many questions come after the first.
    fn further(&self, settings: &Settings) -> usize {
        if WHOLE { settings.then.len() } else { 0 }
    }

    fn question(&self) -> &Question {
        let [first, further @ ..] = &self.questions;
        self.place.checked_sub(1).and_then(|place| further.get(place)).unwrap_or(first)
    }

    fn question_mut(&mut self) -> &mut Question {
        let [first, further @ ..] = &mut self.questions;
        self.place.checked_sub(1).and_then(|place| further.get_mut(place)).unwrap_or(first)
    }

    /// Takes one input to the next state.
    pub fn handle(&mut self, input: Input, settings: &Settings, visit: &Visit, now: u64) -> Vec<Effect> {
        match input {
            Input::Choose(value) => self.choose(Choice::Point(value), settings),
            Input::NotApplicable => self.choose(Choice::NotApplicable, settings),
            Input::Comment(text) => self.write(text, |session| &mut session.comment),
            Input::Reason(key) => self.tick(key),
            Input::Contact(text) => self.write(text, |session| &mut session.contact),
            Input::Send => return self.send(settings, visit, now),
            Input::Back => return self.back(settings),
            Input::Close => return self.close(),
            Input::Submitted(reply) => return self.submitted(reply, settings),
            Input::Settled(safe) => return self.settled(safe),
        }
        Vec::new()
    }

    fn choose(&mut self, choice: Choice, settings: &Settings) {
        if self.step != Step::Score || choice.answer(self.asked(settings).measure).is_none() {
            return;
        }
        let question = self.question_mut();
        let again = choice == Choice::NotApplicable && question.chosen == Some(choice);
        question.chosen = if again { None } else { Some(choice) };
        self.error = false;
        self.changed_after_failure();
    }

    fn write(&mut self, text: String, place: fn(&mut Self) -> &mut String) {
        let place = place(self);
        if *place != text {
            *place = text;
            self.changed_after_failure();
        }
    }

    fn tick(&mut self, key: String) {
        match self.reasons.iter().position(|ticked| *ticked == key) {
            Some(place) => _ = self.reasons.swap_remove(place),
            None => self.reasons.push(key),
        }
        self.changed_after_failure();
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
        let measure = self.asked(settings).measure;
        let Some(answer) = self.chosen().and_then(|choice| choice.answer(measure)) else {
            self.error = true;
            return vec![Effect::FocusScale];
        };
        let mut effects = Vec::new();
        let changed = self.question().given != Some(answer);
        if changed {
            self.question_mut().given = Some(answer);
            effects.push(Effect::Emit("answered", detail::answered(answer, measure)));
            if self.place == 0 {
                self.answered = now;
                if let Some(score) = answer.score()
                    && let Some(alert) = Alert::raised_by(score, settings.essential)
                {
                    effects.push(Effect::Emit("alert", detail::alert(alert, score)));
                }
                effects.push(Effect::Remember("answered"));
            }
        }
        let asks_more = self.place < self.further(settings);
        if asks_more || follow_up::follows(settings, self.given()) {
            if changed {
                effects.extend(self.submit(State::Answered, settings, visit, now));
            }
            if asks_more {
                self.place += 1;
            } else {
                self.step = Step::FollowUp;
            }
            effects.push(Effect::FocusStep);
        } else {
            effects.extend(self.submit(State::Completed, settings, visit, now));
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
        for (name, text) in reply.iter().flatten() {
            event.data.context.set(name, text.clone());
        }
        event.fit(settings.shape());
        if state == State::Completed {
            self.completed = Some(detail::completed(&event));
        }
        if reply.is_some() {
            let (id, body) = (event.id(), wire::body(&event, settings.shape()));
            if event.shorten() {
                // Its number is taken, whether it is ever needed or not.
                self.sequence = event.data.sequence;
                effects.push(Effect::Shorten(wire::body(&event, settings.shape())));
            }
            effects.push(Effect::Save { id, body, state });
        } else if state == State::Completed {
            effects.extend(self.settled(true));
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

    fn back(&mut self, settings: &Settings) -> Vec<Effect> {
        if self.safety == Safety::Saving {
            return Vec::new();
        }
        match self.step {
            Step::FollowUp => self.place = self.further(settings),
            Step::Score if self.place > 0 => self.place -= 1,
            _ => return Vec::new(),
        }
        self.step = Step::Score;
        self.safety = Safety::Idle;
        self.error = false;
        vec![Effect::FocusStep]
    }

    fn close(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.step != Step::Thanks {
            if self.given().is_none() {
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
        data.losses = Map(visit.losses.clone());
        data.shown = Some(Timestamp(self.opened));
        let [first, further @ ..] = &self.questions;
        if let Some(answer) = first.given {
            match answer {
                Answer::Score(score) => data.answer(score, settings.essential),
                Answer::NotApplicable => data.not_applicable(),
            }
            data.answered = Some(Timestamp(self.answered));
        }
        for (asked, question) in settings.then.iter().zip(further) {
            data.more.extend(question.given.map(|answer| answer.more(asked.measure)));
        }
        if state == State::Completed {
            follow_up::add(&mut data, self, settings);
        }
        Event { source: visit.source.clone(), time: Timestamp(now), data }
    }
}

#[cfg(test)]
mod tests;
