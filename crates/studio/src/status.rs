//! The line below the page: the latest answer in words, and the score so far.

use yew::prelude::*;

use crate::action::Action;
use crate::answer::Answer;
use crate::clock;
use crate::log::band_class;
use crate::score::Standing;
use crate::state::Tab;
use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// The answer that arrived last.
    pub newest: Option<Answer>,
    /// The score of the survey that is shown.
    pub standing: Option<Standing>,
    pub act: Callback<Action>,
}

/// The line.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let onclick = props.act.reform(|_: MouseEvent| Action::ShowTab(Tab::Answers));
    let score = props.standing.as_ref().and_then(|standing| {
        let headline = standing.headline()?;
        let name = text().score_name(standing.measure().metric());
        Some(html! {
            <p class="status-score"><b>{ headline }</b>{ " " }{ name }
            <span class="soft">{ standing.over(text()) }</span></p>
        })
    });
    html! {
        <section class="status" aria-label={text().latest}>
            <p class="status-latest" role="status">
                if let Some(answer) = &props.newest {
                    <span class={classes!("dot", band_class(answer))} aria-hidden="true"></span>
                    <span key={answer.json.clone()} class="fresh">
                        { answer.sentence(text()) }{ ", " }
                        <time datetime={answer.received.clone()}>{ clock::time(&answer.received, text().locale) }</time>
                    </span>
                } else {
                    <span class="dot" aria-hidden="true"></span>
                    <span class="soft">{ text().nothing_yet }{ " " }{ text().invitation }</span>
                }
            </p>
            { score }
            if props.newest.is_some() {
                <button type="button" class="quiet" {onclick}>{ text().see_all }</button>
            }
        </section>
    }
}
