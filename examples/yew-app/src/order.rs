//! One question in the page: how likely is a recommendation?

use meetpunt::{Metric, Survey, SurveyConfig, SurveyEvent};
use yew::prelude::*;

/// Dutch, as the project ships it. English is compiled in.
const DUTCH: &str = include_str!("../../../locales/nl.json");

#[derive(PartialEq, Properties)]
pub struct Props {
    pub dutch: bool,
    pub onevent: Callback<SurveyEvent>,
}

#[component]
pub fn Order(Props { dutch, onevent }: &Props) -> Html {
    let mut config = SurveyConfig::new(Metric::Nps)
        .touchpoint("order-confirmation")
        .brand("Voorbeeld Coffee")
        .context("order-band", "50-100")
        .endpoint("/collect");
    if *dutch {
        config = config.words(DUTCH);
    }
    html! { <Survey {config} {onevent} class="order" /> }
}
