//! One survey in a page, by the parts that the contract names.

use super::browser::Browser;
use super::stage::{PATIENCE, Stage, strings};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::Duration;

/// Finds `root`, the survey's shadow root, and `found`, the element in it that `arguments[1]` selects.
const LOOK: &str = "const host = document.querySelector(arguments[0]);
    const root = host && host.shadowRoot;
    const found = root && arguments[1] ? root.querySelector(arguments[1]) : null;";

/// Brings `found` into view and returns the middle of it, or why a pointer would miss it.
const AIM: &str = "if (!found) return 'it does not exist';
    let box = found.getBoundingClientRect();
    if (!box.width || !box.height) return 'it has no size';
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) {
        found.scrollIntoView({block: 'center', behavior: 'instant'});
        box = found.getBoundingClientRect();
    }
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const hit = root.elementFromPoint(x, y);
    if (!hit) return `nothing is at ${x}, ${y}`;
    const label = found.closest('label');
    if (found === hit || found.contains(hit) || hit.contains(found) && hit === label) return [x, y];
    return `it is covered by <${hit.localName} part=\"${hit.getAttribute('part') ?? ''}\">`;";

/// A survey as a visitor sees it. Every action waits until its control is there.
#[derive(Clone)]
pub struct Survey<'s> {
    stage: &'s Stage<'s>,
    selector: String,
}

/// The selector of a part.
fn part(name: &str) -> String {
    format!("[part~=\"{name}\"]")
}

impl<'s> Survey<'s> {
    pub(super) fn new(stage: &'s Stage<'_>, selector: &str) -> Self {
        Self { stage, selector: selector.to_owned() }
    }

