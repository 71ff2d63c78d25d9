//! Everything that can happen in the studio.

use meetpunt_core::Metric;
use meetpunt_core::settings::{Display, FollowUp, Theme, Wording};

use crate::answer::Answer;
use crate::colour::Colour;
use crate::draft::Language;
use crate::notice::Notice;
use crate::state::{Server, Tab, Width};
use crate::touchpoint::Touchpoint;

/// A text that the marketer can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Brand,
    Topic,
    Question,
    LowLabel,
    HighLabel,
    Script,
    Endpoint,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    OpenPage(Touchpoint),
    ChooseMetric(Metric),
    ChooseWording(Wording),
    ChooseDisplay(Display),
    ChooseFollowUp(FollowUp),
    ChooseLanguage(Language),
    ChooseTheme(Theme),
    ChooseAccent(Option<Colour>),
    Write(Field, String),
    StartOver,
    ShowTab(Tab),
    ShowWidth(Width),
    /// A page has loaded in the frame: one of the shop, or another.
    PageLoaded(Option<Touchpoint>),
    /// The page in the frame is being left.
    PageLeft,
    ServerFound(Server),
    /// The server's log.
    Logged(Vec<Answer>),
    /// A visitor in the frame has reached the thank-you.
    Completed(Box<Answer>),
    Report(Notice),
    Dismiss(usize),
}

impl Action {
    /// Whether it changes what the widget is told.
    pub fn is_setting(&self) -> bool {
        match self {
            Self::ChooseMetric(_)
            | Self::ChooseWording(_)
            | Self::ChooseDisplay(_)
            | Self::ChooseFollowUp(_)
            | Self::ChooseLanguage(_)
            | Self::ChooseTheme(_)
            | Self::ChooseAccent(_)
            | Self::StartOver => true,
            Self::Write(field, _) => !matches!(field, Field::Script | Field::Endpoint),
            _ => false,
        }
    }
}
