//! A list of what the surveys said.

use meetpunt::SurveyEvent;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub events: Vec<SurveyEvent>,
}

#[component]
pub fn Heard(Props { events }: &Props) -> Html {
    html! {
        <ol class="heard">
            { for events.iter().map(line) }
        </ol>
    }
}

fn line(event: &SurveyEvent) -> Html {
    let class = event.answered().and_then(|answered| answered.class.clone());
    html! {
        <li data-event={event.name.clone()}>
            <b>{ &event.name }</b>
            if let Some(class) = class {
                <i>{ " " }{ class }</i>
            }
            <code>{ &event.detail }</code>
        </li>
    }
}
