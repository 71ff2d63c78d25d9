//! Texts that visitors read: one for all languages, or each language beside the others.

use meetpunt_core::site::Kind;
use serde_json::{Value, json};
use yew::prelude::*;

use super::Form;
use crate::action::{Action, Edit};
use crate::catalogue;
use crate::controls::{Pick, Typed};
use crate::form::kind_of;
use crate::strings::{fill, text};
use crate::texts;

/// A text: one field, or one for each language.
pub(super) fn field(form: &Form<'_>, name: &'static str) -> Html {
    let value = form.draft.get(form.touchpoint, name);
    if form.draft.languages().is_empty() || name == "brand" {
        let standard = form.standards.first().map_or("", |(_, standard)| standard.text(name));
        let standard = if name == "topic" { text().topic_example } else { standard };
        return one(form, name, name, texts::title(name), value.cloned(), standard, None, form.set(name));
    }
    let column = |(tag, standard): &(String, crate::standard::Standard)| {
        let own = value.and_then(|value| value.get(tag)).cloned();
        let onset = {
            let (whole, tag) = (value.cloned(), tag.clone());
            form.set(name).reform(move |text: Option<Value>| with(whole.clone(), &tag, text))
        };
        let label = format!("{}, {tag}", texts::title(name));
        one(form, name, &format!("{name}-{tag}"), label, own, standard.text(name), Some(tag.clone()), onset)
    };
    html! {
        <div key={name} class="columns">
            { for form.standards.iter().map(column) }
            <p class="help">{ help(form, name) }</p>
        </div>
    }
}

/// The texts of a setting with that of one language set, or taken away.
fn with(whole: Option<Value>, tag: &str, text: Option<Value>) -> Option<Value> {
    let mut texts = whole.and_then(|whole| whole.as_object().cloned()).unwrap_or_default();
    match text {
        Some(text) => texts.insert(tag.to_owned(), text),
        None => texts.shift_remove(tag),
    };
    (!texts.is_empty()).then_some(Value::Object(texts))
}

#[allow(
    clippy::too_many_arguments,
    reason = "a field is drawn from all of these, and a struct for two callers says no more"
)]
fn one(
    form: &Form<'_>,
    name: &'static str,
    id: &str,
    label: String,
    value: Option<Value>,
    standard: &str,
    language: Option<String>,
    onset: Callback<Option<Value>>,
) -> Html {
    let is_first = language.is_none() || language.as_deref() == form.standards.first().map(|(tag, _)| tag.as_str());
    html! {
        <Typed
            key={id.to_owned()}
            id={id.to_owned()}
            {label}
            kind={kind_of(name)}
            {value}
            standard={standard.to_owned()}
            help={if language.is_none() { help(form, name) } else { String::new() }}
            wrong={if is_first { form.wrong(name) } else { String::new() }}
            advice={if is_first { form.advice(name) } else { String::new() }}
            long={matches!(name, "question") || name.starts_with("follow-up-") || name.starts_with("thanks")}
            language={language.map(AttrValue::from)}
            {onset}
        />
    }
}

/// What a text is for; of a name, also whether the question uses it.
fn help(form: &Form<'_>, name: &str) -> String {
    let own = form.draft.get(form.touchpoint, "question");
    let written = own.map(ToString::to_string).unwrap_or_default();
    let used = |by_standard: bool| (by_standard && own.is_none()) || written.contains(&format!("{{{name}}}"));
    let standard = form.standards.first().map(|(_, standard)| standard);
    match name {
        "brand" if !used(standard.is_some_and(|standard| standard.names_brand)) => text().unused.to_owned(),
        "topic" if !used(standard.is_some_and(|standard| standard.names_topic)) => text().unused.to_owned(),
        _ => texts::help(name),
    }
}

/// A list of texts, or one for each class, each language, or both, as the file has it.
pub(super) fn lists(form: &Form<'_>, name: &'static str) -> Html {
    let value = form.draft.get(form.touchpoint, name).cloned();
    let is_split = value.as_ref().is_some_and(Value::is_object);
    let title = texts::title(name);
    let split = {
        let value = value.clone();
        form.set(name).reform(move |_: MouseEvent| {
            let all = value.clone().unwrap_or_else(|| json!([]));
            Some(json!({"negative": all, "neutral": all, "positive": all}))
        })
    };
    let mut fields = Vec::new();
    each(&value.unwrap_or(Value::Null), &mut Vec::new(), &mut |path, list| {
        let onset = {
            let (path, whole) = (path.to_vec(), form.draft.get(form.touchpoint, name).cloned());
            form.set(name).reform(move |list: Option<Value>| put(whole.clone(), &path, list))
        };
        let is_first = fields.is_empty();
        let label = [title.clone()].into_iter().chain(path.iter().map(|step| step_name(step))).collect::<Vec<_>>();
        let id = [name].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join("-");
        fields.push(html! {
            <Typed
                key={id.clone()}
                id={id.clone()}
                label={label.join(", ")}
                kind={Kind::Texts}
                value={Some(list.clone()).filter(|list| !list.is_null())}
                help={if is_first { texts::help(name) } else { String::new() }}
                wrong={if is_first { form.wrong(name) } else { String::new() }}
                advice={if is_first { form.advice(name) } else { String::new() }}
                long=true
                {onset}
            />
        });
    });
    html! {
        <div key={name} class="lists">
            { fields }
            if name == "reasons" && !is_split {
                <button type="button" class="quiet" onclick={split}>{ text().by_class }</button>
            }
        </div>
    }
}

