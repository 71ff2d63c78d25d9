//! A visitor's story, played by the rules of core.

use meetpunt_core::eligibility::{Case, History, Outcome, Signals, Verdict, decide};
use meetpunt_core::settings::{Device, Display, Rules, Settings};

use super::pattern::on_page;

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// What the visitor is like.
#[derive(Clone, Debug, PartialEq)]
pub struct Visitor {
    pub device: Device,
    pub consent: bool,
    /// The lot, from 0 to 9999, that decides about the share.
    pub draw: u16,
    /// What the page knows and the survey's audience asks for.
    pub attributes: Vec<(String, String)>,
}

/// What the visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Looks at a page on which a trigger fires.
    Page(String),
    /// Answers the survey that shows.
    Answer,
    /// Closes it.
    Close,
    /// Comes back after so many days.
    Wait(u32),
}

/// A step, and how it went.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub step: Step,
    /// Days since the first one.
    pub day: u32,
    /// What the rules said, where a trigger fired.
    pub verdict: Option<Verdict>,
}

/// Plays the steps, beginning at a moment in milliseconds since 1970. The same steps under other settings are another story.
pub fn play(settings: &Settings, rules: &Rules, visitor: &Visitor, steps: &[Step], start: u64) -> Vec<Scene> {
    let mut history = History::default();
    let (mut day, mut session) = (0_u32, 0_u16);
    let counts = settings.display != Display::Inline;
    let occasion = settings.labels.occasion.as_deref();
    let mut scenes = Vec::new();
    for step in steps {
        let now = start + u64::from(day) * DAY;
        let today = u32::try_from(now / DAY).unwrap_or(u32::MAX);
        let verdict = match step {
            Step::Page(address) => {
                let signals = Signals {
                    device: Some(visitor.device),
                    on_page: on_page(&rules.pages, address),
                    consent: visitor.consent,
                    session,
                    attributes: visitor.attributes.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect(),
                    ..Signals::default()
                };
                let case = Case { settings, rules, history: &history, signals: &signals, now, draw: visitor.draw };
                let verdict = decide(&case);
                if verdict.show {
                    history.note(&settings.survey, Outcome::Shown, today, occasion, counts);
                    session = session.saturating_add(counts.into());
                }
                Some(verdict)
            }
            Step::Answer | Step::Close => {
                let outcome = if *step == Step::Answer { Outcome::Answered } else { Outcome::Dismissed };
                history.note(&settings.survey, outcome, today, occasion, counts);
                None
            }
            Step::Wait(days) => {
                day = day.saturating_add(*days);
                session = 0;
                None
            }
        };
        scenes.push(Scene { step: step.clone(), day, verdict });
    }
    scenes
}

/// Whether the survey stands open after these scenes, so that the visitor can answer or close it.
pub fn is_open(scenes: &[Scene]) -> bool {
    scenes.last().and_then(|scene| scene.verdict.as_ref()).is_some_and(|verdict| verdict.show)
}

#[cfg(test)]
mod tests {
    use super::*;
    use meetpunt_core::Catalogue;
    use meetpunt_core::settings::{resolve, rules};

    /// Noon of a day in 2026.
    const NOON: u64 = 20_000 * DAY + DAY / 2;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], visitor: &Visitor, steps: &[Step], expected: &[Option<&str>]) {
        let settings = resolve(pairs, &Catalogue::english()).expect("settings").settings;
        let scenes = play(&settings, &rules(pairs).0, visitor, steps, NOON);
        let reasons = scenes.iter().filter_map(|scene| scene.verdict.as_ref());
        let reasons: Vec<_> = reasons.map(|verdict| verdict.reason).collect();
        assert_eq!(reasons, expected, "{steps:?}");
    }

    fn visitor() -> Visitor {
        Visitor { device: Device::Desktop, consent: false, draw: 5000, attributes: Vec::new() }
    }

    fn page(address: &str) -> Step {
        Step::Page(address.to_owned())
    }

    const NPS: [(&str, &str); 2] = [("metric", "nps"), ("display", "popover")];

    #[test]
    fn who_answered_is_asked_again_after_ninety_days() {
        let steps = [page("/"), Step::Answer, page("/"), Step::Wait(89), page("/"), Step::Wait(1), page("/")];
        check(&NPS, &visitor(), &steps, &[None, Some("quiet"), Some("answered"), None]);
    }

    #[test]
    fn who_closed_it_or_left_it_alone_waits_for_its_own_clock() {
        let steps = [page("/"), Step::Close, Step::Wait(89), page("/"), Step::Wait(1), page("/")];
        check(&NPS, &visitor(), &steps, &[None, Some("dismissed"), None]);
        let steps = [page("/"), Step::Wait(29), page("/"), Step::Wait(1), page("/")];
        check(&NPS, &visitor(), &steps, &[None, Some("quiet"), None]);
    }

    #[test]
    fn page_share_consent_and_audience_count() {
        let pairs = [("metric", "nps"), ("match", "/account/*"), ("sample", "50%"), ("consent", "required")];
        check(&pairs, &visitor(), &[page("/")], &[Some("match")]);
        check(&pairs, &visitor(), &[page("/account/me")], &[Some("consent")]);
        let agreed = Visitor { consent: true, ..visitor() };
        check(&pairs, &agreed, &[page("/account/me")], &[Some("sample")]);
        check(&pairs, &Visitor { draw: 4999, ..agreed }, &[page("/account/me")], &[None]);
        let pro = [("metric", "nps"), ("audience", r#"{"attribute": "plan", "is": "pro"}"#)];
        check(&pro, &visitor(), &[page("/")], &[Some("audience")]);
        let attributes = vec![("plan".to_owned(), "pro".to_owned())];
        check(&pro, &Visitor { attributes, ..visitor() }, &[page("/")], &[None]);
    }
}
