//! Engagement as a measurable figure.

use crate::stats::Proportion;

/// Contacts reached, and those among them that did something: answered, commented, shared, rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Engagement {
    reached: u64,
    engaged: u64,
}

impl Engagement {
    /// `engaged` counts each contact once, however many things it did. `None` when it is more than were reached.
    #[must_use]
    pub const fn new(reached: u64, engaged: u64) -> Option<Self> {
        if engaged <= reached { Some(Self { reached, engaged }) } else { None }
    }

    /// The engagement rate: engaged contacts / contacts reached. `None` when nobody was reached.
    #[must_use]
    pub fn rate(&self) -> Option<Proportion> {
        Proportion::new(self.engaged, self.reached)
    }

    /// The rate of one action. The rates of several do not sum to the engagement rate. `None` when nobody was reached, and
    /// for more contacts than were engaged.
    #[must_use]
    pub fn rate_of(&self, contacts: u64) -> Option<Proportion> {
        if contacts > self.engaged { None } else { Proportion::new(contacts, self.reached) }
    }
}
