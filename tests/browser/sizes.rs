//! Large enough to hit, small enough to fit: every look on the narrowest phone and where there is room.

use crate::harness::stage::strings;
use crate::harness::variety::varieties;
use crate::harness::{Stage, page, survey};
use serde_json::{Value, json};

crate::tests![
    every_look_fits_320_pixels_in_english,
    every_look_fits_320_pixels_in_german,
    every_look_fits_320_pixels_in_finnish,
    text_of_twice_the_size_fits_in_english,
    text_of_twice_the_size_fits_in_german,
    wider_text_spacing_fits_320_pixels,
    the_room_that_shops_reserve_is_enough,
    eleven_points_have_44_pixels_where_there_is_room,
    stars_fill_up_to_the_chosen_one,
];

/// What is wrong with the sizes of the surveys on a page, one sentence each.
const WRONG: &str = r#"
    const wrong = [];
    for (const host of document.querySelectorAll('meetpunt-survey')) {
        const say = (text) => wrong.push(`${host.id}: ${text}`);
        const root = host.shadowRoot, outer = host.getBoundingClientRect();
        const look = root.querySelector('[part~=scale]').dataset.look;
        const boxes = [...root.querySelectorAll('[part~=point]')].map((point) => point.getBoundingClientRect());
        const near = (a, b) => Math.abs(a - b) < 1;
        if (look === 'labels') {
            if (!boxes.every((box, place) => !place || box.top >= boxes[place - 1].bottom)) say('its rows are not below each other');
            if (!boxes.every((box) => box.height >= 43.9)) say(`its rows are ${boxes.map((box) => box.height)} px high`);
        } else {
            // Faces with words below stand in rows of their own on phones.
            const rows = look === 'faces' && root.querySelector('.words');
            if (!rows && !boxes.every((box) => near(box.top, boxes[0].top))) say('its points do not stand in one row');
            if (!boxes.every((box) => near(box.width, boxes[0].width))) say(`its points are not equal: ${boxes.map((box) => box.width)}`);
            const least = boxes.length > 5 ? 24 : 44;
            if (!boxes.every((box) => box.width >= least - 0.1 && box.height >= 43.9)) say(`its points are ${boxes[0].width} x ${boxes[0].height} px`);
        }
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
            const parent = node.parentElement;
            if (parent.closest('style, .unseen, [data-unseen]') || !node.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const inside = (parent.closest('[part~=point]') ?? host).getBoundingClientRect();
            for (const box of range.getClientRects()) {
                if (box.left < inside.left - 1 || box.right > inside.right + 1 || box.bottom > inside.bottom + 1)
                    say(`"${node.data}" reaches out of ${parent.closest('[part~=point]') ? 'its point' : 'the survey'}: ` +
                        `${box.left} to ${box.right} in ${inside.left} to ${inside.right}`);
            }
        }
        for (const element of root.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            if (box.width > 2 && (box.left < outer.left - 1 || box.right > outer.right + 1)) say(`<${element.className}> reaches out of the survey`);
        }
    }
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) wrong.push(`the page scrolls sideways by ${wide} px`);
    return wrong;"#;

#[track_caller]
fn until_all_are_drawn(stage: &Stage<'_>, lang: &str) {
    let script = "return [...document.querySelectorAll('meetpunt-survey')].every(({shadowRoot: root}) =>
        root?.querySelector('.frame')?.lang === arguments[0] && root.querySelector('[part~=send]'))";
    stage.until("all surveys to be drawn", || (stage.browser.run(script, vec![json!(lang)]) == true).then_some(()));
}

/// The spacing of WCAG 2.2, 1.4.12, as a visitor's own style sheet sets it.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    for (const {shadowRoot: root} of document.querySelectorAll('meetpunt-survey')) root.adoptedStyleSheets.push(sheet)";

/// Every look with all that can stand on its step, on a page of this width in CSS pixels: `style` is the page's, `then` a script that
/// runs when all is drawn.
#[track_caller]
fn check(stage: &Stage<'_>, lang: &str, width: u32, style: &str, then: &str) {
    let attributes = r#"allow-na then="goal,promise" brand="Example Shop""#;
    let markup: String = varieties().iter().map(|variety| variety.element(attributes)).collect();
    // Phones lay their scroll bars over the page.
    let head =
        format!("<style>html {{ scrollbar-width: none; {style} }} ::-webkit-scrollbar {{ display: none }}</style>");
    stage.open_in_frame(&page(&markup).language(lang).head(&head), width, 640);
    until_all_are_drawn(stage, lang);
    stage.run(then);
    for step in ["as it comes", "with an error"] {
        let wrong = strings(&stage.run(WRONG));
        assert!(wrong.is_empty(), "{step}:\n{}", wrong.join("\n"));
        stage.run(
            "for (const {shadowRoot: root} of document.querySelectorAll('meetpunt-survey'))
                root.querySelector('[part~=send]').click()",
        );
        stage.until_page(
            "an error",
            "document.querySelector('meetpunt-survey').shadowRoot.querySelector('[part~=error]')",
        );
    }
}

