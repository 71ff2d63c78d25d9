//! The event as an HTML form sends it: flat names, `application/x-www-form-urlencoded`.

use super::{Event, Map, Shape};
use crate::metric::Scale;
use crate::score::Tenths;
use crate::text;
use crate::time::Timestamp;

/// The fields of the format `json`, flat, in the same order. What is null or empty is left out; lists are joined by
/// commas; what is nested has its parent's name before it, as in `scale-min`, `context-NAME` and `more-1-score`.
#[must_use]
pub fn fields(event: &Event) -> Vec<(String, String)> {
    let data = &event.data;
    let mut to = Fields(Vec::new());
    to.text("id", &event.id());
    to.text("source", &event.source);
    to.time("time", Some(event.time));
    to.text("submission", &data.submission);
    to.number("sequence", data.sequence);
    to.text("state", data.state.key());
    to.flag("test", data.test);
    to.text("survey", &data.survey);
    to.text("metric", data.metric.key());
    to.scale("", data.scale);
    to.some("layer", data.layer.as_deref());
    to.text("series", &data.series);
    to.answer("", data.score, data.class.as_deref(), data.normalised);
    to.flag("na", data.na);
    for (place, more) in (1_u32..).zip(&data.more) {
        let mut prefix = String::from("more-");
        text::push_integer(&mut prefix, place.into());
        prefix.push('-');
        to.text(&[&prefix, "metric"].concat(), more.metric.key());
        to.scale(&prefix, more.scale);
        to.some(&[&prefix, "layer"].concat(), more.layer.as_deref());
        to.answer(&prefix, more.score, more.class.as_deref(), more.normalised);
        to.flag(&[&prefix, "na"].concat(), more.na);
    }
    to.some("alert", data.alert.map(super::Alert::key));
    to.some("comment", data.comment.as_deref());
    to.counts("redactions-", &data.redactions);
    to.text("reasons", &data.reasons.join(","));
    to.some("contact", data.contact.as_deref());
    to.some("touchpoint", data.touchpoint.as_deref());
    to.some("phase", data.phase.as_deref());
    to.some("lifecycle", data.lifecycle.as_deref());
    to.some("wave", data.wave.as_deref());
    to.some("segment", data.segment.as_deref());
    to.some("persona", data.persona.as_deref());
    to.some("channel", data.channel.as_deref());
    to.some("occasion", data.occasion.as_deref());
    to.some("employee", data.employee.as_deref());
    to.some("respondent", data.respondent.as_deref());
    for (name, value) in &data.context.0 {
        to.text(&["context-", name].concat(), value);
    }
    to.some("locale", data.locale.as_deref());
    to.text("look", data.look.key());
    to.text("direction", data.direction.key());
    to.text("display", data.display.key());
    to.some("trigger", data.trigger.as_deref());
    to.some("device", data.device.as_deref());
    to.some("page", data.page.as_deref());
    to.time("shown", data.shown);
    to.time("answered", data.answered);
    let mut rate = String::new();
    text::push_decimal(&mut rate, data.sample_rate.0.into(), 10_000);
    to.text("sampleRate", &rate);
    to.flag("gpc", data.gpc);
    to.some("widget", data.widget.as_deref());
    to.counts("losses-", &data.losses);
    if data.truncated {
        to.flag("truncated", true);
    }
    to.0
}

struct Fields(Vec<(String, String)>);

impl Fields {
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.0.push((name.to_owned(), text.to_owned()));
        }
    }

    fn some(&mut self, name: &str, text: Option<&str>) {
        self.text(name, text.unwrap_or_default());
    }

    fn flag(&mut self, name: &str, value: bool) {
        self.text(name, if value { "true" } else { "false" });
    }

    fn number(&mut self, name: &str, value: u32) {
        let mut digits = String::new();
        text::push_integer(&mut digits, value.into());
        self.text(name, &digits);
    }

    fn time(&mut self, name: &str, time: Option<Timestamp>) {
        if let Some(Timestamp(time)) = time {
            self.text(name, &crate::time::rfc3339(time));
        }
    }

    fn scale(&mut self, prefix: &str, scale: Scale) {
        self.number(&[prefix, "scale-min"].concat(), scale.min.into());
        self.number(&[prefix, "scale-max"].concat(), scale.max.into());
    }

    fn answer(&mut self, prefix: &str, score: Option<u8>, class: Option<&str>, normalised: Option<Tenths>) {
        if let Some(score) = score {
            self.number(&[prefix, "score"].concat(), score.into());
        }
        self.some(&[prefix, "class"].concat(), class);
        if let Some(Tenths(tenths)) = normalised {
            let mut digits = String::new();
            text::push_decimal(&mut digits, tenths.into(), 10);
            self.text(&[prefix, "normalised"].concat(), &digits);
        }
    }

    fn counts(&mut self, prefix: &str, counts: &Map<u32>) {
        for (name, count) in &counts.0 {
            self.number(&[prefix, name].concat(), *count);
        }
    }
}

/// Names and values in the serialisation of the URL standard
/// (<https://url.spec.whatwg.org/#urlencoded-serializing>).
#[must_use]
pub fn encode<'a>(event: &Event, shape: impl Into<Shape<'a>>) -> String {
    let shape = shape.into();
    let mut body = String::new();
    for (name, value) in fields(event) {
        if !body.is_empty() {
            body.push('&');
        }
        push_encoded(&mut body, shape.name(&name));
        body.push('=');
        push_encoded(&mut body, &value);
    }
    body
}

fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                for nibble in [byte >> 4, byte & 0x0f] {
                    let digit = char::from_digit(nibble.into(), 16).unwrap_or('0');
                    out.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}
