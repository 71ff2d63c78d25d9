//! The choice of templates: where a marketer begins.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::action::{Action, Edit};
use crate::pictures;
use crate::strings::text;
use crate::templates::{Template, by_kind};
use crate::texts;

#[derive(Properties, PartialEq)]
pub struct StartProps {
    pub shown: bool,
    pub act: Callback<Action>,
}

/// A dialog over the workbench, which stays behind it.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.shown, move |shown| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                match shown {
                    // Refused only for a dialog that is open already.
                    true if !dialog.open() => drop(dialog.show_modal()),
                    false => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    let close = props.act.reform(|_: MouseEvent| Action::ShowStart(false));
    // The browser closes it on Escape by itself.
    let onclose = props.act.reform(|_: Event| Action::ShowStart(false));
    let kind = |(kind, templates): (&'static str, &'static [Template])| {
        html! {
            <section key={kind} aria-labelledby={format!("kind-{kind}")}>
                <h3 id={format!("kind-{kind}")}>{ texts::kind(kind) }</h3>
                <ul class="templates">{ for templates.iter().map(|template| card(template, &props.act)) }</ul>
            </section>
        }
    };
    html! {
        <dialog ref={node} class="start" aria-labelledby="start-title" {onclose}>
            <div class="start-head">
                <div>
                    <h2 id="start-title">{ text().templates }</h2>
                    <p class="help">{ text().templates_help }</p>
                </div>
                <button type="button" class="outlined" onclick={close}>{ text().carry_on }</button>
            </div>
            { for by_kind().into_iter().map(kind) }
        </dialog>
    }
}

fn card(template: &'static Template, act: &Callback<Action>) -> Html {
    let onclick = act.reform(move |_: MouseEvent| Action::Edit(Edit::Begin(template)));
    let [title, help] = texts::template(template.key);
    html! {
        <li key={template.key}>
            <button type="button" class="template" {onclick}>
                { pictures::scale(template) }
                <span class="choice-title">{ title }</span>
                <span class="choice-help">{ help }</span>
            </button>
        </li>
    }
}
