//! A test answer to the shop's own endpoint, and what became of it.

mod panel;
mod send;

use meetpunt_core::Score;
use meetpunt_core::id::uuid_v7;
use meetpunt_core::settings::{Format, Settings};
use meetpunt_core::time::Timestamp;
use meetpunt_core::wire::{Data, Event, State, body};
use serde_json::Value;

use crate::posting::Posting;
use crate::snippet::is_allowed;

pub use panel::Probe;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Accepted, with this status.
    Reached(u16),
    /// Refused, with this status.
    Refused(u16),
    /// Sent on to another address, which the widget does not follow.
    Redirected,
    /// It arrived, but the browser may not read the reply.
    WithoutCors,
    /// Nobody answered.
    Silent,
    /// The widget would send nothing there: not https.
    NotAllowed,
}

impl Verdict {
    /// What a reply's status means to the widget.
    pub const fn of_status(status: u16) -> Self {
        match status {
            200..=299 | 409 => Self::Reached(status),
            _ => Self::Refused(status),
        }
    }
}

impl Posting {
    /// A completed answer with the highest point and the mark of a test; none where the widget refuses the settings or the address.
    pub fn test(
        settings: &Settings,
        pairs: &[(String, String)],
        url: &str,
        origin: &str,
        now: u64,
        random: [u8; 10],
    ) -> Option<Self> {
        if !is_allowed(url) {
            return None;
        }
        let mut data = Data::opened(settings, &uuid_v7(now, random));
        data.sequence = 1;
        data.state = State::Completed;
        data.test = true;
        let highest = settings.first.measure.scale().max;
        data.answer(Score::new(settings.first.measure, highest.into()).ok()?, settings.essential);
        data.page = Some("/".to_owned());
        data.shown = Some(Timestamp(now));
        data.answered = Some(Timestamp(now));
        let event = Event { source: format!("{origin}/"), time: Timestamp(now), data };
        let own = pairs.iter().find(|(name, _)| name == "headers");
        let own: Value = own.and_then(|(_, text)| serde_json::from_str(text).ok()).unwrap_or_default();
        let own = own.as_object().cloned().unwrap_or_default();
        let own = own.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())));
        let content = ("content-type".to_owned(), content_type(settings.format).to_owned());
        Some(Self {
            url: url.trim().to_owned(),
            headers: [content].into_iter().chain(own).collect(),
            body: body(&event, settings.format),
        })
    }
}

/// The same as in `src/shell/effects.js`.
const fn content_type(format: Format) -> &'static str {
    match format {
        Format::CloudEvents => "application/cloudevents+json; charset=utf-8",
        Format::Text => "text/plain;charset=UTF-8",
        Format::Json => "application/json",
        Format::Form => "application/x-www-form-urlencoded;charset=UTF-8",
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::standard::resolved;
    use crate::touchpoint::Touchpoint;

    const URL: &str = "https://collect.shop.example/feedback";

    /// A test answer of the page after an order.
    pub fn posting(url: &str, change: impl FnOnce(&mut Draft)) -> Option<Posting> {
        let mut draft = Draft::default();
        change(&mut draft);
        let settings = resolved(&draft, Touchpoint::Order).expect("settings");
        Posting::test(
            &settings,
            &draft.pairs(Touchpoint::Order),
            url,
            "https://shop.example",
            1_763_700_000_000,
            [7; 10],
        )
    }

    #[test]
    fn a_test_answer_is_one_that_a_collector_reads_and_never_counts() {
        let posting = posting(URL, |_| ()).expect("a posting");
        let events = meetpunt_core::wire::read(&posting.body).expect("an event");
        let data = &events[0].data;
        assert_eq!((data.test, data.state, data.score), (true, State::Completed, Some(10)));
        assert_eq!(data.class.as_deref(), Some("promoter"));
        assert!(posting.written().starts_with(&format!("POST {URL}\ncontent-type: application/cloudevents+json")));
    }

    #[test]
    fn format_and_headers_are_those_of_the_survey() {
        let posting = posting(URL, |draft| {
            draft.set(Touchpoint::Order, "format", Some("form".into()));
            draft.set(Touchpoint::Order, "headers", Some(serde_json::json!({"X-Shop": "nl"})));
        });
        let posting = posting.expect("a posting");
        assert_eq!(posting.headers[0].1, "application/x-www-form-urlencoded;charset=UTF-8");
        assert_eq!(posting.headers[1], ("X-Shop".to_owned(), "nl".to_owned()));
        assert!(posting.body.contains("score=10") && posting.body.contains("test=true"), "{}", posting.body);
    }

    #[test]
    fn nothing_leaves_for_an_address_that_the_widget_refuses() {
        assert_eq!(posting("http://collect.shop.example/", |_| ()), None);
        assert_eq!(posting("", |_| ()), None);
    }

    #[test]
    fn a_duplicate_counts_as_reached() {
        assert_eq!(Verdict::of_status(204), Verdict::Reached(204));
        assert_eq!(Verdict::of_status(409), Verdict::Reached(409));
        assert_eq!(Verdict::of_status(404), Verdict::Refused(404));
    }
}
