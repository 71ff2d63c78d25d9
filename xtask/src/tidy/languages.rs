//! Every language has every string, and says how sure it is of each.

use super::{Problem, Tree};
use anyhow::Result;
use serde_json::{Map, Value};

/// What a string may say about itself.
const STATUSES: [&str; 2] = ["draft", "reviewed"];

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let english = strings(tree, "locales/en.json")?;
    for file in tree.within("locales/", &["json"]) {
        let own = strings(tree, file)?;
        let mut say = |what| problems.push(Problem::of(file, what));
        english
            .keys()
            .filter(|key| !own.contains_key(*key))
            .for_each(|key| say(format!("the string `{key}` is missing")));
        for (key, string) in &own {
            let Some(model) = english.get(key) else {
                say(format!("the string `{key}` is not in English, so nothing uses it"));
                continue;
            };
            let (text, model) = (text(string), text(model));
            if text.is_empty() && !model.is_empty() {
                say(format!("the string `{key}` is empty"));
            }
            if placeholders(text) != placeholders(model) {
                say(format!("the string `{key}` has other placeholders than in English"));
            }
            if !string["status"].as_str().is_some_and(|status| STATUSES.contains(&status)) {
                say(format!("the string `{key}` has no status `draft` or `reviewed`"));
            }
        }
    }
    Ok(problems)
}

fn strings(tree: &Tree, file: &str) -> Result<Map<String, Value>> {
    let json: Value = serde_json::from_str(&tree.text(file)?)?;
    Ok(json["strings"].as_object().cloned().unwrap_or_default())
}

fn text(string: &Value) -> &str {
    string["text"].as_str().unwrap_or_default()
}

/// The names in braces, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_compared_without_their_order() {
        assert_eq!(placeholders("{step} of {steps}"), placeholders("Van {steps} is dit {step}"));
        assert_ne!(placeholders("{brand}"), placeholders("{topic}"));
    }
}
