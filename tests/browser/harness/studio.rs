//! What a marketer does in the preview page, for every test of it.

use super::house::House;
use super::widget::Survey;
use super::{Key, Stage};
use serde_json::{Value, json};

/// Opens the studio past its templates and waits until its sample shop stands.
#[track_caller]
pub fn open(stage: &Stage<'_>) -> House {
    let house = House::open(stage);
    stage.browser.open(&house.url("/preview/"));
    click(stage, "dialog button", "Look around first");
    shop(stage);
    house
}

/// Waits until the sample shop stands.
#[track_caller]
pub fn shop(stage: &Stage<'_>) {
    let shop = "return Boolean(document.querySelector('iframe:not(.away)')?.contentDocument?.querySelector('meetpunt-survey'))";
    stage.until("the sample shop", || (stage.run(shop) == true).then_some(()));
}

/// Clicks what is to be seen of `selector` with this text in it.
#[track_caller]
pub fn click(stage: &Stage<'_>, selector: &str, text: &str) {
    let script = "const found = [...document.querySelectorAll(arguments[0])]
            .find((element) => element.textContent.includes(arguments[1]) && element.checkVisibility());
        if (!found) return null;
        found.scrollIntoView({block: 'nearest', behavior: 'instant'});
        const box = found.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    let place = stage.until(&format!("`{text}` among {selector}"), || {
        let place = stage.browser.run(script, vec![json!(selector), json!(text)]);
        place.as_array().cloned()
    });
    let number = |value: &Value| value.as_f64().expect("a number");
    stage.browser.click_at(number(&place[0]), number(&place[1]));
}

/// Does something to the survey in the sample shop.
#[track_caller]
pub fn in_shop<T>(stage: &Stage<'_>, act: impl FnOnce(&Survey<'_>) -> T) -> T {
    stage.browser.enter_frame(0);
    let done = act(&stage.survey("meetpunt-survey"));
    stage.browser.leave_frame();
    done
}

/// Writes into a field of the form.
#[track_caller]
pub fn write(stage: &Stage<'_>, id: &str, text: &str) {
    let script = "const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        return true";
    stage.browser.run(script, vec![json!(id), json!(text)]);
}

/// The text of what has the focus.
pub fn focused_text(stage: &Stage<'_>) -> String {
    stage.run("return document.activeElement.textContent").as_str().unwrap_or_default().to_owned()
}

/// Presses Tab until that has the focus.
#[track_caller]
pub fn reach(stage: &Stage<'_>, what: &str, found: &dyn Fn() -> bool) {
    for _ in 0..90 {
        if found() {
            return;
        }
        stage.browser.press(Key::Tab);
    }
    panic!("Tab never reached {what}, but {}", focused_text(stage));
}
