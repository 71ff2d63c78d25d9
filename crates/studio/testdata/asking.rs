use meetpunt::{Metric, Survey, SurveyConfig};
use yew::prelude::*;

#[component]
pub fn Asking() -> Html {
    let config = SurveyConfig::new(Metric::Nps)
        .set("touchpoint", "order-confirmation")
        .set("question", "'\"</script><b>{{x}}{% y %} \\ ` ${z} ?> {brand}")
        .set("brand", "Voorbeeld Coffee")
        .endpoint("https://collect.shop.example/feedback");
    html! { <Survey {config} /> }
}
