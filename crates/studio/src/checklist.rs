//! What to look after before customers see a survey: filled in from the draft and from what was measured.

use meetpunt_core::site::{Severity, check_colours};
use yew::prelude::*;

use crate::answer::Answers;
use crate::catalogue::drafts;
use crate::draft::Draft;
use crate::findings::remarks;
use crate::snippet::{Addresses, is_allowed};
use crate::standard::language;
use crate::strings::{fill, text};
use crate::texts;
use crate::touchpoint::Touchpoint;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Measured, and in order.
    Done,
    /// Measured, and not in order.
    Open,
    /// Nobody but the shop can tell.
    Yours,
}

/// One item, by its key among the texts, with what fills its gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub key: &'static str,
    pub mark: Mark,
    /// What was measured; empty where the text has no gap.
    pub found: String,
}

/// The least side of a point that fingers hit, in CSS pixels (WCAG 2.2, 2.5.8).
const LEAST: f64 = 24.0;

/// Every item. `point` is the least side of a point as the sample shop shows it, where it shows one.
pub fn items(
    draft: &Draft,
    touchpoint: Touchpoint,
    addresses: &Addresses,
    answers: &Answers,
    point: Option<f64>,
) -> Vec<Item> {
    let item =
        |key, is_done: bool, found: String| Item { key, mark: if is_done { Mark::Done } else { Mark::Open }, found };
    let plain = |key, is_done| item(key, is_done, String::new());
    let yours = |key| Item { key, mark: Mark::Yours, found: String::new() };
    let remarks = remarks(draft, touchpoint);
    let count = |severity| remarks.iter().filter(|remark| remark.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let id = draft.id(touchpoint);
    let has_arrived = answers.iter().any(|answer| answer.survey == id && answer.test);
    let tag = language(draft, touchpoint);
    let (waiting, _) = drafts(&tag);
    let is_set = |name| draft.get(touchpoint, name).is_some();

    let mut items = vec![
        item("errors", errors == 0, errors.to_string()),
        item("warnings", warnings == 0, warnings.to_string()),
        plain("addresses", is_allowed(&addresses.endpoint) && !addresses.are_local()),
        plain("arrived", has_arrived),
        item("drafts", waiting == 0, waiting.to_string()),
        plain("policy", is_set("privacy-link")),
    ];
    items.push(if draft.text(touchpoint, "consent") == "required" {
        plain("consent", true)
    } else {
        yours("consent-yours")
    });
    if ["respondent", "employee", "contact"].into_iter().any(is_set) {
        items.push(yours("personal"));
    }
    if let Some(accent) = draft.accent {
        let faint = check_colours(&format!("meetpunt-survey {{ --meetpunt-accent: {accent}; }}"));
        items.push(plain("colours", faint.is_empty()));
    }
    if let Some(point) = point {
        items.push(item("points", point.round() >= LEAST, format!("{point:.0}")));
    }
    items.push(yours("fallback"));
    items.push(yours("heading"));
    items
}

/// A paragraph for the shop's privacy page, true for these settings.
pub fn policy(draft: &Draft, touchpoint: Touchpoint) -> String {
    let is_set = |name| draft.get(touchpoint, name).is_some();
    let storage = match draft.text(touchpoint, "storage") {
        "session" => "storage-session",
        "none" => "storage-none",
        _ => "storage-local",
    };
    let consent = draft.text(touchpoint, "consent") == "required";
    let parts = [
        Some("what"),
        is_set("contact").then_some("contact"),
        is_set("respondent").then_some("respondent"),
        is_set("employee").then_some("employee"),
        Some(storage),
        consent.then_some("consent"),
        Some("end"),
    ];
    let brand = draft.text(touchpoint, "brand");
    let brand = if brand.is_empty() { text().we } else { brand };
    let sentences = parts.into_iter().flatten().map(|key| fill(&texts::policy(key), &[("brand", brand)]));
    sentences.collect::<Vec<_>>().join(" ")
}

#[derive(Properties, PartialEq)]
pub struct ChecklistProps {
    pub draft: Draft,
    pub touchpoint: Touchpoint,
    pub addresses: Addresses,
    pub answers: Answers,
    pub point: Option<f64>,
}

/// The list, and the paragraph.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
    let source = use_node_ref();
    let ChecklistProps { draft, touchpoint, addresses, answers, point } = props;
    let policy = policy(draft, *touchpoint);
    let line = |item: &Item| {
        let (class, word) = match item.mark {
            Mark::Done => ("positive", text().mark_done),
            Mark::Open => ("negative", text().mark_open),
            Mark::Yours => ("none", text().mark_yours),
        };
        html! {
            <li class={classes!("entry", class)}>
                <b>{ word }</b>{ ": " }{ fill(&texts::checklist(item.key), &[("found", &item.found)]) }
            </li>
        }
    };
    html! {
        <section class="lists" aria-labelledby="checklist-title">
            <h2 id="checklist-title">{ text().checklist }</h2>
            <ul>{ for items(draft, *touchpoint, addresses, answers, *point).iter().map(line) }</ul>
            <div class="head-line">
                <h2>{ text().policy }</h2>
                <crate::copy::Copy text={policy.clone()} source={source.clone()} />
            </div>
            <pre class="code" tabindex="0" role="region" aria-label={text().policy}><code ref={source}>{ policy }</code></pre>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::tests::answer;

    const PAGE: Touchpoint = Touchpoint::Order;

    fn shop() -> Addresses {
        Addresses {
            script: "/meetpunt.js".to_owned(),
            endpoint: "https://collect.shop.example/".to_owned(),
            ..Addresses::default()
        }
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Draft), point: Option<f64>, key: &str, expected: Option<Mark>) {
        let mut draft = Draft::default();
        change(&mut draft);
        let items = items(&draft, PAGE, &shop(), &Answers::default(), point);
        let found = items.iter().find(|item| item.key == key).map(|item| item.mark);
        assert_eq!(found, expected, "{key}: {items:?}");
    }

    #[test]
    fn items_stand_as_the_draft_does() {
        let none = |_: &mut Draft| ();
        check(none, None, "errors", Some(Mark::Done));
        check(|draft| draft.set(PAGE, "display", Some("drawer".into())), None, "errors", Some(Mark::Open));
        check(|draft| draft.set(PAGE, "thanks", Some("Win a prize".into())), None, "warnings", Some(Mark::Open));
        check(none, None, "policy", Some(Mark::Open));
        check(
            |draft| draft.set(PAGE, "privacy-link", Some("https://x.example/".into())),
            None,
            "policy",
            Some(Mark::Done),
        );
        check(|draft| draft.set(PAGE, "lang", Some("fr".into())), None, "drafts", Some(Mark::Open));
        check(none, None, "points", None);
        check(none, Some(44.0), "points", Some(Mark::Done));
        check(none, Some(20.0), "points", Some(Mark::Open));
        check(none, None, "personal", None);
        check(|draft| draft.set(PAGE, "contact", Some(true.into())), None, "personal", Some(Mark::Yours));
        check(|draft| draft.accent = crate::colour::Colour::parse("#ffff00"), None, "colours", Some(Mark::Open));
        check(|draft| draft.accent = crate::colour::Colour::parse("#1c6e4a"), None, "colours", Some(Mark::Done));
        check(none, None, "arrived", Some(Mark::Open));
    }

    #[test]
    fn an_arrived_test_answer_is_noticed() {
        let mut test = answer("a", 1, "nps", 10, 9);
        test.survey = "nps-order-confirmation".to_owned();
        test.test = true;
        let mut answers = Answers::default();
        answers.merge([test]);
        let items = items(&Draft::default(), PAGE, &shop(), &answers, None);
        assert!(items.contains(&Item { key: "arrived", mark: Mark::Done, found: String::new() }), "{items:?}");
    }

    #[test]
    fn the_paragraph_says_what_is_set_and_nothing_else() {
        let plain = policy(&Draft::default(), PAGE);
        assert!(plain.contains("Voorbeeld Coffee") && !plain.contains("reach"), "{plain}");
        let mut draft = Draft::default();
        draft.set(PAGE, "contact", Some(true.into()));
        draft.set(PAGE, "storage", Some("none".into()));
        let other = policy(&draft, PAGE);
        assert!(other.contains("reach") && other.contains("keeps nothing"), "{other}");
    }
}
