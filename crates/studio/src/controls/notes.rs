//! The lines below a field: what is wrong with it, what should be thought about, and what it is.

use yew::prelude::*;

use crate::pictures;

/// The lines that have something to say.
pub struct Notes<'a> {
    id: &'a str,
    lines: Vec<(&'static str, &'a str)>,
}

impl<'a> Notes<'a> {
    /// Those of the field with this id; empty texts are left out.
    pub fn new(id: &'a str, wrong: &'a str, advice: &'a str, help: &'a str) -> Self {
        let mut lines = vec![("wrong", wrong), ("advice", advice), ("help", help)];
        lines.retain(|(_, text)| !text.is_empty());
        Self { id, lines }
    }

    /// What describes the field, for `aria-describedby`.
    pub fn described(&self) -> Option<String> {
        let ids: Vec<_> = self.lines.iter().map(|(kind, _)| format!("{}-{kind}", self.id)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether something is wrong, for `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.lines.iter().any(|(kind, _)| *kind == "wrong").then_some("true")
    }

    /// The lines themselves.
    pub fn drawn(&self) -> Html {
        html! { { for self.lines.iter().map(|(kind, text)| note(self.id, kind, text)) } }
    }
}

/// One line below a field: what is `wrong`, `advice`, or `help`.
pub fn note(id: &str, kind: &'static str, text: &str) -> Html {
    html! {
        <p class={kind} id={format!("{id}-{kind}")}>
            if kind != "help" {
                { pictures::alert() }
            }
            <span>{ text.to_owned() }</span>
        </p>
    }
}