    /// The browser that it is drawn in.
    pub(super) fn browser(&self) -> &'s Browser {
        self.stage.browser
    }

    /// Runs a function body with `host`, `root` and `found` (what `inside` selects) in scope.
    #[track_caller]
    pub fn look(&self, inside: &str, script: &str) -> Value {
        self.stage.browser.run(&format!("{LOOK}\n{script}"), vec![json!(self.selector), json!(inside)])
    }

    /// True if a part exists now.
    #[track_caller]
    pub fn has(&self, name: &str) -> bool {
        self.look(&part(name), "return Boolean(found)") == true
    }

    /// Waits until a part exists, and returns its text.
    #[track_caller]
    pub fn until(&self, name: &str) -> String {
        let text =
            || self.look(&part(name), "return found && found.getBoundingClientRect().width ? found.textContent : null");
        self.stage.until(&format!("the part {name} of {}", self.selector), || {
            text().as_str().map(|text| text.trim().to_owned())
        })
    }

    /// True if the survey draws anything: its frame, or content without one, has a size.
    #[track_caller]
    pub fn is_visible(&self) -> bool {
        let script = "return Boolean(root && [...root.querySelectorAll('[part]')].some((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 2 && box.height > 2 && element.checkVisibility({visibilityProperty: true});
        }))";
        self.look("", script) == true
    }

    /// Waits until the survey draws nothing any more.
    #[track_caller]
    pub fn until_gone_from_sight(&self) {
        self.stage.until(&format!("{} to go", self.selector), || (!self.is_visible()).then_some(()));
    }

    /// Waits until a part is to be seen with another text than `before`; returns the new one.
    #[track_caller]
    pub fn until_text(&self, name: &str, holds: impl Fn(&str) -> bool) -> String {
        self.stage.until(&format!("another text in the part {name}"), || {
            let text = self.look(&part(name), "return found ? found.textContent : null");
            text.as_str().map(str::trim).filter(|text| holds(text)).map(str::to_owned)
        })
    }

    /// Presses the pointer's button in the middle of what `inside` selects, once it is there and not covered.
    #[track_caller]
    pub fn click_on(&self, inside: &str) {
        let [x, y] = self.aim_at(inside);
        self.stage.browser.click_at(x, y);
    }

    /// Touches the middle of what `inside` selects, once it is there and not covered.
    #[track_caller]
    pub fn touch(&self, inside: &str) {
        let [x, y] = self.aim_at(inside);
        self.stage.browser.touch_at(x, y);
    }

    /// Puts a finger on the middle of what `inside` selects, and moves it down by so many CSS pixels in that time.
    #[track_caller]
    pub fn drag(&self, inside: &str, down: f64, time: Duration) {
        let [x, y] = self.aim_at(inside);
        self.stage.browser.drag_from(x, y, down, time);
    }

    #[track_caller]
    fn aim_at(&self, inside: &str) -> [f64; 2] {
        let mut last = Value::Null;
        let place = self.stage.look_for(PATIENCE, || {
            last = self.look(inside, AIM);
            last.as_array().cloned()
        });
        let Some(place) = place else { panic!("cannot press `{inside}` in {}: {last}", self.selector) };
        [0, 1].map(|axis| place[axis].as_f64().expect("a number"))
    }

    /// Clicks a part.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.click_on(&part(name));
    }

    /// Clicks the point of a score.
    #[track_caller]
    pub fn choose(&self, score: u8) {
        self.click_on(&point(score));
        self.stage.until(&format!("the score {score} to be chosen"), || (self.chosen() == Some(score)).then_some(()));
    }

    /// Presses Send.
    #[track_caller]
    pub fn send(&self) {
        self.click("send");
    }

    /// Clicks into the comment and types.
    #[track_caller]
    pub fn write(&self, comment: &str) {
        self.click("comment");
        self.stage.browser.type_text(comment);
    }

    /// From the score step to the thank-you without a comment.
    #[track_caller]
    pub fn answer(&self, score: u8) {
        self.choose(score);
        self.send();
        self.until("comment");
        self.send();
        self.until("thanks");
    }

    /// The scores offered, in the order of the document.
    #[track_caller]
    pub fn scores(&self) -> Vec<String> {
        strings(&self.look(
            "",
            "return root ? [...root.querySelectorAll('[part~=point] input')].map((input) => input.value) : []",
        ))
    }

    /// The score chosen now.
    #[track_caller]
    pub fn chosen(&self) -> Option<u8> {
        self.look("[part~=point] input:checked", "return found && found.value")
            .as_str()
            .and_then(|value| value.parse().ok())
    }

    /// Presses Tab until what `inside` selects has the focus.
    #[track_caller]
    pub fn tab_to(&self, inside: &str) {
        for _ in 0..15 {
            if self.has_focus(inside) {
                return;
            }
            self.stage.browser.press(Key::Tab);
        }
        panic!("Tab never reached `{inside}`; the focus is on {}", self.stage.focus());
    }

    /// True if what `inside` selects, or something in it, has the focus.
    #[track_caller]
    pub fn has_focus(&self, inside: &str) -> bool {
        self.look(inside, "return Boolean(found && root.activeElement && found.contains(root.activeElement))") == true
    }

    /// True if the fallback content of the element is to be seen.
    #[track_caller]
    pub fn shows_fallback(&self) -> bool {
        let script = "const fallback = host && host.querySelector('.fallback');
            return Boolean(fallback && fallback.checkVisibility() && fallback.getBoundingClientRect().height)";
        self.look("", script) == true
    }
}

/// The radio button of a score.
pub fn point(score: u8) -> String {
    format!("[part~=point] input[value=\"{score}\"]")
}

impl Stage<'_> {
    /// What has the focus, from the document down through shadow roots, such as `meetpunt-survey > textarea[comment]`.
    #[track_caller]
    pub fn focus(&self) -> String {
        let script = "let element = document.activeElement, names = [];
            for (; element; element = element.shadowRoot && element.shadowRoot.activeElement) {
                const part = element.getAttribute('part');
                names.push((element.id ? '#' + element.id : element.localName) + (part ? `[${part}]` : ''));
            }
            return names.join(' > ')";
        self.run(script).as_str().unwrap_or_default().to_owned()
    }
}
