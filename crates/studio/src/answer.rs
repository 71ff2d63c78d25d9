//! One answer, read from what was posted, and the sentence that tells it.

use meetpunt_core::{Measure, Metric, Scale, Score};
use serde_json::{Map, Value};

use crate::strings::{Strings, fill};
use crate::touchpoint::Touchpoint;

/// An answer as the log shows it. Reading is forgiving: what an older or newer widget posted is shown, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The id that all states of one answer share.
    pub submission: String,
    /// Counts the states of one answer from 1.
    pub sequence: u64,
    /// Whether the visitor reached the thank-you.
    pub completed: bool,
    /// Whether it came from a preview.
    pub test: bool,
    /// The survey that was answered, such as `nps-order-confirmation`.
    pub survey: String,
    /// What must be equal for scores to be comparable.
    pub series: String,
    /// The metric by its key; it may be one that this program does not know.
    pub metric: String,
    /// The lowest point of the scale.
    pub lowest: Option<i64>,
    /// The highest point of the scale.
    pub highest: Option<i64>,
    /// The point that was chosen; none for "not applicable".
    pub score: Option<i64>,
    /// The class by its name.
    pub class: Option<String>,
    pub comment: Option<String>,
    pub touchpoint: Option<String>,
    /// When it arrived, as RFC 3339.
    pub received: String,
    /// The event as it arrived, laid out over lines.
    pub json: String,
}

impl Answer {
    /// Reads one line of `GET /events`: `{"received": …, "event": …}`. `None` for what is not an answer.
    pub fn of_line(line: &str) -> Option<Self> {
        let line: Map<String, Value> = serde_json::from_str(line).ok()?;
        let received = line.get("received")?.as_str()?;
        Self::of_event(line.get("event")?, received)
    }

    /// Reads an event: a CloudEvent, or its `data` with the other keys in it.
    pub fn of_event(event: &Value, received: &str) -> Option<Self> {
        let data = event.get("data").unwrap_or(event);
        let text = |key: &str| data.get(key).and_then(Value::as_str).map(str::to_owned);
        let na = data.get("na").and_then(Value::as_bool).unwrap_or(false);
        let score = data.get("score").and_then(Value::as_i64);
        if score.is_none() && !na {
            return None;
        }
        Some(Self {
            submission: text("submission")?,
            sequence: data.get("sequence").and_then(Value::as_u64).unwrap_or(1),
            completed: text("state").as_deref() != Some("answered"),
            test: data.get("test").and_then(Value::as_bool).unwrap_or(false),
            survey: text("survey").unwrap_or_default(),
            series: text("series").unwrap_or_default(),
            metric: text("metric").unwrap_or_default(),
            lowest: data.pointer("/scale/min").and_then(Value::as_i64),
            highest: data.pointer("/scale/max").and_then(Value::as_i64),
            score,
            class: text("class"),
            comment: text("comment").filter(|comment| !comment.trim().is_empty()),
            touchpoint: text("touchpoint"),
            received: received.to_owned(),
            json: serde_json::to_string_pretty(event).unwrap_or_default(),
        })
    }

    /// The score as core checks it; none where the point is not on a known scale of a known metric.
    pub fn checked(&self) -> Option<Score> {
        let metric = Metric::parse(&self.metric)?;
        let end = |end: Option<i64>| u8::try_from(end?).ok();
        let scale = Scale { min: end(self.lowest)?, max: end(self.highest)? };
        Score::new(Measure::of(metric, scale)?, self.score?).ok()
    }

    /// What tells this state of it from every other.
    pub fn key(&self) -> (String, u64) {
        (self.submission.clone(), self.sequence)
    }

    /// The answer in words, without its time: "9 of 10, promoter, “Fast delivery”, order confirmation".
    pub fn sentence(&self, words: &Strings) -> String {
        let mut parts = Vec::new();
        match (self.score, self.highest) {
            (None, _) => parts.push(words.not_applicable.to_owned()),
            (Some(score), None) => parts.push(score.to_string()),
            (Some(score), Some(highest)) => {
                parts.push(fill(words.score_of, &[("score", &score.to_string()), ("highest", &highest.to_string())]))
            }
        }
        parts.extend(self.class.clone());
        let quote = |comment: &String| fill(words.quoted, &[("text", comment.trim())]);
        parts.extend(self.comment.as_ref().map(quote));
        parts.extend(self.touchpoint.as_deref().map(|key| place(key, words)));
        if !self.completed {
            parts.push(words.not_finished.to_owned());
        }
        parts.join(", ")
    }
}

/// A touchpoint in words: its title here, or its key with spaces.
fn place(key: &str, words: &Strings) -> String {
    let title = Touchpoint::parse(key).map(|touchpoint| words.touchpoint(touchpoint));
    title.map_or_else(|| key.replace(['-', '_'], " "), str::to_lowercase)
}

/// The latest state of every answer, the newest answer first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(Vec<Answer>);

