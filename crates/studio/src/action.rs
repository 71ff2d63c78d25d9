//! Everything that can happen in the studio.

use serde_json::Value;

use crate::answer::Answer;
use crate::colour::Colour;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::posting::Posting;
use crate::seen::Seen;
use crate::state::{Server, Tab, Width};
use crate::strings::Tongue;
use crate::templates::Template;
use crate::touchpoint::Touchpoint;

/// An address in the code that the shop pastes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Script,
    Endpoint,
    /// Of the shop's own page, on which a draft is looked at.
    Page,
}

/// What changes the draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A setting by its name; without a value its default holds again.
    Set(&'static str, Option<Value>),
    /// The labels of one's own.
    Context(Vec<(String, String)>),
    Accent(Option<Colour>),
    /// The languages that texts are written in, side by side.
    WriteIn(Vec<String>),
    /// Replaces the survey by a template's, on the page that suits it.
    Begin(&'static Template),
    /// Replaces everything by a draft that was made on this page.
    Open(Box<Draft>, Touchpoint),
    StartOver,
}

impl Edit {
    /// What two edits in a row have in common that are one to the marketer, such as the letters of a text.
    pub fn subject(&self) -> Option<&'static str> {
        match self {
            Self::Set(name, _) => Some(name),
            Self::Context(_) => Some("context"),
            Self::Accent(_) => Some("accent"),
            _ => None,
        }
    }
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    OpenPage(Touchpoint),
    Edit(Edit),
    /// The word on an edit that would replace work.
    Decide(bool),
    Undo,
    Redo,
    Write(Field, String),
    ShowTab(Tab),
    ShowWidth(Width),
    /// Sees the page under other circumstances.
    See(Seen),
    /// Opens or closes the choice of templates.
    ShowStart(bool),
    Speak(Tongue),
    /// A page has loaded in the frame: one of the shop, or another.
    PageLoaded(Option<Touchpoint>),
    /// A visitor sees the survey: the least side of a point of its scale, in CSS pixels.
    Measured(Option<f64>),
    /// The page in the frame is being left.
    PageLeft,
    ServerFound(Server),
    /// The server's log.
    Logged(Vec<Answer>),
    /// What the page in the frame posted, and the answer in it.
    Posted(Box<Answer>, Box<Posting>),
    Report(Notice),
    Dismiss(usize),
}

impl Action {
    /// Whether it changes what the widget is told.
    pub const fn is_setting(&self) -> bool {
        matches!(self, Self::Edit(_) | Self::Undo | Self::Redo)
    }
}
