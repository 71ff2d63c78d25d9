//! Surveys of Formbricks.

use serde_json::{Map, Value, json};

use super::address::pattern;
use super::metric::Question;
use super::source::Source;
use super::survey::Survey;

pub(super) fn convert(entries: &Map<String, Value>) -> Survey {
    let mut from = Source::new(entries, "");
    let mut survey = Survey::new(from.text("name").unwrap_or("Formbricks survey"));
    from.pass_over(&[
        "id",
        "createdAt",
        "updatedAt",
        "environmentId",
        "workspaceId",
        "createdBy",
        "status",
        "languages",
        "isBackButtonHidden",
        "showLanguageSwitch",
    ]);
    survey.set("display", "popover");
    if from.text("type") == Some("link") {
        survey.lose("type \"link\"", "there is no page of surveys; becomes a popover");
    }
    let blocks = from.list("blocks").iter().filter_map(|block| block["elements"].as_array()).flatten();
    for (index, element) in from.list("questions").iter().chain(blocks).enumerate() {
        if let Some(element) = element.as_object() {
            ask(Source::new(element, format!("questions[{index}].")), &format!("questions[{index}]"), &mut survey);
        }
    }
    often(&mut from, &mut survey);
    moment(&mut from, &mut survey);
    place(&mut from, &mut survey);
    ending(&mut from, &mut survey);
    survey.lose_rest(from);
    survey
}

fn ask(mut from: Source<'_>, at: &str, survey: &mut Survey) {
    from.pass_over(&[
        "id",
        "required",
        "buttonLabel",
        "backButtonLabel",
        "isDraft",
        "charLimit",
        "inputType",
        "shuffleOption",
        "isColorCodingEnabled",
    ]);
    let text = from.take("headline").map(languages);
    let kind = from.text("type").unwrap_or_default();
    match kind {
        "nps" | "rating" | "csat" | "ces" => {
            let (low, high) = (from.take("lowerLabel").map(languages), from.take("upperLabel").map(languages));
            let points = if kind == "nps" { 11.0 } else { from.number("range").unwrap_or(5.0) };
            let drawn = from.text("scale").unwrap_or("number");
            survey.ask(at, &Question { kind, points: points as u64, drawn, text, low, high });
        }
        "openText" => {
            from.pass_over(&["longAnswer", "placeholder", "insightsEnabled"]);
            survey.ask_openly(at, text);
        }
        "multipleChoiceMulti" => {
            let label =
                |choice: &Value| choice["label"]["default"].as_str().or(choice["label"].as_str()).map(str::to_owned);
            let labels: Vec<String> = from.list("choices").iter().filter_map(label).collect();
            survey.offer(at, &labels.iter().map(String::as_str).collect::<Vec<_>>());
            if from
                .list("choices")
                .iter()
                .any(|choice| choice["label"].as_object().is_some_and(|label| label.len() > 1))
            {
                survey.lose(at, "the reasons are in the default language only; write one list for each");
            }
        }
        "contactInfo" => survey.set("contact", true),
        "" => survey.lose(at, "has no type"),
        _ => survey.lose(format!("{at} ({kind})"), "has no counterpart"),
    }
    survey.lose_rest(from);
}

fn often(from: &mut Source<'_>, survey: &mut Survey) {
    let waits = match from.text("displayOption") {
        Some("displayMultiple") => json!(["answered:never", "dismissed:0d", "ignored:0d"]),
        Some("respondMultiple") => json!(["answered:0d", "dismissed:0d", "ignored:0d"]),
        Some("displaySome") => {
            survey.lose("displayOption \"displaySome\"", "showings are not counted; asked until answered");
            json!(["answered:never", "dismissed:0d", "ignored:0d"])
        }
        _ => json!(["answered:never", "dismissed:never", "ignored:never"]),
    };
    survey.set("askAgain", waits);
    from.pass_over(&["displayLimit"]);
    // Without one of its own, that of the workspace holds: seven days.
    let days = from.number("recontactDays").unwrap_or(7.0);
    survey.set("quiet", format!("{days}d"));
    if let Some(share) = from.number("displayPercentage") {
        survey.set("sample", format!("{}%", (share * 100.0).round() / 100.0));
    }
}

