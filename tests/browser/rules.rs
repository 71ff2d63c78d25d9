//! axe-core with all its rules, best practices included, on every look, display and step.

use crate::harness::variety::varieties;
use crate::harness::{Stage, page, survey};
use serde_json::json;

crate::tests![
    axe_finds_nothing_in_any_look,
    axe_finds_nothing_in_any_look_in_the_dark,
    axe_finds_nothing_in_any_look_from_right_to_left,
    axe_finds_nothing_in_a_modal,
    axe_finds_nothing_in_a_tab,
    axe_finds_nothing_in_a_bar,
    axe_finds_nothing_in_floating_triples,
];

/// What every survey of these tests is asked with.
const ALL: &str =
    r#"contact allow-na reasons="late:It came late,broken:It was broken" privacy-link="https://shop.example/privacy""#;

/// Every look on one page, step by step.
#[track_caller]
fn check_looks(stage: &Stage<'_>, theme: &str, lang: &str) {
    // Each with a name of its own on every step, as a page would name its landmarks.
    let own = |id: &str| {
        let texts = ["question", "follow-up-negative", "follow-up-neutral", "follow-up-positive", "thanks"];
        texts.map(|text| format!(r#"{text}="{text} {id}""#)).join(" ")
    };
    let markup: String = varieties()
        .iter()
        .map(|variety| variety.element(&format!(r#"{ALL} {} theme="{theme}" lang="{lang}""#, own(&variety.id()))))
        .collect();
    stage.open(&page(&markup));
    let each = |what: &str, selector: &str, act: &str| {
        let script = "return [...document.querySelectorAll('meetpunt-survey')].every(({shadowRoot: root}) => root?.querySelector(arguments[0]))";
        stage.until(&format!("{what} everywhere"), || {
            (stage.browser.run(script, vec![json!(selector)]) == true).then_some(())
        });
        stage.axe_finds_nothing(&format!("{what}, {theme}, {lang}"));
        stage.run(&format!(
            "for (const {{shadowRoot: root}} of document.querySelectorAll('meetpunt-survey')) {{ {act} }}"
        ));
    };
    each("the score step", "[part~=send]", "root.querySelector('[part~=send]').click()");
    each("an error", "[part~=error]", "root.querySelector('[part~=not-applicable]').click()");
    // The worst score of a metric is an end of its scale: one of the two asks for a contact.
    each("not applicable", "[aria-pressed=true]", "root.querySelector('[part~=point] input').click()");
    each("a choice", ":checked", "root.querySelector('[part~=send]').click()");
    each("the follow-up", "[part~=comment]", "root.querySelector('[part~=reason] input').click()");
    each("a ticked reason", ":checked", "root.querySelector('[part~=send]').click()");
    each("the thank-you", "[part~=thanks]", "");
}

fn axe_finds_nothing_in_any_look(stage: &Stage<'_>) {
    check_looks(stage, "light", "en");
}

fn axe_finds_nothing_in_any_look_in_the_dark(stage: &Stage<'_>) {
    check_looks(stage, "dark", "en");
}

fn axe_finds_nothing_in_any_look_from_right_to_left(stage: &Stage<'_>) {
    check_looks(stage, "light", "ar");
}

/// A survey in a display, in light, dark and from right to left.
#[track_caller]
fn check(stage: &Stage<'_>, display: &str, attributes: &str, score: u8) {
    for (theme, lang) in [("light", "en"), ("dark", "en"), ("light", "he"), ("dark", "ar")] {
        let id = format!("{theme}-{lang}");
        let page = survey(&format!(
            r#"survey="{id}" display="{display}" trigger="load" quiet="0d" per-session="9" theme="{theme}" lang="{lang}" {attributes} {ALL}"#
        ));
        let survey = stage.open(&page.at(&format!("/{id}")));
        let axe = |step: &str| stage.axe_finds_nothing(&format!("{step} of a {display}, {theme}, {lang}"));
        if display == "tab" {
            survey.until("handle");
            axe("the handle");
            survey.click("handle");
        }
        survey.until("question");
        axe("the score step");
        survey.send();
        survey.until("error");
        axe("the error");
        survey.choose(score);
        axe("a chosen point");
        survey.send();
        survey.until("back");
        if attributes.contains("then") {
            axe("the second question");
            survey.choose(1);
            survey.send();
            survey.until("comment");
        }
        axe("the follow-up");
        survey.send();
        survey.until("thanks");
        axe("the thank-you");
    }
}

fn axe_finds_nothing_in_a_modal(stage: &Stage<'_>) {
    check(stage, "modal", r#"metric="csat" look="faces""#, 1);
}

fn axe_finds_nothing_in_a_tab(stage: &Stage<'_>) {
    check(stage, "tab", r#"metric="csat" look="stars""#, 1);
}

fn axe_finds_nothing_in_a_bar(stage: &Stage<'_>) {
    check(stage, "bar", r#"metric="nps""#, 0);
}

fn axe_finds_nothing_in_floating_triples(stage: &Stage<'_>) {
    check(stage, "popover", r#"metric="goal" then="ces1""#, 1);
}