fn every_look_fits_320_pixels_in_english(stage: &Stage<'_>) {
    check(stage, "en", 320, "", "");
}

fn every_look_fits_320_pixels_in_german(stage: &Stage<'_>) {
    check(stage, "de", 320, "", "");
}

fn every_look_fits_320_pixels_in_finnish(stage: &Stage<'_>) {
    check(stage, "fi", 320, "", "");
}

fn text_of_twice_the_size_fits_in_english(stage: &Stage<'_>) {
    check(stage, "en", 1280, "font-size: 200%", "");
}

fn text_of_twice_the_size_fits_in_german(stage: &Stage<'_>) {
    check(stage, "de", 640, "font-size: 200%", "");
}

fn wider_text_spacing_fits_320_pixels(stage: &Stage<'_>) {
    check(stage, "en", 320, "", SPACED);
}

fn eleven_points_have_44_pixels_where_there_is_room(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="nps" trigger="load""#));
    survey.until("question");
    let script = "const box = found.getBoundingClientRect();
        const points = [...root.querySelectorAll('[part~=point]')].map((point) => point.getBoundingClientRect());
        return [box.width, ...points.map(({width, height}) => Math.min(width, height))]";
    for least in [24.0, 44.0] {
        let narrow = least < 44.0;
        let width = if narrow { "523px" } else { "calc(524px + 2 * 21px)" };
        stage
            .browser
            .run("document.querySelector('meetpunt-survey').style.inlineSize = arguments[0]", vec![json!(width)]);
        let sizes = survey.look("[part~=scale]", script);
        let mut sizes = sizes.as_array().into_iter().flatten().filter_map(Value::as_f64);
        let scale = sizes.next().unwrap_or_default();
        assert!(narrow || scale >= 523.9, "the scale is {scale} px wide");
        assert!(sizes.all(|size| size >= least - 0.1), "points below {least} px on a scale of {scale} px");
    }
}

fn stars_fill_up_to_the_chosen_one(stage: &Stage<'_>) {
    let survey = stage.open(&survey(r#"metric="csat" look="stars" trigger="load""#));
    survey.until("question");
    let filled = || {
        let script = "return [...root.querySelectorAll('[part~=point] path')].map((path) => getComputedStyle(path).fill !== 'none')";
        survey.look("", script)
    };
    assert_eq!(filled(), json!([false, false, false, false, false]), "nothing was chosen");
    for chosen in [3, 5, 1] {
        survey.choose(chosen);
        let expected: Vec<bool> = (1..=5).map(|star| star <= chosen).collect();
        assert_eq!(filled(), json!(expected), "{chosen} chosen");
    }
}

/// What `docs/theming.md` tells shops to reserve, in rem: the width of the page, then the heights of numbers and of five labels.
const ROOM: [(u32, [f64; 2]); 2] = [(720, [15.0, 24.5]), (320, [18.0, 26.0])];

fn the_room_that_shops_reserve_is_enough(stage: &Stage<'_>) {
    let markup = r#"<meetpunt-survey metric="nps" trigger="load" brand="Example Shop"></meetpunt-survey>
        <meetpunt-survey metric="csat" look="labels" trigger="load"></meetpunt-survey>"#;
    let script = "return [...document.querySelectorAll('meetpunt-survey')].map((host) => host.getBoundingClientRect().height / 16)";
    for lang in ["en", "nl", "de"] {
        for (width, room) in ROOM {
            stage.open_in_frame(&page(markup).language(lang), width, 640);
            until_all_are_drawn(stage, lang);
            let heights = stage.run(script);
            for (place, most) in room.into_iter().enumerate() {
                let height = heights[place].as_f64().unwrap_or_default();
                let is_enough = height <= most && height > most * 0.8;
                assert!(is_enough, "{lang}, {width} px: {height} rem, where {most} are reserved");
            }
        }
    }
}