fn moment(from: &mut Source<'_>, survey: &mut Survey) {
    let delay = from.number("delay").unwrap_or_default();
    for trigger in from.list("triggers") {
        let action = &trigger["actionClass"];
        let name = action["name"].as_str().unwrap_or("an action");
        let how = &action["noCodeConfig"];
        let wanted = match (action["type"].as_str(), how["type"].as_str()) {
            (Some("code"), _) => action["key"].as_str().map(|key| format!("event:{key}")),
            (_, Some("click")) => {
                how["elementSelector"]["cssSelector"].as_str().map(|selector| format!("click:{selector}"))
            }
            (_, Some("pageView")) if delay > 0.0 => Some(format!("delay:{delay}s")),
            (_, Some("pageView")) => Some("load".to_owned()),
            (_, Some("exitIntent")) => Some("exit".to_owned()),
            (_, Some("fiftyPercentScroll")) => Some("scroll:50%".to_owned()),
            (_, Some("pageDwell")) => how["timeInSeconds"].as_f64().map(|seconds| format!("delay:{seconds}s")),
            _ => None,
        };
        match wanted {
            Some(wanted) => survey.push("trigger", wanted),
            None => survey.lose(format!("the trigger {name:?}"), "has no counterpart"),
        }
        if delay > 0.0 && how["type"] != "pageView" {
            survey.lose("delay", "a delay is a trigger of its own here; this one shows at once");
        }
        for filter in how["urlFilters"].as_array().into_iter().flatten() {
            let address = filter["value"].as_str().unwrap_or_default();
            let rule = filter["rule"].as_str().unwrap_or_default();
            let found = match rule {
                "exactMatch" => pattern("exact", address, false),
                "notMatch" => pattern("exact", address, true),
                "contains" => pattern("contains", address, false),
                "notContains" => pattern("contains", address, true),
                "startsWith" => pattern("starts", address, false),
                "endsWith" => pattern("ends", address, false),
                _ => None,
            };
            match found {
                Some(pattern) => survey.push("match", pattern),
                None => {
                    survey.lose(format!("the address filter {rule} {address:?}"), "write a URL pattern in \"match\"")
                }
            }
        }
    }
    if let Some(segment) = from.take("segment")
        && segment["hasFilters"] != false
    {
        survey.lose("segment", "write an \"audience\" over attributes that the page sets");
    }
}

fn place(from: &mut Source<'_>, survey: &mut Survey) {
    for name in ["workspaceOverwrites", "projectOverwrites"] {
        let Some(mut own) = from.object(name) else { continue };
        match own.text("placement") {
            Some("bottomLeft") => survey.set("position", "bottom-start"),
            Some("topRight") => survey.set("position", "top-end"),
            Some("topLeft") => survey.set("position", "top-start"),
            Some("center") => survey.set("position", "center"),
            _ => {}
        }
        own.pass_over(&["clickOutsideClose"]);
        survey.lose_rest(own);
    }
    if from.take("styling").is_some() {
        survey.lose("styling", "looks are CSS here: see styles/tokens.css");
    }
    if from.take("autoClose").is_some() {
        survey.lose("autoClose", "an unanswered survey stays; \"autoClose\" here closes the thank-you");
    }
}

fn ending(from: &mut Source<'_>, survey: &mut Survey) {
    let endings = from.list("endings");
    if let Some(headline) = endings.first().and_then(|ending| ending.get("headline")) {
        survey.set("thanks", languages(headline));
    }
    if endings.len() > 1 {
        survey.lose("endings", "the first is used for every class");
    }
    if let Some(welcome) = from.take("welcomeCard")
        && welcome["enabled"] == true
    {
        survey.lose("welcomeCard", "the score question is always first");
    }
    if let Some(mut hidden) = from.object("hiddenFields") {
        for field in hidden.list("fieldIds").iter().filter_map(Value::as_str) {
            survey.lose(
                format!("hiddenFields {field:?}"),
                "set it in the page, as an attribute context-NAME of the element",
            );
        }
        hidden.pass_over(&["enabled"]);
        survey.lose_rest(hidden);
    }
}

/// A text by language; what Formbricks calls default becomes English.
fn languages(text: &Value) -> Value {
    match text.as_object() {
        Some(texts) if texts.len() == 1 && texts.contains_key("default") => texts["default"].clone(),
        Some(texts) => {
            let renamed = texts.iter().map(|(tag, text)| match tag.as_str() {
                "default" => ("en".to_owned(), text.clone()),
                _ => (tag.clone(), text.clone()),
            });
            Value::Object(renamed.collect())
        }
        None => text.clone(),
    }
}
