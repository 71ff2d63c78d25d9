//! The settings of Wootric (`wootricSettings`), which asks the Net Promoter Score.

use serde_json::{Map, Value, json};

use super::source::Source;
use super::survey::Survey;

pub(super) fn convert(entries: &Map<String, Value>) -> Survey {
    let mut from = Source::new(entries, "");
    let mut survey = Survey::new("nps");
    survey.set("metric", "nps");
    survey.set("display", "popover");
    let product = from.text("product_name");
    if let Some(brand) = from.text("wootric_recommend_target").or(product) {
        survey.set("brand", brand);
    }
    if let Some(language) = from.text("language") {
        survey.set("lang", language.replace('_', "-"));
    }
    // Its defaults: again 90 days after an answer, 30 after a decline.
    survey.set("askAgain", json!(["answered:90d", "dismissed:30d"]));
    if let Some(event) = from.text("event_name") {
        survey.push("trigger", format!("event:{event}"));
    }
    if let Some(properties) = from.take("properties").and_then(Value::as_object) {
        for (name, value) in properties {
            let key = format!("context-{}", super::survey::slug(name));
            match value {
                Value::String(_) | Value::Number(_) | Value::Bool(_) => {
                    survey.set(&meetpunt_core::site::camel(&key), text(value))
                }
                _ => survey.lose(format!("properties.{name}"), "context is text"),
            }
        }
    }
    for name in ["email", "external_id", "phone_number"] {
        if from.take(name).is_some() {
            survey.lose(name, "nothing here names a visitor; an opaque code can be \"respondent\"");
        }
    }
    if from.take("created_at").is_some() {
        let advice = "write an \"audience\" over an attribute that the page sets, such as the age of the account in days above 29";
        survey.lose("created_at", advice);
    }
    survey.lose("sampling", "Wootric decides on its server whom to ask; write a \"sample\", such as 33%");
    for name in ["wootric_survey_immediately", "wootric_no_surveyed_cookie"] {
        if from.take(name).is_some() {
            survey.lose(name, "use \"preview\" to try it out");
        }
    }
    if from.take("aria").is_some() {
        from.pass_over(&["aria"]);
    }
    if from.take("account_token").is_some() {
        survey.lose(
            "account_token",
            "answers go to an endpoint of your own: data-endpoint of the script, or \"endpoint\"",
        );
    }
    survey.lose_rest(from);
    survey
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
