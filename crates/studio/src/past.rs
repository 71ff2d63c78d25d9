//! Undo and redo.

use crate::draft::Draft;
use crate::touchpoint::Touchpoint;

/// How many steps can be undone.
const STEPS: usize = 100;

/// A draft as it stood, and the page that was shown.
type Moment = (Draft, Touchpoint);

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    before: Vec<Moment>,
    after: Vec<Moment>,
    /// What the last edit was about, where the next one may continue it.
    subject: Option<&'static str>,
}

impl Past {
    /// Notes how it stood before an edit. Edits of the same subject in a row are one step.
    pub fn note(&mut self, moment: Moment, subject: Option<&'static str>) {
        let continues = subject.is_some() && self.subject == subject;
        self.subject = subject;
        self.after.clear();
        if !continues {
            self.before.push(moment);
            let old = self.before.len().saturating_sub(STEPS);
            self.before.drain(..old);
        }
    }

    /// Goes back one step from here; `None` at the beginning.
    pub fn undo(&mut self, here: Moment) -> Option<Moment> {
        let moment = self.before.pop()?;
        self.after.push(here);
        self.subject = None;
        Some(moment)
    }

    /// Goes forward one step from here; `None` at the end.
    pub fn redo(&mut self, here: Moment) -> Option<Moment> {
        let moment = self.after.pop()?;
        self.before.push(here);
        self.subject = None;
        Some(moment)
    }

    /// Whether there is something to undo, and to redo.
    pub const fn ways(&self) -> (bool, bool) {
        (!self.before.is_empty(), !self.after.is_empty())
    }
}
