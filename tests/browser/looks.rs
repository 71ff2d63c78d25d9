//! Every metric on every scale in every look: what is drawn is what is posted.

use crate::harness::variety::{Variety, varieties};
use crate::harness::{Stage, page};
use meetpunt_core::settings::Look;
use serde_json::{Value, json};
use std::collections::HashMap;

crate::tests![
    the_lowest_point_arrives_from_every_look,
    the_highest_point_arrives_from_every_look,
    every_point_says_its_number_or_its_words,
];

/// The classes of the lowest and the highest point, and the layer, as the contract has them.
const CONTRACT: [(&str, &str, [&str; 2], Option<&str>); 18] = [
    ("nps", "0-10", ["detractor", "promoter"], Some("strategic")),
    ("enps", "0-10", ["detractor", "promoter"], None),
    ("ces", "1-7", ["hard", "easy"], Some("experience")),
    ("ces", "1-5", ["hard", "easy"], Some("experience")),
    ("ces1", "1-5", ["easy", "hard"], Some("experience")),
    ("ces5", "1-5", ["hard", "easy"], Some("experience")),
    ("csat", "1-5", ["dissatisfied", "satisfied"], Some("basics")),
    ("csat", "1-7", ["dissatisfied", "satisfied"], Some("basics")),
    ("csat", "1-10", ["dissatisfied", "satisfied"], Some("basics")),
    ("csat", "0-10", ["dissatisfied", "satisfied"], Some("basics")),
    ("csat", "1-3", ["dissatisfied", "satisfied"], Some("basics")),
    ("csat", "0-1", ["dissatisfied", "satisfied"], Some("basics")),
    ("delight", "1-5", ["shortfall", "exceeded"], Some("special")),
    ("importance", "1-10", ["low", "high"], None),
    ("goal", "1-3", ["no", "yes"], None),
    ("promise", "1-3", ["no", "yes"], None),
    ("pmf", "1-3", ["not", "very"], None),
    ("custom", "1-5", ["negative", "positive"], None),
];

/// All on one page, each answered by pointer at one of its ends (0 the lowest, 1 the highest).
#[track_caller]
fn check(stage: &Stage<'_>, end: usize) {
    let all = varieties();
    let markup: String = all.iter().map(|variety| variety.element(r#"follow-up="none""#)).collect();
    stage.open(&page(&markup));
    stage.until("all surveys to be drawn", || {
        let drawn = stage.run(
            "return [...document.querySelectorAll('meetpunt-survey')].every(({shadowRoot: root}) =>
                root?.querySelector('[part~=send]') && !root.querySelector(':checked'))",
        );
        (drawn == true).then_some(())
    });
    for variety in &all {
        let survey = stage.survey(&format!("#{}", variety.id()));
        let scale = variety.scale();
        let points: Vec<String> = scale.points().map(|point| point.to_string()).collect();
        assert_eq!(survey.scores(), points, "{variety:?}");
        survey.choose([scale.min, scale.max][end]);
        survey.send();
        survey.until("thanks");
    }
    let arrived: HashMap<String, Value> = stage
        .until_delivered(all.len())
        .into_iter()
        .map(|event| (event["subject"].as_str().unwrap_or_default().to_owned(), event))
        .collect();
    for variety in all {
        compare(variety, end, &arrived[&variety.id()]["data"]);
    }
}

#[track_caller]
fn compare(variety: Variety, end: usize, data: &Value) {
    let (metric, range, scale) = (variety.metric(), variety.range(), variety.scale());
    let row = CONTRACT.iter().find(|row| (row.0, row.1) == (metric, range.as_str()));
    let (.., classes, layer) = row.unwrap_or_else(|| panic!("the contract has no {metric} on {range}"));
    // Low is good for the effort of CES 1.0 alone.
    let normalised = if (metric == "ces1") == (end == 0) { 100.0 } else { 0.0 };
    let score = [scale.min, scale.max][end];
    let class = classes[end];
    let expected = json!({
        "state": "completed", "sequence": 1, "metric": metric, "scale": {"min": scale.min, "max": scale.max},
        "look": variety.look.key(), "layer": layer, "score": score, "class": class,
        "normalised": normalised, "na": false, "more": [], "direction": "ltr", "display": "inline",
    });
    for (key, value) in expected.as_object().expect("an object above") {
        assert_eq!(&data[key], value, "`{key}` of {variety:?}");
    }
}

fn the_lowest_point_arrives_from_every_look(stage: &Stage<'_>) {
    check(stage, 0);
}

fn the_highest_point_arrives_from_every_look(stage: &Stage<'_>) {
    check(stage, 1);
}

/// Of numbers the ends go on with their meaning; everything else is named by its words, with the number where it is seen.
fn expected_name(variety: Variety, point: u8) -> String {
    let scale = variety.scale();
    let is_end = point == scale.min || point == scale.max;
    let few = scale.points().any(|point| variety.label(point).is_none());
    match (variety.label(point), variety.look) {
        (Some(label), Look::Numbers) if is_end => format!("{point}, {label}"),
        (_, Look::Numbers) | (None, _) => point.to_string(),
        (Some(label), _) if few => format!("{point}, {label}"),
        (Some(label), _) => label,
    }
}

fn every_point_says_its_number_or_its_words(stage: &Stage<'_>) {
    let all = varieties();
    let markup: String = all.iter().map(|variety| variety.element("")).collect();
    stage.open(&page(&markup));
    for variety in all {
        let survey = stage.survey(&format!("#{}", variety.id()));
        let question = survey.until("question");
        assert_eq!(survey.role_and_name("[part~=scale]"), ("radiogroup".to_owned(), question), "{variety:?}");
        let expected: Vec<_> =
            variety.scale().points().map(|point| ("radio".to_owned(), expected_name(variety, point))).collect();
        assert_eq!(survey.roles_and_names("[part~=point] input"), expected, "{variety:?}");
        let seen = survey.look("", "return [...root.querySelectorAll('.face')].map((face) => face.innerText.trim())");
        for (seen, (_, name)) in seen.as_array().into_iter().flatten().zip(&expected) {
            let seen = seen.as_str().unwrap_or_default().replace('\n', ", ");
            assert!(
                name.starts_with(&seen),
                "the name `{name}` does not start with what is seen, `{seen}`: {variety:?}"
            );
        }
    }
}
