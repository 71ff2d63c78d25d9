//! Settings that work and still hurt the measurement, with the reason. What the check of site files knows is told there.

use crate::draft::Draft;
use crate::strings::Tongue;
use crate::touchpoint::Touchpoint;

/// When it holds, for which setting, and what to say in English and Dutch.
struct Advice {
    setting: &'static str,
    holds: fn(&Draft, Touchpoint) -> bool,
    words: [&'static str; 2],
}

static ADVICE: &[Advice] = &[
    Advice {
        setting: "look",
        holds: |draft, page| matches!(draft.text(page, "look"), "stars" | "faces" | "thumbs"),
        words: [
            "Pictures are read differently from numbers: these scores are a series of their own, comparable with no other.",
            "Plaatjes worden anders gelezen dan cijfers: deze scores zijn een eigen reeks, met geen andere te vergelijken.",
        ],
    },
    Advice {
        setting: "question",
        holds: |draft, page| draft.get(page, "question").is_some() && draft.text(page, "metric") != "custom",
        words: [
            "Your own question is a series of its own: its score cannot be set against that of others.",
            "Een eigen vraag is een eigen reeks: de score is niet met die van anderen te vergelijken.",
        ],
    },
    Advice {
        setting: "then",
        holds: |draft, page| {
            draft.get(page, "then").and_then(|then| then.as_array()).is_some_and(|then| then.len() > 1)
        },
        words: [
            "Three scores in a row: fewer visitors reach the end. Ask so of a small share.",
            "Drie scores achter elkaar: minder bezoekers halen het einde. Vraag het aan een klein deel.",
        ],
    },
    Advice {
        setting: "send",
        holds: |draft, page| draft.text(page, "send") == "tap" && draft.text(page, "mode") != "kiosk",
        words: [
            "A tap is sent at once, a slip of the finger too. Best for a kiosk only.",
            "Een tik is meteen verstuurd, een misser ook. Het best alleen voor een zuil.",
        ],
    },
    Advice {
        setting: "quiet",
        holds: |draft, page| days(draft.text(page, "quiet")).is_some_and(|days| days < 14),
        words: [
            "Who is asked within two weeks again, answers less and lower.",
            "Wie binnen twee weken weer gevraagd wordt, antwoordt minder en lager.",
        ],
    },
    Advice {
        setting: "per-session",
        holds: |draft, page| {
            draft.get(page, "per-session").and_then(serde_json::Value::as_u64).is_some_and(|most| most > 1)
        },
        words: [
            "More than one survey a visit wears visitors out.",
            "Meer dan een vragenlijst per bezoek put bezoekers uit.",
        ],
    },
    Advice {
        setting: "display",
        holds: |draft, page| draft.text(page, "display") == "modal",
        words: [
            "Nobody can go on before closing it: more answers, and more of them careless.",
            "Niemand kan verder zonder te sluiten: meer antwoorden, en vaker zonder nadenken.",
        ],
    },
    Advice {
        setting: "trigger",
        holds: |draft, page| {
            let triggers = draft.get(page, "trigger").and_then(|triggers| triggers.as_array());
            triggers.is_some_and(|all| all.iter().any(|one| one == "exit"))
        },
        words: [
            "Only those who leave are asked: their scores say nothing of those who stay.",
            "Alleen wie weggaat wordt gevraagd: hun scores zeggen niets over wie blijft.",
        ],
    },
    Advice {
        setting: "respondent",
        holds: |draft, page| draft.get(page, "respondent").is_some(),
        words: [
            "Answers can then be led back to a person: name it in your privacy page.",
            "Antwoorden zijn dan tot een persoon te herleiden: noem dat op je privacypagina.",
        ],
    },
    Advice {
        setting: "employee",
        holds: |draft, page| draft.get(page, "employee").is_some(),
        words: [
            "Results of one employee need at least ten answers, and the consent of the works council.",
            "Resultaten van een medewerker vragen minstens tien antwoorden, en instemming van de ondernemingsraad.",
        ],
    },
    Advice {
        setting: "thanks",
        holds: |draft, page| {
            let differs = |class| draft.get(page, class).is_some();
            ["thanks-negative", "thanks-neutral", "thanks-positive"].iter().filter(|class| differs(class)).count() % 3
                != 0
        },
        words: [
            "Some classes read other words of thanks than the rest: promise nobody more for another score.",
            "Sommige klassen lezen een ander bedankje dan de rest: beloof niemand meer voor een andere score.",
        ],
    },
];

/// What to think about for a setting.
pub fn advice(draft: &Draft, touchpoint: Touchpoint, setting: &str, tongue: Tongue) -> Option<&'static str> {
    let mut known = ADVICE.iter().filter(|advice| advice.setting == setting);
    let found = known.find(|advice| (advice.holds)(draft, touchpoint))?;
    Some(found.words[tongue as usize])
}

/// The days of a duration such as `7d`; none for another unit.
fn days(duration: &str) -> Option<u32> {
    duration.strip_suffix('d')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(name: &'static str, value: Value, expected: bool) {
        let mut draft = Draft::default();
        draft.set(Touchpoint::Order, name, Some(value));
        let found = advice(&draft, Touchpoint::Order, name, Tongue::English);
        assert_eq!(found.is_some(), expected, "{name}: {found:?}");
    }

    #[test]
    fn only_what_hurts_is_remarked_upon() {
        check("look", json!("stars"), true);
        check("look", json!("numbers"), false);
        check("question", json!("Well?"), true);
        check("send", json!("tap"), true);
        check("quiet", json!("7d"), true);
        check("quiet", json!("30d"), false);
        check("per-session", json!(2), true);
        check("per-session", json!(1), false);
        check("trigger", json!(["load", "exit"]), true);
        check("trigger", json!(["load"]), false);
        check("then", json!(["ces", "delight"]), true);
        check("then", json!(["ces"]), false);
        check("display", json!("popover"), false);
    }

    #[test]
    fn a_kiosk_may_take_a_tap() {
        let mut draft = Draft::default();
        draft.set(Touchpoint::Order, "send", Some("tap".into()));
        draft.set(Touchpoint::Order, "mode", Some("kiosk".into()));
        assert_eq!(advice(&draft, Touchpoint::Order, "send", Tongue::English), None);
    }
}
