//! What rules of accessibility can be checked by a program.

use crate::harness::{Stage, survey};

crate::tests![
    axe_finds_nothing_inline,
    axe_finds_nothing_in_a_popover,
    axe_finds_nothing_in_the_dark_in_dutch,
    axe_finds_nothing_on_a_narrow_screen,
    points_are_large_enough_to_hit,
    a_step_is_announced,
];

/// axe on every step that a visitor can meet.
#[track_caller]
fn check(stage: &Stage<'_>, attributes: &str) {
    let survey = stage.open(&survey(attributes));
    survey.until("question");
    stage.axe_finds_nothing("the score step");
    survey.send();
    survey.until("error");
    stage.axe_finds_nothing("the error");
    survey.choose(2);
    stage.axe_finds_nothing("a chosen point");
    survey.send();
    survey.until("comment");
    stage.axe_finds_nothing("the follow-up");
    survey.send();
    survey.until("thanks");
    stage.axe_finds_nothing("the thank-you");
}

fn axe_finds_nothing_inline(stage: &Stage<'_>) {
    check(stage, r#"metric="nps" touchpoint="order-confirmation" privacy-link="https://shop.example/privacy""#);
}

fn axe_finds_nothing_in_a_popover(stage: &Stage<'_>) {
    check(stage, r#"metric="ces" display="popover" trigger="load""#);
}

fn axe_finds_nothing_in_the_dark_in_dutch(stage: &Stage<'_>) {
    check(stage, r#"metric="csat" theme="dark" lang="nl" display="popover" trigger="load""#);
}

fn axe_finds_nothing_on_a_narrow_screen(stage: &Stage<'_>) {
    stage.browser.resize(400, 800);
    let width = stage.run("return innerWidth");
    assert!(width.as_f64() <= Some(520.0), "the window is {width} px wide");
    check(stage, r#"metric="nps" display="popover" trigger="load""#);
    let survey = stage.survey("meetpunt-survey");
    let overflow = survey.look("", "return document.documentElement.scrollWidth - innerWidth");
    assert!(overflow.as_f64() <= Some(0.0), "the page scrolls sideways by {overflow} px");
}

fn points_are_large_enough_to_hit(stage: &Stage<'_>) {
    for (metric, least) in [("nps", 24.0), ("csat", 44.0)] {
        let survey = stage.open(&survey(&format!(r#"metric="{metric}""#)).at(&format!("/{metric}")));
        survey.until("question");
        let script = "return [...root.querySelectorAll('[part~=point]')].map((point) => {
            const box = point.getBoundingClientRect();
            return Math.min(box.width, box.height);
        })";
        let sizes = survey.look("", script);
        for size in sizes.as_array().into_iter().flatten() {
            assert!(size.as_f64().map(f64::round) >= Some(least), "{metric}: a point is {size} px, all are {sizes}");
        }
    }
}

fn a_step_is_announced(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps""#));
    survey.choose(9);
    assert_eq!(
        survey.look("[role=status]", "return Boolean(found)"),
        true,
        "the live region must be there before it speaks"
    );
    survey.send();
    survey.until("comment");
    survey.send();
    let thanks = survey.until("thanks");
    survey.until_text("status", |text| text == thanks);
}
