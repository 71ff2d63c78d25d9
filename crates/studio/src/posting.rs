//! A request with an answer in it, as it leaves.

use serde_json::{Map, Value};
use yew::prelude::*;

use crate::answer::Answer;
use crate::strings::{fill, text};

/// A request as it leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub url: String,
    /// Content type first, then those of the setting `headers`.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// Fields of a form that are no text.
const NUMBERS: [&str; 5] = ["sequence", "score", "test", "na", "normalised"];

impl Posting {
    /// The request as a reader of networks would write it.
    pub fn written(&self) -> String {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        format!("POST {}\n{headers}\n{}", self.url, self.body)
    }

    /// The answer as whoever receives it reads it, in any of the formats; none for what is no answer.
    pub fn answer(&self, received: &str) -> Option<Answer> {
        let is_form = |(name, value): &(String, String)| {
            name.eq_ignore_ascii_case("content-type") && value.starts_with("application/x-www-form-urlencoded")
        };
        let event = if self.headers.iter().any(is_form) {
            unfolded(form_urlencoded::parse(self.body.as_bytes()))
        } else {
            serde_json::from_str(&self.body).ok()?
        };
        Answer::of_event(&event, received)
    }
}

/// The fields of a form with the scale as an object, as JSON has it.
fn unfolded<'a>(fields: impl Iterator<Item = (std::borrow::Cow<'a, str>, std::borrow::Cow<'a, str>)>) -> Value {
    let mut event = Map::new();
    let mut scale = Map::new();
    for (name, text) in fields {
        // A text for what cannot be read.
        let number = || serde_json::from_str(&text).unwrap_or_else(|_| Value::from(&*text));
        match name.strip_prefix("scale-") {
            Some(end) => drop(scale.insert(end.to_owned(), number())),
            None if NUMBERS.contains(&&*name) => drop(event.insert(name.into_owned(), number())),
            None => drop(event.insert(name.into_owned(), Value::from(&*text))),
        }
    }
    event.insert("scale".to_owned(), Value::Object(scale));
    Value::Object(event)
}

#[derive(Properties, PartialEq)]
pub struct LeftProps {
    pub posting: Posting,
}

/// A fold with the request to the byte.
#[component]
pub fn Left(props: &LeftProps) -> Html {
    let bytes = fill(text().left_bytes, &[("bytes", &props.posting.body.len().to_string())]);
    html! {
        <details class="left">
            <summary>{ &bytes }</summary>
            <pre class="code" tabindex="0" role="region" aria-label={bytes.clone()}><code>{ props.posting.written() }</code></pre>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use meetpunt_core::settings::Format;

    #[test]
    fn every_format_is_read_as_the_same_answer() {
        let answers = [Format::CloudEvents, Format::Text, Format::Json, Format::Form].map(|format| {
            let posting = crate::probe::tests::posting("https://collect.shop.example/feedback", |draft| {
                draft.set(crate::touchpoint::Touchpoint::Order, "format", Some(format.key().into()));
            });
            posting.and_then(|posting| posting.answer("2026-11-21T12:03:07.000Z")).expect("an answer")
        });
        for answer in &answers {
            assert_eq!((answer.score, answer.highest, answer.test), (Some(10), Some(10), true));
            assert_eq!(answer.checked().map(|score| score.class().name), Some("promoter"));
            assert_eq!(answer.submission, answers[0].submission);
        }
    }
}