impl Answers {
    /// Takes in answers, in the order in which they arrived. Of one submission the highest sequence stays.
    pub fn merge(&mut self, arrived: impl IntoIterator<Item = Answer>) {
        for answer in arrived {
            let known = |other: &Answer| other.submission == answer.submission;
            match self.0.iter().position(known) {
                Some(place) if self.0[place].sequence >= answer.sequence => {}
                Some(place) => self.0[place] = answer,
                None => self.0.push(answer),
            }
        }
        // RFC 3339 texts of one clock, all in UTC, sort as the moments they name; equal ones keep their order.
        self.0.sort_by(|left, right| right.received.cmp(&left.received));
    }

    /// The newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Answer> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answer that arrived last.
    pub fn newest(&self) -> Option<&Answer> {
        self.0.first()
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::strings::ENGLISH;

    /// An answer of the sample shop. The scale of NPS begins at 0, the others at 1.
    pub fn answer(submission: &str, sequence: u64, metric: &str, highest: i64, score: i64) -> Answer {
        let lowest = if metric == "nps" { 0 } else { 1 };
        let event = serde_json::json!({"data": {
            "submission": submission, "sequence": sequence, "state": "completed", "test": false,
            "survey": format!("{metric}-delivery"), "series": "0a1b2c3d", "metric": metric, "scale": {"min": lowest, "max": highest}, "score": score,
        }});
        let received = format!("2026-11-21T12:03:{sequence:02}.000Z");
        Answer::of_event(&event, &received).expect("an answer")
    }

    const LINE: &str = r#"{"received":"2026-11-21T12:03:07.000Z","event":{"specversion":"1.0","id":"s/2","type":"meetpunt.response.v1","data":{"submission":"s","sequence":2,"state":"completed","test":true,"survey":"nps-order-confirmation","metric":"nps","scale":{"min":0,"max":10},"score":9,"class":"promoter","normalised":90.0,"na":false,"comment":"Fast delivery","touchpoint":"order-confirmation"}}}"#;

    #[test]
    fn an_answer_can_be_read_aloud() {
        let answer = Answer::of_line(LINE).expect("an answer");
        assert_eq!(answer.sentence(&ENGLISH), "9 of 10, promoter, “Fast delivery”, order confirmation");
        assert_eq!(answer.checked().map(|score| score.class().name), Some("promoter"));
        assert!(answer.test);
    }

    #[test]
    fn the_event_is_shown_as_it_arrived() {
        let answer = Answer::of_line(LINE).expect("an answer");
        assert!(answer.json.contains("\"normalised\": 90.0"), "{}", answer.json);
        let order = answer.json.find("specversion") < answer.json.find("\"data\"");
        assert!(order, "{}", answer.json);
    }

    #[test]
    fn zero_is_an_answer_and_not_applicable_is_one_too() {
        let zero = answer("a", 1, "nps", 10, 0);
        assert_eq!(zero.sentence(&ENGLISH), "0 of 10");
        let na = serde_json::json!({"submission": "b", "na": true, "score": null, "touchpoint": "search_page", "state": "answered"});
        let na = Answer::of_event(&na, "").expect("an answer");
        assert_eq!(na.sentence(&ENGLISH), "not applicable, search page, not finished yet");
    }

    #[track_caller]
    fn nothing(line: &str) {
        assert_eq!(Answer::of_line(line), None, "{line}");
    }

    #[test]
    fn what_is_not_an_answer_is_left_out() {
        nothing("");
        nothing("<!doctype html>");
        nothing("[1, 2]");
        nothing(r#"{"received": "2026-11-21T12:03:07Z"}"#);
        nothing(
            r#"{"received": "2026-11-21T12:03:07Z", "event": {"type": "meetpunt.shown.v1", "data": {"survey": "nps"}}}"#,
        );
        nothing(r#"{"received": "2026-11-21T12:03:07Z", "event": {"data": {"submission": "s", "score": "nine"}}}"#);
    }

    #[test]
    fn a_score_of_an_unknown_scale_is_shown_but_not_counted() {
        let mark = answer("a", 1, "csat", 10, 4);
        assert_eq!(mark.sentence(&ENGLISH), "4 of 10");
        assert_eq!(mark.checked().map(|score| score.class().name), Some("dissatisfied"));
        let percent = answer("a", 1, "csat", 100, 4);
        assert_eq!(percent.sentence(&ENGLISH), "4 of 100");
        assert_eq!(percent.checked(), None);
        assert_eq!(answer("a", 1, "unknown", 5, 4).checked(), None);
    }

    #[test]
    fn the_latest_state_of_an_answer_stays_and_the_newest_answer_stands_first() {
        let mut answers = Answers::default();
        answers.merge([answer("a", 1, "nps", 10, 3), answer("b", 2, "nps", 10, 8)]);
        answers.merge([answer("a", 3, "nps", 10, 4), answer("b", 1, "nps", 10, 1)]);
        let scores: Vec<_> = answers.iter().filter_map(|answer| answer.score).collect();
        assert_eq!(scores, [4, 8]);
        assert_eq!(answers.newest().map(|answer| answer.submission.as_str()), Some("a"));
        assert_eq!(answers.len(), 2);
    }
}
