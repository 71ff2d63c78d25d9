//! The customer's way in three vocabularies, and how they map onto each other.

use crate::metric::Metric;
use crate::words::{Word, words};

words! {
    /// The phases of the journey, in order.
    pub enum Phase {
        /// A need comes up.
        Awareness = "awareness",
        /// Alternatives are looked at.
        Consideration = "consideration",
        /// The choice.
        Purchase = "purchase",
        /// Delivery, use, complaints.
        AfterSales = "after-sales",
        /// Repeat purchase and loyalty.
        Relationship = "relationship",
    }
}

words! {
    /// The six steps of the customer life cycle, in order; the last leads to the first.
    pub enum LifecycleStep {
        /// Something is missing.
        Need = "need",
        /// The shop is known.
        Awareness = "awareness",
        /// First contact.
        Interaction = "interaction",
        /// Buying and using.
        Experience = "experience",
        /// Coming back, sharing, reviewing.
        Engagement = "engagement",
        /// Staying.
        Loyalty = "loyalty",
    }
}

words! {
    /// The six steps of the experience wave, in order; after the last it starts again.
    pub enum WaveStep {
        /// They meet.
        Contact = "contact",
        /// Interest.
        Attention = "attention",
        /// Taking part.
        Engagement = "engagement",
        /// Promises are believed.
        Trust = "trust",
        /// Something changes hands.
        Exchange = "exchange",
        /// Telling others.
        BecomingAFan = "becoming-a-fan",
    }
}

/// The step after this one, and after the last the first.
fn next<W: Word + PartialEq>(step: W) -> W {
    let place = W::ALL.iter().position(|known| *known == step);
    place.and_then(|place| W::ALL.get(place + 1)).or_else(|| W::ALL.first()).copied().unwrap_or(step)
}

impl LifecycleStep {
    /// The step after this one; after loyalty comes a need.
    #[must_use]
    pub fn next(self) -> Self {
        next(self)
    }
}

impl WaveStep {
    /// The step after this one; after the fan comes the next contact.
    #[must_use]
    pub fn next(self) -> Self {
        next(self)
    }
}

impl Phase {
    /// The steps of the life cycle that lie in this phase. Some lie in two.
    #[must_use]
    pub const fn lifecycle(self) -> &'static [LifecycleStep] {
        use LifecycleStep::{Awareness, Engagement, Experience, Interaction, Loyalty, Need};
        match self {
            Self::Awareness => &[Need, Awareness],
            Self::Consideration => &[Interaction],
            Self::Purchase => &[Experience],
            Self::AfterSales => &[Experience, Engagement],
            Self::Relationship => &[Engagement, Loyalty],
        }
    }

    /// The steps of the wave that lie in this phase. Some lie in two.
    #[must_use]
    pub const fn wave(self) -> &'static [WaveStep] {
        use WaveStep::{Attention, BecomingAFan, Contact, Engagement, Exchange, Trust};
        match self {
            Self::Awareness => &[Contact, Attention],
            Self::Consideration => &[Attention, Engagement],
            Self::Purchase => &[Trust, Exchange],
            Self::AfterSales => &[Trust],
            Self::Relationship => &[BecomingAFan],
        }
    }

    /// The metric to ask with in this phase; `None` where a question of the shop's own fits best (does the offer meet the
    /// need?).
    #[must_use]
    pub const fn metric(self) -> Option<Metric> {
        match self {
            Self::Awareness => None,
            Self::Consideration | Self::Purchase => Some(Metric::Ces),
            Self::AfterSales => Some(Metric::Csat),
            Self::Relationship => Some(Metric::Nps),
        }
    }

    /// The phases in which a step of the life cycle lies.
    pub fn of_lifecycle(step: LifecycleStep) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |phase| phase.lifecycle().contains(&step))
    }

    /// The phases in which a step of the wave lies.
    pub fn of_wave(step: WaveStep) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |phase| phase.wave().contains(&step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_lies_in_a_phase_and_the_cycles_close() {
        for step in LifecycleStep::ALL {
            assert!(Phase::of_lifecycle(*step).next().is_some(), "{step:?}");
        }
        for step in WaveStep::ALL {
            assert!(Phase::of_wave(*step).next().is_some(), "{step:?}");
        }
        assert_eq!(LifecycleStep::Loyalty.next(), LifecycleStep::Need);
        assert_eq!(WaveStep::Contact.next(), WaveStep::Attention);
        assert_eq!(WaveStep::BecomingAFan.next(), WaveStep::Contact);
    }
}
