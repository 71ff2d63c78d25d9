//! From right to left: the scale is mirrored, and arrows go where they point.

use crate::harness::widget::Survey;
use crate::harness::{Engine, Key, Stage, survey};
use serde_json::json;

crate::tests![
    arrows_go_where_they_point_in_arabic,
    arrows_go_where_they_point_in_hebrew,
    arrows_move_where_they_point_where_a_tap_sends,
    an_answer_from_right_to_left_says_so,
    arrows_go_where_they_point_from_left_to_right_in_every_look,
];

/// Settings of each look, the least and the most of its points, and whether they stand in a row.
const LOOKS: [(&str, u8, u8, bool); 5] = [
    (r#"metric="nps""#, 0, 10, true),
    (r#"metric="csat" look="stars""#, 1, 5, true),
    (r#"metric="csat" look="faces""#, 1, 5, true),
    (r#"metric="csat" scale="0-1""#, 0, 1, true),
    (r#"metric="csat" look="labels""#, 1, 5, false),
];

#[track_caller]
fn until_chosen(stage: &Stage<'_>, survey: &Survey<'_>, score: u8, what: &str) {
    let held = || survey.chosen() == Some(score) && survey.has_focus(&crate::harness::widget::point(score));
    let reached = stage.look_for(crate::harness::stage::PATIENCE, || held().then_some(()));
    assert!(
        reached.is_some(),
        "{what}: {score} is not chosen, but {:?}; the focus is on {}",
        survey.chosen(),
        stage.focus()
    );
}

/// Presses every arrow in every look.
#[track_caller]
fn check(stage: &Stage<'_>, lang: &str, is_rtl: bool) {
    for (place, (attributes, min, max, is_row)) in LOOKS.into_iter().enumerate() {
        let attributes = format!(r#"survey="s{place}" {attributes} lang="{lang}" trigger="load""#);
        let survey = stage.open(&survey(&attributes).at(&format!("/{place}")));
        survey.until("question");
        let script = "const [first, last] = ['.point:first-child', '.point:last-child'].map((end) => found.querySelector(end).getBoundingClientRect());
            return [getComputedStyle(found).direction, Math.sign(Math.round(last.left - first.left))]";
        let direction = if is_rtl { "rtl" } else { "ltr" };
        let side = match (is_row, is_rtl) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => -1,
        };
        let found = survey.look("[part~=scale]", script);
        assert_eq!(found, json!([direction, side]), "{attributes}");
        survey.tab_to("[part~=scale]");
        stage.browser.press(Key::Space);
        until_chosen(stage, &survey, min, &attributes);
        let (onward, back) = if is_rtl { (Key::Left, Key::Right) } else { (Key::Right, Key::Left) };
        // Native arrows, which are used from left to right, go round everywhere but in WebKit.
        let goes_round = is_rtl || stage.browser.engine != Engine::WebKit;
        for (key, name, score) in [
            (onward, "onward", min + 1),
            (back, "back", min),
            (back, "back over the end", if goes_round { max } else { min }),
            (onward, "onward over the end", if goes_round { min } else { min + 1 }),
            (Key::Home, "Home", min),
            (Key::Down, "down", min + 1),
            (Key::Up, "up", min),
            (Key::End, "End", max),
            (Key::Home, "Home", min),
        ] {
            stage.browser.press(key);
            until_chosen(stage, &survey, score, &format!("{name} in {attributes}"));
        }
    }
}

fn arrows_go_where_they_point_in_arabic(stage: &Stage<'_>) {
    check(stage, "ar", true);
}

fn arrows_go_where_they_point_in_hebrew(stage: &Stage<'_>) {
    check(stage, "he", true);
}

fn arrows_go_where_they_point_from_left_to_right_in_every_look(stage: &Stage<'_>) {
    check(stage, "en", false);
}

fn arrows_move_where_they_point_where_a_tap_sends(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" lang="ar" send="tap" follow-up="none""#));
    survey.until("question");
    survey.tab_to("[part~=scale]");
    for (key, score) in [(Key::Left, 1), (Key::Left, 2), (Key::Right, 1), (Key::Down, 2), (Key::Left, 3)] {
        stage.browser.press(key);
        let point = crate::harness::widget::point(score);
        stage.until(&format!("the focus on {score}"), || survey.has_focus(&point).then_some(()));
        assert_eq!(survey.chosen(), None);
    }
    stage.browser.press(Key::Enter);
    survey.until("thanks");
    let data = stage.until_state("completed")["data"].take();
    assert_eq!((&data["score"], &data["locale"], &data["direction"]), (&json!(3), &json!("ar"), &json!("rtl")));
}

fn an_answer_from_right_to_left_says_so(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" touchpoint="order-confirmation" lang="he""#));
    survey.until("question");
    assert_eq!(survey.look("[part~=frame]", "return [found.lang, found.dir]"), json!(["he", "rtl"]));
    // 0 stands at the right, and is 0.
    survey.choose(0);
    survey.send();
    survey.until("comment");
    survey.send();
    survey.until("thanks");
    let differs = json!({
        "score": 0, "class": "detractor", "normalised": 0.0, "locale": "he", "direction": "rtl",
    });
    stage.check_event(&stage.until_state("completed"), differs);
}
