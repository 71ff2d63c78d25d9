//! The texts of settings, their words and the templates, in the language of the studio: `crates/studio/texts/`.

use std::cell::OnceCell;

use serde_json::Value;

use crate::strings::{self, Tongue};

const ENGLISH: &str = include_str!("../texts/en.json");
const DUTCH: &str = include_str!("../texts/nl.json");

thread_local! {
    static READ: [OnceCell<Value>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

/// The text at a path of names; empty where there is none.
fn find(path: &[&str]) -> String {
    find_in(strings::tongue(), path)
}

fn find_in(tongue: Tongue, path: &[&str]) -> String {
    let source = match tongue {
        Tongue::English => ENGLISH,
        Tongue::Dutch => DUTCH,
    };
    READ.with(|read| {
        let file = read[tongue as usize].get_or_init(|| serde_json::from_str(source).unwrap_or_default());
        let found = path.iter().try_fold(file, |value, name| value.get(name));
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    })
}

/// The name of a setting.
pub fn title(setting: &str) -> String {
    find(&["settings", setting, "title"])
}

/// What a setting is for; may be empty.
pub fn help(setting: &str) -> String {
    find(&["settings", setting, "help"])
}

/// A word of a setting's vocabulary.
pub fn word(setting: &str, word: &str) -> String {
    let found = find(&["words", &format!("{setting}.{word}")]);
    if found.is_empty() { word.to_owned() } else { found }
}

/// The name of a group of settings.
pub fn group(key: &str) -> String {
    find(&["groups", key])
}

/// The name of a kind of templates.
pub fn kind(key: &str) -> String {
    find(&["kinds", key])
}

/// The name of a template, and when to use it.
pub fn template(key: &str) -> [String; 2] {
    ["title", "help"].map(|part| find(&["templates", key, part]))
}

/// The name of a rule that is no setting; empty for one that is.
pub fn rule(key: &str) -> String {
    find(&["rules", key])
}

/// The name of a contact moment: that of the catalogue, or the shop's own key with spaces.
pub fn moment(key: &str) -> String {
    let found = find(&["moments", key]);
    if found.is_empty() { key.replace(['-', '_'], " ") } else { found }
}

/// The name of a phase of the journey; of none, that of what may lie in any.
pub fn phase(key: &str) -> String {
    find(&["phases", if key.is_empty() { "any" } else { key }])
}

/// An item of the checklist.
pub fn checklist(key: &str) -> String {
    find(&["checklist", key])
}

/// A sentence of the paragraph for a privacy page.
pub fn policy(key: &str) -> String {
    find(&["policy", key])
}

/// The name of a system that the code is for.
pub fn system(key: &str) -> String {
    find(&["systems", key, "title"])
}

/// What to do with the code there, step by step.
pub fn steps(key: &str) -> Vec<String> {
    let steps = find(&["systems", key, "steps"]);
    steps.split('|').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use meetpunt_core::Word as _;
    use meetpunt_core::models::{Phase, Touchpoint as Known};
    use meetpunt_core::site::Kind;

    use super::*;
    use crate::form::{GROUPS, kind_of};
    use crate::templates::{KINDS, TEMPLATES};

    #[test]
    fn everything_has_a_name_in_both_languages() {
        for tongue in [Tongue::English, Tongue::Dutch] {
            let named = |path: &[&str]| assert_ne!(find_in(tongue, path), "", "{tongue:?} {path:?}");
            for group in GROUPS {
                named(&["groups", group.key]);
                for setting in group.settings {
                    named(&["settings", setting, "title"]);
                    let words = match kind_of(setting) {
                        Kind::Word(words) if !matches!(*setting, "display" | "theme") => words,
                        Kind::Words(words) if *setting != "devices" => words,
                        _ => &[],
                    };
                    words.iter().for_each(|word| named(&["words", &format!("{setting}.{word}")]));
                }
            }
            crate::handover::System::ALL.iter().for_each(|(_, key)| {
                named(&["systems", key, "title"]);
                named(&["systems", key, "steps"]);
            });
            Known::all().for_each(|known| named(&["moments", &known.key.replace('_', "-")]));
            Phase::WORDS.iter().chain(&["any"]).for_each(|phase| named(&["phases", phase]));
            KINDS.iter().for_each(|(kind, _)| named(&["kinds", kind]));
            TEMPLATES.iter().for_each(|template| {
                named(&["templates", template.key, "title"]);
                named(&["templates", template.key, "help"]);
            });
        }
    }
}
