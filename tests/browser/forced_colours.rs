//! Windows' high contrast takes the colours of the page away; the choice must be seen all the same.

use crate::harness::variety::varieties;
use crate::harness::{Stage, page};
use serde_json::{Value, json};

crate::tests![
    forced_colours_do_not_hide_the_choice
        except(Firefox: "its driver cannot force colours", WebKit: "WebKitGTK has no forced colours"),
];

/// Forces colours until it is dropped, also by a test that fails.
struct Forced<'s>(&'s Stage<'s>);

impl<'s> Forced<'s> {
    fn new(stage: &'s Stage<'s>) -> Self {
        emulate(stage, json!([{"name": "forced-colors", "value": "active"}]));
        Self(stage)
    }
}

impl Drop for Forced<'_> {
    fn drop(&mut self) {
        emulate(self.0, json!([]));
    }
}

fn emulate(stage: &Stage<'_>, features: Value) {
    stage.browser.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
}

/// What is seen of each point, without its words.
const SEEN: &str = "if (root.getAnimations().length) return [];
    return [...root.querySelectorAll('[part~=point]')].map((point) => {
    const {backgroundColor, color, borderTopColor} = getComputedStyle(point);
    const drawing = point.querySelector('.drawing');
    const mark = getComputedStyle(point, '::after').content;
    return [backgroundColor, color, borderTopColor, drawing ? getComputedStyle(drawing).fill : '', mark].join(' ');
})";

fn forced_colours_do_not_hide_the_choice(stage: &Stage<'_>) {
    let _forced = Forced::new(stage);
    let all = varieties();
    let markup: String = all.iter().map(|variety| variety.element(r#"then="goal" allow-na"#)).collect();
    stage.open(&page(&markup));
    assert_eq!(stage.run("return matchMedia('(forced-colors: active)').matches"), true);
    for variety in all {
        let survey = stage.survey(&format!("#{}", variety.id()));
        let scale = variety.scale();
        let last = usize::from(scale.max - scale.min);
        let points = || {
            let seen = survey.look("", SEEN);
            seen.as_array().into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>()
        };
        let rest = stage.until(&format!("{variety:?}"), || Some(points()).filter(|points| !points.is_empty()));
        assert!(rest.iter().all(|point| *point == rest[0]), "{variety:?}: points differ before a choice: {rest:?}");
        survey.choose(scale.max);
        let chosen = stage.until(&format!("the choice to be seen in {variety:?}"), || {
            Some(points()).filter(|points| !points.is_empty() && points[last] != points[0])
        });
        let same = chosen.iter().filter(|point| **point == chosen[last]).count();
        assert_eq!(same, 1, "{variety:?}: the chosen point looks like others: {chosen:?}");
        // Not by words of a colour alone: what is drawn on the chosen point can be read.
        let legible = survey.look(
            "[part~=point]:has(:checked)",
            "const style = getComputedStyle(found); return style.color !== style.backgroundColor",
        );
        assert_eq!(legible, true, "{variety:?}: the chosen point cannot be read");
    }
    let survey = stage.survey("#csat-1-5-stars");
    survey.choose(3);
    let filled = survey.look(
        "",
        "return [...root.querySelectorAll('.drawing')].map((star) => getComputedStyle(star).fill !== 'none')",
    );
    assert_eq!(filled, json!([true, true, true, false, false]));
}
