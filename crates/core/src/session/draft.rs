//! Going on where the visitor was when the Wasm of a survey trapped: another one begins with what was saved and what stood in
//! the fields.

use super::{Answer, Choice, Input, Session, Step, Visit, follow_up};
use crate::metric::Measure;
use crate::score::Score;
use crate::settings::Settings;
use crate::text::number;

/// Takes a session that has just opened to where [`Visit::draft`] says; what cannot be read changes nothing.
pub(super) fn resume(session: &mut Session, settings: &Settings, visit: &Visit) {
    let _nothing_saved = take_over(session, settings, visit);
    let point = visit.drafted("score").next().and_then(number).and_then(|point| u8::try_from(point).ok());
    let chosen = point.map(Input::Choose).or_else(|| visit.drafted("").next().map(|_| Input::NotApplicable));
    if let Some(chosen) = chosen {
        if session.step == Step::FollowUp {
            session.step = Step::Score;
            session.place = session.further(settings);
        }
        // Of several questions it is not known which one this was chosen for.
        if session.further(settings) == 0 || session.given().is_none() {
            session.question_mut().chosen = None;
            drop(session.handle(chosen, settings, visit, session.opened));
        }
    }
    let comment: fn(String) -> Input = Input::Comment;
    for (name, input) in [("comment", comment), ("reason", Input::Reason), ("contact", Input::Contact)] {
        for text in visit.drafted(name) {
            drop(session.handle(input(text.into()), settings, visit, session.opened));
        }
    }
}

/// The same submission with its number and times, and what was given to its questions. `None`, and nothing changed, where nothing
/// of these settings was saved.
fn take_over(session: &mut Session, settings: &Settings, visit: &Visit) -> Option<()> {
    let text = |name| visit.drafted(name).next();
    let time = |name| text(name).and_then(number);
    let (submission, sequence) = (text("submission")?, u32::try_from(time("sequence")?).ok()?);
    let (opened, answered) = (time("shown")?, time("answered")?);
    let measures = std::iter::once(&settings.first).chain(&settings.then).map(|asked| asked.measure);
    let answers: Vec<_> = visit.drafted("given").zip(measures).map_while(given).collect();
    if answers.is_empty() {
        return None;
    }

    session.submission = submission.into();
    session.sequence = sequence;
    session.opened = opened;
    session.answered = answered;
    session.place = answers.len().min(session.further(settings));
    for (question, &answer) in session.questions.iter_mut().zip(&answers) {
        question.given = Some(answer);
        question.chosen = Some(answer.score().map_or(Choice::NotApplicable, |score| Choice::Point(score.value())));
    }
    if answers.len() > session.place && follow_up::follows(settings, session.given()) {
        session.step = Step::FollowUp;
    }
    Some(())
}

/// A score, or nothing for "not applicable".
fn given((text, measure): (&str, Measure)) -> Option<Answer> {
    if text.is_empty() {
        return Some(Answer::NotApplicable);
    }
    Score::new(measure, number(text)?.try_into().ok()?).ok().map(Answer::Score)
}
