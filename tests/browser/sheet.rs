//! On a phone a survey above the page is a sheet at the lower edge, which a finger drags away.

use crate::harness::widget::Survey;
use crate::harness::{Stage, survey};
use std::time::Duration;

crate::tests![
    a_sheet_is_dragged_down except(WebKit: "WebKitWebDriver has no touch screen"),
    a_modal_sheet_is_flicked_away except(WebKit: "WebKitWebDriver has no touch screen"),
    a_sheet_that_is_let_go_early_comes_back except(WebKit: "WebKitWebDriver has no touch screen"),
    a_drag_that_begins_on_a_point_is_none except(WebKit: "WebKitWebDriver has no touch screen"),
];

fn open<'s>(stage: &'s Stage<'_>, display: &str) -> Survey<'s> {
    let page = survey(&format!(r#"metric="nps" touchpoint="order-confirmation" display="{display}" trigger="load""#));
    let survey = stage.open_in_frame(&page, 360, 640);
    survey.until("question");
    survey.until("close");
    // The part that lets it be dragged.
    stage.until_page(
        "the part",
        "performance.getEntriesByType('resource').some(({name, responseEnd}) => responseEnd && name.includes('part-floating'))",
    );
    survey
}

/// Where the sheet begins and ends, from the top.
fn edges(survey: &Survey<'_>) -> [f64; 2] {
    let found = survey.look(
        "[part~=frame]",
        "found.getAnimations().forEach((each) => each.finish());
        const {top, bottom} = found.getBoundingClientRect(); return [top, bottom]",
    );
    [0, 1].map(|place| found[place].as_f64().unwrap_or_else(|| panic!("no sheet: {found}")))
}

fn a_sheet_is_dragged_down(stage: &Stage<'_>) {
    let survey = open(stage, "popover");
    let [top, bottom] = edges(&survey);
    assert!((bottom - 640.0).abs() < 1.0, "the sheet ends at {bottom}");
    survey.drag("[part~=question]", (bottom - top) * 0.6, Duration::from_millis(600));
    survey.until_gone_from_sight();
    assert_eq!(stage.until_event("dismissed")["detail"]["step"], "score");
}

fn a_modal_sheet_is_flicked_away(stage: &Stage<'_>) {
    let survey = open(stage, "modal");
    let [_, bottom] = edges(&survey);
    assert!((bottom - 640.0).abs() < 1.0, "the sheet ends at {bottom}");
    survey.drag("[part~=question]", 60.0, Duration::from_millis(30));
    survey.until_gone_from_sight();
    stage.until_event("dismissed");
}

fn a_sheet_that_is_let_go_early_comes_back(stage: &Stage<'_>) {
    let survey = open(stage, "popover");
    survey.choose(4);
    let before = edges(&survey);
    survey.drag("[part~=question]", 50.0, Duration::from_millis(600));
    stage.until("the sheet to be back", || (edges(&survey) == before).then_some(()));
    assert_eq!(survey.chosen(), Some(4));
    assert!(stage.events("dismissed").is_empty());
}

fn a_drag_that_begins_on_a_point_is_none(stage: &Stage<'_>) {
    let survey = open(stage, "popover");
    let before = edges(&survey);
    survey.drag("[part~=point]", 60.0, Duration::from_millis(30));
    stage.throughout(Duration::from_millis(300), "the sheet stays", || edges(&survey) == before);
    assert!(stage.events("dismissed").is_empty());
}
