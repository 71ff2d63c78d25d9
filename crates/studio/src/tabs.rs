//! The side panel: one of three at a time, as tabs after the WAI-ARIA pattern.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::action::Action;
use crate::state::Tab;
use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub tab: Tab,
    /// How many answers there are.
    pub count: usize,
    pub act: Callback<Action>,
    /// What is in each tab, in the order of `Tab::ALL`.
    pub body: Vec<Html>,
}

/// The tabs and what is in them. Hidden ones stay as they are: an opened section is still open on return.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let nodes = use_memo((), |_| Tab::ALL.map(|_| NodeRef::default()));
    let chosen = Tab::ALL.iter().position(|tab| *tab == props.tab);
    let chosen = chosen.unwrap_or_default();
    let onkeydown = {
        let (act, nodes) = (props.act.clone(), nodes.clone());
        move |event: KeyboardEvent| {
            let last = Tab::ALL.len() - 1;
            let next = match event.key().as_str() {
                "ArrowRight" => (chosen + 1) % Tab::ALL.len(),
                "ArrowLeft" => chosen.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            act.emit(Action::ShowTab(Tab::ALL[next]));
            if let Some(button) = nodes[next].cast::<HtmlElement>() {
                // Only an element that cannot take focus refuses it.
                let _ = button.focus();
            }
        }
    };
    let button = |(place, tab): (usize, Tab)| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::ShowTab(tab));
        let selected = place == chosen;
        html! {
            <button
                ref={nodes[place].clone()}
                type="button"
                role="tab"
                id={format!("tab-{place}")}
                aria-controls={format!("body-{place}")}
                aria-selected={selected.to_string()}
                tabindex={if selected { "0" } else { "-1" }}
                {onclick}
            >
                { text().tab(tab) }
                if tab == Tab::Answers && props.count > 0 {
                    <span class="count">{ props.count }</span>
                }
            </button>
        }
    };
    let body = |(place, body): (usize, &Html)| {
        html! {
            <div
                role="tabpanel"
                id={format!("body-{place}")}
                class="tab-body"
                aria-labelledby={format!("tab-{place}")}
                hidden={place != chosen}
            >
                { body.clone() }
            </div>
        }
    };
    html! {
        <aside class="panel" id="panel" tabindex="-1" aria-label={text().panel}>
            <div class="tabs" role="tablist" aria-label={text().panel} {onkeydown}>
                { for Tab::ALL.into_iter().enumerate().map(button) }
            </div>
            { for props.body.iter().enumerate().map(body) }
        </aside>
    }
}
