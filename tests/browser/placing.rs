//! Where a survey stands that floats above the page, and that the page does not move for it.

use crate::harness::stage::strings;
use crate::harness::{Engine, Stage, page, survey};
use serde_json::{Value, json};

crate::tests![
    a_popover_stands_where_the_shop_wants_it,
    positions_are_mirrored_from_right_to_left,
    a_bar_is_as_wide_as_the_window,
    on_a_phone_a_popover_is_a_sheet_at_the_bottom,
    on_a_phone_a_modal_is_a_sheet_at_the_bottom,
    the_handle_of_a_tab_stands_at_its_edge,
    the_page_stays_where_it_is_in_every_display,
    fields_are_too_large_to_be_zoomed_into,
];

/// How far the frame is from the window's edges: left, top, right, bottom; not while it moves.
const GAPS: &str = "if (!found || document.getAnimations().length || root.getAnimations?.().length) return null;
    const box = found.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    return [box.left, box.top, width - box.right, innerHeight - box.bottom].map(Math.round)";

fn near(found: &Value, expected: i64) -> bool {
    found.as_i64().is_some_and(|found| (found - expected).abs() <= 1)
}

/// Each position by the edges that it is 16 px from, of left, top, right, bottom; `None` where the frame is in the middle.
#[track_caller]
fn check(stage: &Stage<'_>, lang: &str, positions: [(&str, [Option<i64>; 4]); 7]) {
    let survey = stage.open(&survey(&format!(r#"metric="ces" display="popover" trigger="load" lang="{lang}""#)));
    survey.until("question");
    for (position, expected) in positions {
        stage.browser.run(
            "document.querySelector('meetpunt-survey').setAttribute('position', arguments[0])",
            vec![json!(position)],
        );
        let holds = |found: &Value| {
            let sides = expected.iter().enumerate().all(|(side, gap)| match gap {
                Some(gap) => near(&found[side], *gap),
                None => found[side].as_i64() >= Some(17),
            });
            let middle = |one: usize, other: usize| {
                let both_free = expected[one].is_none() && expected[other].is_none();
                !both_free || near(&found[one], found[other].as_i64().unwrap_or(-9))
            };
            sides && middle(0, 2) && middle(1, 3)
        };
        let mut last = Value::Null;
        let placed = stage.look_for(crate::harness::stage::PATIENCE, || {
            last = survey.look("[part~=frame]", GAPS);
            holds(&last).then_some(())
        });
        assert!(placed.is_some(), "{position} in {lang}: the gaps are {last}, expected {expected:?}");
    }
}

fn a_popover_stands_where_the_shop_wants_it(stage: &Stage<'_>) {
    let gap = Some(16);
    check(
        stage,
        "en",
        [
            ("bottom-end", [None, None, gap, gap]),
            ("bottom-start", [gap, None, None, gap]),
            ("bottom", [None, None, None, gap]),
            ("top-end", [None, gap, gap, None]),
            ("top-start", [gap, gap, None, None]),
            ("top", [None, gap, None, None]),
            ("center", [None, None, None, None]),
        ],
    );
}

fn positions_are_mirrored_from_right_to_left(stage: &Stage<'_>) {
    let gap = Some(16);
    check(
        stage,
        "ar",
        [
            ("bottom-end", [gap, None, None, gap]),
            ("bottom-start", [None, None, gap, gap]),
            ("bottom", [None, None, None, gap]),
            ("top-end", [gap, gap, None, None]),
            ("top-start", [None, gap, gap, None]),
            ("top", [None, gap, None, None]),
            ("center", [None, None, None, None]),
        ],
    );
}

fn a_bar_is_as_wide_as_the_window(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" display="bar" trigger="load""#));
    survey.until("question");
    for (position, [top, bottom]) in [("bottom", [false, true]), ("top", [true, false])] {
        stage.browser.run(
            "document.querySelector('meetpunt-survey').setAttribute('position', arguments[0])",
            vec![json!(position)],
        );
        stage.until(&format!("the bar at the {position}"), || {
            let gaps = survey.look("[part~=frame]", GAPS);
            let edges = near(&gaps[0], 0) && near(&gaps[2], 0);
            (edges && near(&gaps[1], 0) == top && near(&gaps[3], 0) == bottom).then_some(())
        });
    }
}

#[track_caller]
fn check_sheet(stage: &Stage<'_>, display: &str) {
    let attributes = format!(r#"metric="nps" display="{display}" trigger="load" position="top-start""#);
    let survey = stage.open_in_frame(&survey(&attributes), 400, 640);
    survey.until("question");
    stage.until("the sheet at the bottom", || {
        let gaps = survey.look("[part~=frame]", GAPS);
        (near(&gaps[0], 0) && near(&gaps[2], 0) && near(&gaps[3], 0) && gaps[1].as_i64() > Some(100)).then_some(())
    });
    survey.answer(9);
    assert_eq!(stage.until_state("completed")["data"]["display"], display);
    survey.click("close");
    survey.until_gone_from_sight();
}

fn on_a_phone_a_popover_is_a_sheet_at_the_bottom(stage: &Stage<'_>) {
    check_sheet(stage, "popover");
}

fn on_a_phone_a_modal_is_a_sheet_at_the_bottom(stage: &Stage<'_>) {
    check_sheet(stage, "modal");
}

fn the_handle_of_a_tab_stands_at_its_edge(stage: &Stage<'_>) {
    for (lang, position, side) in [
        ("en", "bottom-end", 2),
        ("en", "bottom-start", 0),
        ("he", "bottom-end", 0),
        ("he", "bottom-start", 2),
        ("en", "bottom", 3),
        ("en", "top", 1),
    ] {
        let attributes = format!(r#"metric="nps" display="tab" lang="{lang}" position="{position}""#);
        let survey = stage.open(&survey(&attributes).at(&format!("/{lang}-{position}")));
        survey.until("handle");
        let gaps = survey.look("[part~=handle]", GAPS);
        assert!(near(&gaps[side], 0), "{position} in {lang}: {gaps}");
        let box_of = "const {width, height} = found.getBoundingClientRect(); return Math.min(width, height) >= 44";
        assert_eq!(survey.look("[part~=handle]", box_of), true, "{position}: the handle is smaller than 44 px");
        survey.click("handle");
        survey.until("question");
        let covered = survey.look(
            "[part~=handle]",
            "const [a, b] = [found, root.querySelector('[part~=frame]')].map((one) => one.getBoundingClientRect());
            return [a.left, a.top, a.right, a.bottom, b.left, b.top, b.right, b.bottom,
                b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight]",
        );
        assert_eq!(covered[8], true, "{position} in {lang}: the panel leaves the window: {covered}");
    }
}

/// Where everything of the page stands that is not ours.
const RECTANGLES: &str = "return [...document.querySelectorAll('body *:not(meetpunt-survey, meetpunt-survey *, script)')]
    .map((element) => { const {x, y, width, height} = element.getBoundingClientRect(); return `${element.localName} ${[x, y, width, height]}`; })
    .concat(`${document.documentElement.scrollWidth} x ${document.documentElement.scrollHeight}, at ${scrollX}, ${scrollY}`)";

fn the_page_stays_where_it_is_in_every_display(stage: &Stage<'_>) {
    // What moves at once because of the visitor's own click counts only where it is not ours.
    let watch = "window.shifts = []; new PerformanceObserver((list) => {
        for (const {value, hadRecentInput, sources} of list.getEntries()) {
            const moved = sources.map(({node}) => node?.outerHTML?.slice(0, 80));
            if (!hadRecentInput || moved.some(Boolean)) shifts.push([value, ...moved]);
        }
    }).observe({type: 'layout-shift', buffered: true})";
    for display in ["popover", "modal", "tab", "bar"] {
        let markup =
            format!(r#"<meetpunt-survey metric="nps" display="{display}" trigger="manual"></meetpunt-survey>"#);
        let mut page = page(&markup).at(&format!("/{display}"));
        if stage.browser.engine == Engine::Chromium {
            page = page.script(watch);
        }
        let survey = stage.open(&page);
        stage.until_page("the loader", "customElements.get('meetpunt-survey')");
        let before = strings(&stage.run(RECTANGLES));
        stage.run("document.querySelector('meetpunt-survey').show()");
        if display == "tab" {
            survey.click("handle");
        }
        let same = |step: &str| assert_eq!(strings(&stage.run(RECTANGLES)), before, "{display}, {step}");
        survey.until("question");
        same("the score step");
        survey.choose(5);
        survey.send();
        survey.until("comment");
        same("the follow-up");
        survey.send();
        survey.until("thanks");
        same("the thank-you");
        survey.click("close");
        stage.until("it to close", || (!survey.has("thanks")).then_some(()));
        same("closed");
        if stage.browser.engine == Engine::Chromium {
            assert_eq!(stage.run("return shifts"), json!([]), "{display} shifted the page");
        }
    }
}

fn fields_are_too_large_to_be_zoomed_into(stage: &Stage<'_>) {
    for display in ["inline", "popover", "modal", "bar"] {
        let attributes = format!(
            r#"metric="csat" survey="{display}" contact trigger="load" display="{display}" reasons="late:Late" quiet="0d" per-session="9""#
        );
        // A shop with small print.
        let page = survey(&attributes).head("<style>html { font-size: 11px }</style>").at(&format!("/{display}"));
        let survey = stage.open(&page);
        survey.choose(1);
        survey.send();
        survey.until("contact");
        let script = "return [...root.querySelectorAll('textarea, input[type=text]')].map((field) => parseFloat(getComputedStyle(field).fontSize))";
        let sizes = survey.look("", script);
        let sizes: Vec<f64> = sizes.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!(sizes.len() == 2 && sizes.iter().all(|size| *size >= 16.0), "{display}: {sizes:?}");
        survey.send();
        survey.until("thanks");
    }
}
