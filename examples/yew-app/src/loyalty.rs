//! Three questions over the page, asked when a customer wants to say more.

use meetpunt::{Display, Metric, Scale, Submit, Survey, SurveyConfig, SurveyEvent};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub onevent: Callback<SurveyEvent>,
    pub onclose: Callback<()>,
}

#[component]
pub fn Loyalty(Props { onevent, onclose }: &Props) -> Html {
    let config = SurveyConfig::new(Metric::Csat)
        .scale(Scale { min: 1, max: 10 })
        .then([Metric::Ces, Metric::Delight])
        .touchpoint("account")
        .display(Display::Modal)
        .endpoint("/collect");
    let onsubmit = |_event: String| Submit::SendWith(vec![("plan".into(), "coffee-club".into())]);
    html! { <Survey {config} {onevent} {onsubmit} {onclose} style="--meetpunt-accent: #2f6154" /> }
}