/// Every list in a value, with the names that lead to it.
fn each(value: &Value, path: &mut Vec<String>, one: &mut dyn FnMut(&[String], &Value)) {
    match value {
        Value::Object(parts) if path.len() < 2 => {
            for (name, part) in parts {
                path.push(name.clone());
                each(part, path, one);
                path.pop();
            }
        }
        list => one(path, list),
    }
}

/// The value with the list at a path replaced; without anything left, none.
fn put(whole: Option<Value>, path: &[String], list: Option<Value>) -> Option<Value> {
    let Some((first, rest)) = path.split_first() else {
        return list;
    };
    let mut parts = whole.and_then(|whole| whole.as_object().cloned()).unwrap_or_default();
    let part = put(parts.get(first).cloned(), rest, list).unwrap_or_else(|| json!([]));
    parts.insert(first.clone(), part);
    Some(Value::Object(parts)).filter(|whole| !is_bare(whole))
}

fn is_bare(value: &Value) -> bool {
    match value {
        Value::Object(parts) => parts.values().all(is_bare),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn step_name(step: &str) -> String {
    let classes = ["negative", "neutral", "positive"];
    let place = classes.iter().position(|class| *class == step);
    place.map_or_else(|| step.to_owned(), |place| text().bands[place].to_lowercase())
}

/// The languages side by side: those chosen, and one more to add.
pub(super) fn languages(form: &Form<'_>) -> Html {
    let chosen = form.draft.languages();
    let write_in = |languages: Vec<String>| Action::Edit(Edit::WriteIn(languages));
    let known = catalogue::languages();
    let name_of = |tag: &str| known.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| name).to_owned();
    let chip = |tag: &String| {
        let left: Vec<_> = chosen.iter().filter(|other| *other != tag).cloned().collect();
        let onclick = form.act.reform(move |_: MouseEvent| write_in(left.clone()));
        let (drafts, all) = catalogue::drafts(tag);
        let counts = [("drafts", drafts.to_string()), ("all", all.to_string())];
        let counts: Vec<_> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
        html! {
            <li key={tag.clone()}>
                <span>{ name_of(tag) }</span>
                if drafts > 0 {
                    <span class="tag-test">{ fill(text().is_draft, &counts) }</span>
                }
                <button
                    type="button"
                    class="icon-button"
                    aria-label={fill(text().remove_language, &[("language", &name_of(tag))])}
                    {onclick}
                >{ crate::pictures::cross() }</button>
            </li>
        }
    };
    let more = known.iter().filter(|(tag, _)| !chosen.iter().any(|known| known == tag));
    let none = (AttrValue::from(""), AttrValue::from(text().choose_other));
    let words = [none].into_iter().chain(more.map(|(tag, name)| ((*tag).into(), name.clone().into())));
    let onpick = {
        let chosen = chosen.to_vec();
        form.act.reform(move |tag: String| {
            write_in(chosen.iter().cloned().chain([tag]).filter(|tag| !tag.is_empty()).collect())
        })
    };
    html! {
        <fieldset class="group languages">
            <legend>{ text().languages }</legend>
            <ul class="chips">{ for chosen.iter().map(chip) }</ul>
            <Pick
                id="add-language"
                label={text().add_language}
                words={words.collect::<Vec<_>>()}
                chosen=""
                help={text().languages_help}
                {onpick}
            />
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_found_and_replaced_where_it_stands() {
        let value = json!({"negative": {"en": ["a:A"], "nl": ["a:B"]}, "positive": ["c:C"]});
        let mut paths = Vec::new();
        each(&value, &mut Vec::new(), &mut |path, list| paths.push((path.join("."), list.clone())));
        let names: Vec<_> = paths.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["negative.en", "negative.nl", "positive"]);

        let path = |text: &str| text.split('.').map(str::to_owned).collect::<Vec<_>>();
        let changed = put(Some(value), &path("negative.nl"), Some(json!(["a:D"]))).expect("a value");
        assert_eq!(changed["negative"], json!({"en": ["a:A"], "nl": ["a:D"]}));
        assert_eq!(put(Some(json!({"negative": ["a:A"]})), &path("negative"), None), None);
        assert_eq!(put(None, &[], Some(json!(["a:A"]))), Some(json!(["a:A"])));
    }

    #[test]
    fn a_text_of_one_language_leaves_the_others() {
        let both = with(Some(json!({"en": "Well?"})), "nl", Some("Nou?".into()));
        assert_eq!(both, Some(json!({"en": "Well?", "nl": "Nou?"})));
        assert_eq!(with(Some(json!({"en": "Well?"})), "en", None), None);
    }
}
