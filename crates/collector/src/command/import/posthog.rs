//! Surveys of PostHog.

use serde_json::{Map, Value, json};

use super::address::pattern;
use super::metric::Question;
use super::source::Source;
use super::survey::Survey;

pub(super) fn convert(entries: &Map<String, Value>) -> Survey {
    let mut from = Source::new(entries, "");
    let mut survey = Survey::new(from.text("name").unwrap_or("PostHog survey"));
    from.pass_over(&[
        "id",
        "description",
        "created_at",
        "created_by",
        "archived",
        "current_iteration",
        "current_iteration_start_date",
    ]);
    display(&mut from, &mut survey);
    for (index, question) in from.list("questions").iter().enumerate() {
        if let Some(question) = question.as_object() {
            ask(Source::new(question, format!("questions[{index}].")), &format!("questions[{index}]"), &mut survey);
        }
    }
    if let Some(appearance) = from.object("appearance") {
        look(appearance, &mut survey);
    }
    if let Some(conditions) = from.object("conditions") {
        moment(conditions, &mut survey);
    }
    for (name, key) in [("start_date", "starts"), ("end_date", "ends")] {
        if let Some(time) = from.text(name) {
            survey.set(key, time);
        }
    }
    let days = from.number("iteration_frequency_days");
    match (from.text("schedule"), days) {
        (Some("always"), _) => survey.set("askAgain", json!(["answered:0d", "dismissed:0d", "ignored:0d"])),
        (_, Some(days)) => survey.set("askAgain", json!([format!("answered:{days}d")])),
        _ => survey.set("askAgain", json!(["answered:never", "dismissed:never", "ignored:never"])),
    }
    for name in ["feature_flag_keys", "linked_flag_key", "targeting_flag_key", "internal_targeting_flag_key"] {
        if from.take(name).is_some() {
            survey.lose(name, "flags are not known here; write an \"audience\" over attributes that the page sets");
        }
    }
    for name in
        ["responses_limit", "response_sampling_interval_type", "response_sampling_interval", "response_sampling_limit"]
    {
        if from.take(name).is_some() {
            survey.lose(
                name,
                "who answered is counted where answers go; end the survey by \"ends\", or lower \"sample\"",
            );
        }
    }
    survey.lose_rest(from);
    survey
}

fn display(from: &mut Source<'_>, survey: &mut Survey) {
    survey.set("display", "popover");
    match from.text("type") {
        Some("widget") => survey.set("display", "tab"),
        Some("api") => survey.set("trigger", json!(["manual"])),
        Some("external_survey") => {
            survey.lose("type \"external_survey\"", "there is no page of surveys; becomes a popover")
        }
        _ => {}
    }
}

fn ask(mut from: Source<'_>, at: &str, survey: &mut Survey) {
    from.pass_over(&["id", "optional", "buttonText", "descriptionContentType", "skipSubmitButton", "shuffleOptions"]);
    let translations = from.take("translations");
    let text = translated(from.text("question"), "question", translations);
    match from.text("type") {
        Some("rating") => {
            let points = match from.number("scale") {
                Some(10.0) => 11,
                points => points.unwrap_or(5.0) as u64,
            };
            let low = translated(from.text("lowerBoundLabel"), "lowerBoundLabel", translations);
            let high = translated(from.text("upperBoundLabel"), "upperBoundLabel", translations);
            let drawn = from.text("display").unwrap_or("number");
            survey.ask(at, &Question { kind: "", points, drawn, text, low, high });
            if points == 2 {
                survey.lose(
                    at,
                    "PostHog stores 1 for up and 2 for down, here it is 1 and 0: do not put old answers together",
                );
            }
        }
        Some("open") => survey.ask_openly(at, text),
        Some("multiple_choice") => {
            let labels: Vec<&str> = from.list("choices").iter().filter_map(Value::as_str).collect();
            survey.offer(at, &labels);
            from.pass_over(&["hasOpenChoice"]);
        }
        Some("link") => survey.lose(at, "there are no link questions; a link can stand in \"thanks\", for every class"),
        Some(kind) => survey.lose(format!("{at} ({kind})"), "has no counterpart"),
        None => survey.lose(at, "has no type"),
    }
    survey.lose_rest(from);
}

