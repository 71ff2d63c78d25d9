//! The step after the scores: whether there is one, and what it adds to the answer.

use super::{Answer, Session};
use crate::cut::WHOLE;
use crate::metric::Band;
use crate::settings::{FollowUp, Settings};
use crate::wire::Data;

/// Whether something is asked after this answer to the first question. An open question goes by the class of a score: where
/// nothing was scored, nothing is asked.
pub(super) fn follows(settings: &Settings, given: Option<Answer>) -> bool {
    let Some(score) = given.and_then(Answer::score) else {
        return false;
    };
    settings.follow_up != FollowUp::None || (WHOLE && asks_further(settings, score.class().band))
}

/// The same before it is known what is given: whether something may be asked.
pub(super) fn can_follow(settings: &Settings, given: Option<Answer>) -> bool {
    if given.is_some() {
        return follows(settings, given);
    }
    let bands = [Band::Negative, Band::Neutral, Band::Positive];
    settings.follow_up != FollowUp::None || (WHOLE && bands.into_iter().any(|band| asks_further(settings, band)))
}

/// Whether reasons or a contact are asked for.
fn asks_further(settings: &Settings, band: Band) -> bool {
    !settings.reasons(band).is_empty() || settings.asks_contact(band)
}

/// Adds what was asked on this step and answered: what a visitor wrote after another score does not travel.
pub(super) fn add(data: &mut Data, session: &Session, settings: &Settings) {
    if !follows(settings, session.given()) {
        return;
    }
    if settings.follow_up != FollowUp::None {
        data.comment(&session.comment);
    }
    if !WHOLE {
        return;
    }
    let band = session.band();
    let ticked = settings.reasons(band).iter().filter(|reason| session.has_reason(&reason.key));
    data.reasons = ticked.map(|reason| reason.key.clone()).collect();
    if settings.asks_contact(band) {
        data.contact(&session.contact);
    }
}
