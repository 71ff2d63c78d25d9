//! What the shop changes while a visitor looks on.

use crate::harness::{Stage, survey};
use serde_json::json;

crate::tests![
    another_question_shows_at_once,
    another_language_shows_at_once,
    another_theme_shows_at_once,
    another_metric_shows_its_own_scale,
    a_wrong_metric_ends_the_survey_and_a_right_one_revives_it,
    a_change_of_words_keeps_the_choice,
    the_language_of_the_page_counts,
    a_setting_out_of_range_is_corrected_and_said,
    the_accent_of_the_shop_is_used,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

#[track_caller]
fn set(stage: &Stage<'_>, name: &str, value: &str) {
    let script = "document.querySelector('meetpunt-survey').setAttribute(arguments[0], arguments[1])";
    stage.browser.run(script, vec![json!(name), json!(value)]);
}

fn another_question_shows_at_once(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    set(stage, "question", "Would you <b>come</b> back?");
    survey.until_text("question", |text| text == "Would you <b>come</b> back?");
    set(stage, "low-label", "Never again");
    survey.until_text("low-label", |text| text == "Never again");
    stage.run("document.querySelector('meetpunt-survey').removeAttribute('question')");
    survey.until_text("question", |text| text.contains("recommend"));
}

fn another_language_shows_at_once(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} brand="Voorbeeld""#)));
    assert!(survey.until("question").contains("recommend Voorbeeld"));
    set(stage, "lang", "nl");
    let question = survey.until_text("question", |text| text.contains("aanbevelen"));
    assert!(question.contains("Voorbeeld"), "{question}");
    assert!(survey.until("low-label").contains("niet waarschijnlijk"));
    assert_eq!(survey.look("[part~=frame]", "return found.closest('[lang]').lang"), "nl");
    survey.answer(9);
    stage.check_event(&stage.until_state("completed"), json!({"locale": "nl"}));
}

fn the_language_of_the_page_counts(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS).language("nl-BE"));
    assert!(survey.until("question").contains("aanbevelen"));
    survey.answer(9);
    assert!(
        survey.until("thanks").to_lowercase().contains("bedankt")
            || survey.until("thanks").to_lowercase().contains("dank")
    );
    stage.check_event(&stage.until_state("completed"), json!({"locale": "nl"}));
}

/// How light a colour of the page is, 0 black to 255 white, however the engine writes it down.
const LIGHTNESS: &str = "const paint = document.createElement('canvas').getContext('2d');
    paint.fillStyle = getComputedStyle(found).color;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
    return (red * 2 + green * 5 + blue) / 8";

fn another_theme_shows_at_once(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} theme="light""#)));
    survey.until("question");
    let lightness = || survey.look("[part~=question]", LIGHTNESS).as_f64().unwrap_or_default();
    assert!(lightness() < 100.0, "text of the light theme is {}", lightness());
    set(stage, "theme", "dark");
    stage.until("light text", || (lightness() > 155.0).then_some(()));
    set(stage, "theme", "light");
    stage.until("dark text", || (lightness() < 100.0).then_some(()));
}

fn another_metric_shows_its_own_scale(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps""#));
    survey.until("question");
    assert_eq!(survey.scores().len(), 11);
    survey.choose(9);
    set(stage, "metric", "csat");
    stage.until("five points", || (survey.scores() == ["1", "2", "3", "4", "5"]).then_some(()));
    assert_eq!(survey.chosen(), None, "a choice went over to another metric");
    set(stage, "metric", "ces");
    stage.until("seven points", || (survey.scores() == ["1", "2", "3", "4", "5", "6", "7"]).then_some(()));
    survey.answer(4);
    let differs = json!({
        "survey": "ces", "metric": "ces", "scale": {"min": 1, "max": 7}, "layer": "experience",
        "score": 4, "class": "neutral", "normalised": 50.0, "touchpoint": null,
    });
    stage.check_event(&stage.until_state("completed"), differs);
}

fn a_wrong_metric_ends_the_survey_and_a_right_one_revives_it(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    set(stage, "metric", "happiness");
    let error = stage.until_event("error");
    assert_eq!(error["detail"]["setting"], "metric");
    stage.until("the fallback content", || survey.shows_fallback().then_some(()));
    set(stage, "metric", "nps");
    survey.until("question");
    assert!(!survey.shows_fallback());
}

fn a_change_of_words_keeps_the_choice(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(3);
    set(stage, "question", "Another one?");
    survey.until_text("question", |text| text == "Another one?");
    assert_eq!(survey.chosen(), Some(3));
    survey.send();
    survey.write("Kept");
    set(stage, "lang", "nl");
    survey.until_text("send", |text| text != "Send");
    assert_eq!(survey.look("textarea", "return found.value"), "Kept");
    survey.send();
    survey.until("thanks");
    let differs = json!({"score": 3, "class": "detractor", "normalised": 30.0, "comment": "Kept", "locale": "nl"});
    stage.check_event(&stage.until_state("completed"), differs);
}

fn a_setting_out_of_range_is_corrected_and_said(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} theme="neon" heading-level="9""#)));
    survey.until("question");
    let warnings = stage.until("two warnings", || Some(stage.events("warning")).filter(|heard| heard.len() >= 2));
    let of = |setting: &str| {
        let found = warnings.iter().find(|warning| warning["detail"]["setting"] == setting);
        found.unwrap_or_else(|| panic!("no warning about {setting} in {warnings:?}"))["detail"].clone()
    };
    assert_eq!(of("theme")["found"], "neon");
    assert!(of("theme")["expected"].as_str().is_some_and(|text| text.contains("dark")), "{}", of("theme"));
    assert_eq!(of("heading-level")["found"], "9");
    assert_eq!(warnings.len(), 2, "one warning a setting");
    assert_eq!(survey.look("[part~=question]", "return found.ariaLevel ?? found.localName"), "2");
    assert_eq!(stage.until_event("ready")["detail"]["warnings"].as_array().map(Vec::len), Some(2));
}

fn the_accent_of_the_shop_is_used(stage: &Stage<'_>) {
    let survey = stage.open(&survey(&format!(r#"{NPS} style="--meetpunt-accent: #b3005e""#)));
    survey.until("question");
    let script = "const paint = document.createElement('canvas').getContext('2d');
        paint.fillStyle = getComputedStyle(found).backgroundColor;
        paint.fillRect(0, 0, 1, 1);
        return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3)";
    let colour = survey.look("[part~=send]", script);
    assert_eq!(colour, json!([0xb3, 0x00, 0x5e]), "the Send button is not in the shop's accent");
}
