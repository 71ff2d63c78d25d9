//! What reaches `<Survey>` from outside its own drawing.

use meetpunt_core::session::Input;
use web_sys::HtmlElement;

/// A message to `<Survey>`.
pub enum Message {
    /// The visitor, the page or the outbox did something.
    Input(Input),
    /// The visitor chose something, and choosing sends.
    Tap(Input),
    /// A key on the point of this score.
    Key(String, u8),
    /// The handle of a tab was pressed.
    Handle,
    /// The page shows a survey that was hidden.
    Show,
    /// The page hides the survey.
    Hide,
    /// What was just put on the page is about to be painted.
    Paint,
    /// The live region has stood long enough to speak.
    Announce,
    /// Focus came in from this element of the page.
    CameFrom(HtmlElement),
    /// The time until closing by itself is over.
    Rest,
}
