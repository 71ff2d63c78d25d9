//! Cutting what is too long to be taken.

use super::{Data, Event, LARGEST, Shape, body};
use crate::text::prefix;

/// The comment of a short form, in characters.
const SHORT: usize = 200;

impl Event {
    /// Cuts the event until its body is at most [`LARGEST`] bytes long: the comment, then the context from its end, then
    /// the page. `truncated` says so. Whatever settings and visitors write, one comment of 2,000 characters in a common
    /// script fits.
    pub fn fit<'a>(&mut self, shape: impl Into<Shape<'a>>) {
        let shape = shape.into();
        while let Some(excess) = body(self, shape).len().checked_sub(LARGEST + 1) {
            if !cut(&mut self.data, excess) {
                return;
            }
            self.data.truncated = true;
        }
    }

    /// Takes on the short form, for an endpoint that finds the body too large: the next sequence, the comment cut to 200
    /// characters, `truncated`. Whether there was anything to cut; where not, nothing changes.
    pub fn shorten(&mut self) -> bool {
        let Some(comment) = &mut self.data.comment else {
            return false;
        };
        let end = prefix(comment, SHORT).len();
        if end == comment.len() {
            return false;
        }
        comment.truncate(end);
        self.data.sequence += 1;
        self.data.truncated = true;
        true
    }
}

/// Takes away some of the longest that matters least; whether there was any.
fn cut(data: &mut Data, excess: usize) -> bool {
    // A byte of text takes one to three bytes of a body: several small cuts keep as much as possible.
    // `truncated` itself takes some, too.
    let bytes = excess / 3 + 8;
    if data.comment.is_some() {
        shorten(&mut data.comment, bytes);
        return true;
    }
    if data.context.0.pop().is_some() {
        return true;
    }
    let cuttable = data.page.is_some();
    shorten(&mut data.page, bytes);
    cuttable
}

/// Takes so many bytes off the end of a text, or a few more; nothing left is none.
fn shorten(text: &mut Option<String>, bytes: usize) {
    if let Some(content) = text {
        let end = content.len().saturating_sub(bytes);
        content.truncate(content.floor_char_boundary(end));
        if content.is_empty() {
            *text = None;
        }
    }
}