fn look(mut from: Source<'_>, survey: &mut Survey) {
    match from.text("position") {
        Some("left") => survey.set("position", "bottom-start"),
        Some("center") => survey.set("position", "bottom"),
        Some("top_left") => survey.set("position", "top-start"),
        Some("top_center") => survey.set("position", "top"),
        Some("top_right") => survey.set("position", "top-end"),
        Some("middle_center") => survey.set("position", "center"),
        Some(other @ ("middle_left" | "middle_right" | "next_to_trigger")) => {
            survey.lose(format!("appearance.position {other:?}"), "the default stands at the bottom");
        }
        _ => {}
    }
    if let Some(seconds) = from.number("surveyPopupDelaySeconds") {
        survey.push("trigger", format!("delay:{}ms", (seconds * 1_000.0).round()));
    }
    from.pass_over(&[
        "displayThankYouMessage",
        "thankYouMessageDescriptionContentType",
        "thankYouMessageCloseButtonText",
    ]);
    if let Some(thanks) = from.text("thankYouMessageHeader") {
        survey.set("thanks", thanks);
    }
    for name in
        ["submitButtonColor", "backgroundColor", "textColor", "borderRadius", "fontFamily", "zIndex", "boxPadding"]
    {
        if from.take(name).is_some() {
            survey.lose(format!("appearance.{name}"), "looks are CSS here: see styles/tokens.css");
        }
    }
    from.pass_over(&["whiteLabel", "placeholder", "submitButtonText", "disableAutofocus", "hideCancelButton"]);
    survey.lose_rest(from);
}

fn moment(mut from: Source<'_>, survey: &mut Survey) {
    let how = from.text("urlMatchType").unwrap_or("icontains");
    if let Some(address) = from.text("url") {
        let found = match how {
            "exact" => pattern("exact", address, false),
            "is_not" => pattern("exact", address, true),
            "icontains" => pattern("contains", address, false),
            "not_icontains" => pattern("contains", address, true),
            _ => None,
        };
        match found {
            Some(pattern) => survey.push("match", pattern),
            None => survey.lose(format!("conditions.url ({how})"), "write a URL pattern in \"match\""),
        }
    }
    if let Some(days) = from.number("seenSurveyWaitPeriodInDays") {
        survey.set("quiet", format!("{days}d"));
    }
    for device in from.list("deviceTypes").iter().filter_map(Value::as_str) {
        match device.to_ascii_lowercase().as_str() {
            "mobile" => survey.push("devices", "phone"),
            known @ ("tablet" | "desktop") => survey.push("devices", known),
            _ => survey.lose(format!("conditions.deviceTypes {device:?}"), "is not told apart here"),
        }
    }
    if let Some(mut events) = from.object("events") {
        for event in events.list("values") {
            let Some(name) = event["name"].as_str() else { continue };
            survey.push("trigger", format!("event:{name}"));
            if event.get("propertyFilters").is_some() {
                survey.lose(format!("conditions.events {name:?}, propertyFilters"), "events have no conditions here");
            }
        }
        survey.lose_rest(events);
    }
    from.pass_over(&["deviceTypesMatchType"]);
    survey.lose_rest(from);
}

/// A text with its translations, which lie beside it by language.
fn translated(text: Option<&str>, name: &str, translations: Option<&Value>) -> Option<Value> {
    let text = text?;
    let others = translations.and_then(Value::as_object).into_iter().flatten();
    let others = others.filter_map(|(tag, texts)| Some((tag.clone(), Value::from(texts[name].as_str()?))));
    let all: Map<String, Value> = [("en".to_owned(), Value::from(text))].into_iter().chain(others).collect();
    Some(if all.len() == 1 { text.into() } else { all.into() })
}
