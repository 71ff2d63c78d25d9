//! One setting as a form field, by its kind.

use meetpunt_core::site::{Kind, Severity};
use serde_json::{Value, json};
use yew::prelude::*;

use super::{Form, measure, shape, worded};
use crate::action::{Action, Edit};
use crate::advice::advice;
use crate::catalogue;
use crate::controls::{Pick, Tick, Ticks, Typed};
use crate::form::kind_of;
use crate::strings::{text, tongue};
use crate::texts;

impl Form<'_> {
    /// The field of a setting.
    pub(super) fn field(&self, name: &'static str) -> Html {
        match name {
            "metric" => measure::metric(self),
            "wording" => measure::wording(self),
            "scale" if self.metric() != "custom" => measure::scale(self),
            "look" => measure::look(self),
            "display" => shape::display(self),
            "theme" => shape::theme(self),
            "follow-up" => shape::follow_up(self),
            "lang" => self.lang(),
            "context" => self.context(),
            _ => self.by_kind(name),
        }
    }

    fn by_kind(&self, name: &'static str) -> Html {
        match kind_of(name) {
            Kind::Word(words) => self.word(name, words),
            Kind::Words(words) => self.words(name, words),
            Kind::Flag => self.flag(name),
            Kind::Text => worded::field(self, name),
            Kind::Reasons | Kind::Texts => worded::lists(self, name),
            kind => self.typed(name, kind),
        }
    }

    /// Sets a setting.
    pub(super) fn set(&self, name: &'static str) -> Callback<Option<Value>> {
        self.act.reform(move |value| Action::Edit(Edit::Set(name, value)))
    }

    /// What is wrong with a setting; empty when nothing is.
    pub(super) fn wrong(&self, name: &str) -> String {
        self.told(name, Severity::Error)
    }

    /// What should be thought about; empty when nothing should.
    pub(super) fn advice(&self, name: &str) -> String {
        let told = self.told(name, Severity::Warning);
        let own = advice(self.draft, self.touchpoint, name, tongue()).unwrap_or_default();
        [told.as_str(), own].join(" ").trim().to_owned()
    }

    fn told(&self, name: &str, severity: Severity) -> String {
        let found = self.remarks.iter().filter(|remark| remark.setting == name && remark.severity == severity);
        found.map(|remark| remark.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// A word of a vocabulary, or the default.
    pub(super) fn word(&self, name: &'static str, words: &[&'static str]) -> Html {
        let standard = (AttrValue::from(""), AttrValue::from(text().standard));
        let words = words.iter().map(|word| ((*word).into(), texts::word(name, word).into()));
        self.pick(name, [standard].into_iter().chain(words).collect())
    }

    /// A list that folds down.
    pub(super) fn pick(&self, name: &'static str, words: Vec<(AttrValue, AttrValue)>) -> Html {
        let onpick = self.set(name).reform(|word: String| (!word.is_empty()).then(|| word.into()));
        html! {
            <Pick
                key={name}
                id={name}
                label={texts::title(name)}
                {words}
                chosen={self.draft.text(self.touchpoint, name).to_owned()}
                help={texts::help(name)}
                wrong={self.wrong(name)}
                advice={self.advice(name)}
                {onpick}
            />
        }
    }

    fn words(&self, name: &'static str, words: &'static [&'static str]) -> Html {
        let value = self.draft.get(self.touchpoint, name).and_then(Value::as_array).cloned().unwrap_or_default();
        let ticked: Vec<_> = value.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect();
        let onset = self.set(name).reform(|all: Vec<String>| (!all.is_empty()).then(|| json!(all)));
        let is_first = |word: &&str| name == "then" && *word == self.metric();
        let words = words.iter().filter(|word| !is_first(word) && (name != "then" || **word != "custom"));
        html! {
            <Ticks
                key={name}
                id={name}
                legend={texts::title(name)}
                words={words.map(|word| (*word, texts::word(name, word).into())).collect::<Vec<_>>()}
                {ticked}
                help={texts::help(name)}
                wrong={self.wrong(name)}
                advice={self.advice(name)}
                {onset}
            />
        }
    }

    fn flag(&self, name: &'static str) -> Html {
        let ontick = self.set(name).reform(|on: bool| on.then_some(Value::Bool(true)));
        html! {
            <Tick
                key={name}
                id={name}
                label={texts::title(name)}
                ticked={self.draft.get(self.touchpoint, name) == Some(&Value::Bool(true))}
                help={texts::help(name)}
                advice={self.advice(name)}
                {ontick}
            />
        }
    }

    pub(super) fn typed(&self, name: &'static str, kind: Kind) -> Html {
        let long = matches!(kind, Kind::Forms { .. } | Kind::Audience | Kind::Object);
        html! {
            <Typed
                key={name}
                id={name}
                label={texts::title(name)}
                {kind}
                value={self.draft.get(self.touchpoint, name).cloned()}
                standard={if name == "id" { self.draft.id(self.touchpoint) } else { String::new() }}
                help={texts::help(name)}
                wrong={self.wrong(name)}
                advice={self.advice(name)}
                {long}
                onset={self.set(name)}
            />
        }
    }

    fn lang(&self) -> Html {
        let page = (AttrValue::from(""), AttrValue::from(text().as_page));
        let known = catalogue::languages().into_iter().map(|(tag, name)| (tag.into(), name.into()));
        self.pick("lang", [page].into_iter().chain(known).collect())
    }

    /// The labels of one's own, one a line.
    fn context(&self) -> Html {
        let labels = self.draft.context(self.touchpoint);
        let lines: Vec<_> = labels.iter().map(|(name, text)| format!("{name}: {text}")).collect();
        let onset = self.act.reform(|value: Option<Value>| {
            let lines = value.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
            let label = |line: &Value| {
                let (name, text) = line.as_str()?.split_once(':')?;
                let name = name.trim().to_lowercase().replace(' ', "-");
                (!name.is_empty()).then(|| (name, text.trim().to_owned()))
            };
            Action::Edit(Edit::Context(lines.iter().filter_map(label).collect()))
        });
        html! {
            <Typed
                key="context"
                id="context"
                label={texts::title("context")}
                kind={Kind::Forms { pattern: "", example: "" }}
                value={(!lines.is_empty()).then(|| json!(lines))}
                help={texts::help("context")}
                wrong={self.wrong("context")}
                long=true
                {onset}
            />
        }
    }
}
