//! Messages under the page.

use yew::prelude::*;

use crate::action::Action;
use crate::notice::{Notice, Weight};
use crate::pictures;
use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub notices: Vec<Notice>,
    pub act: Callback<Action>,
}

/// The messages, the oldest first, each with a button that puts it away.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let notice = |(place, notice): (usize, &Notice)| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::Dismiss(place));
        let weight = match notice.weight {
            Weight::Remark => "remark",
            Weight::Warning => "warning",
            Weight::Error => "error",
        };
        html! {
            <li class={classes!("notice", weight)} key={notice.text.clone()}>
                { pictures::alert() }
                <span>{ &notice.text }</span>
                <button type="button" class="icon-button" aria-label={text().dismiss} title={text().dismiss} {onclick}>
                    { pictures::cross() }
                </button>
            </li>
        }
    };
    html! {
        <div class="notices" role="status">
            if !props.notices.is_empty() {
                <ul>{ for props.notices.iter().enumerate().map(notice) }</ul>
            }
        </div>
    }
}
