//! The studio put together: the bar, the page, the line below it, and the panel.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::action::Action;
use crate::code::Code;
use crate::journey::use_journey;
use crate::log::Log;
use crate::notices::Notices;
use crate::page::{Bar, Page};
use crate::panel::Design;
use crate::score::{ScoreCard, Standing};
use crate::server;
use crate::snippet::Addresses;
use crate::standard::resolved;
use crate::state::{Server, Studio, Tab};
use crate::status::Status;
use crate::strings::ENGLISH as TEXT;
use crate::tabs::Tabs;

/// The whole page.
#[component]
pub fn App() -> Html {
    let studio = use_reducer(|| Studio::new(Addresses::of_origin(&origin())));
    let node = use_node_ref();
    let act = {
        let dispatcher = studio.dispatcher();
        use_callback((), move |action: Action, _| dispatcher.dispatch(action))
    };
    let refresh = {
        let act = act.clone();
        use_callback((), move |_: (), _| {
            let act = act.clone();
            spawn_local(async move { act.emit(server::read().await) });
        })
    };
    {
        let refresh = refresh.clone();
        use_effect_with((), move |_| refresh.emit(()));
    }
    let again = use_journey(&node, &studio, &act, &refresh);

    let settings = resolved(&studio.house, studio.survey(), studio.touchpoint);
    let standing = settings.and_then(|settings| {
        let first = &settings.first;
        Standing::of(first.measure, first.look, &settings.survey, &settings.series, studio.answers())
    });
    let body = |tab: Tab| match tab {
        Tab::Design => html! {
            <Design
                touchpoint={studio.touchpoint}
                survey={studio.survey().clone()}
                house={studio.house.clone()}
                changed={studio.is_changed()}
                act={&act}
            />
        },
        Tab::Answers => html! {
            <>
                if let Some(standing) = standing.clone() {
                    <ScoreCard {standing} place={TEXT.touchpoint(studio.touchpoint)} />
                }
                <Log answers={studio.answers().clone()} server={studio.server} refresh={&refresh} />
            </>
        },
        Tab::Code => html! {
            <Code
                addresses={studio.addresses.clone()}
                attributes={studio.attributes()}
                accent={studio.house.accent}
                act={&act}
            />
        },
    };
    html! {
        <>
            <Bar touchpoint={studio.touchpoint} width={studio.width} act={&act} again={&again} />
            <main class="stage" aria-label={TEXT.workbench}>
                <Page
                    node={node.clone()}
                    touchpoint={studio.touchpoint}
                    width={studio.width}
                    frame={studio.frame}
                    ready={studio.server != Server::Unknown}
                    act={&act}
                />
                <Notices notices={studio.notices.clone()} act={&act} />
                <Status newest={studio.answers().newest().cloned()} standing={standing.clone()} act={&act} />
            </main>
            <Tabs tab={studio.tab} count={studio.answers().len()} act={&act} body={Tab::ALL.map(body).to_vec()} />
        </>
    }
}

fn origin() -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin.unwrap_or_default()
}
